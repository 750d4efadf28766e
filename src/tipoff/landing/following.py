"""The catalog follows the landing's index: it knows how far it has read it.

Two kinds of lines say what cannot be, and are passed over: one that gives the number of a payload
to another body, as when the landings of two homes are put together, and one that withdraws what the
pipeline itself said before a game. ``tipoff verify`` names them.
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
"""The source of what the pipeline itself makes."""
COLUMNS = tuple("body_hash" if name == "hash" else name for name in PAYLOAD)
ENTER = (
    f"INSERT INTO payload VALUES ({'?, ' * len(PAYLOAD)}0) ON CONFLICT (payload) DO UPDATE SET"
    f" {', '.join(f'{name} = excluded.{name}' for name in COLUMNS)}, withdrawn = 0"
)
OFFSET = "landing index read to byte"
"""The note that keeps how far the index has been read."""


def why_passed_over(
    line: Mapping[str, Any], held: tuple[str, str] | None, bodies: Bodies
) -> str | None:
    """Return why a line of the index says what cannot be; None of one that counts.

    A number whose body is lost or damaged may be given anew: so a damaged line is made good.

    Args:
        line: the line.
        held: source and hash of the payload with its number, by the lines before; None if none has.
        bodies: what the hashes name.
    """
    if held is None:
        return None
    source, digest = held
    if "payload" not in line:
        is_fact = WITHDRAW in line and source == MADE_HERE
        return "withdraws what was said before a game" if is_fact else None
    if line["hash"] == digest or _is_lost(bodies, digest):
        return None
    return "gives the number of a payload that is there to another"


def _is_lost(bodies: Bodies, digest: str) -> bool:
    """Return whether a body is missing or damaged; one that cannot be read is not lost."""
    try:
        return bodies.fault(digest) is not None
    except PayloadError:
        return False


class Following:
    """Enters the lines of an index into a catalog, each once."""

    def __init__(self, index: Index, catalog: Catalog, bodies: Bodies) -> None:
        self._index = index
        self._catalog = catalog
        self._bodies = bodies

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
        number = number_of(line)
        why = why_passed_over(line, self._held(number), self._bodies)
        if why is not None:
            logger.warning("%s: a line %s: %s", self._index.path, why, line)
        elif "payload" in line:
            self._catalog.query(ENTER, [line[name] for name in PAYLOAD])
        else:
            self._catalog.query(
                "UPDATE payload SET withdrawn = ? WHERE payload = ?",
                [int(WITHDRAW in line), number],
            )

    def _held(self, number: int) -> tuple[str, str] | None:
        held = self._catalog.query(
            "SELECT source, body_hash FROM payload WHERE payload = ?", [number]
        )
        return held[0] if held else None
