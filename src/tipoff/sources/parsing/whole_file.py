"""Read whole files from disk, up to the size limit of a payload."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.kernel import clock
from tipoff.kernel.errors import PayloadError, UsageError
from tipoff.sources.parsing.limits import MAX_PAYLOAD_BYTES, read_within, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAX_SKEW = timedelta(minutes=5)
"""How far the clock of the machine that wrote a file may be ahead."""
UNREADABLE = (OSError, EOFError, zlib.error, PayloadError)
"""Exceptions raised when a file is damaged, too large or missing."""


def read_whole(path: Path, limit: int = MAX_PAYLOAD_BYTES) -> bytes:
    """Return a file's content, decompressed if its name ends in .gz.

    Raises:
        UsageError: it is not a regular file, cannot be read, is cut short, or has more than
            ``limit`` bytes unpacked; the message names the file.
    """
    with opened(path) as file:
        return read_within(file, limit)


def read_lines(path: Path, limit: int = MAX_PAYLOAD_BYTES) -> Iterator[bytes]:
    """Yield a file's lines without line endings, decompressed as in ``read_whole``.

    Raises:
        UsageError: as for ``read_whole``, where one line has more than ``limit`` bytes.
    """
    with opened(path) as file:
        while line := file.readline(limit + 2):
            line = line.rstrip(b"\r\n")
            if len(line) > limit:
                raise PayloadError(too_large(limit))
            yield line


def modified_at(path: Path) -> datetime:
    """Return when a file was last changed, which counts as the time its content was fetched.

    Raises:
        UsageError: that is in the future, so that nothing fetched before then would replace it.
    """
    now = clock.utc_now()
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OverflowError, ValueError):
        changed = datetime.max.replace(tzinfo=UTC)
    if changed > now + MAX_SKEW:
        raise UsageError(
            f"{path}: was last changed on {changed:%Y-%m-%d %H:%M} UTC, which is in the future:"
            " `touch` it"
        )
    return min(changed, now)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading, and turn exceptions inside the context into a usage error.

    Raises:
        UsageError: the file cannot be read; the message names it.
    """
    refuse_irregular(path)
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield file  # type: ignore[misc]  # both are binary files
    except UNREADABLE as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None


def refuse_irregular(path: Path) -> None:
    """Refuse a path that is not a regular file: reading a pipe or a device may never end.

    Raises:
        UsageError: it is a directory, a pipe, a device, a socket, or a broken link.
    """
    try:
        mode = path.stat().st_mode
    except OSError as error:
        if path.is_symlink():
            target = os.readlink(path)
            raise UsageError(f"{path}: is a link to {target}, which cannot be reached") from None
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    if not stat.S_ISREG(mode):
        kinds = {stat.S_IFDIR: "a directory", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
        kind = kinds.get(stat.S_IFMT(mode), "a device")
        raise UsageError(f"{path}: is {kind}, not a file")
