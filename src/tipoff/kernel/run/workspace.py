"""What a home is made of, as the kernel works on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.memory import available_bytes
from tipoff.kernel.run.store import Store

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.payload import Landing
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.table_files import TableFiles


@dataclass(frozen=True)
class Workspace:
    """A home's catalog, landing and files, with the engine that computes over them."""

    catalog: Catalog
    landing: Landing
    files: TableFiles
    engine: Engine
    memory_bytes: int = field(default_factory=available_bytes)
    """What this process may use: a run's chunks and batches are made to fit into it."""

    @property
    def store(self) -> Store:
        """Return the files of all tables as the engine reads and writes them."""
        return Store(self.catalog, self.files, self.engine)
