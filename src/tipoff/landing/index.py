"""The landing's own index: one line for each payload, appended, flushed, never changed.

It says of each payload what was asked for and when, so that a home can be made anew from
``landing/`` alone. A person's word that a payload is not to count, and the taking back of that
word, are lines too. The catalog follows the index: it keeps how far it has read it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.files import make_directory, naming, sync, write_durably

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


PAYLOAD = (
    "payload",
    "source",
    "resource",
    "parameters",
    "hash",
    "bytes",
    "fetched_at",
    "landed_at",
    "origin",
)
"""What a line says of a payload, in the order of the catalog's columns."""
WITHDRAW, RESTORE = "withdraw", "restore"
"""What a line names its payload by that says only whether it counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the index, and where it and the next one begin, in bytes."""

    values: Mapping[str, Any]
    text: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that says nothing which can be understood."""

    why: str
    start: int


class Index:
    """The file ``landing/index.jsonl``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Append lines and flush them; a line that power loss cut short is dropped first."""
        is_new = not self.path.exists()
        make_directory(self.path.parent)
        with naming(self.path), self.path.open("ab+") as file:
            file.truncate(self._sound_size())
            file.write(b"".join(as_line(line) for line in lines))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync(self.path.parent)

    def since(self, offset: int) -> Iterator[Line]:
        """Yield the lines after a place in the file.

        Raises:
            TipoffError: a line is damaged; the message names file and place.
        """
        for line in self.lines(offset):
            if isinstance(line, DamagedLine):
                raise TipoffError(
                    f"{self.path}, byte {line.start}: is damaged ({line.why});"
                    " `tipoff verify --repair` sets it aside"
                )
            yield line

    def lines(self, offset: int = 0) -> Iterator[Line | DamagedLine]:
        """Yield the lines after a place, damaged ones too, up to one that was cut short.

        A line that is cut short at the end was never acknowledged, and says nothing.
        """
        for text in self._texts(offset):
            if not text.endswith(b"\n"):
                return
            start, offset = offset, offset + len(text)
            values, why = _understood(text)
            yield DamagedLine(why, start) if values is None else Line(values, text, start, offset)

    def _texts(self, offset: int) -> Iterator[bytes]:
        """Yield the lines after a place, as they are written."""
        if self.size > offset:
            with self.path.open("rb") as file:
                file.seek(offset)
                yield from file

    def replace(self, lines: Iterable[bytes], aside: Path) -> None:
        """Write the whole file anew; what it was is kept under another name."""
        if self.path.exists():
            write_durably(aside, self.path.read_bytes())
        write_durably(self.path, b"".join(lines))

    @property
    def size(self) -> int:
        """Return how many bytes the file has."""
        return self.path.stat().st_size if self.path.exists() else 0

    def _sound_size(self) -> int:
        """Return how many bytes there are up to the last whole line."""
        if not self.size:
            return 0
        with self.path.open("rb") as file:
            size = self.size
            while size:
                start = max(0, size - 65_536)
                file.seek(start)
                found = file.read(size - start).rfind(b"\n")
                if found >= 0:
                    return start + found + 1
                size = start
        return 0


def number_of(values: Mapping[str, Any]) -> Any:
    """Return the number of the payload that a line is of, as the line states it."""
    return values.get("payload", values.get(WITHDRAW, values.get(RESTORE)))


def as_line(values: Mapping[str, Any]) -> bytes:
    """Return a line of the index."""
    return orjson.dumps(values) + b"\n"


def _understood(text: bytes) -> tuple[Mapping[str, Any] | None, str]:
    """Return what a line says, or None and why it cannot be understood."""
    try:
        values = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        return None, str(error)
    if not isinstance(values, dict):
        return None, "not an object"
    if WITHDRAW in values or RESTORE in values:
        return values, ""
    missing = [name for name in PAYLOAD if name not in values]
    return (None, f"without {', '.join(missing)}") if missing else (values, "")
