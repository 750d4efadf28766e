"""The storage of a home's payloads and tables: its directory, or object storage behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.table_files import TableFiles
from tipoff.landing import PayloadStore
from tipoff.landing.bodies import Bodies
from tipoff.landing.index import Index

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.objects import Objects


@dataclass(frozen=True)
class Storage:
    """The write-once files of a home, and the index of its landing."""

    directory: Path
    """The home's directory; with object storage, it holds copies."""
    url: str = ""
    """URL of the object storage; empty for a home that has none."""
    borrowed: Storage | None = None
    """Storage of another home, from which bodies are read that this home lacks."""

    @property
    def landing(self) -> Path:
        """The directory of the landed payloads."""
        return self.directory / "landing"

    def objects(self, token: int = 0) -> Objects | None:
        """Return the object storage; None if there is none.

        Args:
            token: the fencing token of a process that writes.
        """
        if not self.url:
            return None
        from tipoff.kernel.objects import Objects

        return Objects(self.url, token)

    def bodies(self, token: int = 0) -> Bodies:
        """Return the bodies of payloads."""
        borrowed = None if self.borrowed is None else self.borrowed.bodies()
        return Bodies(self.landing, borrowed, self.objects(token))

    def index(self, token: int = 0) -> Index:
        """Return the landing's index."""
        objects = self.objects(token)
        if objects is None:
            return Index(self.landing / "index.jsonl")
        from tipoff.landing.segments import SegmentedIndex

        return SegmentedIndex(self.landing / "index", objects)

    def payloads(self, catalog: Catalog, token: int = 0) -> PayloadStore:
        """Return the landing, indexed by a catalog."""
        return PayloadStore(self.bodies(token), self.index(token), catalog)

    def tables(self, token: int = 0) -> TableFiles:
        """Return the files of tables."""
        return TableFiles(self.directory / "tables", token, self.objects(token))
