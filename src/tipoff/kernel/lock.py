"""The home's lock: an operating-system lock, which ends with its process, however that ends.

So no lock is ever left behind that somebody would have to remove. The lock file also records
whether its last holder released the lock itself. This blocks nothing: it only tells a run that the
one before it was killed.
"""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.kernel.errors import RunInProgress
from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASED = "-"
"""Stands in the lock file in place of the holder's process id once the lock is released."""
FILE_BYTES = 40
"""The size of the lock file."""
PROGRAM = "tipoff"
"""The name of the command in a process's command line."""


class Lock:
    """A lock that this process holds."""

    def __init__(self, deaths: int = 0, token: int = 0) -> None:
        self.token = token
        """The fencing token of a lease; 0 for a file lock, which cannot be lost while held."""
        self.deaths = deaths
        """How many holders in a row were killed since one last completed its work."""

    def reset_deaths(self) -> None:
        """Forget the killed holders, because the work that they began is done."""
        self.deaths = 0


@contextmanager
def exclusive(path: Path) -> Iterator[Lock]:
    """Lock a file for the duration of the ``with`` block.

    Raises:
        RunInProgress: another living process holds the lock; the message names the process and
            says since when.
    """
    make_directory(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        lock = Lock(_deaths(_locked(handle)))
        _write(handle, str(os.getpid()), lock.deaths)
        try:
            yield lock
        finally:
            _write(handle, RELEASED, lock.deaths)
    finally:
        os.close(handle)


@contextmanager
def queued(path: Path) -> Iterator[None]:
    """Lock a file for the duration of the ``with`` block; wait while another process holds it.

    It must be held for short times only, since the wait has no limit.
    """
    make_directory(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> str:
    """Lock a file and return its text.

    Raises:
        RunInProgress: another living process holds it.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = (os.pread(handle, FILE_BYTES, 0).decode().split() or ["unknown"])[0]
        since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
        raise RunInProgress(
            f"a run is in progress (process {holder}){_command(holder)} since"
            f" {since:%Y-%m-%d %H:%M} UTC: wait until it has ended, and run the same command again"
        ) from None
    return os.pread(handle, FILE_BYTES, 0).decode(errors="replace")


def _command(holder: str) -> str:
    """Return the ``tipoff`` command of a process, for a message; empty if it is not known."""
    try:
        words = Path(f"/proc/{holder}/cmdline").read_text().split("\0")
    except OSError:  # not Linux, or a process of another machine
        return ""
    places = [place for place, word in enumerate(words) if Path(word).name == PROGRAM]
    command = " ".join(takewhile(str.isalpha, words[places[0] + 1 :])) if places else ""
    return f": `{PROGRAM} {command}`" if command else ""


def _deaths(text: str) -> int:
    """Return the number of killed holders from the lock file's text; 0 if it is not readable.

    A process id in the text means that this holder was killed too.
    """
    holder, _, count = text.strip().partition(" ")
    before = int(count) if count.isdecimal() else 0
    return before + 1 if holder.isdecimal() else before


def _write(handle: int, holder: str, deaths: int) -> None:
    """Overwrite the lock file's text in its full size, so that it can be done on a full disk."""
    os.pwrite(handle, f"{holder} {deaths}".ljust(FILE_BYTES).encode(), 0)
