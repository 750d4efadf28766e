"""The lease of a home: who may write, in the place of a lock file that machines cannot share.

The table ``lease`` has one row for each name; that of writing is what fences commits. Whoever
takes a lease counts its ``token`` up by one, and renews ``expires_at`` every third of its duration,
all by the server's clock. Another process may take it over once it has expired, or as soon as the
connection of its holder is gone, which a killed process leaves at once.

An example. Process A takes the lease with token 7 and is stopped. Half a minute later the lease has
expired; process B takes it with token 8 and works. A wakes up and begins the transaction in which
it would commit: the first thing in it is to lock the row and read its token, which is 8, so A is
refused. Had B come while A was stopped within a transaction, B would have waited for A's lock on
the row, until the server ended A's idle transaction.

A transaction locks the row with FOR KEY SHARE, which lets A's own renewals pass; who takes the
lease over locks it with FOR UPDATE, which does not pass it.
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
"""In the place of the holder, once it has given the lease back."""
WRITING = "run.lock"
"""The name of the lease under which a home is written to."""
BEATS = 3
"""How often a lease is renewed in its duration."""
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
    """A lease as it was taken."""

    name: str
    url: str
    seconds: float
    lock: Lock


@contextmanager
def holding(url: str, seconds: float, name: str = WRITING) -> Iterator[Lock]:
    """Hold a lease while inside; yield it, with its fencing token.

    Args:
        url: of the catalog's database, whose schema exists.
        seconds: for how long the lease is good if its holder stands still.
        name: of the lease; that of writing to the home, if none is given.

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
    """Keep the lease from being taken over until the link's transaction ends.

    Raises:
        LeaseLost: it has been taken over already.
    """
    found = link.execute(
        "SELECT token, holder FROM lease WHERE name = %s FOR KEY SHARE", [WRITING]
    ).fetchone()
    if found is None or found[0] != token:
        by = "another process" if found is None or found[1] == NOBODY else found[1]
        raise LeaseLost(
            f"this process stood still for so long that {by} took over: nothing more is committed"
            " here; run the same command again once that has ended"
        )


class Heart(threading.Thread):
    """Renews a lease until it is stopped, or has been lost."""

    def __init__(self, link: Link, lease: Lease) -> None:
        super().__init__(name="lease", daemon=True)
        self._link = link
        self._lease = lease
        self._stopping = threading.Event()

    def run(self) -> None:
        """Renew the lease again and again, over a new connection where one breaks."""
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
        """Stop renewing, and give the lease back if it is still held."""
        self._stopping.set()
        self.join()
        try:
            _give_back(self._link, self._lease)
        except Exception as error:
            logger.debug("the lease was not given back, and expires: %s", error)
        self._link.close()


def _take(link: Link, name: str, seconds: float) -> Lock:
    """Take the lease in one transaction."""
    import psycopg

    with naming_failure_of_lock(psycopg.errors.LockNotAvailable), link.transaction():
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
            [NOBODY, _myself(), seconds, name],
        ).fetchone()
        if taken is not None:
            return Lock(*map(int, taken))
        held = link.execute(
            "SELECT holder, ceil(extract(epoch FROM expires_at - clock_timestamp()))::int"
            " FROM lease WHERE name = %s",
            [name],
        ).fetchone()
    holder, left = held or ("unknown", 0)
    raise RunInProgress(
        f"a run is in progress ({holder}; its lease ends in {left} s unless it is renewed)"
    )


@contextmanager
def naming_failure_of_lock(timeout: type[Exception]) -> Iterator[None]:
    """Turn a lock that was not to be had in time into the refusal that it is.

    Raises:
        RunInProgress: a transaction of another process keeps the lease.
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


def _give_back(link: Link, lease: Lease) -> None:
    link.execute(
        "UPDATE lease SET expires_at = clock_timestamp(), holder = %s, deaths = %s"
        " WHERE name = %s AND token = %s",
        [NOBODY, lease.lock.deaths, lease.name, lease.lock.token],
    )


def _myself() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"
