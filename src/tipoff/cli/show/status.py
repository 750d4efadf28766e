"""Print where every table stands: first what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.cli.show.slates import SIMULATED

if TYPE_CHECKING:
    from tipoff.health.report import Status

TABLES = (
    Column("table"),
    Column("rows"),
    Column("first"),
    Column("last"),
    Column("missing"),
    Column("quarantined", 2),
    Column("unaccounted", 3),
    Column("payload rows", 4),
    Column("content hash", 5),
)
REASONS = (
    Column("table"),
    Column("reason", min_width=18),
    Column("curable"),
    Column("count"),
    Column("of"),
)


def show_status(found: Status) -> None:
    """Print the problems, or that there are none, then every table and what it lacks."""
    if found.simulated:
        print_line(SIMULATED, style="bold yellow")
    if not found.problems:
        print_line("Nothing is wrong.", style="bold green")
    for problem in found.problems:
        print_line(problem, style="red")
    _show_tables(found)
    _show_reasons(found)
    _show_counts(found)
    for check in found.checks:
        held = check.examined - check.failed
        print_line(f"{check.table}: {check.check} holds in {held:,} of {check.examined:,} examined")


def _show_tables(found: Status) -> None:
    rows = [
        (
            t.table,
            t.rows,
            t.first_date,
            t.last_date,
            t.missing_dates,
            t.quarantined,
            t.unaccounted,
            t.payload_rows,
            t.content_hash,
        )
        for t in found.tables
    ]
    print_table("\nTables", TABLES, rows)


def _show_reasons(found: Status) -> None:
    rows = [(r.table, r.reason, "yes" if r.curable else "no", r.count, r.of) for r in found.reasons]
    if rows:
        print_table("\nWhat is missing, and whether a later run can cure it", REASONS, rows)


def _show_counts(found: Status) -> None:
    """Print the games, and what becomes of each price."""
    counted = ", ".join(f"{n:,} {name.replace('_', '-')}" for name, n in found.games.items())
    print_line(f"\n{counted}")
    if found.prices:
        held = "; ".join(f"{n:,} {heading}" for heading, n in found.prices.items())
        print_line(f"{sum(found.prices.values()):,} prop prices: {held}")
    for kind, outcomes in found.feeds.items():
        held = "; ".join(f"{n:,} {outcome}" for outcome, n in outcomes.items())
        if held:
            print_line(f"Games that {kind} name: {held}")
