"""The landing's index in object storage, where nothing can be appended to: one object per append.

The index is the objects one after the other. An object's name tells which bytes of the index it
holds, who wrote it and the digest of its content::

    index/000000/0000000000004096-7-1f0c...e2.jsonl
          |      |                | digest
          |      |                fencing token of the writer
          |      the byte of the index at which it begins
          generation: a repair writes the whole index as the first object of the next one

A process that lost its lease while it was sending may leave an object that begins where one of its
successor does, or behind it. The successor writes where the index ended when it took over, so of
two that begin at one byte that of the later token is the index; and tokens only grow along it. What
breaks these rules says nothing, nor does what was cut short on its way, which is not what its name
tells.
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
"""Below which the objects of the index are kept."""
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Segment:
    """An object of the index, as its name tells."""

    name: str
    generation: int
    start: int
    token: int
    digest: str
    size: int
    """Bytes, as they were listed."""

    @property
    def end(self) -> int:
        """The byte of the index after its last."""
        return self.start + self.size

    @classmethod
    def of(cls, name: str, size: int) -> Segment | None:
        """Return what a name tells; None if it is not the name of a segment."""
        _, _, place = name.partition("/")
        generation, _, file = place.partition("/")
        start, _, rest = file.removesuffix(".jsonl").partition("-")
        token, _, digest = rest.partition("-")
        if not (generation.isdecimal() and start.isdecimal() and token.isdecimal() and digest):
            return None
        return cls(name, int(generation), int(start), int(token), digest, size)


class SegmentedIndex(Index):
    """The objects of an index, each with a copy in a directory once it was read."""

    def __init__(self, directory: Path, objects: Objects) -> None:
        """Name the directory of the copies."""
        super().__init__(directory)
        self._objects = objects
        self._sound: set[str] = set()
        self._end: tuple[int, int] | None = None
        """The generation, and the byte at which it ended when this process last looked."""

    def append(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Write lines as the next object, which is read back."""
        if self._end is None:
            self._chain()
        assert self._end is not None
        (generation, start), self._end = self._end, None
        self._write(generation, start, b"".join(as_line(line) for line in lines))

    def replace(self, lines: Iterable[bytes], aside: Path) -> None:
        """Write the whole index anew; what it was stays as the generation before."""
        generation, _ = self._chain()
        self._write(generation + 1, 0, b"".join(lines))

    @property
    def size(self) -> int:
        """Return how many bytes the index has."""
        _, chain = self._chain()
        return chain[-1].end if chain else 0

    def _texts(self, offset: int) -> Iterator[bytes]:
        for segment in self._chain()[1]:
            if segment.end > offset:
                content = self._copy(segment).read_bytes()[max(0, offset - segment.start) :]
                yield from content.splitlines(keepends=True)

    def _write(self, generation: int, start: int, content: bytes) -> None:
        """Write an object under the name that tells its content."""
        draft = self.path / f"draft-{secrets.token_hex(6)}"
        write_durably(draft, content)
        name = (
            f"{INDEX}/{generation:06d}/{start:016d}-{self._objects.token}-{digest_of(draft)}.jsonl"
        )
        self._objects.put(name, draft)
        copy = self._place(name)
        make_directory(copy.parent)
        draft.replace(copy)

    def _chain(self) -> tuple[int, list[Segment]]:
        """Return the newest generation, and its objects that are the index, in order."""
        listed = self._objects.sizes(INDEX).items()
        found = [each for name, size in listed if (each := Segment.of(name, size))]
        newest = max((each.generation for each in found), default=0)
        by_start: dict[int, list[Segment]] = {}
        for each in found:
            if each.generation == newest:
                by_start.setdefault(each.start, []).append(each)
        chain: list[Segment] = []
        end = token = 0
        while standing := self._standing(by_start.get(end, ()), token):
            chain.append(standing)
            end, token = standing.end, standing.token
        self._end = newest, end
        return newest, chain

    def _standing(self, rivals: Iterable[Segment], token: int) -> Segment | None:
        """Return, of objects that begin at one byte, the one that counts; None if none does.

        Args:
            rivals: the objects.
            token: of the one before them.
        """
        for each in sorted(rivals, key=lambda each: each.token, reverse=True):
            if each.size and each.token >= token and self._is_sound(each):
                return each
            logger.warning("%s is not what its name tells, and is passed over", each.name)
        return None

    def _is_sound(self, segment: Segment) -> bool:
        """Return whether an object is what its name tells; each is read once."""
        if segment.name not in self._sound and digest_of(self._copy(segment)) == segment.digest:
            self._sound.add(segment.name)
        return segment.name in self._sound

    def _copy(self, segment: Segment) -> Path:
        """Return where the copy of an object lies, fetched if there is none."""
        path = self._place(segment.name)
        if not path.exists() or path.stat().st_size != segment.size:
            self._objects.fetch(segment.name, path)
        return path

    def _place(self, name: str) -> Path:
        return self.path / name.removeprefix(f"{INDEX}/")
