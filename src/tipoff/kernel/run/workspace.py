"""What a home is made of, as the kernel works on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.memory import available_bytes
from tipoff.kernel.run.store import Store

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.payload import Landing
    from tipoff.kernel.engine import Engine, EngineStart
    from tipoff.kernel.table_files import TableFiles


@dataclass(frozen=True)
class Workspace:
    """A home's catalog, landing and files, and what starts the engine that computes over them."""

    catalog: Catalog
    landing: Landing
    files: TableFiles
    starting: EngineStart
    memory_bytes: int = field(default_factory=available_bytes)
    """What this process may use: a run's chunks and batches are made to fit into it."""

    @property
    def engine(self) -> Engine:
        """Return the engine; the first to ask for it starts it."""
        return self.starting.engine

    @property
    def store(self) -> Store:
        """Return the files of all tables as the engine reads and writes them."""
        return Store(self.catalog, self.files, self.engine)
