"""Print plans, reports of runs, and past runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.cli.show.console import print_error, print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.run.report import RunReport

NOTHING_TO_DO = "Nothing to do: everything is up to date with the code and the inputs."
PLAN = (
    Column("table"),
    Column("dates"),
    Column("from"),
    Column("to"),
    Column("payloads", 1),
    Column("why", min_width=24, wraps=True),
)
RUNS = (
    Column("run"),
    Column("started"),
    Column("ended", 2),
    Column("command", min_width=20),
    Column("version", 1),
    Column(""),
)
REPORT = (
    Column("table"),
    Column("dates"),
    Column("payloads"),
    Column("quarantined"),
    Column("seconds"),
)


def show_plan(steps: Sequence[Step]) -> None:
    """Print which tables and dates would run, and why."""
    if not steps:
        print_line(NOTHING_TO_DO)
        return
    rows = [
        (s.table, len(s.days), _first(s.days), _last(s.days), len(s.payloads), s.summary())
        for s in steps
    ]
    print_table("What would run", PLAN, rows)
    if any(s.payloads for s in steps):
        print_line("Payloads may add dates that are known only once they are parsed.")


def run_report(report: RunReport) -> dict[str, Any]:
    """Return the report of a run as plain values for JSON."""
    return {
        "run": report.run,
        "did_nothing": report.did_nothing,
        "tables": {
            t.table: {
                "dates": t.days,
                "payloads": t.payloads,
                "quarantined": t.quarantined,
                "seconds": round(t.seconds, 3),
            }
            for t in report.tables
        },
        "problems": report.problems,
        "notices": report.notices,
        "skipped": dict(report.skipped),
    }


def show_report(report: RunReport) -> None:
    """Print what a run did, and its problems."""
    busy = [t for t in report.tables if t.days or t.payloads]
    if busy:
        print_table(
            f"Run {report.run}",
            REPORT,
            [(t.table, t.days, t.payloads, t.quarantined, f"{t.seconds:.2f}") for t in busy],
        )
    show_problems(report)


def show_problems(report: RunReport) -> None:
    """Print the problems of a run, and the tables that were left alone because of them."""
    for problem in report.problems:
        print_error(problem)
    for name, waits_for in report.skipped.items():
        print_error(f"{name}: left alone, since it reads {waits_for}", style="yellow")
    if report.did_nothing:
        print_line(NOTHING_TO_DO)


def show_notices(report: RunReport) -> None:
    """Print the notices of a run, which block nothing, after its result."""
    if report.notices:
        print_error("Notices, which block nothing (docs/runbook.md):", style="yellow")
    for notice in report.notices:
        print_error(notice, style="yellow")


def show_runs(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print past runs, with times in UTC without fractions of a second."""
    shown = [
        (
            str(row["run"]),
            shown_time(row["started_at"]),
            shown_time(row["ended_at"]),
            row["command"],
            row["version"],
            "head" if row["is_head"] else "",
        )
        for row in rows
    ]
    print_table("Runs, times in UTC", RUNS, shown)


def shown_time(text: str | None) -> str:
    """Return a time of the catalog as text without a fraction of a second."""
    return "" if text is None else text[:19].replace("T", " ")


def show_record(record: Mapping[str, Any]) -> None:
    """Print the record of a past run."""
    ended = shown_time(record["ended_at"]) or "not ended: the next run continues it"
    print_line(f"Run {record['run']}: {record['command']}", style="bold")
    print_line(f"Tipoff {record['version']}, {shown_time(record['started_at'])} to {ended}, UTC")
    if record["tables"]:
        columns = ("table", "dates", "payloads")
        rows = [[table[c] for c in columns] for table in record["tables"]]
        print_table("\nWritten", columns, rows)
    for problem in record["problems"]:
        print_line(problem, style="red")
    for failure in record["failures"]:
        print_line(f"\n{failure['table']} failed at {failure['at']}:", style="bold")
        print_line(failure["traceback"].rstrip())


def _first(days: Sequence[date]) -> date | None:
    return days[0] if days else None


def _last(days: Sequence[date]) -> date | None:
    return days[-1] if days else None
