"""Rebuild a home's catalog from its landing, whose index contains all that is needed."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.app.identity import NOTE, refuse_other_home
from tipoff.app.verification import forget_files
from tipoff.kernel import clock
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import sync
from tipoff.landing.index_follower import IndexFollower

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index

NEW_CATALOG = "catalog.new.sqlite"
"""The name of a new catalog's file until it is complete."""
CATALOG_SUFFIXES = ("-wal", "-shm", "")
"""Suffixes of the catalog's files; the log is first, so that it never outlives the database."""


@dataclass(frozen=True)
class RebuiltCatalog:
    """Result of rebuilding a catalog."""

    payloads: int
    """Number of payloads in the new catalog."""
    set_aside: Path | None
    """The file to which the old catalog was renamed; None if there was none, or in a database."""

    def to_dict(self) -> dict[str, Any]:
        """Return the result as a dictionary, for JSON."""
        return {
            "payloads": self.payloads,
            "set_aside": None if self.set_aside is None else str(self.set_aside),
        }


def rebuild_catalog(home: Home) -> RebuiltCatalog:
    """Rebuild the catalog from the landing's index; the next run computes all tables.

    The file of the old catalog, even if damaged, is renamed and kept. A catalog in a shared
    database is emptied and filled again.

    Raises:
        UsageError: no payload is landed in this home.
        TipoffError: a line of the index is damaged; nothing has been changed.
        RunInProgress: another process writes to the home.
    """
    home.refuse_other_forms()
    index, bodies = home.storage.index(), home.storage.bodies()
    if not index.size:
        raise UsageError(
            f"{index.path} is missing or empty, so there is nothing to make a catalog from:"
            " `tipoff restore` from a backup, or `tipoff ingest`"
        )
    with home.locked() as lock:
        if home.catalog_url:
            with closing(home.open_catalog(lock.token)) as catalog:
                refuse_other_home(home.storage, catalog, refetch=True)
                return RebuiltCatalog(_read_index(catalog, index, bodies), None)
        new_catalog = home.directory / NEW_CATALOG
        payloads = make_catalog(new_catalog, index, bodies)
        aside = home.directory / f"catalog-{clock.utc_now():%Y%m%dT%H%M%S%fZ}.sqlite"
        for suffix in CATALOG_SUFFIXES:
            old = home.catalog.with_name(home.catalog.name + suffix)
            if old.exists():
                old.rename(aside.with_name(aside.name + suffix))
        install_catalog(new_catalog, home, lock.token)
    return RebuiltCatalog(payloads, aside if aside.exists() else None)


def make_catalog(path: Path, index: Index, bodies: Bodies, copied: bytes | None = None) -> int:
    """Write a catalog that has read the whole index and refers to no file of a table.

    Args:
        path: the path of the new catalog; an existing file is replaced.
        index: the index of the landing.
        bodies: the bodies that the index names.
        copied: the bytes of an earlier catalog, from which runs and requests are kept.

    Returns:
        The number of payloads in the catalog.
    """
    for suffix in CATALOG_SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    if copied is not None:
        path.write_bytes(copied)
    with closing(SQLiteCatalog(path)) as catalog:
        return _read_index(catalog, index, bodies)


def install_catalog(new_catalog: Path, home: Home, token: int) -> None:
    """Make a new, closed catalog the catalog of a home; the caller holds the home's lock."""
    if not home.catalog_url:
        new_catalog.replace(home.catalog)
        sync(home.directory)
        return
    with (
        closing(home.open_catalog(token)) as catalog,
        closing(SQLiteCatalog(new_catalog)) as source,
        catalog.transaction(),
    ):
        catalog.fill_from(source)
    for suffix in CATALOG_SUFFIXES:
        new_catalog.with_name(new_catalog.name + suffix).unlink(missing_ok=True)


def _read_index(catalog: Catalog, index: Index, bodies: Bodies) -> int:
    """Forget a catalog's table files and read the whole index; return the number of payloads."""
    with catalog.transaction():
        forget_files(catalog, [file for (file,) in catalog.query("SELECT file FROM file")])
        catalog.query("DELETE FROM note WHERE name = ?", [NOTE])
        IndexFollower(index, catalog, bodies).catch_up(from_start=True)
        return int(catalog.query("SELECT count(*) FROM payload")[0][0])
