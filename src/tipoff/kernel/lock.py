"""Liveness by an operating-system lock: it dies with its process, so nothing is cleared by hand.

The lock file says too whether the process that held the lock before ended it properly. That keeps
nobody from anything: it is how a run knows that the one before it was killed.
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

NOBODY = "-"
"""In the place of the holder's process id, once it has let go properly."""
WIDTH = 40
"""Bytes of the file."""
PROGRAM = "tipoff"


class Lock:
    """A lock that is held."""

    def __init__(self, deaths: int = 0, token: int = 0) -> None:
        self.token = token
        """The fencing token of a lease; 0 of a file, whose lock cannot be lost."""
        self.deaths = deaths
        """How many holders in a row were killed since one reached what it was to do."""

    def settle(self) -> None:
        """Forget those that were killed: what they were at is done."""
        self.deaths = 0


@contextmanager
def exclusive(path: Path) -> Iterator[Lock]:
    """Hold the lock file while inside.

    Raises:
        RunInProgress: another living process holds it; the message names it and says since when.
    """
    make_directory(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        lock = Lock(_deaths(_locked(handle)))
        _write(handle, str(os.getpid()), lock.deaths)
        try:
            yield lock
        finally:
            _write(handle, NOBODY, lock.deaths)
    finally:
        os.close(handle)


@contextmanager
def queued(path: Path) -> Iterator[None]:
    """Hold a lock file while inside; wait for whoever holds it, which nobody may for long."""
    make_directory(path.parent)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> str:
    """Lock a file and return what it says.

    Raises:
        RunInProgress: another living process holds it.
    """
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = (os.pread(handle, WIDTH, 0).decode().split() or ["unknown"])[0]
        since = datetime.fromtimestamp(os.fstat(handle).st_mtime, UTC)
        raise RunInProgress(
            f"a run is in progress (process {holder}){_command(holder)} since"
            f" {since:%Y-%m-%d %H:%M} UTC: wait until it has ended, and run the same command again"
        ) from None
    return os.pread(handle, WIDTH, 0).decode(errors="replace")


def _command(holder: str) -> str:
    """Return the words of the command that a process was started with; empty if not known."""
    try:
        words = Path(f"/proc/{holder}/cmdline").read_text().split("\0")
    except OSError:  # not Linux, or a process of another machine
        return ""
    places = [place for place, word in enumerate(words) if Path(word).name == PROGRAM]
    named = " ".join(takewhile(str.isalpha, words[places[0] + 1 :])) if places else ""
    return f": `{PROGRAM} {named}`" if named else ""


def _deaths(said: str) -> int:
    """Return how many holders were killed; a file that cannot be understood tells of none."""
    holder, _, counted = said.strip().partition(" ")
    before = int(counted) if counted.isdecimal() else 0
    return before + 1 if holder.isdecimal() else before


def _write(handle: int, holder: str, deaths: int) -> None:
    """Overwrite what the file says, in as many bytes: a full disk has room for them."""
    os.pwrite(handle, f"{holder} {deaths}".ljust(WIDTH).encode(), 0)
