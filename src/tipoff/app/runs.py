"""Plan, execute, list and roll back the runs of a home."""

from __future__ import annotations

import json
import logging
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.app import gates, standstill
from tipoff.app.clock import distrusted_clock
from tipoff.app.failures import explained
from tipoff.app.inspection import status_of
from tipoff.app.outcome import Outcome
from tipoff.app.publication import publish
from tipoff.app.session import HomeSession
from tipoff.app.slates import slate_as_shown
from tipoff.app.timing import timed
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import UsageError
from tipoff.kernel.gates import require
from tipoff.kernel.plan.plan import Step, refuse_outside
from tipoff.kernel.run.facts import plan_at_time
from tipoff.kernel.run.rollback import COMMAND as ROLLBACK
from tipoff.kernel.run.rollback import roll_back
from tipoff.kernel.run.run import Progress, Run, WhyLeftAlone
from tipoff.publishing.documents import slate_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime

    from tipoff.app.home import Home
    from tipoff.app.open_home import OpenHome
    from tipoff.health.report import Status
    from tipoff.kernel.run.report import RunReport


logger = logging.getLogger(__name__)
KILLED = (
    "the process that wrote here before was killed (kill -9, lack of memory, loss of power):"
    " nothing was lost, and this run went on in smaller chunks"
)
RUN_COLUMNS = ("run", "started_at", "ended_at", "command", "version")
ENTRY_COUNTS = """
SELECT table_name, sum(dates), sum(payloads) FROM (
    SELECT table_name, 1 AS dates, 0 AS payloads FROM entry WHERE run = ?
    UNION ALL SELECT table_name, 0, 1 FROM payload_entry WHERE run = ?) AS entered
GROUP BY 1 ORDER BY 1
"""
"""Number of dates and payloads that a run entered, by table.

Entries that a later run removed are not counted.
"""


def make_plan(home: Home, dates: DateRange | None) -> list[Step]:
    """Return the steps that a run would execute.

    Raises:
        UsageError: nothing has been ingested, or none of the dates is in the schedule.
    """
    with home.reading() as session:
        state = session.state()
        if dates is not None:
            refuse_outside(state.calendar, dates)
        today = session.today
        whole = DateRange(min(state.calendar, default=today), slate_date(state.calendar, today))
        return plan_at_time(session.workspace, state, dates or whole, session.now)


def run(
    home: Home,
    dates: DateRange | None,
    progress: Progress = lambda table, done, total: None,
    why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
) -> Outcome:
    """Compute what is missing for some dates, from raw rows to published documents.

    Args:
        home: the home whose tables are computed.
        dates: the dates; all that are due if None.
        progress: called with the progress of each table.
        why_left_alone: called for each table with work; a reason that it returns skips the table.

    Raises:
        UsageError: nothing has been ingested, or none of the dates is in the schedule.
        RunInProgress: another process writes to the home.
    """
    code = standstill.code_digest()
    running_home = _running(home, home.graph, "run", progress, why_left_alone)
    with running_home as (workspace, running):
        report = _execute(running, workspace, dates)
        session = HomeSession(home.graph, workspace, running.state)
        status = cache(partial(status_of, session))
        outcome = _publish_outcome(home, session, report, status, dates)
        report = outcome.report
        if report.left_nothing_to_do:
            standstill.remember(
                home,
                workspace,
                outcome,
                dates,
                code=code,
                status=status(),
                valid_until=_earliest(running.valid_until, status().stale_at),
            )
        return outcome


def _publish_outcome(
    home: Home,
    session: HomeSession,
    report: RunReport,
    status: Callable[[], Status],
    dates: DateRange | None,
) -> Outcome:
    """Publish the tables after a run, and read its slate; a failure is added to the report."""
    documents, slate = 0, None
    try:
        documents = publish(home, session, report.failed, status)
        day = _slate_day(session, dates)
        slate = slate_as_shown(session, day, report.failed) if day else None
    except Exception as error:
        logger.debug("the run ended, but publishing its results failed", exc_info=True)
        report = replace(report, failure=explained(error))
    return Outcome(report, documents, slate, session.simulated)


def build(
    home: Home,
    tables: Sequence[str],
    dates: DateRange | None,
    progress: Progress = lambda table, done, total: None,
) -> RunReport:
    """Compute what is missing in some tables and in all their inputs; publish nothing.

    Raises:
        UsageError: nothing has been ingested, or none of the dates is in the schedule.
        RunInProgress: another process writes to the home.
    """
    graph = home.graph.only(*tables)
    command = f"build {' '.join(tables)}"
    with _running(home, graph, command, progress) as (workspace, running):
        return _execute(running, workspace, dates)


