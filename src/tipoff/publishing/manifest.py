"""The manifest of a release: a digest of the inputs and the expected content of each file."""

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
    """The manifest entry of one published file."""

    digest: str
    """Digest of all inputs of the document: an equal digest means an equal document."""
    content: str
    """Hash of the file's bytes."""
    size: int
    """Size in bytes."""
    modified: int
    """Modification time of the file, in nanoseconds since 1970."""

    def __post_init__(self) -> None:
        kinds = {"digest": str, "content": str, "size": int, "modified": int}
        wrong = [name for name, kind in kinds.items() if not isinstance(getattr(self, name), kind)]
        if wrong:
            raise TypeError(f"a manifest entry has the wrong type of {', '.join(wrong)}")

    def untouched(self, path: Path) -> bool:
        """Return whether a file still has its published size and modification time."""
        try:
            status = path.lstat()
        except OSError:
            return False
        return (status.st_size, status.st_mtime_ns) == (self.size, self.modified)

    def damage(self, path: Path) -> str | None:
        """Return what is wrong with a file's content; None if it is exactly as published."""
        try:
            content = path.read_bytes()
        except OSError as error:
            return f"cannot be read: {error.strerror}"
        if len(content) != self.size:
            return f"holds {len(content):,} bytes where {self.size:,} were published"
        return None if content_hash(content) == self.content else "holds other bytes than published"


def content_hash(content: bytes) -> str:
    """Return the hash of a file's bytes, as stated in the manifest."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def read_manifest(release: Path) -> dict[str, Entry]:
    """Return a release's entries by path; empty if the manifest is missing or broken.

    A broken manifest is not an error: documents without an entry are made again.
    """
    path = release / MANIFEST
    try:
        return {name: Entry(**entry) for name, entry in orjson.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        logger.debug("%s is ignored: %s", path, error)
        return {}


def manifest_bytes(entries: Mapping[str, Entry]) -> bytes:
    """Return a manifest as JSON, sorted by path."""
    return orjson.dumps(dict(entries), option=orjson.OPT_SORT_KEYS)
