"""Ways to change a toy shop, and to say whether its home is whole."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.kernel.files import digest_of
from tipoff.kernel.retention import Retention
from tipoff.kernel.rollback import roll_back
from toy_shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.home import Home
    from tipoff.kernel.payload import Payload

NO_RETENTION = Retention(keep_runs=1, keep_days=0)
"""Only head is kept."""


def fetched(payload: Payload, hours: float) -> Payload:
    """Return the payload as fetched some hours later."""
    return replace(payload, fetched_at=payload.fetched_at + timedelta(hours=hours))


def withdraw(shop: Shop, payload: int, *, restore: bool = False) -> None:
    """Let a payload count no longer, or again."""
    with shop.home.writing() as workspace:
        workspace.landing.withdraw(payload, restore=restore)


def undo(shop: Shop, run: int) -> int:
    """Roll a run back; return the number of the new run."""
    with shop.home.writing() as workspace:
        return roll_back(workspace.catalog, run, "")


def head(shop: Shop) -> int:
    """Return the run that readers see."""
    return int(shop.catalog("SELECT run FROM head")[0][0])


def copied(shop: Shop, directory: Path) -> Shop:
    """Return a copy of a shop whose home nobody has open."""
    shutil.copytree(shop.directory, directory)
    return Shop(directory, shop.graph)


def rebuilt(shop: Shop, directory: Path) -> Shop:
    """Return a shop built from scratch from the same landing."""
    shutil.copytree(shop.home.landing, directory / "landing")
    fresh = Shop(directory, shop.graph)
    fresh.run()
    return fresh


def damage(home: Home) -> list[str]:
    """Return what the catalog names and the directory does not hold as it was written."""
    found = []
    with home.reading() as session:
        catalog, bodies = session.workspace.catalog, session.workspace.landing
        for table, name, digest in catalog.query("SELECT table_name, name, hash FROM file"):
            path = home.tables / table / name
            if not path.exists() or digest_of(path) != digest:
                found.append(f"tables/{table}/{name}")
        for (number,) in catalog.query("SELECT payload FROM payload"):
            try:
                bodies.read(number)
            except Exception as error:
                found.append(f"payload {number}: {error}")
    return found


def unnamed(home: Home) -> list[str]:
    """Return the files under ``tables/`` and ``landing/`` that nothing names."""
    with home.reading() as session:
        catalog = session.workspace.catalog
        named = {
            str(home.tables / table / name)
            for table, name in catalog.query("SELECT table_name, name FROM file")
        } | {
            str(home.landing / digest[:2] / f"{digest}.gz")
            for (digest,) in catalog.query("SELECT body_hash FROM payload")
        }
    present = {str(p) for d in (home.tables, home.landing) for p in d.glob("*/*")}
    return sorted(present - named)
