"""What each command does, from an open home to values that can be shown."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import orjson

from tipoff import __version__
from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.app import standstill
from tipoff.app.clock import distrusted_clock, now_of, today_of
from tipoff.app.outcome import Outcome
from tipoff.app.pipeline import loaded_modules
from tipoff.health.status import read_status
from tipoff.kernel.catalog import accounts
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably
from tipoff.kernel.fingerprints import refuse_stale_bytecode
from tipoff.kernel.lock import exclusive
from tipoff.kernel.plan.plan import Step, refuse_outside
from tipoff.kernel.run.facts import plan_by_the_clock
from tipoff.kernel.run.rollback import roll_back
from tipoff.kernel.run.run import Progress, Run
from tipoff.kernel.run.session import Session
from tipoff.kernel.run.state import load_state
from tipoff.predictions.chain import link
from tipoff.predictions.evaluation.evaluation import Score, evaluate, within
from tipoff.predictions.evaluation.record_plots import record_plots
from tipoff.predictions.live_slate_writer import RESOURCE
from tipoff.predictions.training.leaks import refuse_leaking_store
from tipoff.publishing.documents import documents, slate_date
from tipoff.publishing.inputs import Inputs
from tipoff.publishing.release import Publication
from tipoff.publishing.slates import slate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tipoff.app.home import Home, OpenHome
    from tipoff.health.report import Status
    from tipoff.kernel.declare.payload import Source
    from tipoff.kernel.run.report import RunReport
    from tipoff.landing import LandingReport, PayloadStore
    from tipoff.simulation.league import DemoLeague


def ingest(
    home: Home, source: Source, progress: Callable[[int], None] = lambda done: None
) -> LandingReport:
    """Land all that a source has on offer."""
    with home.writing() as workspace:
        return workspace.landing.land(source.payloads(), progress)


def prepare_demo(home: Home, league: DemoLeague, *, replace: bool) -> None:
    """Make sure that a directory holds this simulated league or nothing.

    Args:
        home: where the league is going to live.
        league: what is going to be simulated.
        replace: whether another simulated league that is there may be removed.

    Raises:
        UsageError: something else is there.
    """
    named = home.directory / "league.json"
    stated = orjson.dumps(asdict(league))
    if home.catalog.exists() and (not named.exists() or named.read_bytes() != stated):
        if not (replace and named.exists()):
            raise UsageError(
                f"{home.directory} holds games already, and not of this simulated league: remove"
                " it, or name another directory with --home"
            )
        with exclusive(home.directory / "run.lock"):
            shutil.rmtree(home.directory)
    write_durably(named, stated)


def make_plan(home: Home, asked: DateRange | None) -> list[Step]:
    """Return what a run would do."""
    with home.reading() as session:
        landing = _landing(session)
        today = today_of(landing)
        state = load_state(home.graph, session.workspace, today=today)
        if asked is not None:
            refuse_outside(state.calendar, asked)
        whole = DateRange(min(state.calendar, default=today), slate_date(state.calendar, today))
        now = now_of(landing)
        return plan_by_the_clock(session.workspace, state, asked or whole, now)


def run(
    home: Home,
    asked: DateRange | None,
    progress: Progress = lambda table, done, total: None,
) -> Outcome:
    """Do what is missing of the asked dates, from raw rows to published documents.

    Raises:
        UsageError: nothing has been ingested, or no date of the schedule was asked for.
        RunInProgress: another process is at it.
    """
    code = standstill.code_digest()
    with _running(home, home.graph, "run", progress) as (workspace, running):
        report = _done(running, workspace.landing, asked)
        session = Session(home.graph, workspace, running.state.contents)
        status = cache(partial(_status, home, session))
        published = publish(home, session, report.failed, status)
        day = _slate_day(session, asked)
        shown = slate(session, day, report.failed) if day else None
        simulated = workspace.landing.simulated_until is not None
        outcome = Outcome(report, published, shown, simulated)
        if report.leaves_nothing:
            standstill.remember(
                home,
                workspace,
                outcome,
                asked,
                code=code,
                status=status(),
                valid_until=running.valid_until,
            )
        return outcome


def publish(
    home: Home,
    session: Session,
    failed: Mapping[str, str],
    status: Callable[[], Status] | None = None,
) -> int:
    """Publish what head holds; return how many documents were made."""
    landing, publication = _landing(session), Publication(home.published)
    inputs = Inputs(
        rows=session,
        contents={name: session.contents(name) for name in session.graph.tables},
        today=today_of(landing),
        simulated=landing.simulated_until is not None,
        status=status or cache(partial(_status, home, session)),
        chain_head=_chain_head(landing),
        failed=failed,
    )
    return publication.publish(documents(inputs, publication))


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
        return _done(running, workspace.landing, asked)


def status(home: Home) -> Status:
    """Return where every table stands."""
    with home.reading() as session:
        return _status(home, session)


def scores(home: Home, asked: DateRange | None, market: str | None = None) -> list[Score]:
    """Return the record of the graded predictions, of all dates and markets or those asked for.

    Raises:
        Blocked: a feature of the models knows the outcome: no number after that means anything.
    """
    with home.reading() as session:
        refuse_leaking_store(session, asked)
        return evaluate(session, asked, market)


def write_plots(
    home: Home, directory: Path, asked: DateRange | None, market: str | None
) -> list[Path]:
    """Write the record's plots into a directory, which is made if there is none."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    with home.reading() as session:
        for name, svg in record_plots(session, within(asked, market)):
            (directory / name).write_text(svg)
            written.append(directory / name)
    return written


