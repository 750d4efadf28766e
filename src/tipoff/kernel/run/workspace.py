"""The parts of a home that the kernel works on."""

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
    """A home's catalog, landing and files, and the engine, which starts when it is first needed."""

    catalog: Catalog
    landing: Landing
    files: TableFiles
    starting: EngineStart
    memory_bytes: int = field(default_factory=available_bytes)
    """The memory that this process may use, which a run's chunks and batches must fit into."""

    @property
    def engine(self) -> Engine:
        """The engine; it starts when this is first read."""
        return self.starting.engine

    @property
    def store(self) -> Store:
        """The files of all tables, read and written through the engine."""
        return Store(self.catalog, self.files, self.engine)
