"""Helpers that change a toy shop, and check that its home is intact."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from support.toy_shop import Shop
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.kernel.catalog.ledger import head as head_of
from tipoff.kernel.files import digest_of
from tipoff.kernel.run.retention import Retention
from tipoff.kernel.run.rollback import roll_back

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.payload import Payload

NO_RETENTION = Retention(keep_runs=1, keep_days=0)
"""Keeps only the run at head."""


def fetched(payload: Payload, hours: float) -> Payload:
    """Return the payload as fetched some hours later."""
    return replace(payload, fetched_at=payload.fetched_at + timedelta(hours=hours))


def withdraw(shop: Shop, payload: int, *, restore: bool = False) -> None:
    """Withdraw a payload, or restore it."""
    with shop.home.writing() as workspace:
        workspace.landing.withdraw(payload, restore=restore)


def undo(shop: Shop, run: int) -> int:
    """Roll a run back; return the number of the new run."""
    with shop.home.writing() as workspace:
        return roll_back(workspace.catalog, run, "")


def head(shop: Shop) -> int:
    """Return the run that readers see."""
    with catalog_of(shop.home) as catalog:
        return head_of(catalog)


def copied(shop: Shop, directory: Path) -> Shop:
    """Return a copy of a shop, whose home must not be open."""
    shutil.copytree(shop.directory, directory)
    return Shop(directory, shop.graph)


def rebuilt(shop: Shop, directory: Path) -> Shop:
    """Return a shop built from scratch from the same landing."""
    shutil.copytree(shop.home.landing, directory / "landing")
    fresh = Shop(directory, shop.graph)
    rebuild_catalog(fresh.home)
    fresh.run()
    return fresh


@contextmanager
def catalog_of(home: Home) -> Iterator[Catalog]:
    """Open a home's catalog without starting an engine."""
    catalog = home.open_catalog()
    try:
        yield catalog
    finally:
        catalog.close()


def damage(home: Home) -> list[str]:
    """Return the files and payloads in the catalog that are missing or damaged."""
    files = home.storage.tables()
    with catalog_of(home) as catalog:
        damaged_files = [
            f"tables/{table}/{name}"
            for table, name, digest in catalog.query("SELECT table_name, name, hash FROM file")
            if not (path := files.local(table, name)).exists() or digest_of(path) != digest
        ]
        bodies = home.storage.bodies()
        payloads = catalog.query("SELECT payload, body_hash FROM payload")
        return damaged_files + [f"payload {n}" for n, digest in payloads if bodies.fault(digest)]


def unnamed(home: Home) -> list[str]:
    """Return the unreferenced files under ``tables/`` and ``landing/``."""
    with catalog_of(home) as catalog:
        files = catalog.query("SELECT table_name, name FROM file")
        hashes = catalog.query("SELECT body_hash FROM payload")
    named = {str(home.tables / table / name) for table, name in files}
    named |= {str(home.landing / digest[:2] / f"{digest}.gz") for (digest,) in hashes}
    present = {str(p) for d in (home.tables, home.landing) for p in d.glob("*/*")}
    return sorted(present - named)