def rollback(home: Home, since: int) -> int:
    """Restore the state before a run, as a new run, and publish it.

    Live predictions are kept, and the tables that read them are computed from the restored state.

    Returns:
        The number of the new run.

    Raises:
        UsageError: there is no such run, or the state before it is no longer kept.
    """
    home.require_catalog()
    require(gates.RUNNING, home.verified_code)
    with home.writing() as workspace:
        graph, facts = home.graph, home.graph.facts
        new_run = roll_back(workspace.catalog, since, __version__, facts=facts)
        readers = set[str]().union(*(graph.descendants(name) for name in facts))
        running = _run_of(home, workspace, graph, f"{ROLLBACK} {since}")
        report = running.execute(only=readers)
        publish(home, HomeSession(graph, workspace, running.state), report.failed)
        return new_run


def list_runs(home: Home) -> list[dict[str, Any]]:
    """Return all runs that entered anything, newest first; ``is_head`` marks the visible one."""
    with home.reading() as session:
        columns = ", ".join(RUN_COLUMNS)
        rows = session.workspace.catalog.query(
            f"SELECT {columns}, run = (SELECT run FROM head) FROM run ORDER BY run DESC"
        )
    return [
        {**dict(zip(RUN_COLUMNS, values, strict=True)), "is_head": bool(is_head)}
        for *values, is_head in rows
    ]


def describe_run(home: Home, number: int) -> dict[str, Any]:
    """Return the record of a run: its entries by table, problems, and tracebacks of failures.

    Raises:
        UsageError: there is no such run.
    """
    with home.reading() as session:
        catalog = session.workspace.catalog
        columns = ", ".join(RUN_COLUMNS)
        rows = catalog.query(f"SELECT {columns}, problems FROM run WHERE run = ?", [number])
        if not rows:
            raise UsageError(f"there is no run {number}: `tipoff runs` lists them")
        entered = catalog.query(ENTRY_COUNTS, [number, number])
        failures = catalog.query(
            "SELECT table_name, at, traceback FROM failure WHERE run = ? ORDER BY at", [number]
        )
    *values, problems = rows[0]
    return {
        **dict(zip(RUN_COLUMNS, values, strict=True)),
        "problems": json.loads(problems),
        "tables": [dict(zip(("table", "dates", "payloads"), row, strict=True)) for row in entered],
        "failures": [dict(zip(("table", "at", "traceback"), row, strict=True)) for row in failures],
    }


@contextmanager
def _running(
    home: Home,
    graph: Graph,
    command: str,
    progress: Progress,
    why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
) -> Iterator[tuple[OpenHome, Run]]:
    """Yield the opened home and a run on it that the caller executes."""
    home.require_catalog()
    require(gates.RUNNING, home.verified_code)
    with home.writing() as workspace:
        home.require_payloads(workspace)
        yield workspace, _run_of(home, workspace, graph, command, progress, why_left_alone)


def _run_of(
    home: Home,
    workspace: OpenHome,
    graph: Graph,
    command: str,
    progress: Progress = lambda table, done, total: None,
    why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
) -> Run:
    """Return a run at the time of the home's clock."""
    return Run(
        graph,
        workspace,
        now=workspace.now,
        today=workspace.today,
        command=command,
        version=__version__,
        distrusted_clock=distrusted_clock(workspace.landing, workspace.catalog, workspace.now),
        retention=home.retention,
        progress=progress,
        why_left_alone=why_left_alone,
    )


def _execute(running: Run, workspace: OpenHome, dates: DateRange | None) -> RunReport:
    """Execute a run for some dates; if None, for all dates up to the next with games."""
    today = workspace.today
    with timed(logger, f"run {running.ledger.run}"):
        report = running.execute(dates, lambda days: slate_date(days, today))
    killed = workspace.lock.deaths > 0
    workspace.lock.reset_deaths()
    return replace(report, notice=KILLED) if killed else report


def _earliest(*times: datetime | None) -> datetime | None:
    return min((each for each in times if each is not None), default=None)


def _slate_day(session: HomeSession, dates: DateRange | None) -> date | None:
    """Return the last date with predictions among some dates; among all if None."""
    days = session.contents("player_prediction").days
    return max((day for day in days if dates is None or day in dates), default=None)
