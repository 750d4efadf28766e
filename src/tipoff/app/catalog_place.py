"""Where a home's catalog is: in a file of the home, or in a database that machines share."""

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
        """What messages call it."""
        ...

    def exists(self) -> bool:
        """Return whether there is a catalog, even an empty one."""
        ...

    def knows_payloads(self) -> bool:
        """Return whether it may know what is landed; what has lost its catalog does not."""
        ...

    def open(self, token: int = 0) -> Catalog:
        """Open it, for the process that holds the home under a fencing token."""
        ...

    def locked(self, name: str) -> AbstractContextManager[Lock]:
        """Hold the lock of a name while inside: no other process does.

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
        """The file."""
        return str(self.path)

    def exists(self) -> bool:
        """Return whether the file is there."""
        return self.path.exists()

    def knows_payloads(self) -> bool:
        """Return whether the file is there and has something in it."""
        return self.path.exists() and self.path.stat().st_size > 0

    def open(self, token: int = 0) -> Catalog:
        """Open the file; create it where there is none.

        Raises:
            TipoffError: it cannot be written to, which even SQLite's readers must, or is damaged.
        """
        for path in (self.path.parent, self.path):
            if path.exists() and not os.access(path, os.W_OK):
                raise unwritable(
                    self.path.parent, f"{path} belongs to another user or is read-only"
                )
        return SQLiteCatalog(self.path)

    @contextmanager
    def locked(self, name: str) -> Iterator[Lock]:
        """Hold the lock file of a name."""
        with exclusive(self.path.parent / name) as lock:
            yield lock


@dataclass(frozen=True)
class CatalogServer:
    """A PostgreSQL database, for a home that several machines write to; its lock is a lease."""

    url: str = field(repr=False)
    lease_seconds: float

    @property
    def name(self) -> str:
        """The address, without a password."""
        from tipoff.catalogs.server import shown

        return shown(self.url)

    def exists(self) -> bool:
        """Return True: the database is made by whoever runs the server."""
        return True

    def knows_payloads(self) -> bool:
        """Return whether any payload is known."""
        with closing(self.open()) as catalog:
            return bool(catalog.query("SELECT 1 FROM payload LIMIT 1"))

    def open(self, token: int = 0) -> Catalog:
        """Connect to the database; create the tables where there are none.

        Raises:
            UsageError: the extra is not installed, or a later version made the tables.
            TipoffError: the server cannot be reached.
        """
        from tipoff.catalogs import PostgreSQLCatalog

        return PostgreSQLCatalog(self.url, token=token, idle_seconds=self.lease_seconds)

    @contextmanager
    def locked(self, name: str) -> Iterator[Lock]:
        """Hold the lease of a name."""
        from tipoff.catalogs import holding

        self.open().close()  # makes the table that the lease is in
        with holding(self.url, self.lease_seconds, name) as lock:
            yield lock


def unwritable(directory: Path, why: str) -> TipoffError:
    """Return the refusal of a directory that cannot be written to."""
    return TipoffError(
        f"{directory} cannot be written to ({why}): make it writable, or set TIPOFF_HOME"
        " to another directory"
    )
