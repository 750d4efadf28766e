"""Commands that run the pipeline, and commands on past runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import (
    MAX_NUMBER,
    Day,
    From,
    Json,
    To,
    parse_date_range,
    parse_day,
    parse_time,
)
from tipoff.cli.progress import progress_bar
from tipoff.cli.show.console import print_json, print_line
from tipoff.health.freshness import counted
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tipoff.app.home import Home
    from tipoff.engines.bigquery import BigQuery
    from tipoff.kernel.declare.graph import DateRange

runs = typer.Typer()
history = typer.Typer(help="Past runs.", invoke_without_command=True)
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="TIME",
        help="Print DATE as known at that time (UTC); nothing is changed.",
    ),
]
Run = Annotated[
    int,
    typer.Argument(
        metavar="RUN", min=0, max=MAX_NUMBER, help="Number of the run, as in `tipoff runs`."
    ),
]


Warehouse = Annotated[
    str | None,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="bigquery: estimate what each query over all dates would read and cost.",
    ),
]
Load = Annotated[
    bool, typer.Option("--load", help="With --engine: load the tables first, which is charged.")
]


@runs.command()
@command
def plan(
    day: Day = None,
    first: From = None,
    last: To = None,
    engine: Warehouse = None,
    load: Load = False,
    json: Json = False,
) -> None:
    """Print what a run would do, and why."""
    from tipoff.app.runs import make_plan
    from tipoff.cli.show.costs import show_costs
    from tipoff.cli.show.runs import show_plan

    if load and engine is None:
        raise UsageError("--load needs --engine, which names where to load the tables")
    if engine is not None:
        show_costs(open_home(), _warehouse(engine), load=load, json=json)
        return
    steps = make_plan(open_home(), parse_date_range(day, first, last))
    if json:
        print_json(
            [
                {"table": s.table, "dates": s.days, "payloads": len(s.payloads), "why": s.summary()}
                for s in steps
            ]
        )
    else:
        show_plan(steps)


def _warehouse(engine: str) -> BigQuery:
    """Return the data warehouse of the settings."""
    from tipoff.app.bigquery_cost import configured_warehouse
    from tipoff.app.settings import load_settings

    if engine != "bigquery":
        raise UsageError(f"--engine {engine}: costs are estimated only for bigquery")
    return configured_warehouse(load_settings())


@runs.command()
@command
def run(
    day: Day = None, first: From = None, last: To = None, as_of: AsOf = None, json: Json = False
) -> None:
    """Compute what is missing, publish it, and print the slate.

    By default, all dates are run from the first of the schedule to the next one with games.
    """
    if as_of is None:
        run_home(open_home(), parse_date_range(day, first, last), json)
    elif day is None or first or last:
        raise UsageError("--as-of takes one DATE, such as: tipoff run 2024-03-01 --as-of TIME")
    else:
        _show_as_of(open_home(), parse_day(day), as_of, json)


@runs.command()
@command
def train(first: From = None, last: To = None, json: Json = False) -> None:
    """Train missing models, without predicting."""
    _build("trained_model", parse_date_range(None, first, last), json)


@runs.command()
@command
def predict(day: Day = None, first: From = None, last: To = None, json: Json = False) -> None:
    """Make missing predictions, without publishing."""
    _build("player_prediction", parse_date_range(day, first, last), json)


@runs.command()
@command
def grade(day: Day = None, first: From = None, last: To = None, json: Json = False) -> None:
    """Grade predictions of final games, without publishing."""
    _build("slate_score", parse_date_range(day, first, last), json)


@runs.command()
@command
def rollback(number: Run, json: Json = False) -> None:
    """Restore the state before a run, as a new run."""
    from tipoff.app import runs as operations

    recorded = operations.rollback(open_home(), number)
    if json:
        print_json({"undone": number, "run": recorded})
    else:
        print_line(f"Back to the state before run {number}; recorded as run {recorded}.")


@history.callback()
@command
def list_runs(context: typer.Context, json: Json = False) -> None:
    """Print the past runs that changed something; readers see the head."""
    if context.invoked_subcommand is not None:
        return
    from tipoff.app import runs as operations
    from tipoff.cli.show.runs import show_runs

    rows = operations.list_runs(open_home())
    if json:
        print_json(rows)
    else:
        show_runs(rows)


@history.command("show")
@command
def show_run(number: Run, json: Json = False) -> None:
    """Print what a run did, its problems, and the tracebacks of failures."""
    from tipoff.app import runs as operations
    from tipoff.cli.show.runs import show_record

    record = operations.describe_run(open_home(), number)
    if json:
        print_json(record)
    else:
        show_record(record)


def run_home(home: Home, dates: DateRange | None, json: bool) -> None:
    """Run a home, print the report and the slate, and end with the run's exit code."""
    from tipoff.app.standstill import remembered_outcome
    from tipoff.cli.show.runs import run_report, show_notices, show_report
    from tipoff.cli.show.slates import show_slate

    outcome = remembered_outcome(home, dates)
    if outcome is None:
        from tipoff.app import runs as operations

        with progress_bar("running") as progress:
            outcome = operations.run(home, dates, progress)
    if json:
        print_json({**run_report(outcome.report), "published": outcome.documents})
    else:
        show_report(outcome.report)
        if outcome.slate is not None:
            show_slate(outcome.slate, simulated=outcome.simulated)
        show_notices(outcome.report)
    _end(outcome.report.exit_code)


def _build(table: str, dates: DateRange | None, json: bool) -> None:
    """Build a table and everything it reads."""
    from tipoff.app import runs as operations
    from tipoff.cli.show.runs import run_report, show_notices, show_report

    with progress_bar("running") as progress:
        report = operations.build(open_home(), (table,), dates, progress)
    if json:
        print_json(run_report(report))
    else:
        show_report(report)
        show_notices(report)
    _end(report.exit_code)


def _show_as_of(home: Home, day: date, time: str, json: bool) -> None:
    """Rebuild a slate, print it, and end with the exit code of its run."""
    from tipoff.app.as_of import rebuild
    from tipoff.cli.show.runs import show_notices, show_problems
    from tipoff.cli.show.slates import show_slate

    with progress_bar("rebuilding") as progress:
        rebuilt = rebuild(home, day, parse_time(time), progress)
    if json:
        print_json(
            {
                "as_of": rebuilt.as_of,
                "payloads": rebuilt.payloads,
                "problems": rebuilt.report.problems,
                "simulated": rebuilt.simulated,
                "slate": rebuilt.slate,
            }
        )
    else:
        print_line(
            f"As of {rebuilt.as_of:%Y-%m-%d %H:%M} UTC, from {counted(rebuilt.payloads, 'payload')}"
            " landed by then. Replayed; nothing was stored."
        )
        if rebuilt.slate is not None:
            show_slate(rebuilt.slate, simulated=rebuilt.simulated)
        show_problems(rebuilt.report)
        show_notices(rebuilt.report)
    _end(rebuilt.report.exit_code)


def _end(exit_code: int) -> None:
    if exit_code:
        raise typer.Exit(exit_code)
