"""What a person asks for: ingest, plan, run, look. Commands only show what these return."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tipoff import __version__
from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.kernel import storage
from tipoff.kernel.errors import UsageError
from tipoff.kernel.fingerprint import refuse_stale_bytecode
from tipoff.kernel.graph import DateRange, Graph
from tipoff.kernel.ledger import Ledger
from tipoff.kernel.plan import State, Step, plan, refuse_outside
from tipoff.kernel.run import Progress, Run, RunReport, load_state
from tipoff.landing import LandingReport, PayloadStore
from tipoff.pipeline import loaded_modules, pipeline
from tipoff.predictions.evaluation import Score, evaluate, within
from tipoff.predictions.leaks import refuse_leaking_store
from tipoff.predictions.record_plots import record_plots
from tipoff.publishing.documents import documents, league_date, slate_date
from tipoff.publishing.inputs import Inputs
from tipoff.publishing.release import Publication
from tipoff.publishing.slates import slate
from tipoff.status import Status, read_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from tipoff.home import Home
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.payload import Source


@dataclass(frozen=True)
class Outcome:
    """What a run did, what was published, and the slate it ends with."""

    report: RunReport
    documents: int
    slate: dict[str, Any] | None
    simulated: bool


def ingest(
    home: Home, source: Source, progress: Callable[[int], None] = lambda done: None
) -> LandingReport:
    """Land all that a source has on offer."""
    with home.writing() as engine:
        Ledger.begin(engine)
        return PayloadStore(home.landing, engine).land(source.payloads(), progress)


def make_plan(home: Home, asked: DateRange | None) -> list[Step]:
    """What a run would do."""
    with _looking(home) as (_, state, landing):
        if asked is not None:
            refuse_outside(state.calendar, asked)
        return plan(state, asked or _whole(state, _today(landing)))


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
    with _running(home, _graph(home), "run", progress) as (engine, landing, running):
        report = _done(running, landing, asked)
        state = running.state
        today, simulated = _today(landing), landing.simulated_for is not None
        stand = cache(partial(_status, _with_all_tables(engine), state, landing))
        publication = Publication(home.published)
        inputs = Inputs(engine, state.contents, today, simulated, stand, _failed(report))
        published = publication.publish(documents(inputs, publication))
        day = _slate_day(state, asked)
        shown = slate(engine, day, inputs.failed) if day else None
        return Outcome(report, published, shown, simulated)


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
    graph = _graph(home).only(*tables)
    command = f"build {' '.join(tables)}"
    with _running(home, graph, command, progress) as (_, landing, running):
        return _done(running, landing, asked)


def status(home: Home) -> Status:
    """Where every table stands."""
    with _looking(home) as (engine, state, landing):
        return _status(engine, state, landing)


def scores(home: Home, asked: DateRange | None, market: str | None = None) -> list[Score]:
    """The record of the graded predictions, of all dates and markets or those asked for.

    Raises:
        Blocked: a feature of the models knows the outcome: no number after that means anything.
    """
    with _reading(home) as engine:
        refuse_leaking_store(engine, asked)
        return evaluate(engine, asked, market)


def write_plots(
    home: Home, directory: Path, asked: DateRange | None, market: str | None
) -> list[Path]:
    """Write the record's plots into a directory, which is made if there is none."""
    directory.mkdir(parents=True, exist_ok=True)
    written = []
    with _reading(home) as engine:
        for name, svg in record_plots(engine, within(asked, market)):
            (directory / name).write_text(svg)
            written.append(directory / name)
    return written


def pool(home: Home, day: date, at: PredictionTime) -> list[dict[str, Any]]:
    """Who may play on a date, team by team, and who of them was known to be out at a time.

    Raises:
        UsageError: the date has no pool: no games, or it is not built yet.
    """
    rows = _pool(home, day, at)
    if not rows:
        raise UsageError(f"no player pool of {day}: `tipoff run {day}` builds it if it has games")
    return rows


def _pool(home: Home, day: date, at: PredictionTime) -> list[dict[str, Any]]:
    out, status, reason = KNOWN[at]
    with _reading(home) as engine:
        if not engine.columns("main", "player_pool"):
            return []
        found = engine.arrow(
            "SELECT p.game_id, p.tip_at, if(home, home_team_code, away_team_code) AS team,"
            " if(home, away_team_code, home_team_code) AS opponent, home, player_id, player_name,"
            f" {out} AS out, {status} AS status, {reason} AS reason"
            " FROM player_pool p JOIN schedule USING (game_id)"
            f" WHERE p.game_date = DATE '{day}'"
            " ORDER BY p.tip_at, game_id, home DESC, out DESC NULLS LAST, player_name"
        )
    return list(found.to_pylist())


