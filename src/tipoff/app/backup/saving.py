"""Take a backup: what cannot be made again, copied, flushed and read back."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import orjson

from tipoff import __version__
from tipoff.app.backup.bodies import Copied, copy_bodies, naming_disk
from tipoff.app.backup.manifest import MANIFEST, Manifest, hash_of, sound_index
from tipoff.app.bets import FILE, sound_bets
from tipoff.app.verification.home import LIVE
from tipoff.kernel import clock
from tipoff.kernel.catalog.values import as_text
from tipoff.kernel.errors import RunInProgress, TipoffError, UsageError
from tipoff.kernel.files import flush, write_durably
from tipoff.kernel.lock import exclusive
from tipoff.landing.bodies import Bodies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.app.open_home import OpenHome


def back_up(home: Home, directory: Path) -> Copied:
    """Copy the landing, the catalog and the bet log.

    A body that the directory has already is read, not copied again. It neither waits
    for a run nor holds one up.

    Raises:
        UsageError: nothing has been ingested, or the directory holds something else.
        TipoffError: the landing's index is damaged, or the directory cannot be written to; the last
            complete backup stands.
    """
    home.refuse_nothing()
    _refuse_place(home, directory)
    with home.opened() as workspace, _alone(directory), naming_disk(directory):
        workspace.catalog.refuse_damage()
        earlier = Manifest.read(directory)
        stamp = f"{clock.utc_now():%Y%m%dT%H%M%S%fZ}"
        catalog = directory / f"catalog-{stamp}.sqlite"
        workspace.catalog.copy_to(catalog)
        flush(catalog)
        lines = _index_lines(workspace)
        if earlier is not None:
            _refuse_another(directory, earlier, lines)
        index = directory / f"index-{stamp}.jsonl"
        write_durably(index, b"".join(lines))
        done = copy_bodies(workspace.landing.bodies, Bodies(directory / "landing"), lines)
        bets, fault = _save_bets(home, directory, earlier, stamp)
        manifest = Manifest(
            as_text(clock.utc_now()),
            __version__,
            done.payloads,
            _live_head(lines),
            catalog.name,
            hash_of(catalog.read_bytes()),
            index.name,
            hash_of(index.read_bytes()),
            *bets,
        )
        write_durably(directory / MANIFEST, orjson.dumps(asdict(manifest)))
        _remove_earlier(directory, manifest)
        return replace(done, made_at=manifest.made_at, lacking=(*done.lacking, *fault))


@contextmanager
def _alone(directory: Path) -> Iterator[None]:
    """Keep other processes from backing up into the same directory."""
    with ExitStack() as stack:
        try:
            with naming_disk(directory):
                stack.enter_context(exclusive(directory / ".lock"))
        except RunInProgress:
            raise TipoffError(f"another backup into {directory} is in progress") from None
        yield


def _index_lines(workspace: OpenHome) -> list[bytes]:
    """Return the lines of the landing's index, which must tell of all that the catalog knows."""
    found = list(workspace.landing.index.since(0))
    named = {line.values.get("payload") for line in found}
    known = workspace.catalog.query("SELECT payload FROM payload")
    missing = [number for (number,) in known if number not in named]
    if missing:
        raise TipoffError(
            f"{workspace.landing.index.path} does not name payload {missing[0]}:"
            " `tipoff verify --repair` writes it anew"
        )
    return [line.text for line in found]


def _save_bets(
    home: Home, directory: Path, earlier: Manifest | None, stamp: str
) -> tuple[tuple[str, str], list[str]]:
    """Copy the bet log; return its name and hash in the backup, and what is wrong with it.

    One that is damaged or gone does not take the place of the sound one of the last backup.
    """
    before = (earlier.bets, earlier.bets_hash) if earlier is not None else ("", "")
    path = home.directory / FILE
    try:
        content = path.read_bytes()
        sound_bets(content, str(path))
    except FileNotFoundError:
        gone = f"{path} is gone: {directory / before[0]} is kept; copy it back"
        return before, [gone] if before[0] else []
    except UsageError as error:
        return before, [str(error)]
    name = f"bets-{stamp}.json"
    write_durably(directory / name, content)
    return (name, hash_of(content)), []


def _live_head(lines: Collection[bytes]) -> str | None:
    values = (orjson.loads(line) for line in lines)
    live = [each["hash"] for each in values if each.get("resource") == LIVE]
    return live[-1] if live else None


def _refuse_place(home: Home, directory: Path) -> None:
    """Refuse a directory that is no place for a backup of this home."""
    place, own = directory.resolve(), home.directory.resolve()
    if place.is_relative_to(own) or own.is_relative_to(place):
        raise UsageError(
            f"{directory} and the home {home.directory} lie in each other: a backup"
            " belongs elsewhere, best on another disk"
        )
    if place.exists() and not place.is_dir():
        raise UsageError(f"{directory} is a file: name a directory")
    names = {path.name for path in place.iterdir()} if place.exists() else set()
    foreign = sorted(name for name in names if not _belongs(name))
    if foreign:
        raise UsageError(f"{directory} holds {foreign[0]}, which is of no backup: name another")


def _belongs(name: str) -> bool:
    return name in (MANIFEST, "landing") or name.startswith(("catalog-", "index-", "bets-", "."))


def _refuse_another(directory: Path, earlier: Manifest, lines: Collection[bytes]) -> None:
    """Refuse to replace a backup that knows of payloads which this home does not."""
    there = set(lines)
    if any(line not in there for line in sound_index(directory, earlier)):
        raise UsageError(
            f"{directory} holds payloads that this home has not, so it is of another home or of"
            " one that lost some: name another directory"
        )


def _remove_earlier(directory: Path, manifest: Manifest) -> None:
    """Remove what belonged to earlier backups, and to those that were never completed."""
    for pattern in ("catalog-*", "index-*", "bets-*"):
        for path in directory.glob(pattern):
            if path.name not in (manifest.catalog, manifest.index, manifest.bets):
                path.unlink()
