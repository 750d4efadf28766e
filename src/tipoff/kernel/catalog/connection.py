"""The catalog's database: SQLite, opened safely, with recorded migrations of its own schema."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.migrations import MIGRATIONS
from tipoff.kernel.disk import MEGABYTE, has_no_room, is_full, no_space
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.files import make_directory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

WAIT_SECONDS = 30.0
"""How long a statement waits for another process's transaction, which takes milliseconds."""

DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Catalog:
    """One connection to ``catalog.sqlite``.

    The journal is a write-ahead log and every commit is synced to disk (``synchronous=FULL``), so
    a commit survives power loss, and readers neither wait for a writer nor hold it up.
    """

    def __init__(self, path: Path) -> None:
        """Open the catalog and bring its schema up to date; create it where there is none.

        Raises:
            UsageError: a later version of Tipoff made it, or it is no catalog of Tipoff.
            TipoffError: the file is damaged or cannot be opened.
        """
        self.path = path
        try:
            make_directory(path.parent)
            self._connection = sqlite3.connect(
                path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._migrate()
        except (sqlite3.Error, OSError) as error:
            if (lacking := _lacking_room(path, error)) is not None:
                raise lacking from error
            raise TipoffError(
                f"{path} cannot be opened: {error}; if it is damaged, `tipoff rebuild` makes it"
                " anew from landing/"
            ) from None

    def close(self) -> None:
        """Close the connection; what is committed stays."""
        self._connection.close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows.

        Raises:
            TipoffError: the file is damaged.
        """
        with self._naming_damage():
            return self._connection.execute(sql, parameters).fetchall()

    def insert(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Insert rows with a value for each of the table's columns."""
        listed = list(rows)
        if listed:
            places = ", ".join("?" * len(listed[0]))
            with self._naming_damage():
                self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", listed)

    def refuse_damage(self) -> None:
        """Read the whole file and see whether SQLite finds anything wrong in it.

        Raises:
            TipoffError: it does.
        """
        ((found,),) = self.query("PRAGMA integrity_check(1)")
        if found != "ok":
            raise self._damaged(found)

    def copy_to(self, path: Path) -> None:
        """Write the catalog as of one transaction to a new file, whatever is committed since."""
        target = sqlite3.connect(path)
        try:
            with self._naming_damage():
                self._connection.backup(target)
        finally:
            target.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that is done inside, or nothing of it."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:  # on a full disk SQLite has rolled back itself
                self._connection.execute("ROLLBACK")
            if (lacking := _lacking_room(self.path, error)) is not None:
                raise lacking from error
            raise

    @contextmanager
    def _naming_damage(self) -> Iterator[None]:
        """Turn what SQLite raises of a damaged file into one line that says what to do."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE:
                raise
            raise self._damaged(error) from None

    def _damaged(self, why: object) -> TipoffError:
        return TipoffError(
            f"{self.path} is damaged ({why}): `tipoff rebuild` makes it anew from landing/"
        )

    def _migrate(self) -> None:
        """Apply the migrations that this catalog has not had yet, each in its own transaction."""
        version = self._version()
        if version > len(MIGRATIONS):
            raise UsageError(
                f"{self.path} was made by a later version of Tipoff (form {version}, this one"
                f" knows {len(MIGRATIONS)}): install that version, or use another home"
            )
        for number, statements in enumerate(MIGRATIONS[version:], version + 1):
            with self.transaction():
                if self._version() >= number:  # another process was faster
                    continue
                for statement in statements:
                    self._connection.execute(statement)
                self.query("INSERT INTO migration VALUES (?, ?)", [number, as_text(utc_now())])

    def _version(self) -> int:
        tables = {n for (n,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return 0
        if "migration" not in tables:
            raise UsageError(f"{self.path} is no catalog of Tipoff: use another home")
        return int(self.query("SELECT max(number) FROM migration")[0][0])


def utc_now() -> datetime:
    """Return the time by this machine's clock, in UTC."""
    return datetime.now(UTC)


def as_text(timestamp: datetime) -> str:
    """Write an aware timestamp as the catalog keeps it: UTC, ISO 8601, sortable as text."""
    return timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_timestamp(text: str) -> datetime:
    """Read a timestamp that the catalog keeps."""
    return datetime.fromisoformat(text)  # thirty times as fast as strptime


def as_number(day: date | None) -> int | None:
    """Write a date as the catalog keeps it: days since the first of January of the year 1."""
    return None if day is None else day.toordinal()


def as_date(number: int | None) -> date | None:
    """Read a date that the catalog keeps."""
    return None if number is None else date.fromordinal(number)


__all__ = ["Catalog", "as_date", "as_number", "as_text", "as_timestamp", "utc_now"]


def _lacking_room(path: Path, error: BaseException) -> TipoffError | None:
    """Return what to say if the disk is full, which SQLite may call a fault of the disk."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        full = code == sqlite3.SQLITE_FULL
        full = full or (code == sqlite3.SQLITE_IOERR and has_no_room(path))
    else:
        full = is_full(error)
    return TipoffError(no_space(path, MEGABYTE)) if full else None
