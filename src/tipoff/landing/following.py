"""The catalog follows the landing's index: it knows how far it has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import TipoffError
from tipoff.landing.index import PAYLOAD, RESTORE, WITHDRAW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.index import Index

COLUMNS = tuple("body_hash" if name == "hash" else name for name in PAYLOAD)
ENTER = (
    f"INSERT INTO payload VALUES ({'?, ' * len(PAYLOAD)}0) ON CONFLICT (payload) DO UPDATE SET"
    f" {', '.join(f'{name} = excluded.{name}' for name in COLUMNS)}, withdrawn = 0"
)
OFFSET = "landing index read to byte"
"""The note that keeps how far the index has been read."""


class Following:
    """Enters the lines of an index into a catalog, each once."""

    def __init__(self, index: Index, catalog: Catalog) -> None:
        self._index = index
        self._catalog = catalog

    @property
    def read_to(self) -> int:
        """How many bytes of the index the catalog has read."""
        return int(self._catalog.note(OFFSET) or 0)

    def catch_up(self, *, anew: bool = False) -> bool:
        """Enter what the index has beyond what was read of it, or all of it.

        Returns:
            Whether there was anything to read.

        Raises:
            TipoffError: a line is damaged, or the index has lost lines that were read before.
        """
        offset = 0 if anew else self.read_to
        if self._index.size < offset:
            raise TipoffError(
                f"{self._index.path} has {self._index.size} bytes, of which {offset} were read"
                " before: `tipoff verify --repair` writes it anew from the catalog"
            )
        if self._index.size == offset:
            return False
        with self._catalog.transaction():
            for line in self._index.since(offset):
                self._enter(line.values)
                offset = line.end
            self._catalog.keep_note(OFFSET, str(offset))
        return True

    def _enter(self, line: Mapping[str, Any]) -> None:
        if "payload" in line:
            self._catalog.query(ENTER, [line[name] for name in PAYLOAD])
            return
        withdrawn = WITHDRAW in line
        self._catalog.query(
            "UPDATE payload SET withdrawn = ? WHERE payload = ?",
            [int(withdrawn), line[WITHDRAW if withdrawn else RESTORE]],
        )
