"""The landing's index: an append-only file with one line for each payload.

A line describes a payload's request and when it was made, so that a home can be rebuilt from
``landing/`` alone. When a person withdraws a payload or restores it, that is a line too. The
catalog is kept up to date with the index and records how far it has been read.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import TipoffError
from tipoff.kernel.files import make_directory, naming_path, sync, write_durably

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
"""The fields of a payload's line, in the order of the catalog's columns."""
WITHDRAW, RESTORE = "withdraw", "restore"
"""The fields that hold the payload's number in a line that withdraws or restores it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the index, with the byte offsets of its start and its end."""

    values: Mapping[str, Any]
    text: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that cannot be parsed, with the reason and the byte offset of its start."""

    reason: str
    start: int


class Index:
    """The file ``landing/index.jsonl``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Append lines and flush them, after removing a last line cut short by a power loss."""
        is_new = not self.path.exists()
        make_directory(self.path.parent)
        with naming_path(self.path), self.path.open("ab+") as file:
            file.truncate(self._size_of_whole_lines())
            file.write(b"".join(as_line(line) for line in lines))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync(self.path.parent)

    def since(self, offset: int) -> Iterator[Line]:
        """Yield the lines from a byte offset on.

        Raises:
            TipoffError: a line is damaged; the message names file and offset.
        """
        for line in self.lines(offset):
            if isinstance(line, DamagedLine):
                raise TipoffError(
                    f"{self.path}, byte {line.start}: is damaged ({line.reason});"
                    " `tipoff verify --repair` sets it aside"
                )
            yield line

    def lines(self, offset: int = 0) -> Iterator[Line | DamagedLine]:
        """Yield the lines from a byte offset on, including damaged ones.

        A last line that is cut short is left out: writing it was never acknowledged.
        """
        for text in self._texts(offset):
            if not text.endswith(b"\n"):
                return
            start, offset = offset, offset + len(text)
            values, reason = _parsed(text)
            yield (
                DamagedLine(reason, start) if values is None else Line(values, text, start, offset)
            )

    def _texts(self, offset: int) -> Iterator[bytes]:
        """Yield the raw lines from a byte offset on."""
        if self.size > offset:
            with self.path.open("rb") as file:
                file.seek(offset)
                yield from file

    def replace(self, lines: Iterable[bytes], aside: Path) -> None:
        """Rewrite the whole file, keeping the old one as ``aside``."""
        if self.path.exists():
            write_durably(aside, self.path.read_bytes())
        write_durably(self.path, b"".join(lines))

    @property
    def size(self) -> int:
        """Return the size of the file in bytes."""
        return self.path.stat().st_size if self.path.exists() else 0

    def _size_of_whole_lines(self) -> int:
        """Return the size up to the end of the last whole line, in bytes."""
        if not self.size:
            return 0
        with self.path.open("rb") as file:
            size = self.size
            while size:
                start = max(0, size - 65_536)
                file.seek(start)
                newline = file.read(size - start).rfind(b"\n")
                if newline >= 0:
                    return start + newline + 1
                size = start
        return 0


def number_of(values: Mapping[str, Any]) -> Any:
    """Return the payload number in a line."""
    return values.get("payload", values.get(WITHDRAW, values.get(RESTORE)))


def as_line(values: Mapping[str, Any]) -> bytes:
    """Encode values as a line of the index."""
    return orjson.dumps(values) + b"\n"


def _parsed(text: bytes) -> tuple[Mapping[str, Any] | None, str]:
    """Return the values of a line, or None and the reason why it cannot be parsed."""
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
