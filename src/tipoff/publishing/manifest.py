"""The manifest of a release: what each file is made from, and what it must hold."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entry:
    """One published file."""

    digest: str
    """Of all that the document is made from: an equal digest means an equal document."""
    content: str
    """Hash of the file's bytes."""
    size: int
    """Bytes."""
    modified: int
    """When the file was last written, in nanoseconds since 1970."""

    def __post_init__(self) -> None:
        kinds = {"digest": str, "content": str, "size": int, "modified": int}
        wrong = [name for name, kind in kinds.items() if not isinstance(getattr(self, name), kind)]
        if wrong:
            raise TypeError(f"a manifest's entry has another type of {', '.join(wrong)}")

    def untouched(self, path: Path) -> bool:
        """Return whether a file has the size and the time of writing that it was published with."""
        try:
            found = path.lstat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.modified)

    def damage(self, path: Path) -> str | None:
        """Return what is wrong with a file's content, or None where every byte is as published."""
        try:
            held = path.read_bytes()
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        if len(held) != self.size:
            return f"holds {len(held):,} bytes where {self.size:,} were published"
        return None if content_hash(held) == self.content else "holds other bytes than published"


def content_hash(content: bytes) -> str:
    """Return the hash by which a manifest knows a file's bytes."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def read_manifest(release: Path) -> dict[str, Entry]:
    """Return a release's entries by path; none where the manifest is missing or broken.

    A broken manifest is no error: what it does not vouch for is made again.
    """
    path = release / MANIFEST
    try:
        return {name: Entry(**entry) for name, entry in orjson.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        logger.debug("%s does not count: %s", path, error)
        return {}


def manifest_bytes(entries: Mapping[str, Entry]) -> bytes:
    """Return a manifest as it is written."""
    return orjson.dumps(dict(entries), option=orjson.OPT_SORT_KEYS)
