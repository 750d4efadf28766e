"""The lease of a home: the right to write, for machines that cannot share a lock file.

The table ``lease`` has one row for each name; the row of the write lease fences commits. A process
that takes a lease increments its ``token`` and renews ``expires_at`` every third of the lease's
duration, all by the server's clock. Another process may take the lease over once it has expired, or
as soon as the holder's connection is closed, which happens at once when the holder is killed.

An example. Process A takes the lease with token 7 and is suspended. Half a minute later the lease
has expired; process B takes it with token 8 and works. A resumes and begins the transaction in
which it would commit. The transaction first locks the row and reads its token, which is 8, so A is
refused. If A had been suspended within a transaction, B would have waited for A's lock on the row
until the server ended A's idle transaction.

A transaction locks the row with FOR KEY SHARE, which does not block A's own renewals. A takeover
locks it with FOR UPDATE, which waits for such a transaction to end.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.catalogs.server import connect, naming_failure
from tipoff.kernel.errors import RunInProgress, TipoffError
from tipoff.kernel.lock import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

    Link = Connection[tuple[Any, ...]]
NOBODY = "-"
"""The holder of a lease that has been given back."""
WRITING = "run.lock"
"""The name of the lease for writing to a home."""
BEATS = 3
"""How many times a lease is renewed within its duration."""
MINE = "(SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid())"
GONE = """
NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = lease.backend
    AND (backend_start IS NULL OR backend_start = lease.backend_start))
"""
logger = logging.getLogger(__name__)


class LeaseLost(TipoffError):
    """Another process has taken over the lease of a home."""


@dataclass(frozen=True, slots=True)
class Lease:
    """A lease that this process has taken."""

    name: str
    url: str
    seconds: float
    lock: Lock


@contextmanager
def holding(url: str, seconds: float, name: str = WRITING) -> Iterator[Lock]:
    """Hold a lease inside the context; yield its lock, which has the fencing token.

    Args:
        url: URL of the catalog's database; its schema must exist.
        seconds: duration of the lease if it is not renewed.
        name: name of the lease; by default the one for writing to the home.

    Raises:
        RunInProgress: another process holds it; the message names it.
        TipoffError: the server cannot be reached.
    """
    link = connect(url)
    try:
        with naming_failure(url):
            link.execute(f"SET lock_timeout = {int(2000 * seconds)}")
            lease = Lease(name, url, seconds, _take(link, name, seconds))
    except BaseException:
        link.close()
        raise
    heart = Heart(link, lease)
    heart.start()
    try:
        yield lease.lock
    finally:
        heart.stop()


def refuse_lost(link: Link, token: int) -> None:
    """Check that the lease is still held, and keep it from takeover until the transaction ends.

    Raises:
        LeaseLost: another process has taken it over.
    """
    lease = link.execute(
        "SELECT token, holder FROM lease WHERE name = %s FOR KEY SHARE", [WRITING]
    ).fetchone()
    if lease is None or lease[0] != token:
        by = "another process" if lease is None or lease[1] == NOBODY else lease[1]
        raise LeaseLost(
            f"this process was suspended for so long that {by} took over its lease: it commits"
            " nothing more; run the same command again once the other process has ended"
        )


class Heart(threading.Thread):
    """Renews a lease until it is stopped or the lease is lost."""

    def __init__(self, link: Link, lease: Lease) -> None:
        super().__init__(name="lease", daemon=True)
        self._link = link
        self._lease = lease
        self._stopping = threading.Event()

    def run(self) -> None:
        """Renew the lease periodically, over a new connection if the old one breaks."""
        while not self._stopping.wait(self._lease.seconds / BEATS):
            try:
                if self._link.closed:
                    self._link = connect(self._lease.url)
                if not _renew(self._link, self._lease):
                    logger.warning("the home's lease is lost: nothing more can be committed")
                    return
            except Exception as error:
                logger.warning("the home's lease could not be renewed: %s", error)
                self._link.close()

    def stop(self) -> None:
        """Stop renewing, and release the lease if it is still held."""
        self._stopping.set()
        self.join()
        try:
            _release(self._link, self._lease)
        except Exception as error:
            logger.debug("the lease could not be released and will expire: %s", error)
        self._link.close()


def _take(link: Link, name: str, seconds: float) -> Lock:
    """Take the lease in one transaction."""
    import psycopg

    with _naming_lock_timeout(psycopg.errors.LockNotAvailable), link.transaction():
        link.execute(
            "INSERT INTO lease VALUES (%s, 0, %s, 0, clock_timestamp(), clock_timestamp(), 0)"
            " ON CONFLICT DO NOTHING",
            [name, NOBODY],
        )
        link.execute("SELECT 1 FROM lease WHERE name = %s FOR UPDATE", [name])
        taken = link.execute(
            "UPDATE lease SET token = token + 1, deaths = deaths + (holder <> %s)::int,"
            " holder = %s, backend = pg_backend_pid(),"
            f" backend_start = {MINE},"
            " expires_at = clock_timestamp() + make_interval(secs => %s)"
            f" WHERE name = %s AND (expires_at <= clock_timestamp() OR {GONE})"
            " RETURNING deaths, token",
            [NOBODY, _this_process(), seconds, name],
        ).fetchone()
        if taken is not None:
            return Lock(*map(int, taken))
        current = link.execute(
            "SELECT holder, ceil(extract(epoch FROM expires_at - clock_timestamp()))::int"
            " FROM lease WHERE name = %s",
            [name],
        ).fetchone()
    holder, left = current or ("unknown", 0)
    raise RunInProgress(
        f"a run is in progress ({holder}; its lease ends in {left} s unless it is renewed)"
    )


@contextmanager
def _naming_lock_timeout(timeout: type[Exception]) -> Iterator[None]:
    """Turn a timeout while waiting for the lock into an error that says why.

    Raises:
        RunInProgress: a transaction of another process has locked the lease.
    """
    try:
        yield
    except timeout:
        raise RunInProgress("a run is in progress (in the middle of a commit)") from None


def _renew(link: Link, lease: Lease) -> bool:
    """Renew a lease; return whether it is still held."""
    renewed = link.execute(
        f"UPDATE lease SET backend = pg_backend_pid(), backend_start = {MINE},"
        " expires_at = clock_timestamp() + make_interval(secs => %s)"
        " WHERE name = %s AND token = %s",
        [lease.seconds, lease.name, lease.lock.token],
    )
    return renewed.rowcount == 1


def _release(link: Link, lease: Lease) -> None:
    link.execute(
        "UPDATE lease SET expires_at = clock_timestamp(), holder = %s, deaths = %s"
        " WHERE name = %s AND token = %s",
        [NOBODY, lease.lock.deaths, lease.name, lease.lock.token],
    )


def _this_process() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"
