"""Make a home's catalog anew from its landing, which describes itself."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.app.identity import NOTE, refuse_another
from tipoff.app.verification import give_up
from tipoff.kernel import clock
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import sync
from tipoff.landing.following import Following

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.kernel.catalog import Catalog
    from tipoff.landing.bodies import Bodies
    from tipoff.landing.index import Index

FRESH = "catalog.new.sqlite"
"""What a new catalog is called until it is complete."""
BESIDE = ("-wal", "-shm", "")
"""What the names of a catalog's files end with; the log first, so that none outlives its file."""


@dataclass(frozen=True)
class RebuiltCatalog:
    """What a new catalog knows, and where the old one is."""

    payloads: int
    set_aside: Path | None

    def to_dict(self) -> dict[str, Any]:
        """Return it for machines."""
        return {
            "payloads": self.payloads,
            "set_aside": None if self.set_aside is None else str(self.set_aside),
        }


def rebuild_catalog(home: Home) -> RebuiltCatalog:
    """Make the catalog anew from the landing's index; the next run computes all tables.

    The old catalog, whatever state it is in, is kept under another name; one in a database that
    machines share is filled anew.

    Raises:
        UsageError: no payload is landed here.
        TipoffError: a line of the index is damaged; nothing has been changed then.
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
                refuse_another(home.storage, catalog, look_again=True)
                return RebuiltCatalog(_read_anew(catalog, index, bodies), None)
        fresh = home.directory / FRESH
        payloads = make_catalog(fresh, index, bodies)
        aside = home.directory / f"catalog-{clock.utc_now():%Y%m%dT%H%M%S%fZ}.sqlite"
        for end in BESIDE:
            old = home.catalog.with_name(home.catalog.name + end)
            if old.exists():
                old.rename(aside.with_name(aside.name + end))
        put_in_place(fresh, home, lock.token)
    return RebuiltCatalog(payloads, aside if aside.exists() else None)


def make_catalog(path: Path, index: Index, bodies: Bodies, copied: bytes | None = None) -> int:
    """Write a catalog that has read the whole index and points to no file of a table.

    Args:
        path: of the new catalog; what lies there is replaced.
        index: to be read.
        bodies: what it names.
        copied: the bytes of an earlier catalog whose runs and requests are to be kept.

    Returns:
        How many payloads it knows.
    """
    for end in BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
    if copied is not None:
        path.write_bytes(copied)
    with closing(SQLiteCatalog(path)) as catalog:
        return _read_anew(catalog, index, bodies)


def put_in_place(fresh: Path, home: Home, token: int) -> None:
    """Make a new catalog, which nobody has open, that of a home; the caller holds its lock."""
    if not home.catalog_url:
        fresh.replace(home.catalog)
        sync(home.directory)
        return
    with (
        closing(home.open_catalog(token)) as catalog,
        closing(SQLiteCatalog(fresh)) as filled,
        catalog.transaction(),
    ):
        catalog.fill_from(filled)
    for end in BESIDE:
        fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _read_anew(catalog: Catalog, index: Index, bodies: Bodies) -> int:
    """Let a catalog point to no file and read the whole index; return how many payloads it has."""
    with catalog.transaction():
        give_up(catalog, [file for (file,) in catalog.query("SELECT file FROM file")])
        catalog.query("DELETE FROM note WHERE name = ?", [NOTE])
        Following(index, catalog, bodies).catch_up(anew=True)
        return int(catalog.query("SELECT count(*) FROM payload")[0][0])
