"""A home: the one directory in which all state lives."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.engines.duckdb import DuckDB
from tipoff.kernel.lock import exclusive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Home:
    """Where the database, the landed payloads and what is published are kept."""

    directory: Path
    threads: int | None = None
    memory_limit: str = "2GB"
    markets: tuple[str, ...] = ()
    """Names of the markets that are predicted; all, if empty."""
    catboost: bool = False
    """Whether the second backend is trained too."""

    @property
    def database(self) -> Path:
        """The DuckDB file."""
        return self.directory / "tipoff.duckdb"

    @property
    def landing(self) -> Path:
        """The bodies of landed payloads."""
        return self.directory / "landing"

    @property
    def published(self) -> Path:
        """The JSON documents people and programs read."""
        return self.directory / "published"

    @contextmanager
    def writing(self) -> Iterator[DuckDB]:
        """The database, for the one process that may write to it.

        Raises:
            RunInProgress: another living process writes.
        """
        with exclusive(self.directory / "run.lock"):
            engine = DuckDB(self.database, threads=self.threads, memory_limit=self.memory_limit)
            try:
                yield engine
            finally:
                engine.close()

    @contextmanager
    def reading(self) -> Iterator[DuckDB]:
        """The database, to look at.

        Raises:
            UsageError: nothing has been ingested yet.
            RunInProgress: a run is writing.
        """
        engine = DuckDB(self.database, read_only=True, threads=self.threads)
        try:
            yield engine
        finally:
            engine.close()
