"""Restore a home from a backup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.app.backup.bodies import Copied, copy_bodies, explaining_disk_errors
from tipoff.app.backup.manifest import (
    MANIFEST,
    Manifest,
    hash_of,
    verified_bet_log,
    verified_catalog,
    verified_index,
)
from tipoff.app.bets import FILE
from tipoff.app.catalog_rebuild import NEW_CATALOG, install_catalog, make_catalog
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably
from tipoff.landing.bodies import Bodies

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home

LEFTOVERS = {"landing", "run.lock", NEW_CATALOG}
"""Names of files that an interrupted restore may have left."""


def restore(home: Home, directory: Path) -> Copied:
    """Restore a home from a backup; the next run computes its tables.

    Everything that is not damaged is restored; the result lists the rest.

    Raises:
        UsageError: the directory holds no backup, or the home is not empty.
        TipoffError: the backup's index is damaged, or the home cannot be written to.
    """
    manifest = Manifest.read(directory)
    if manifest is None:
        raise UsageError(f"{directory} holds no backup: there is no {MANIFEST}")
    _refuse_occupied(home, manifest)
    lines = verified_index(directory, manifest)
    with home.locked() as lock, explaining_disk_errors(home.directory):
        bodies, index = home.storage.bodies(lock.token), home.storage.index(lock.token)
        copied = copy_bodies(Bodies(directory / "landing"), bodies, lines)
        index.replace(lines, index.path.with_suffix(".before"))
        bets, lost = verified_bet_log(directory, manifest)
        if bets is not None:
            write_durably(home.directory / FILE, bets)
        catalog, fault = verified_catalog(directory, manifest)
        new_catalog = home.directory / NEW_CATALOG
        make_catalog(new_catalog, index, bodies, catalog)
        install_catalog(new_catalog, home, lock.token)
    return replace(copied, made_at=manifest.made_at, lacking=(*copied.lacking, *lost, *fault))


def _refuse_occupied(home: Home, manifest: Manifest) -> None:
    """Refuse a home that is not empty, apart from files of an interrupted restore of the backup."""
    directory = home.directory
    names = {path.name for path in directory.iterdir()} if directory.is_dir() else set()
    if FILE in names and hash_of((directory / FILE).read_bytes()) == manifest.bets_hash:
        names.remove(FILE)
    occupied = bool(home.catalog_url) and home.place.has_payloads()
    if occupied or names - LEFTOVERS or home.storage.index().size:
        raise UsageError(
            f"{home.place.name if occupied else directory} is not empty: set TIPOFF_HOME to a new"
            " directory, and restore there"
        )
