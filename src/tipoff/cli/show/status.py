"""Print where every table stands: first what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.cli.show.slates import SIMULATED

if TYPE_CHECKING:
    from tipoff.health.report import Status

SOURCES = (
    Column("source", min_width=12),
    Column("last date"),
    Column("last answer", 1),
    Column("dates behind"),
    Column("state"),
)
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
CHECKS = (
    Column("table", min_width=20),
    Column("check", min_width=20),
    Column("if it fails", 1),
    Column("examined"),
    Column("failed"),
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
        told = "Nothing is wrong, but:" if found.warnings else "Nothing is wrong."
        print_line(told, style="bold green")
    for problem in found.problems:
        print_line(problem, style="red")
    for warning in found.warnings:
        print_line(warning, style="yellow")
    _show_sources(found)
    _show_tables(found)
    _show_reasons(found)
    _show_counts(found)
    _show_checks(found)


def _show_sources(found: Status) -> None:
    rows = [
        (
            s.source,
            s.last_date,
            None if s.answered_at is None else f"{s.answered_at:%Y-%m-%d %H:%M}",
            s.dates_behind,
            "STALE" if s.stale else "fresh",
        )
        for s in found.sources
        if s.used
    ]
    if rows:
        print_table("\nSources, times in UTC", SOURCES, rows)


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


def _show_checks(found: Status) -> None:
    rows = [
        (c.table, c.check, "warns" if c.warns else "blocks", c.examined, c.failed)
        for c in found.checks
    ]
    if rows:
        print_table("\nChecks of tables", CHECKS, rows)


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
