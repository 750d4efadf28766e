"""Shared fixtures: homes with a small simulated league, and with a recorded season if available."""

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
from tipoff.kernel.catalog import Ledger, quality, sqlite
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
settings.register_profile("untimed", deadline=None)  # a case may take as long as the machine needs
settings.load_profile("untimed")
gc.set_threshold(50_000, 20, 50)
"""Collect rarely: workers hold many objects, and collecting took a twelfth of their time."""

THROUGH = date(2025, 1, 15)
SMALL = DemoLeague(THROUGH, seasons=1, teams=6)
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
"""Tables that are not features but hold what was known before a game, for all predictions."""
FEATURES = [
    name
    for name, definition in pipeline().tables.items()
    if definition.function.__module__.startswith("tipoff.features") or name in KNOWN_BEFORE_TIP
]
"""All tables that hold what was known before a game."""


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
"""The test files that take longest, longest first.

They start first, so that no long file is left to a single worker at the end. The first two start
with different worlds, which are therefore built at the same time, and the third with none.
"""
MAX_WORKERS = 4


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are cores, because tests wait a sixth of their time.

    They wait for other processes, a browser, the disk, leases to expire and answers that hang.
    """
    return min((os.cpu_count() or 1) + 1, MAX_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests of the longest files first, and keep the order of all others."""
    places = {TESTS / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


@pytest.fixture(autouse=True)
def _logging_is_left_as_it_was() -> Iterator[None]:
    """Restore the logger's level and handlers, which a command sets for the whole process."""
    logger = logging.getLogger("tipoff")
    before = logger.level, [*logger.handlers]
    yield
    logger.setLevel(before[0])
    logger.handlers = before[1]


@pytest.fixture(autouse=True, scope="session")
def _code_is_compared_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let all homes share the file that records which modules were compared with their source.

    Each home has its own, and each new home would take a second to compare all modules again.
    """
    verified = tmp_path_factory.mktemp("code") / "verified_code.json"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Home, "verified_code", property(lambda _: verified))
        yield


@pytest.fixture(autouse=True, scope="session")
def _engines_start_at_once() -> Iterator[None]:
    """Let the engines of all homes share an instance of DuckDB, each with its own database."""
    with shared_instances():
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_waits_for_the_disk() -> Iterator[None]:
    """Turn off fsync in the test's own process.

    It matters only if the machine loses power; tests of that trace the system calls of separate
    processes.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)
        patch.setattr(sqlite, "SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(autouse=True, scope="session")
def _commands_are_made_once() -> Iterator[None]:
    """Let Typer build the command line once, not for each command that is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("typer.testing._get_command", cache(get_command))
        yield


@dataclass(frozen=True)
class World:
    """A home, with shortcuts for inspecting it."""

    home: Home

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self.home.reading() as engine:
            return engine.query(sql)

    def catalog(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the catalog."""
        with self.home.reading() as session:
            return session.workspace.catalog.query(sql)

    def quarantine(self) -> list[tuple[str, str, str, str, str]]:
        """Return the rows in quarantine, sorted: (table, rule, column, value, key)."""
        with self.home.reading() as session:
            considered = load_state(self.home.graph, session.workspace).considered()
            rows = quality.quarantined(session.ledger, considered)
        names = ("table_name", "rule", "column_name", "value", "key")
        return sorted(tuple(row[name] for name in names) for row in rows)

    def rows(self, table: str, where: str = "TRUE") -> list[dict[str, Any]]:
        """Return rows of a table as dictionaries."""
        with self.home.reading() as engine:
            rows = engine.arrow(f"SELECT * FROM {table} WHERE {where}")
        return list(rows.to_pylist())

    def rewrite(self, table: str, select: str) -> None:
        """Replace the rows of a table at head by those of a query, to simulate a fault."""
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
                day: replace(held[day], rows=staged.rows, content=staged.content, file=None)
                for day, staged in (
                    (day, each.good) for day, each in store.staged(definition, path).items()
                )
            }
            commit.enter_days(bench, state, definition, entries, [], path)
            with workspace.catalog.transaction():
                ledger.end([])

    def hashes(self, first: date = date.min, last: date = date.max) -> dict[str, str]:
        """Return the content hash of each table over a range of dates."""
        with self.home.reading() as session:
            return {n: f"{session.contents(n).within(first, last):x}" for n in session.graph.tables}


@cache
def small_payloads() -> tuple[Payload, ...]:
    """Return every payload of the small league, generated once per process."""
    return tuple(SMALL.payloads())


def features_only() -> Graph:
    """Return the pipeline up to the features."""
    return pipeline().without("minutes_model")


def build(
    home: Home, payloads: Iterable[Payload], graph: Graph, dates: DateRange | None = None
) -> RunReport:
    """Land the payloads and run the graph, for all dates or a range."""
    with home.writing() as workspace:
        workspace.landing.land(payloads)
        return Run(graph, workspace).execute(dates)


def read_by(graph: Graph, payloads: Iterable[Payload]) -> list[Payload]:
    """Return the payloads that a graph's tables read: others would only be landed."""
    streams = [graph.streams[d.stream] for d in graph.tables.values() if d.stream is not None]
    resources = {resource for stream in streams for resource, _ in stream.requests}
    return [payload for payload in payloads if payload.resource in resources]


@pytest.fixture(scope="session")
def small_league() -> list[Payload]:
    """Return every payload of a small simulated season."""
    return list(small_payloads())


@pytest.fixture(scope="session")
def small_world(tmp_path_factory: pytest.TempPathFactory, small_league: list[Payload]) -> World:
    """Return a read-only home with the small league, up to the features."""

    def make(directory: Path) -> None:
        report = build(Home(directory, threads=2), small_league, features_only())
        assert report.problems == []

    return World(Home(made_once(tmp_path_factory, "small", make), threads=2))


@pytest.fixture(scope="session")
def demo_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a read-only home with the small league, up to predictions and documents."""

    def make(directory: Path) -> None:
        home = Home(directory, threads=2)
        ingest(home, SMALL)
        assert runs.run(home, None).report.problems == []

    return World(Home(made_once(tmp_path_factory, "demo", make), threads=2))


@pytest.fixture
def demo_copy(demo_world: World, tmp_path: Path) -> World:
    """Return a copy of the demo home that a test may change."""
    shutil.copytree(demo_world.home.directory, tmp_path / "home", symlinks=True)
    return World(Home(tmp_path / "home", threads=2))


@pytest.fixture(scope="session")
def recorded() -> Path:
    """Return the directory of the recorded seasons; skip the test if there is none."""
    root = Path(__file__).parents[1]
    directory = Path(os.environ.get("TIPOFF_RECORDED", root.parent / "shared" / "recorded"))
    if not directory.is_dir():
        pytest.skip(f"no recorded seasons at {directory}")
    return directory


@pytest.fixture(scope="session")
def recorded_season(recorded: Path) -> Callable[[str], Iterable[Payload]]:
    """Return a function that returns all payloads of a recorded season, betting lines included."""

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
    """Return a read-only home with the recorded season 2022-23, up to the features."""

    def make(directory: Path) -> None:
        report = build(Home(directory, threads=2), recorded_season("2022-23"), features_only())
        assert report.problems == []

    return World(Home(made_once(tmp_path_factory, "recorded", make), threads=2))
