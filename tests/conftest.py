"""Homes to look into: a small simulated league, and one recorded season where it is at hand."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from typer.main import get_command

from support.shared_engine import shared_instances
from support.shared_worlds import made_once
from tipoff.app import runs
from tipoff.app.home import Home
from tipoff.app.ingest import ingest
from tipoff.app.pipeline import pipeline
from tipoff.kernel.catalog import Ledger, accounts, sqlite
from tipoff.kernel.run import commit
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.run import Run
from tipoff.kernel.run.session import Session
from tipoff.kernel.run.state import load_state
from tipoff.simulation.league import DemoLeague
from tipoff.sources.bulk.recorded import RecordedDirectory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tipoff.kernel.declare.graph import DateRange, Graph
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.run.report import RunReport
settings.register_profile("untimed", deadline=None)  # how long a case takes is the machine's affair
settings.load_profile("untimed")
gc.set_threshold(50_000, 20, 50)
"""Rarely: a worker holds many objects, and looking for circles took a twelfth of its time."""

THROUGH = date(2025, 1, 15)
SMALL = DemoLeague(THROUGH, seasons=1, teams=6)
"""What all predictions read, and no feature."""

KNOWN_BEFORE_TIP = (
    "pool_member",
    "player_pool",
    "resolved_name",
    "player_prop_offer",
    "reference_line",
    "game_line",
    "upcoming_team_game_context",
    "upcoming_player_game_context",
)
FEATURES = [
    name
    for name, definition in pipeline().tables.items()
    if definition.function.__module__.startswith("tipoff.features") or name in KNOWN_BEFORE_TIP
]
"""Every table that says what was known before a game."""


TESTS = Path(__file__).parent
LONGEST = (
    "domain/test_live_facts.py",
    "domain/test_formulas.py",
    "sources/test_nba_client.py",
    "cli/test_commands.py",
    "domain/test_point_in_time.py",
    "publishing/test_site.py",
    "catalogs/test_lease.py",
    "kernel/test_interrupted_runs.py",
    "operations/test_day.py",
    "publishing/test_site_states.py",
    "sources/test_injury_report_client.py",
    "sources/test_faults.py",
    "domain/test_random_cuts.py",
    "operations/test_heal.py",
    "simulation/test_daily_use.py",
    "cli/test_as_of.py",
    "domain/test_recorded_names.py",
    "publishing/test_documents.py",
    "domain/test_correction.py",
    "kernel/test_raw_rows.py",
    "test_standstill.py",
    "test_shipped_sql.py",
    "domain/test_order.py",
    "test_verify.py",
    "predictions/test_dates_alone.py",
    "predictions/test_information_sets.py",
    "kernel/test_power_loss.py",
    "operations/test_agenda.py",
    "kernel/test_readers.py",
    "kernel/test_killed_processes.py",
    "kernel/test_stale_bytecode.py",
    "publishing/test_advice.py",
    "storage/test_home.py",
    "kernel/test_folding.py",
    "kernel/test_fingerprint.py",
    "test_rebuild_home.py",
    "kernel/test_run.py",
)
"""The files that take longest, longest first.

