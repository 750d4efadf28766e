"""Print the status of the pipeline, problems first."""

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


def show_status(status: Status) -> None:
    """Print the problems and warnings, then sources, tables, reasons, counts and checks."""
    if status.simulated:
        print_line(SIMULATED, style="bold yellow")
    if not status.problems:
        verdict = "Nothing is wrong, but:" if status.warnings else "Nothing is wrong."
        print_line(verdict, style="bold green")
    for problem in status.problems:
        print_line(problem, style="red")
    for warning in status.warnings:
        print_line(warning, style="yellow")
    _show_sources(status)
    _show_tables(status)
    _show_reasons(status)
    _show_counts(status)
    _show_checks(status)


def _show_sources(status: Status) -> None:
    rows = [
        (
            s.source,
            s.last_date,
            None if s.answered_at is None else f"{s.answered_at:%Y-%m-%d %H:%M}",
            s.dates_behind,
            "STALE" if s.stale else "fresh",
        )
        for s in status.sources
        if s.used
    ]
    if rows:
        print_table("\nSources, times in UTC", SOURCES, rows)


def _show_tables(status: Status) -> None:
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
        for t in status.tables
    ]
    print_table("\nTables", TABLES, rows)


def _show_checks(status: Status) -> None:
    rows = [
        (c.table, c.check, "warns" if c.warns else "blocks", c.examined, c.failed)
        for c in status.checks
    ]
    if rows:
        print_table("\nChecks of tables", CHECKS, rows)


def _show_reasons(status: Status) -> None:
    rows = [
        (r.table, r.reason, "yes" if r.curable else "no", r.count, r.of) for r in status.reasons
    ]
    if rows:
        print_table("\nWhat is missing, and whether a later run can cure it", REASONS, rows)


def _show_counts(status: Status) -> None:
    """Print the number of games, and of prices by heading."""
    games = ", ".join(f"{n:,} {name.replace('_', '-')}" for name, n in status.games.items())
    print_line(f"\n{games}")
    if status.prices:
        prices = "; ".join(f"{n:,} {heading}" for heading, n in status.prices.items())
        print_line(f"{sum(status.prices.values()):,} prop prices: {prices}")
    for kind, outcomes in status.feeds.items():
        counts = "; ".join(f"{n:,} {outcome}" for outcome, n in outcomes.items())
        if counts:
            print_line(f"Prices of {kind} by the game they name: {counts}")
