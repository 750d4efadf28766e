"""A PostgreSQL server as it is addressed, and what can be wrong with it, in one sentence."""

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


def shown(url: str) -> str:
    """Return an address without its password."""
    return PASSWORD.sub("***", url)


def connect(url: str) -> Connection[tuple[Any, ...]]:
    """Open a connection on which every statement is its own transaction.

    Raises:
        UsageError: the extra is not installed, or the address cannot be understood.
        TipoffError: the server does not answer, or does not let this user in.
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
        raise UsageError(f"setting catalog: {shown(url)}: {_first_line(error)}") from None
    except psycopg.Error as error:
        raise TipoffError(
            f"{shown(url)} cannot be opened: {_first_line(error)}: see that the server runs, and"
            " that the setting catalog names it"
        ) from None
    _sum_as_integer(connection)
    return connection


def _sum_as_integer(connection: Connection[tuple[Any, ...]]) -> None:
    """Let a sum of whole numbers be one, as in SQLite, and not a decimal."""
    from psycopg.adapt import Loader

    class Whole(Loader):
        def load(self, data: bytes | bytearray | memoryview) -> float:
            text = bytes(data).decode()
            return int(text) if text.lstrip("-").isdecimal() else float(text)

    connection.adapters.register_loader("numeric", Whole)


@contextmanager
def naming_failure(url: str) -> Iterator[None]:
    """Turn what the server or the connection to it raises into one line that names it.

    Raises:
        TipoffError: in the place of any error of PostgreSQL.
    """
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        cure = "what was committed stays: run the same command again"
        raise TipoffError(f"{shown(url)}: {_first_line(error)}; {cure}") from error


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__
