"""Turn any failure into one sentence that says what happened and what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.kernel.disk import AGAIN, is_full, no_space
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Mapping

FULL = f"free some space, then {AGAIN}"
LITTLE = 1_000_000
"""Bytes that are lacking at least, where a command does not know how many."""
CURES: Mapping[int, str] = {
    errno.EIO: f"the disk reports a fault, which the system's log describes; then {AGAIN}",
    errno.EACCES: "make it readable and writable for this user",
    errno.EPERM: "make it readable and writable for this user",
    errno.EROFS: "mount its disk for writing",
    errno.ENOENT: "name a path that exists",
    errno.EISDIR: "name a file",
    errno.ENOTDIR: "name a directory",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
}
"""What a person can do about an error of the operating system."""
NO_MEMORY = "there is no more memory: give this process, or its container, more"
UNFORESEEN = "this is a fault of Tipoff: --log-level debug shows where"


def explained(error: Exception) -> TipoffError:
    """Return the failure as one that says in a sentence what happened and what to do.

    A ``TipoffError`` does so already. Of everything else the exit code is 1.
    """
    if isinstance(error, TipoffError):
        return error
    if isinstance(error, OSError) and is_full(error):
        return TipoffError(no_space(Path(error.filename or "."), LITTLE, error.errno))
    if isinstance(error, OSError) and error.errno in CURES:
        return TipoffError(_of_system(error))
    if isinstance(error, MemoryError):
        return TipoffError(NO_MEMORY)
    if isinstance(error, sqlite3.Error):
        return TipoffError(_of_catalog(error))
    return TipoffError(f"{type(error).__name__}: {_first_line(error)}; {UNFORESEEN}")


def _of_system(error: OSError) -> str:
    named = f"{error.filename}: " if error.filename else ""
    return f"{named}{error.strerror}: {CURES[error.errno or 0]}"


def _of_catalog(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"the catalog cannot be written ({error}): {FULL}"
    if code == sqlite3.SQLITE_BUSY:
        return "another process has kept the catalog locked for long: wait for it to end"
    return f"the catalog: {error}; `tipoff verify` says whether it is damaged"


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]
