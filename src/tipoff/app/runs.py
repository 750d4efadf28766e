"""Runs over a home: plan one, carry it out, list those that were, and undo them."""

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
from tipoff.kernel.run.facts import plan_by_the_clock
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
RUN = ("run", "started_at", "ended_at", "command", "version")
ENTERED = """
SELECT table_name, sum(dates), sum(payloads) FROM (
    SELECT table_name, 1 AS dates, 0 AS payloads FROM entry WHERE run = ?
    UNION ALL SELECT table_name, 0, 1 FROM payload_entry WHERE run = ?) AS entered
GROUP BY 1 ORDER BY 1
"""
"""By table, how many dates and payloads a run entered; a later run may have removed some."""


def make_plan(home: Home, asked: DateRange | None) -> list[Step]:
    """Return what a run would do.

    Raises:
        UsageError: nothing has been ingested, or no date of the schedule was asked for.
    """
    with home.reading() as session:
        state = session.state()
        if asked is not None:
            refuse_outside(state.calendar, asked)
        today = session.today
        whole = DateRange(min(state.calendar, default=today), slate_date(state.calendar, today))
        return plan_by_the_clock(session.workspace, state, asked or whole, session.now)


def run(
    home: Home,
    asked: DateRange | None,
    progress: Progress = lambda table, done, total: None,
    why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
) -> Outcome:
    """Do what is missing of the asked dates, from raw rows to published documents.

    Args:
        home: whose tables.
        asked: the dates; all that are due if None.
        progress: told how far each table is.
        why_left_alone: asked of each table that there is work for, whether to leave it.

    Raises:
        UsageError: nothing has been ingested, or no date of the schedule was asked for.
        RunInProgress: another process is at it.
    """
    code = standstill.code_digest()
    running_home = _running(home, home.graph, "run", progress, why_left_alone)
    with running_home as (workspace, running):
        report = _execute(running, workspace, asked)
        session = HomeSession(home.graph, workspace, running.state)
        status = cache(partial(status_of, session))
        outcome = _shown(home, session, report, status, asked)
        report = outcome.report
        if report.leaves_nothing:
            standstill.remember(
                home,
                workspace,
                outcome,
                asked,
                code=code,
                status=status(),
                valid_until=_earliest(running.valid_until, status().stale_at),
            )
        return outcome


def _shown(
    home: Home,
    session: HomeSession,
    report: RunReport,
    status: Callable[[], Status],
    asked: DateRange | None,
) -> Outcome:
    """Publish what a run left, and read its slate; whatever fails there is told with its report."""
    published, shown = 0, None
    try:
        published = publish(home, session, report.failed, status)
        day = _slate_day(session, asked)
        shown = slate_as_shown(session, day, report.failed) if day else None
    except Exception as error:
        logger.debug("the run ended, and what follows it failed", exc_info=True)
        report = replace(report, failure=explained(error))
    return Outcome(report, published, shown, session.simulated)


def build(
    home: Home,
    tables: Sequence[str],
    asked: DateRange | None,
    progress: Progress = lambda table, done, total: None,
) -> RunReport:
    """Do what is missing of some tables and of all that they read; publish nothing.

    Raises:
        UsageError: nothing has been ingested, or no date of the schedule was asked for.
        RunInProgress: another process is at it.
    """
    graph = home.graph.only(*tables)
    command = f"build {' '.join(tables)}"
    with _running(home, graph, command, progress) as (workspace, running):
        return _execute(running, workspace, asked)


def rollback(home: Home, since: int) -> int:
    """Put back the state before a run, as a new run, and publish it.

    What was predicted live stays, and what reads it is computed over the state put back.

    Returns:
        The number of the new run.

    Raises:
        UsageError: there is no such run, or the state before it is no longer kept.
    """
    home.refuse_nothing()
    require(gates.RUNNING, home.verified_code)
    with home.writing() as workspace:
        graph, facts = home.graph, home.graph.facts
        made = roll_back(workspace.catalog, since, __version__, facts=facts)
        reached = set[str]().union(*(graph.descendants(name) for name in facts))
        running = _run_of(home, workspace, graph, f"{ROLLBACK} {since}")
        report = running.execute(only=reached)
        publish(home, HomeSession(graph, workspace, running.state), report.failed)
        return made


def list_runs(home: Home) -> list[dict[str, Any]]:
    """Return every run that entered anything, newest first, and which one readers see."""
    with home.reading() as session:
        rows = session.workspace.catalog.query(
            f"SELECT {', '.join(RUN)}, run = (SELECT run FROM head) FROM run ORDER BY run DESC"
        )
    return [
        {**dict(zip(RUN, values, strict=True)), "is_head": bool(is_head)}
        for *values, is_head in rows
    ]


def describe_run(home: Home, number: int) -> dict[str, Any]:
    """Return the record of a run: what it entered, its problems, and its failures' tracebacks.

    Raises:
        UsageError: there is no such run.
    """
    with home.reading() as session:
        catalog = session.workspace.catalog
        rows = catalog.query(f"SELECT {', '.join(RUN)}, problems FROM run WHERE run = ?", [number])
        if not rows:
            raise UsageError(f"there is no run {number}: `tipoff runs` lists them")
        entered = catalog.query(ENTERED, [number, number])
        failures = catalog.query(
            "SELECT table_name, at, traceback FROM failure WHERE run = ? ORDER BY at", [number]
        )
    *values, problems = rows[0]
    return {
        **dict(zip(RUN, values, strict=True)),
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
    """Open a home for a run that is yet to be executed."""
    home.refuse_nothing()
    require(gates.RUNNING, home.verified_code)
    with home.writing() as workspace:
        home.refuse_empty(workspace)
        yield workspace, _run_of(home, workspace, graph, command, progress, why_left_alone)


def _run_of(
    home: Home,
    workspace: OpenHome,
    graph: Graph,
    command: str,
    progress: Progress = lambda table, done, total: None,
    why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
) -> Run:
    """Return a run by the home's clock."""
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


def _execute(running: Run, workspace: OpenHome, asked: DateRange | None) -> RunReport:
    """Execute a run; of all dates up to the next with games, if none are asked for."""
    today = workspace.today
    with timed(logger, f"run {running.ledger.run}"):
        report = running.execute(asked, lambda days: slate_date(days, today))
    killed = workspace.lock.deaths > 0
    workspace.lock.settle()
    return replace(report, notice=KILLED) if killed else report


def _earliest(*times: datetime | None) -> datetime | None:
    return min((each for each in times if each is not None), default=None)


def _slate_day(session: HomeSession, asked: DateRange | None) -> date | None:
    """Return the last predicted date of those asked for."""
    days = session.contents("player_prediction").days
    return max((day for day in days if asked is None or day in asked), default=None)
