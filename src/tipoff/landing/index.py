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
from tipoff.kernel.files import flush_directory, make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the index, and where the next one begins."""

    values: Mapping[str, Any]
    end: int


class Index:
    """The file ``landing/index.jsonl``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Append lines and flush them; a line that power loss cut short is dropped first."""
        is_new = not self._path.exists()
        make_directory(self._path.parent)
        with self._path.open("ab+") as file:
            file.truncate(self._sound_size())
            file.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            flush_directory(self._path.parent)

    def since(self, offset: int) -> Iterator[Line]:
        """Yield the lines after a place in the file.

        Raises:
            TipoffError: a line is no JSON; the message names file and place.
        """
        if self.size <= offset:
            return
        with self._path.open("rb") as file:
            file.seek(offset)
            for line in file:
                if not line.endswith(b"\n"):
                    return  # cut short: it was never acknowledged
                try:
                    values = orjson.loads(line)
                except orjson.JSONDecodeError as error:
                    raise TipoffError(
                        f"{self._path}, byte {offset}: is damaged ({error}); restore it from a"
                        " backup, or delete the line and ingest again what it named"
                    ) from None
                offset += len(line)
                yield Line(values, offset)

    @property
    def size(self) -> int:
        """Return how many bytes the file has."""
        return self._path.stat().st_size if self._path.exists() else 0

    def _sound_size(self) -> int:
        """Return how many bytes there are up to the last whole line."""
        if not self.size:
            return 0
        with self._path.open("rb") as file:
            size = self.size
            while size:
                start = max(0, size - 65_536)
                file.seek(start)
                found = file.read(size - start).rfind(b"\n")
                if found >= 0:
                    return start + found + 1
                size = start
        return 0
