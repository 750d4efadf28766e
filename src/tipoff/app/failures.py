"""Turn any exception into one sentence that says what happened and what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.kernel.disk import RETRY_ADVICE, is_full, no_space_message
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Mapping

FULL_DISK_CURE = f"free some space, then {RETRY_ADVICE}"
MIN_MISSING_BYTES = 1_000_000
"""Disk space to ask for if the missing amount is unknown."""
CURES: Mapping[int, str] = {
    errno.EIO: f"the disk reports a fault, which the system's log describes; then {RETRY_ADVICE}",
    errno.EACCES: "make it readable and writable for this user",
    errno.EPERM: "make it readable and writable for this user",
    errno.EROFS: "mount its disk for writing",
    errno.ENOENT: "name a path that exists",
    errno.EISDIR: "name a file",
    errno.ENOTDIR: "name a directory",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
}
"""Advice for errors of the operating system, by error number."""
NO_MEMORY = "out of memory: give this process, or its container, more"
UNEXPECTED = "this is a fault of Tipoff: --log-level debug shows where"


def explained(error: Exception) -> TipoffError:
    """Return an exception as a ``TipoffError`` that says what happened and what to do.

    A ``TipoffError`` is returned unchanged. All others get exit code 1.
    """
    if isinstance(error, TipoffError):
        return error
    if isinstance(error, OSError) and is_full(error):
        path = Path(error.filename or ".")
        return TipoffError(no_space_message(path, MIN_MISSING_BYTES, error.errno))
    if isinstance(error, OSError) and error.errno in CURES:
        return TipoffError(_system_message(error))
    if isinstance(error, MemoryError):
        return TipoffError(NO_MEMORY)
    if isinstance(error, sqlite3.Error):
        return TipoffError(_catalog_message(error))
    return TipoffError(f"{type(error).__name__}: {_first_line(error)}; {UNEXPECTED}")


def _system_message(error: OSError) -> str:
    path = f"{error.filename}: " if error.filename else ""
    return f"{path}{error.strerror}: {CURES[error.errno or 0]}"


def _catalog_message(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"the catalog cannot be written ({error}): {FULL_DISK_CURE}"
    if code == sqlite3.SQLITE_BUSY:
        return "another process has kept the catalog locked for long: wait for it to end"
    return f"the catalog: {error}; `tipoff verify` says whether it is damaged"


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0]
