"""Print the drift of a home, and what a run would compute again."""

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
NO_DRIFT = "No drift: catalog, files, declarations and code agree."


def show_drift(drift: Drift) -> None:
    """Print the differences, and an estimate of how long a run would take."""
    if drift.version_of_head != drift.version:
        before = drift.version_of_head or "no run"
        print_line(f"Computed by Tipoff {before}; this is {drift.version}.")
    if drift.is_none:
        print_line(NO_DRIFT, style="bold green")
        return
    for line in drift.files:
        print_line(line, style="red")
    for name in drift.removed:
        print_line(
            f"{name}: holds rows but is no longer declared; its files are removed with old runs"
        )
    for name in drift.added:
        print_line(f"{name}: declared, but not computed yet")
    if drift.recompute:
        rows = [
            (r.table, r.dates, r.payloads, "" if r.seconds is None else f"{r.seconds:.1f}", r.why)
            for r in drift.recompute
        ]
        print_table("What a run would compute again", RECOMPUTE, rows)
        untimed = f", and {counted(drift.untimed, 'table')} never timed" if drift.untimed else ""
        seconds = drift.seconds
        duration = f"{seconds:.0f} s" if seconds < 7200 else lasting(timedelta(seconds=seconds))
        print_line(
            f"About {duration}, estimated from earlier runs{untimed}. Less if some tables come out"
            " unchanged, since the tables that read them are then not computed again."
        )
