"""Files as they lie on disk: whole or not at all, and never more than a payload may have."""

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
"""By which the clock of the machine that wrote a file may be fast."""
UNREADABLE = (OSError, EOFError, zlib.error, PayloadError)
"""What reading a file raises that is damaged, too large or gone."""


def read_whole(path: Path, limit: int = MAX_PAYLOAD_BYTES) -> bytes:
    """Return a file's content, decompressed if its name ends in .gz.

    Raises:
        UsageError: it is no regular file, cannot be read, is cut short, or has more than
            ``limit`` bytes unpacked; the message names the file.
    """
    with opened(path) as file:
        return read_within(file, limit)


def read_lines(path: Path, limit: int = MAX_PAYLOAD_BYTES) -> Iterator[bytes]:
    """Yield a file's lines one by one, without their ends; decompressed like ``read_whole``.

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
    """Return when a file was last changed, which is taken for when its content was fetched.

    Raises:
        UsageError: that is to come, so that nothing fetched before then would replace it.
    """
    now = clock.utc_now()
    try:
        stated = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OverflowError, ValueError):
        stated = datetime.max.replace(tzinfo=UTC)
    if stated > now + MAX_SKEW:
        raise UsageError(
            f"{path}: was last changed on {stated:%Y-%m-%d %H:%M} UTC, which is to come: `touch` it"
        )
    return min(stated, now)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file to read, and turn what goes wrong inside into one sentence.

    Raises:
        UsageError: the message names the file.
    """
    refuse_irregular(path)
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield file  # type: ignore[misc]  # both are binary files
    except UNREADABLE as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None


def refuse_irregular(path: Path) -> None:
    """Refuse what is no file: reading a pipe or a device may never end.

    Raises:
        UsageError: it is a directory, a pipe, a device or a socket, or a link to nothing.
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