def quarantined(home: Home, table: str | None, limit: int) -> list[dict[str, Any]]:
    """The rows that are set aside, newest first."""
    condition = f"AND table_name = '{_known(table)}'" if table else ""
    with _reading(home) as engine:
        found = engine.arrow(
            "SELECT table_name, day, key, rule, column_name, value, row_values, run"
            f" FROM kernel.quarantine WHERE replaced_by IS NULL {condition}"
            f" ORDER BY run DESC, table_name, key LIMIT {limit}"
        )
    return list(found.to_pylist())


def runs(home: Home) -> list[dict[str, Any]]:
    """Every run that committed anything, newest first."""
    with _reading(home) as engine:
        return list(engine.arrow("SELECT * FROM kernel.run ORDER BY run DESC").to_pylist())


def rollback(home: Home, since: int) -> int:
    """Put back the state before a run; what it and later runs wrote goes to history.

    Returns:
        The number under which the rollback is recorded.

    Raises:
        UsageError: there is no such run.
    """
    with _writing(home) as engine:
        ledger = Ledger.begin(engine)
        assert ledger.run is not None
        if not engine.query(
            "SELECT 1 FROM kernel.run WHERE run = ? AND undone_by IS NULL", [since]
        ):
            raise UsageError(f"there is no run {since} to undo: `tipoff runs` lists them")
        with engine.transaction():
            storage.undo(engine, pipeline().tables, since, ledger.run)
            ledger.open_run(f"rollback {since}", __version__)
        return ledger.run


def _graph(home: Home) -> Graph:
    return pipeline(home.markets, catboost=home.catboost)


def _known(table: str) -> str:
    if table not in pipeline().tables:
        raise UsageError(f"no table {table}: there are {', '.join(pipeline().tables)}")
    return table


@contextmanager
def _reading(home: Home) -> Iterator[Engine]:
    with home.reading() as engine:
        _refuse_empty(home, engine)
        yield _with_all_tables(engine)


@contextmanager
def _running(
    home: Home, graph: Graph, command: str, progress: Progress
) -> Iterator[tuple[Engine, PayloadStore, Run]]:
    """A run that is yet to be executed, over the home's own database."""
    refuse_stale_bytecode(loaded_modules())
    with _writing(home) as engine:
        landing = PayloadStore(home.landing, engine)
        running = Run(
            graph, engine, landing, command=command, version=__version__, progress=progress
        )
        yield engine, landing, running


def _done(running: Run, landing: PayloadStore, asked: DateRange | None) -> RunReport:
    """Of all dates, if none are asked for: up to the next with games."""
    today = _today(landing)
    return running.execute(asked, lambda days: slate_date(days, today))


@contextmanager
def _writing(home: Home) -> Iterator[Engine]:
    if not home.database.exists():
        raise _nothing(home)
    with home.writing() as engine:
        _refuse_empty(home, engine)
        yield engine


def _failed(report: RunReport) -> dict[str, str]:
    """Return the tables that failed or were skipped, each with a sentence that says why."""
    failed = {t.table: str(t.failure) for t in report.tables if t.failure}
    waiting = {name: f"{name} waits for {other}" for name, other in report.skipped.items()}
    return failed | waiting


def _with_all_tables(engine: Engine) -> Engine:
    """Return the engine, in which a table that is not built yet is now an empty one."""
    for name, definition in pipeline().tables.items():
        if not engine.columns("main", name):
            columns = (
                f"{n} {engine.type_of(c.dtype)}" for n, c in definition.schema.columns.items()
            )
            engine.query(f"CREATE TEMP TABLE {name} ({', '.join(columns)})")
    return engine


def _refuse_empty(home: Home, engine: Engine) -> None:
    if not engine.columns("landing", "payload"):
        raise _nothing(home)


def _nothing(home: Home) -> UsageError:
    return UsageError(f"nothing is ingested in {home.directory}: run `tipoff ingest` first")


@contextmanager
def _looking(home: Home) -> Iterator[tuple[Engine, State, PayloadStore]]:
    with _reading(home) as engine:
        landing = PayloadStore(home.landing, engine)
        yield engine, load_state(_graph(home), engine, landing), landing


def _status(engine: Engine, state: State, landing: PayloadStore) -> Status:
    today = _today(landing)
    until = min(max(state.calendar, default=today), today)
    return read_status(engine, state, simulated=landing.simulated_for is not None, until=until)


def _today(landing: PayloadStore) -> date:
    """Today; a simulated league's clock stands at the date it was made for."""
    return landing.simulated_for or league_date()


def _whole(state: State, today: date) -> DateRange:
    return DateRange(min(state.calendar, default=today), slate_date(state.calendar, today))


def _slate_day(state: State, asked: DateRange | None) -> date | None:
    """The last predicted date of those asked for."""
    days = state.contents["player_prediction"].days
    return max((day for day in days if asked is None or day in asked), default=None)
