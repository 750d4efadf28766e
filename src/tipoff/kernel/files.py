"""Files that are written once and flushed before the catalog names them."""

from __future__ import annotations

import hashlib
import os
import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.disk import is_full, no_space_message
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tipoff.kernel.declare.schema import DataType

BLOCK = 1 << 20
"""The number of bytes that are read at a time."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one file that belong to a relation."""

    path: str
    owners: tuple[Any, ...] | None
    """The dates (or payloads) whose rows are read; None for all."""


@dataclass(frozen=True)
class Relation:
    """The rows of several files as one table."""

    columns: Mapping[str, DataType]
    owner: str
    """The column with the date, or payload, that a row belongs to."""
    parts: tuple[Part, ...]


def flush(path: Path) -> None:
    """Write a file's content and its name in its directory to disk, to survive a loss of power."""
    sync(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file's content, or the names in a directory, are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        with naming_path(path):
            os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def naming_path(path: Path) -> Iterator[None]:
    """Add the file's path to an operating system's error, which lacks it for an open file."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise


def make_directory(path: Path) -> None:
    """Make a directory and its missing parents; each is synced, to survive a loss of power."""
    if not path.is_dir():
        make_directory(path.parent)
        path.mkdir(exist_ok=True)
        sync(path.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Write a file completely or not at all: flush it under a temporary name, then rename it.

    Raises:
        TipoffError: the disk is full.
    """
    make_directory(path.parent)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException as error:
        partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and is_full(error):
            raise TipoffError(no_space_message(path, len(content), error.errno)) from error
        raise
    sync(path.parent)


def digest_of(path: Path) -> str:
    """Return a digest of a file's bytes."""
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
