"""A home: the one directory in which all state lives, and how it is opened."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tipoff.app import gates
from tipoff.app.catalog_place import CatalogFile, CatalogPlace, CatalogServer, unwritable
from tipoff.app.identity import claim, refuse_another
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
LEASE_SECONDS = 30.0
IN_PROCESS = "duckdb"
DEMO, LEAGUE = "demo", "league.json"
"""Where in a home `tipoff demo` puts its own, and the file by which that is known."""
EARLIER_FORM = "tipoff.duckdb"
"""The file by which a home of the first version is known."""
PRELOADED = (
    "lightgbm",
    "scipy.optimize",
    "tipoff.predictions.blend_model",
    "tipoff.predictions.distributions.mixture_head",
    "tipoff.predictions.mean_prediction",
    "tipoff.predictions.training.booster_jobs",
)
"""What jobs of models read, loaded once for all processes that do them."""


@dataclass(frozen=True)
class Home:
    """Where the catalog, the landed payloads, the tables and what is published are kept."""

    directory: Path
    threads: int | None = None
    memory_limit: str | None = None
    """How much the engine uses before it goes to disk; None: what the machine's memory allows."""
    markets: tuple[str, ...] = ()
    """Names of the markets that are predicted; all, if empty."""
    catboost: bool = False
    """Whether the second backend is trained too."""
    retrain_months: int = 1
    """In every how many months of a season models are trained anew."""
    retention: Retention = field(default_factory=Retention)
    """Which runs are kept."""
    archive: bool = False
    """Whether it holds past seasons that nobody keeps up: nothing is stale in it."""
    borrowed: Storage | None = None
    """Another home's files, whose bodies are read where this one has not its own."""

    engine: str = IN_PROCESS
    """What computes tables: DuckDB in this process, or the master of a Spark cluster."""
    catalog_url: str = field(default="", repr=False)
    """The PostgreSQL database of the catalog, for several machines; a file of the home if empty."""
    lease_seconds: float = LEASE_SECONDS
    """For how long the lease in that database is good if its holder stands still."""
    storage_url: str = ""
    """The object storage of what is written once; the directory has copies then."""

    @property
    def catalog(self) -> Path:
        """What exists: the SQLite file of a home on one machine."""
        return self.directory / "catalog.sqlite"

    @property
    def place(self) -> CatalogPlace:
        """Where the catalog is."""
        if self.catalog_url:
            return CatalogServer(self.catalog_url, self.lease_seconds)
        return CatalogFile(self.catalog)

    @property
    def storage(self) -> Storage:
        """Where payloads and tables lie."""
        return Storage(self.directory, self.storage_url, self.borrowed)

    @property
    def landing(self) -> Path:
        """The landed payloads."""
        return self.storage.landing

    @property
    def tables(self) -> Path:
        """The files of tables."""
        return self.directory / "tables"

    @property
    def published(self) -> Path:
        """What people and programs read."""
        return self.directory / "published"

    @property
    def verified_code(self) -> Path:
        """Which loaded code was seen to be that of its file; its loss costs only time."""
        return self.directory / "verified_code.json"

    @property
    def pipeline_options(self) -> dict[str, Any]:
        """The settings that shape tables, as ``pipeline`` takes them."""
        return {
            "markets": self.markets,
            "catboost": self.catboost,
            "retrain_months": self.retrain_months,
        }

    @property
    def graph(self) -> Graph:
        """The pipeline's tables, for the markets that are predicted."""
        from tipoff.app.pipeline import pipeline

        return pipeline(**self.pipeline_options)

    @contextmanager
    def writing(self) -> Iterator[OpenHome]:
        """Open the home for the one process that may write to it.

        Raises:
            RunInProgress: another living process writes.
            UsageError: the directory is no home of this form.
            Blocked: a gate of ``app.gates.WRITING`` is closed.
            TipoffError: it cannot be written to, or has lost its catalog.
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
        """Keep all other processes from writing to the home, or from what another lock is for.

        Raises:
            RunInProgress: another living process writes.
            UsageError: the directory is no home of this form.
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
        """Open the home to look at the last run that ended, whatever else goes on.

        Raises:
            UsageError: nothing has been ingested yet.
        """
        from tipoff.app.session import HomeSession

        self.refuse_nothing()
        with self.opened() as workspace:
            self.refuse_empty(workspace)
            yield HomeSession(graph or self.graph, workspace)

    def refuse_nothing(self) -> None:
        """Refuse a home that nothing has been ingested into.

        Raises:
            UsageError: there is no catalog, or one of another form.
            TipoffError: there is a landing, and its catalog is lost.
        """
        self.refuse_lost()
        if not self.place.exists():
            raise self._nothing()

    def refuse_lost(self) -> None:
        """Refuse a home of another form, and one that has lost its catalog.

        Raises:
            UsageError: the directory is no home of this form.
            TipoffError: there is a landing, and its catalog is lost.
        """
        self.refuse_other_forms()
        self._refuse_lost_catalog()

    def refuse_empty(self, workspace: OpenHome) -> None:
        """Refuse a home whose catalog knows no payload.

        Raises:
            UsageError: nothing has been ingested yet.
        """
        if not workspace.catalog.query("SELECT 1 FROM payload LIMIT 1"):
            raise self._nothing()

    def _nothing(self) -> UsageError:
        """Return the refusal of an empty home, which names the simulated league beside it."""
        first = "run `tipoff demo` or `tipoff ingest` first"
        demo = self.directory / DEMO
        if (demo / LEAGUE).exists():
            first = (
                f"the simulated league is in {demo}: put TIPOFF_HOME={demo} before the command"
                " to look at it, or run `tipoff ingest` first"
            )
        return UsageError(f"nothing is ingested in {self.directory}: {first}")

    @contextmanager
    def opened(self, lock: Lock | None = None) -> Iterator[OpenHome]:
        """Open the catalog, the landing and an engine, whatever state they are in.

        Each writer in a row that was killed, perhaps for its memory, halves what chunks are made
        to fit into.

        Raises:
            TipoffError: the home cannot be written to, which even SQLite's readers must.
        """
        lock = lock or Lock()
        available = available_bytes()
        with (
            closing(self.open_catalog(lock.token)) as catalog,
            closing(self._engine(engine_bytes(available))) as engine,
        ):
            if self.catalog_url:
                refuse_another(self.storage, catalog)
            landing = self.storage.payloads(catalog, lock.token)
            memory = available >> min(lock.deaths, MAX_HALVINGS)
            files = self.storage.tables(lock.token)
            yield OpenHome(catalog, landing, files, engine, memory, self.archive, lock)

    def _engine(self, share: int) -> EngineStart:
        """Return what starts the engine that is set, with so many bytes if no limit is set."""
        spilled = self.directory / "spilled"
        threads = self.threads or (None if self.memory_limit else engine_threads(share))
        limit = self.memory_limit or f"{share // 1_000_000}MB"
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
        """Open the catalog alone, which the caller closes.

        Raises:
            TipoffError: it cannot be written to, which even SQLite's readers must, or is damaged.
        """
        return self.place.open(token)

    def refuse_other_forms(self) -> None:
        """Refuse a directory whose state this version cannot read.

        Raises:
            UsageError: it is of an earlier form, or it is or lies in a file.
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
        """Refuse a home in which payloads are landed that no catalog knows."""
        if not self.place.knows_payloads() and self.storage.index().size:
            raise TipoffError(
                f"{self.place.name} is missing or empty: `tipoff rebuild` makes it anew from"
                " landing/"
            )