They are begun first, so that no worker is left alone with one of them at the end. The first two
begin with different worlds, which are made at the same time, and the third with none.
"""
MAX_WORKERS = 4


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores: a sixth of the time a test waits.

    It waits for another process, a browser, the disk, a lease that ends or an answer that hangs.
    """
    return min((os.cpu_count() or 1) + 1, MAX_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first, and leave all else in its order."""
    places = {TESTS / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


@pytest.fixture(autouse=True)
def _logging_is_left_as_it_was() -> Iterator[None]:
    """Undo what a command sets up: its level and handler are the whole process's."""
    logger = logging.getLogger("tipoff")
    before = logger.level, [*logger.handlers]
    yield
    logger.setLevel(before[0])
    logger.handlers = before[1]


@pytest.fixture(autouse=True, scope="session")
def _code_is_compared_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let all homes share one note of the code that was compared with its files.

    A home keeps its own, and each new one would take a second to compare all modules again.
    """
    note = tmp_path_factory.mktemp("code") / "verified_code.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Home, "verified_code", property(lambda _: note))
        yield


@pytest.fixture(autouse=True, scope="session")
def _engines_start_at_once() -> Iterator[None]:
    """Let the engines of all homes share an instance of DuckDB, each with its own database."""
    with shared_instances():
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_waits_for_the_disk() -> Iterator[None]:
    """Let what a test's own process writes be flushed by the system when it likes.

    That would matter if the machine lost its power. What a home looks like after that is tested
    of processes of their own, by a trace of their system calls.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        patch.setattr(sqlite, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(autouse=True, scope="session")
def _commands_are_made_once() -> Iterator[None]:
    """Let Typer make the command line once, and not for each command that is given."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(get_command))
        yield


@dataclass(frozen=True)
class World:
    """A home, and short ways to look into it."""

    home: Home

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query."""
        with self.home.reading() as engine:
            return engine.query(sql)

    def catalog(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query over the catalog."""
        with self.home.reading() as session:
            return session.workspace.catalog.query(sql)

    def quarantine(self) -> list[tuple[str, str, str, str, str]]:
        """The rows set aside: (table, rule, column, value, key), in order."""
        with self.home.reading() as session:
            considered = load_state(self.home.graph, session.workspace).considered()
            rows = accounts.quarantined(session.ledger, considered)
        names = ("table_name", "rule", "column_name", "value", "key")
        return sorted(tuple(row[name] for name in names) for row in rows)

    def rows(self, table: str, where: str = "TRUE") -> list[dict[str, Any]]:
        """Rows of a table as dictionaries."""
        with self.home.reading() as engine:
            found = engine.arrow(f"SELECT * FROM {table} WHERE {where}")
        return list(found.to_pylist())

    def rewrite(self, table: str, select: str) -> None:
        """Make a query's rows those of a table at head, as nothing but a fault could."""
        graph = self.home.graph
        definition = graph.tables[table]
        with self.home.writing() as workspace:
            Session(graph, workspace).open_tables(select)
            ledger = Ledger.begin(workspace.catalog)
            state = load_state(graph, workspace, ledger)
            store = workspace.store
            compute = Computation(graph, workspace.engine, store, workspace.catalog)
            bench = commit.Workbench(workspace.engine, store, ledger, compute, "fault", "")
            schema = definition.schema
            rules = "".join(f", TRUE AS _rule_{rule.name}" for rule in schema.rules)
            path = store.new_path(definition, ledger.run)
            query = f"SELECT *{rules} FROM ({select})"
            workspace.engine.stage(schema, query, schema.key(), "TRUE", path)
            held = state.contents[table].entries
            entries = {
                day: replace(held[day], rows=found.rows, content=found.content, file=None)
                for day, found in (
                    (day, each.good) for day, each in store.staged(definition, path).items()
                )
            }
            commit.enter_days(bench, state, definition, entries, [], path)
            with workspace.catalog.transaction():
                ledger.end([])

    def hashes(self, first: date = date.min, last: date = date.max) -> dict[str, str]:
        """The content of each table from one date to another."""
        with self.home.reading() as session:
            return {n: f"{session.contents(n).within(first, last):x}" for n in session.graph.tables}


@cache
def small_payloads() -> tuple[Payload, ...]:
    """Every payload of the small league, made once per process."""
    return tuple(SMALL.payloads())


def features_only() -> Graph:
    """The pipeline as far as the features."""
    return pipeline().without("minutes_model")


def build(
    home: Home, payloads: Iterable[Payload], graph: Graph, asked: DateRange | None = None
) -> RunReport:
    """Land the payloads and run the graph."""
    with home.writing() as workspace:
        workspace.landing.land(payloads)
        return Run(graph, workspace).execute(asked)


def read_by(graph: Graph, payloads: Iterable[Payload]) -> list[Payload]:
    """Return the payloads that a graph's tables read: others would only be landed."""
    streams = [graph.streams[d.stream] for d in graph.tables.values() if d.stream is not None]
    resources = {resource for stream in streams for resource, _ in stream.requests}
    return [payload for payload in payloads if payload.resource in resources]


@pytest.fixture(scope="session")
def small_league() -> list[Payload]:
    """Every payload of a small simulated season."""
    return list(small_payloads())


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory, small_league: list[Payload]) -> World:
    """The small league's analytics and features; nobody writes to it."""

    def make(directory: Path) -> None:
        report = build(Home(directory, threads=2), small_league, features_only())
        assert report.problems == []

    return World(Home(made_once(tmp_path_factory, "small", make), threads=2))


@pytest.fixture(scope="session")
def demo_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small league with predictions, grades and documents; nobody writes to it."""

    def make(directory: Path) -> None:
        home = Home(directory, threads=2)
        ingest(home, SMALL)
        assert runs.run(home, None).report.problems == []

    return World(Home(made_once(tmp_path_factory, "demo", make), threads=2))


@pytest.fixture
def demo_copy(demo_world: World, tmp_path: Path) -> World:
    """A copy of the demo home, to do things to."""
    shutil.copytree(demo_world.home.directory, tmp_path / "home", symlinks=True)
    return World(Home(tmp_path / "home", threads=2))


@pytest.fixture(scope="session")
def recorded() -> Path:
    """The recorded seasons."""
    here = Path(__file__).parents[1]
    found = Path(os.environ.get("TIPOFF_RECORDED", here.parent / "shared" / "recorded"))
    if not found.is_dir():
        pytest.skip(f"no recorded seasons at {found}")
    return found


@pytest.fixture(scope="session")
def recorded_season(recorded: Path) -> Callable[[str], Iterable[Payload]]:
    """The payloads of one recorded season, lines and all."""

    def season(label: str) -> Iterable[Payload]:
        def belongs(payload: Payload) -> bool:
            year = payload.parameters.get("GameID", "")[3:5]
            return label in payload.origin or year == label[2:4]

        return [p for p in RecordedDirectory(recorded).payloads() if belongs(p)]

    return season


@pytest.fixture(scope="session")
def recorded_world(
    tmp_path_factory: pytest.TempPathFactory,
    recorded_season: Callable[[str], Iterable[Payload]],
) -> World:
    """The season 2022-23, really played, as far as the features."""

    def make(directory: Path) -> None:
        report = build(Home(directory, threads=2), recorded_season("2022-23"), features_only())
        assert report.problems == []

    return World(Home(made_once(tmp_path_factory, "recorded", make), threads=2))
