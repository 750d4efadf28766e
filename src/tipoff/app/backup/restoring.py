"""Make a home from a backup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.app.backup.bodies import Copied, copy_bodies, naming_disk
from tipoff.app.backup.manifest import (
    MANIFEST,
    Manifest,
    hash_of,
    sound_bet_log,
    sound_catalog,
    sound_index,
)
from tipoff.app.bets import FILE
from tipoff.app.catalog_rebuild import FRESH, make_catalog, put_in_place
from tipoff.kernel.errors import UsageError
from tipoff.kernel.files import write_durably
from tipoff.landing.bodies import Bodies

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home

LEFT = {"landing", "run.lock", FRESH}
"""What a restore that was killed may have left."""


def restore(home: Home, directory: Path) -> Copied:
    """Make a home from a backup; the next run computes its tables.

    What the backup lacks is told, and the rest is restored.

    Raises:
        UsageError: the directory holds no backup, or the home is not empty.
        TipoffError: the backup's index is damaged, or the home cannot be written to.
    """
    manifest = Manifest.read(directory)
    if manifest is None:
        raise UsageError(f"{directory} holds no backup: there is no {MANIFEST}")
    _refuse_occupied(home, manifest)
    lines = sound_index(directory, manifest)
    with home.locked() as lock, naming_disk(home.directory):
        bodies, index = home.storage.bodies(lock.token), home.storage.index(lock.token)
        done = copy_bodies(Bodies(directory / "landing"), bodies, lines)
        index.replace(lines, index.path.with_suffix(".before"))
        bets, lost = sound_bet_log(directory, manifest)
        if bets is not None:
            write_durably(home.directory / FILE, bets)
        catalog, fault = sound_catalog(directory, manifest)
        fresh = home.directory / FRESH
        make_catalog(fresh, index, bodies, catalog)
        put_in_place(fresh, home, lock.token)
    return replace(done, made_at=manifest.made_at, lacking=(*done.lacking, *lost, *fault))


def _refuse_occupied(home: Home, manifest: Manifest) -> None:
    """Refuse a home that has anything but what a killed restore of this backup left."""
    place = home.directory
    names = {path.name for path in place.iterdir()} if place.is_dir() else set()
    if FILE in names and hash_of((place / FILE).read_bytes()) == manifest.bets_hash:
        names.remove(FILE)
    occupied = bool(home.catalog_url) and home.place.knows_payloads()
    if occupied or names - LEFT or home.storage.index().size:
        raise UsageError(
            f"{home.place.name if occupied else place} is not empty: set TIPOFF_HOME to a new"
            " directory, and restore there"
        )
