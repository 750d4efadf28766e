"""Print plans, what runs did, and the record of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.cli.show.console import print_error, print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.run.report import RunReport

NOTHING_TO_DO = "Nothing to do: everything is done, under this code, on these inputs."
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
    """Print what would run, and why."""
    if not steps:
        print_line(NOTHING_TO_DO)
        return
    rows = [
        (s.table, len(s.days), _first(s.days), _last(s.days), len(s.payloads), s.summary())
        for s in steps
    ]
    print_table("What would run", PLAN, rows)
    if any(s.payloads for s in steps):
        print_line("Payloads may bring dates that are known only once they are parsed.")


def run_report(done: RunReport) -> dict[str, Any]:
    """Return what a run did, for programs."""
    return {
        "run": done.run,
        "did_nothing": done.did_nothing,
        "tables": {
            t.table: {
                "dates": t.days,
                "payloads": t.payloads,
                "quarantined": t.quarantined,
                "seconds": round(t.seconds, 3),
            }
            for t in done.tables
        },
        "problems": done.problems,
        "notices": done.notices,
        "skipped": dict(done.skipped),
    }


def show_report(done: RunReport) -> None:
    """Print what a run did, and what kept it from the rest."""
    busy = [t for t in done.tables if t.days or t.payloads]
    if busy:
        print_table(
            f"Run {done.run}",
            REPORT,
            [(t.table, t.days, t.payloads, t.quarantined, f"{t.seconds:.2f}") for t in busy],
        )
    show_problems(done)


def show_problems(done: RunReport) -> None:
    """Print what is not as it should be, and which tables wait for that."""
    for problem in done.problems:
        print_error(problem)
    for name, waits_for in done.skipped.items():
        print_error(f"{name}: left alone, it reads {waits_for}", style="yellow")
    if done.did_nothing:
        print_line(NOTHING_TO_DO)


def show_notices(done: RunReport) -> None:
    """Print what is news, after the result, as it keeps nothing back."""
    if done.notices:
        print_error("To know; nothing is kept back by it (docs/runbook.md):", style="yellow")
    for notice in done.notices:
        print_error(notice, style="yellow")


def show_runs(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print the runs that were, times in UTC without their fraction."""
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
    """Return a time of the catalog for people: no fraction of a second."""
    return "" if text is None else text[:19].replace("T", " ")


def show_record(record: Mapping[str, Any]) -> None:
    """Print the record of a run that was."""
    ended = shown_time(record["ended_at"]) or "not ended: the next run goes on with it"
    print_line(f"Run {record['run']}: {record['command']}", style="bold")
    print_line(f"Tipoff {record['version']}, {shown_time(record['started_at'])} to {ended}, UTC")
    if record["tables"]:
        columns = ("table", "dates", "payloads")
        rows = [[entered[c] for c in columns] for entered in record["tables"]]
        print_table("\nEntered", columns, rows)
    for problem in record["problems"]:
        print_line(problem, style="red")
    for failure in record["failures"]:
        print_line(f"\n{failure['table']} failed at {failure['at']}:", style="bold")
        print_line(failure["traceback"].rstrip())


def _first(days: Sequence[date]) -> date | None:
    return days[0] if days else None


def _last(days: Sequence[date]) -> date | None:
    return days[-1] if days else None
