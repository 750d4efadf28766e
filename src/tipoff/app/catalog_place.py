"""The place of a home's catalog: a file in the home, or a database shared by several machines."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.errors import TipoffError
from tipoff.kernel.lock import Lock, exclusive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog


class CatalogPlace(Protocol):
    """Opens a home's catalog, and lets one process at a time write to the home."""

    @property
    def name(self) -> str:
        """The catalog's name in messages."""
        ...

    def exists(self) -> bool:
        """Return whether there is a catalog, even an empty one."""
        ...

    def has_payloads(self) -> bool:
        """Return whether the catalog may list the landed payloads; False if it is lost."""
        ...

    def open(self, token: int = 0) -> Catalog:
        """Open the catalog; ``token`` is the fencing token of a process that writes."""
        ...

    def locked(self, name: str) -> AbstractContextManager[Lock]:
        """Hold the lock with a name, so that no other process does.

        Raises:
            RunInProgress: another process holds it.
        """
        ...


@dataclass(frozen=True)
class CatalogFile:
    """A SQLite file beside the landing, for a home on one machine; its lock is a file too."""

    path: Path

    @property
    def name(self) -> str:
        """The file's path."""
        return str(self.path)

    def exists(self) -> bool:
        """Return whether the file exists."""
        return self.path.exists()

    def has_payloads(self) -> bool:
        """Return whether the file exists and is not empty."""
        return self.path.exists() and self.path.stat().st_size > 0

    def open(self, token: int = 0) -> Catalog:
        """Open the file; create it if there is none.

        Raises:
            TipoffError: it is damaged, or cannot be written to; SQLite requires that even of
                readers.
        """
        for path in (self.path.parent, self.path):
            if path.exists() and not os.access(path, os.W_OK):
                raise unwritable(
                    self.path.parent, f"{path} belongs to another user or is read-only"
                )
        return SQLiteCatalog(self.path)

    @contextmanager
    def locked(self, name: str) -> Iterator[Lock]:
        """Hold the lock file with a name."""
        with exclusive(self.path.parent / name) as lock:
            yield lock


@dataclass(frozen=True)
class CatalogServer:
    """A PostgreSQL database, for a home that several machines write to; its lock is a lease."""

    url: str = field(repr=False)
    lease_seconds: float

    @property
    def name(self) -> str:
        """The URL, without its password."""
        from tipoff.catalogs.server import mask_password

        return mask_password(self.url)

    def exists(self) -> bool:
        """Return True: the operator of the server creates the database."""
        return True

    def has_payloads(self) -> bool:
        """Return whether the catalog lists any payload."""
        with closing(self.open()) as catalog:
            return bool(catalog.query("SELECT 1 FROM payload LIMIT 1"))

    def open(self, token: int = 0) -> Catalog:
        """Connect to the database; create the catalog's tables if there are none.

        Raises:
            UsageError: the extra is not installed, or a later version created the tables.
            TipoffError: the server cannot be reached.
        """
        from tipoff.catalogs import PostgreSQLCatalog

        return PostgreSQLCatalog(self.url, token=token, idle_seconds=self.lease_seconds)

    @contextmanager
    def locked(self, name: str) -> Iterator[Lock]:
        """Hold the lease with a name."""
        from tipoff.catalogs import holding

        self.open().close()  # creates the table of leases
        with holding(self.url, self.lease_seconds, name) as lock:
            yield lock


def unwritable(directory: Path, reason: str) -> TipoffError:
    """Return the error for a directory that cannot be written to."""
    return TipoffError(
        f"{directory} cannot be written to ({reason}): make it writable, or set TIPOFF_HOME"
        " to another directory"
    )