def pool(home: Home, day: date, at: PredictionTime) -> list[dict[str, Any]]:
    """Return who may play on a date, team by team, and who was known to be out at a time.

    Raises:
        UsageError: the date has no pool: no games, or it is not built yet.
    """
    out, status, reason = KNOWN[at]
    with home.reading() as session:
        rows = session.arrow(
            "SELECT p.game_id, p.tip_at, if(home, home_team_code, away_team_code) AS team,"
            " if(home, away_team_code, home_team_code) AS opponent, home, player_id, player_name,"
            f" {out} AS out, {status} AS status, {reason} AS reason"
            " FROM player_pool p JOIN schedule USING (game_id)"
            f" WHERE p.game_date = DATE '{day}'"
            " ORDER BY p.tip_at, game_id, home DESC, out DESC NULLS LAST, player_name"
        )
    if not rows.num_rows:
        raise UsageError(f"no player pool of {day}: `tipoff run {day}` builds it if it has games")
    return list(rows.to_pylist())


def quarantined(home: Home, table: str | None, limit: int) -> list[dict[str, Any]]:
    """Return the rows that are set aside, newest first.

    Raises:
        UsageError: there is no such table.
    """
    if table is not None and table not in home.graph.tables:
        raise UsageError(f"no table {table}: there are {', '.join(home.graph.tables)}")
    with home.reading() as session:
        state = load_state(home.graph, session.workspace, session.ledger)
        rows = accounts.quarantined(session.ledger, state.considered())
        return [row for row in rows if table in (None, row["table_name"])][:limit]


def runs(home: Home) -> list[dict[str, Any]]:
    """Return every run that entered anything, newest first, and which one readers see."""
    with home.reading() as session:
        found = session.workspace.catalog.query(
            "SELECT run, started_at, ended_at, command, version, run = (SELECT run FROM head)"
            " FROM run ORDER BY run DESC"
        )
    names = ("run", "started_at", "ended_at", "command", "version", "is_head")
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return [{**row, "is_head": bool(row["is_head"])} for row in rows]


def rollback(home: Home, since: int) -> int:
    """Put back the state before a run, as a new run, and publish it.

    What was predicted live stays, and what reads it is computed over the state put back.

    Returns:
        The number of the new run.

    Raises:
        UsageError: there is no such run, or the state before it is no longer kept.
    """
    home.refuse_nothing()
    with home.writing() as workspace:
        graph, facts = home.graph, home.graph.facts
        made = roll_back(workspace.catalog, since, __version__, facts=facts)
        reached = set[str]().union(*(graph.descendants(name) for name in facts))
        report = _run_of(home, workspace, graph, f"rollback {since}").execute(only=reached)
        publish(home, Session(graph, workspace), report.failed)
        return made


def withdraw(home: Home, payload: int, *, restore: bool = False) -> str:
    """Let a payload count no longer from the next run on, or count again.

    Returns:
        Where the payload came from.

    Raises:
        UsageError: there is no such payload.
    """
    home.refuse_nothing()
    with home.writing() as workspace:
        return workspace.landing.withdraw(payload, restore=restore)


@contextmanager
def _running(
    home: Home, graph: Graph, command: str, progress: Progress
) -> Iterator[tuple[OpenHome, Run]]:
    """Open a home for a run that is yet to be executed."""
    home.refuse_nothing()
    refuse_stale_bytecode(loaded_modules(), home.verified_code)
    with home.writing() as workspace:
        home.refuse_empty(workspace)
        refuse_later_version(workspace)
        yield workspace, _run_of(home, workspace, graph, command, progress)


def _run_of(
    home: Home,
    workspace: OpenHome,
    graph: Graph,
    command: str,
    progress: Progress = lambda table, done, total: None,
) -> Run:
    """Return a run by the home's clock."""
    landing = workspace.landing
    now = now_of(landing)
    return Run(
        graph,
        workspace,
        now=now,
        today=today_of(landing),
        command=command,
        version=__version__,
        distrusted_clock=distrusted_clock(workspace, now),
        retention=home.retention,
        progress=progress,
    )


def refuse_later_version(workspace: OpenHome) -> None:
    """Refuse a home whose last run was made by a later version of Tipoff.

    Raises:
        UsageError: naming the version to install.
    """
    found = workspace.catalog.query("SELECT version FROM run ORDER BY run DESC LIMIT 1")
    made_by = found[0][0] if found else __version__
    if _numbers(made_by) > _numbers(__version__):
        raise UsageError(
            f"the last run here was by Tipoff {made_by}, and this is {__version__}: install"
            f" {made_by} or later, or use another home"
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _done(running: Run, landing: PayloadStore, asked: DateRange | None) -> RunReport:
    """Execute a run; of all dates, if none are asked for, up to the next with games."""
    today = today_of(landing)
    return running.execute(asked, lambda days: slate_date(days, today))


def _landing(session: Session) -> PayloadStore:
    landing: PayloadStore = session.workspace.landing  # type: ignore[assignment]
    return landing


def _chain_head(landing: PayloadStore) -> dict[str, Any] | None:
    """Return the link of the newest live slate; None before the first."""
    newest = landing.newest(RESOURCE, {})
    if not newest:
        return None
    found = link(landing.read(max(each.number for each in newest)))
    return {"number": found.number, "hash": found.body_hash, "created_at": found.created_at}


def _status(home: Home, session: Session) -> Status:
    landing = _landing(session)
    today = today_of(landing)
    state = load_state(home.graph, session.workspace, session.ledger, today)
    until = min(max(state.calendar, default=today), today)
    return read_status(session, state, simulated=landing.simulated_until is not None, until=until)


def _slate_day(session: Session, asked: DateRange | None) -> date | None:
    """Return the last predicted date of those asked for."""
    days = session.contents("player_prediction").days
    return max((day for day in days if asked is None or day in asked), default=None)
