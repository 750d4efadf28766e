"""Keeps the catalog up to date with the landing's index, and records how far the index was read.

Two kinds of lines are invalid and skipped: a line that gives the number of an existing payload to
another body, as happens when the landings of two homes are merged, and a line that withdraws a
prediction that the pipeline itself made before a game. ``tipoff verify`` names them.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import PayloadError, TipoffError
from tipoff.landing.index import PAYLOAD, WITHDRAW, number_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index

logger = logging.getLogger(__name__)
MADE_HERE = "tipoff"
"""The source of payloads that the pipeline itself makes."""
COLUMNS = tuple("body_hash" if name == "hash" else name for name in PAYLOAD)
ENTER = (
    f"INSERT INTO payload VALUES ({'?, ' * len(PAYLOAD)}0) ON CONFLICT (payload) DO UPDATE SET"
    f" {', '.join(f'{name} = excluded.{name}' for name in COLUMNS)}, withdrawn = 0"
)
OFFSET = "landing index read to byte"
"""The name of the note that records how far the index has been read."""


def reason_to_skip(
    line: Mapping[str, Any], known: tuple[str, str] | None, bodies: Bodies
) -> str | None:
    """Return why a line of the index is invalid; None if it is valid.

    A line may reuse the number of a payload whose body is lost or damaged, to repair it.

    Args:
        line: the line.
        known: source and hash that earlier lines give for the line's number; None if they have
            none.
        bodies: the stored bodies.
    """
    if known is None:
        return None
    source, digest = known
    if "payload" not in line:
        is_prediction = WITHDRAW in line and source == MADE_HERE
        return "withdraws a prediction made before a game" if is_prediction else None
    if line["hash"] == digest or _is_lost(bodies, digest):
        return None
    return "gives the number of an existing payload to another body"


def _is_lost(bodies: Bodies, digest: str) -> bool:
    """Return whether a body is missing or damaged; an unreadable file does not count as lost."""
    try:
        return bodies.fault(digest) is not None
    except PayloadError:
        return False


class IndexFollower:
    """Enters the lines of an index into a catalog, each line once."""

    def __init__(self, index: Index, catalog: Catalog, bodies: Bodies) -> None:
        self._index = index
        self._catalog = catalog
        self._bodies = bodies

    @property
    def read_to(self) -> int:
        """The number of bytes of the index that have been entered into the catalog."""
        return int(self._catalog.note(OFFSET) or 0)

    def catch_up(self, *, from_start: bool = False) -> bool:
        """Enter the lines of the index that have not been read yet, or all lines.

        Returns:
            Whether there was anything to read.

        Raises:
            TipoffError: a line is damaged, or the index has lost lines that were read before.
        """
        offset = 0 if from_start else self.read_to
        if self._index.size < offset:
            raise TipoffError(
                f"{self._index.path} has lost lines: it has {self._index.size} bytes, but {offset}"
                " were read before; `tipoff verify --repair` rewrites it from the catalog"
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
        number = number_of(line)
        reason = reason_to_skip(line, self._known(number), self._bodies)
        if reason is not None:
            logger.warning("%s: skipped a line that %s: %s", self._index.path, reason, line)
        elif "payload" in line:
            self._catalog.query(ENTER, [line[name] for name in PAYLOAD])
        else:
            self._catalog.query(
                "UPDATE payload SET withdrawn = ? WHERE payload = ?",
                [int(WITHDRAW in line), number],
            )

    def _known(self, number: int) -> tuple[str, str] | None:
        rows = self._catalog.query(
            "SELECT source, body_hash FROM payload WHERE payload = ?", [number]
        )
        return rows[0] if rows else None
