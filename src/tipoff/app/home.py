"""A home: the directory that holds all state, and the ways to open it."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tipoff.app import gates
from tipoff.app.catalog_place import CatalogFile, CatalogPlace, CatalogServer, unwritable
from tipoff.app.identity import claim, refuse_other_home
from tipoff.app.interrupting import interruptible
from tipoff.app.open_home import OpenHome
from tipoff.app.storage import Storage
from tipoff.kernel.engine import EngineStart
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.gates import require
from tipoff.kernel.lock import Lock
from tipoff.kernel.memory import available_bytes, engine_bytes, engine_threads
from tipoff.kernel.run.retention import Retention

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.app.session import HomeSession
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.graph import Graph

MAX_HALVINGS = 6
"""How often killed writers in a row can halve the memory that chunks are sized for."""
LEASE_SECONDS = 30.0
IN_PROCESS = "duckdb"
"""The engine that runs in this process, as the setting ``engine`` names it."""
DEMO, LEAGUE = "demo", "league.json"
"""The directory in a home that holds the home of `tipoff demo`, and the file that marks it."""
EARLIER_FORM = "tipoff.duckdb"
"""The file that marks a home of the first version."""
PRELOADED = (
    "lightgbm",
    "scipy.optimize",
    "tipoff.predictions.blend_model",
    "tipoff.predictions.distributions.mixture_head",
    "tipoff.predictions.mean_prediction",
    "tipoff.predictions.training.booster_jobs",
)
"""Modules that training jobs need, imported once for all worker processes."""


@dataclass(frozen=True)
class Home:
    """A home: a directory with the catalog, the landing, the tables and the published documents."""

    directory: Path
    threads: int | None = None
    memory_limit: str | None = None
    """Memory that the engine uses before it spills to disk; what the machine allows if None."""
    markets: tuple[str, ...] = ()
    """Names of the markets to predict; all if empty."""
    catboost: bool = False
    """Whether models are also trained with CatBoost, the second backend."""
    retrain_months: int = 1
    """Months of a season between two trainings of the models."""
    retention: Retention = field(default_factory=Retention)
    """Rules for how long runs are kept."""
    archive: bool = False
    """Whether the home is an archive of past seasons, in which nothing is stale."""
    borrowed: Storage | None = None
    """Storage of another home, from which bodies are read that this home lacks."""

    engine: str = IN_PROCESS
    """The engine that computes tables: ``duckdb``, or the master of a Spark cluster."""
    catalog_url: str = field(default="", repr=False)
    """URL of the catalog's PostgreSQL database, for several machines; a file if empty."""
    lease_seconds: float = LEASE_SECONDS
    """Seconds after which the lease in that database expires unless its holder renews it."""
    storage_url: str = ""
    """URL of the object storage for write-once files; the directory then holds copies."""

    @property
    def catalog(self) -> Path:
        """The SQLite file of the catalog, for a home on one machine."""
        return self.directory / "catalog.sqlite"

    @property
    def place(self) -> CatalogPlace:
        """The place of the catalog: a file or a database."""
        if self.catalog_url:
            return CatalogServer(self.catalog_url, self.lease_seconds)
        return CatalogFile(self.catalog)

    @property
    def storage(self) -> Storage:
        """The storage of payloads and tables."""
        return Storage(self.directory, self.storage_url, self.borrowed)

    @property
    def landing(self) -> Path:
        """The directory of the landed payloads."""
        return self.storage.landing

    @property
    def tables(self) -> Path:
        """The directory of the tables' files."""
        return self.directory / "tables"

    @property
    def published(self) -> Path:
        """The directory of the published documents and the site."""
        return self.directory / "published"

    @property
    def verified_code(self) -> Path:
        """The record of modules whose loaded code was verified against their files.

        It is a cache: if it is lost, the modules are verified again.
        """
        return self.directory / "verified_code.json"

    @property
    def pipeline_options(self) -> dict[str, Any]:
        """The settings that affect tables, as keyword arguments of ``pipeline``."""
        return {
            "markets": self.markets,
            "catboost": self.catboost,
            "retrain_months": self.retrain_months,
        }

    @property
    def graph(self) -> Graph:
        """The pipeline's tables for the markets to predict."""
        from tipoff.app.pipeline import pipeline

        return pipeline(**self.pipeline_options)

    @contextmanager
    def writing(self) -> Iterator[OpenHome]:
        """Open the home for the one process that may write to it.

        Raises:
            RunInProgress: another living process writes.
            UsageError: the directory is not a home of this form.
            Blocked: a gate of ``app.gates.WRITING`` is closed.
            TipoffError: the home cannot be written to, or its catalog is lost.
        """
        self._refuse_lost_catalog()
        with self.locked() as lock, self.opened(lock) as workspace:
            if self.catalog_url:
                claim(self.storage, workspace.catalog)
            workspace.landing.catch_up()
            require(gates.WRITING, workspace)
            yield workspace

    @contextmanager
    def locked(self, name: str = "run.lock") -> Iterator[Lock]:
        """Hold a lock of the home, so that no other process does; by default that for writing.

        Raises:
            RunInProgress: another living process holds the lock.
            UsageError: the directory is not a home of this form.
            TipoffError: the directory cannot be written to.
        """
        self.refuse_other_forms()
        with ExitStack() as stack:
            try:
                lock = stack.enter_context(self.place.locked(name))
            except OSError as error:
                raise unwritable(self.directory, str(error.strerror)) from None
            yield lock

    @contextmanager
    def reading(self, graph: Graph | None = None) -> Iterator[HomeSession]:
        """Open the home for reading, as of the last run that ended; it waits for no writer.

        Raises:
            UsageError: nothing has been ingested yet.
        """
        from tipoff.app.session import HomeSession

        self.require_catalog()
        with self.opened() as workspace:
            self.require_payloads(workspace)
            yield HomeSession(graph or self.graph, workspace)

    def require_catalog(self) -> None:
        """Refuse a home without a catalog.

        Raises:
            UsageError: nothing has been ingested, or the directory is not a home of this form.
            TipoffError: payloads are landed, but their catalog is lost.
        """
        self.refuse_lost()
        if not self.place.exists():
            raise self._empty_home_error()

    def refuse_lost(self) -> None:
        """Refuse a home of another form, and one whose catalog is lost.

        Raises:
            UsageError: the directory is not a home of this form.
            TipoffError: payloads are landed, but their catalog is lost.
        """
        self.refuse_other_forms()
        self._refuse_lost_catalog()

    def require_payloads(self, workspace: OpenHome) -> None:
        """Refuse a home whose catalog lists no payload.

        Raises:
            UsageError: nothing has been ingested yet.
        """
        if not workspace.catalog.query("SELECT 1 FROM payload LIMIT 1"):
            raise self._empty_home_error()

    def _empty_home_error(self) -> UsageError:
        """Return the error for an empty home; it mentions the simulated league, if there is one."""
        cure = "run `tipoff demo` or `tipoff ingest` first"
        demo = self.directory / DEMO
        if (demo / LEAGUE).exists():
            cure = (
                f"the simulated league is in {demo}: put TIPOFF_HOME={demo} before the command"
                " to look at it, or run `tipoff ingest` first"
            )
        return UsageError(f"nothing is ingested in {self.directory}: {cure}")

    @contextmanager
    def opened(self, lock: Lock | None = None) -> Iterator[OpenHome]:
        """Open the catalog, the landing and an engine, whatever state they are in.

        A writer may be killed for using too much memory. So each killed writer in a row halves the
        memory that chunks of work are sized for, at most ``MAX_HALVINGS`` times.

        Raises:
            TipoffError: the home cannot be written to; SQLite requires that even of readers.
        """
        lock = lock or Lock()
        available = available_bytes()
        with (
            closing(self.open_catalog(lock.token)) as catalog,
            closing(self._engine(engine_bytes(available))) as engine,
        ):
            if self.catalog_url:
                refuse_other_home(self.storage, catalog)
            landing = self.storage.payloads(catalog, lock.token)
            memory = available >> min(lock.deaths, MAX_HALVINGS)
            files = self.storage.tables(lock.token)
            yield OpenHome(catalog, landing, files, engine, memory, self.archive, lock)

    def _engine(self, default_bytes: int) -> EngineStart:
        """Return the start of the configured engine, with a memory limit for where none is set."""
        spilled = self.directory / "spilled"
        threads = self.threads or (None if self.memory_limit else engine_threads(default_bytes))
        limit = self.memory_limit or f"{default_bytes // 1_000_000}MB"
        if self.engine == IN_PROCESS:
            from tipoff.engines.duckdb import DuckDB

            def start() -> DuckDB:
                from tipoff.engines.processes import Processes

                workers = Processes(PRELOADED)
                return interruptible(
                    DuckDB(threads=threads, memory_limit=limit, temporary=spilled, workers=workers)
                )

            return EngineStart(DuckDB, DuckDB.dialect, DuckDB.version, start)
        from tipoff.engines.spark import Spark

        spark = Spark(self.engine, spilled, threads=threads, memory_limit=limit)
        starting = EngineStart(Spark, spark.dialect, spark.version, lambda: spark)
        assert starting.engine is spark  # closed with the home, as it holds a DuckDB of its own
        return starting

    def open_catalog(self, token: int = 0) -> Catalog:
        """Open only the catalog; the caller closes it.

        Raises:
            TipoffError: it is damaged, or cannot be written to; SQLite requires that even of
                readers.
        """
        return self.place.open(token)

    def refuse_other_forms(self) -> None:
        """Refuse a directory whose state this version cannot read.

        Raises:
            UsageError: it is a home of an earlier form, or its path is or contains a file.
        """
        file = next((p for p in (self.directory, *self.directory.parents) if p.is_file()), None)
        if file is not None:
            raise UsageError(
                f"{file} is a file, and a home is a directory: set TIPOFF_HOME to another"
            )
        if (self.directory / EARLIER_FORM).exists():
            raise UsageError(
                f"{self.directory} is a home of an earlier form ({EARLIER_FORM}): ingest"
                " into another directory, and remove this one when it is no longer needed"
            )

    def _refuse_lost_catalog(self) -> None:
        """Refuse a home that has landed payloads but no catalog of them."""
        if not self.place.has_payloads() and self.storage.index().size:
            raise TipoffError(
                f"{self.place.name} is missing or empty: `tipoff rebuild` makes it anew from"
                " landing/"
            )
