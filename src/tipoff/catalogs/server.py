"""Connections to a PostgreSQL server, and its failures as one-line errors."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import TipoffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from psycopg import Connection

CONNECT_SECONDS = 10
PASSWORD = re.compile(r"(?<=:)[^:@/]*(?=@)|(?<=password=)[^&\s]*")


def mask_password(url: str) -> str:
    """Return a URL with its password masked."""
    return PASSWORD.sub("***", url)


def connect(url: str) -> Connection[tuple[Any, ...]]:
    """Open a connection in autocommit mode.

    Raises:
        UsageError: the extra is not installed, or the URL cannot be parsed.
        TipoffError: the server does not answer, or refuses this user.
    """
    try:
        import psycopg
    except ImportError:
        raise UsageError(
            "setting catalog: PostgreSQL needs another package: pip install 'tipoff[postgresql]'"
        ) from None
    try:
        connection = psycopg.connect(
            url, autocommit=True, connect_timeout=CONNECT_SECONDS, application_name="tipoff"
        )
    except psycopg.ProgrammingError as error:
        raise UsageError(f"setting catalog: {mask_password(url)}: {_first_line(error)}") from None
    except psycopg.Error as error:
        raise TipoffError(
            f"{mask_password(url)} cannot be opened: {_first_line(error)}: check that the server"
            " runs, and that the setting catalog names it"
        ) from None
    _sum_as_integer(connection)
    return connection


def _sum_as_integer(connection: Connection[tuple[Any, ...]]) -> None:
    """Return sums of integers as integers, as SQLite does, and not as decimals."""
    from psycopg.adapt import Loader

    class Whole(Loader):
        def load(self, data: bytes | bytearray | memoryview) -> float:
            text = bytes(data).decode()
            return int(text) if text.lstrip("-").isdecimal() else float(text)

    connection.adapters.register_loader("numeric", Whole)


@contextmanager
def naming_failure(url: str) -> Iterator[None]:
    """Turn an error of the server or the connection into a one-line error that names the server.

    Raises:
        TipoffError: replaces any error of PostgreSQL.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        cure = "what was committed stays: run the same command again"
        raise TipoffError(f"{mask_password(url)}: {_first_line(error)}; {cure}") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__
