"""The landing's index in object storage, which cannot append: one object for each append.

The index is the concatenation of its objects. An object's name states which bytes of the index it
holds, which process wrote it and the digest of its content::

    index/000000/0000000000004096-7-1f0c...e2.jsonl
          |      |                | digest
          |      |                fencing token of the writer
          |      the byte of the index at which it begins
          generation: a repair writes the whole index as the first object of the next one

A process that lost its lease during an upload may leave an object that begins at the same byte as
one of its successor's, or later. The successor writes where the index ended when it took over. So
of two objects that begin at the same byte, the one with the higher token belongs to the index, and
tokens never decrease along the index. Objects that break these rules are ignored, as are truncated
uploads, which do not match the digest in their name.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.files import digest_of, make_directory, write_durably
from tipoff.landing.index import Index, as_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tipoff.kernel.objects import Objects

INDEX = "index"
"""The prefix of the index's objects."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Segment:
    """An object of the index, as described by its name."""

    name: str
    generation: int
    start: int
    token: int
    digest: str
    size: int
    """Size in bytes, from the listing."""

    @property
    def end(self) -> int:
        """The byte offset in the index at which the segment ends."""
        return self.start + self.size

    @classmethod
    def of(cls, name: str, size: int) -> Segment | None:
        """Parse the name of an object; None if it is not the name of a segment."""
        _, _, place = name.partition("/")
        generation, _, file = place.partition("/")
        start, _, rest = file.removesuffix(".jsonl").partition("-")
        token, _, digest = rest.partition("-")
        if not (generation.isdecimal() and start.isdecimal() and token.isdecimal() and digest):
            return None
        return cls(name, int(generation), int(start), int(token), digest, size)


class SegmentedIndex(Index):
    """An index made of objects, each with a local copy once it has been read."""

    def __init__(self, directory: Path, objects: Objects) -> None:
        """Set the directory of local copies, and the object storage."""
        super().__init__(directory)
        self._objects = objects
        self._verified: set[str] = set()
        """Names of the objects whose content matches the digest in the name."""
        self._end: tuple[int, int] | None = None
        """The newest generation and its size in bytes, when this process last listed it."""

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Write lines as the next object, which begins where the index ended when last listed."""
        if self._end is None:
            self._chain()
        assert self._end is not None
        (generation, start), self._end = self._end, None
        self._write(generation, start, b"".join(as_line(line) for line in lines))

    def replace(self, lines: Iterable[bytes], aside: Path) -> None:
        """Write the whole index as a new generation; the previous one stays."""
        generation, _ = self._chain()
        self._write(generation + 1, 0, b"".join(lines))

    @property
    def size(self) -> int:
        """Return the size of the index in bytes."""
        _, chain = self._chain()
        return chain[-1].end if chain else 0

    def _texts(self, offset: int) -> Iterator[bytes]:
        for segment in self._chain()[1]:
            if segment.end > offset:
                content = self._copy(segment).read_bytes()[max(0, offset - segment.start) :]
                yield from content.splitlines(keepends=True)

    def _write(self, generation: int, start: int, content: bytes) -> None:
        """Write an object under the name that describes its content."""
        draft = self.path / f"draft-{secrets.token_hex(6)}"
        write_durably(draft, content)
        name = (
            f"{INDEX}/{generation:06d}/{start:016d}-{self._objects.token}-{digest_of(draft)}.jsonl"
        )
        self._objects.put(name, draft)
        copy = self._local_path(name)
        make_directory(copy.parent)
        draft.replace(copy)

    def _chain(self) -> tuple[int, list[Segment]]:
        """Return the newest generation, and the objects that make up its index, in order."""
        listed = self._objects.sizes(INDEX).items()
        segments = [each for name, size in listed if (each := Segment.of(name, size))]
        newest = max((each.generation for each in segments), default=0)
        by_start: dict[int, list[Segment]] = {}
        for each in segments:
            if each.generation == newest:
                by_start.setdefault(each.start, []).append(each)
        chain: list[Segment] = []
        end = token = 0
        while valid := self._valid_segment(by_start.get(end, ()), token):
            chain.append(valid)
            end, token = valid.end, valid.token
        self._end = newest, end
        return newest, chain

    def _valid_segment(self, candidates: Iterable[Segment], token: int) -> Segment | None:
        """Return the one of several objects that belongs to the index; None if none does.

        Args:
            candidates: objects that begin at the same byte.
            token: fencing token of the object before them.
        """
        for each in sorted(candidates, key=lambda each: each.token, reverse=True):
            if each.size and each.token >= token and self._is_intact(each):
                return each
            logger.warning("%s is skipped: its content or token does not fit", each.name)
        return None

    def _is_intact(self, segment: Segment) -> bool:
        """Return whether an object has the digest in its name; each is verified once."""
        if segment.name not in self._verified and digest_of(self._copy(segment)) == segment.digest:
            self._verified.add(segment.name)
        return segment.name in self._verified

    def _copy(self, segment: Segment) -> Path:
        """Return the path of an object's local copy, which is fetched if there is none."""
        path = self._local_path(segment.name)
        if not path.exists() or path.stat().st_size != segment.size:
            self._objects.fetch(segment.name, path)
        return path

    def _local_path(self, name: str) -> Path:
        return self.path / name.removeprefix(f"{INDEX}/")
