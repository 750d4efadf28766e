"""Print what does not agree, and what a run would compute again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.health.freshness import counted, lasting

if TYPE_CHECKING:
    from tipoff.health.drift import Drift

RECOMPUTE = (
    Column("table"),
    Column("dates"),
    Column("payloads", 1),
    Column("seconds"),
    Column("why", min_width=12),
)
NONE = "Nothing drifted: catalog, files, declarations and code agree."


def show_drift(found: Drift) -> None:
    """Print what was compared, and how long a run would take."""
    if found.version_of_head != found.version:
        before = found.version_of_head or "no run"
        print_line(f"Computed by Tipoff {before}; this is {found.version}.")
    if found.is_none:
        print_line(NONE, style="bold green")
        return
    for line in found.files:
        print_line(line, style="red")
    for name in found.removed:
        print_line(f"{name}: holds rows and is declared no more; its files go with the old runs")
    for name in found.added:
        print_line(f"{name}: declared, and not computed yet")
    if found.recompute:
        rows = [
            (r.table, r.dates, r.payloads, "" if r.seconds is None else f"{r.seconds:.1f}", r.why)
            for r in found.recompute
        ]
        print_table("What a run would compute again", RECOMPUTE, rows)
        untimed = f", and {counted(found.untimed, 'table')} never timed" if found.untimed else ""
        seconds = found.seconds
        took = f"{seconds:.0f} s" if seconds < 7200 else lasting(timedelta(seconds=seconds))
        print_line(
            f"About {took} by what it took before{untimed}. What comes out the same spares"
            " what reads it."
        )
