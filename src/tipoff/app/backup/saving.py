"""Make a backup: copy what cannot be recomputed, flush the copies, and read them back."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import orjson

from tipoff import __version__
from tipoff.app.backup.bodies import Copied, copy_bodies, explaining_disk_errors
from tipoff.app.backup.manifest import MANIFEST, Manifest, hash_of, verified_index
from tipoff.app.bets import FILE, parse_log
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
    """Copy the landing, the catalog and the bet log of a home into a directory.

    A body that is in the directory already is verified, not copied again. A backup and a run do not
    wait for each other.

    Raises:
        UsageError: nothing has been ingested, or the directory is unsuitable or holds other files.
        TipoffError: the landing's index is damaged, or the directory cannot be written to; the last
            complete backup stays valid.
    """
    home.require_catalog()
    _refuse_unsuitable(home, directory)
    with home.opened() as workspace, _backup_lock(directory), explaining_disk_errors(directory):
        workspace.catalog.refuse_damage()
        earlier = Manifest.read(directory)
        stamp = f"{clock.utc_now():%Y%m%dT%H%M%S%fZ}"
        catalog = directory / f"catalog-{stamp}.sqlite"
        workspace.catalog.copy_to(catalog)
        flush(catalog)
        lines = _index_lines(workspace)
        if earlier is not None:
            _refuse_other_home(directory, earlier, lines)
        index = directory / f"index-{stamp}.jsonl"
        write_durably(index, b"".join(lines))
        copied = copy_bodies(workspace.landing.bodies, Bodies(directory / "landing"), lines)
        bets, fault = _save_bets(home, directory, earlier, stamp)
        manifest = Manifest(
            as_text(clock.utc_now()),
            __version__,
            copied.payloads,
            _live_head(lines),
            catalog.name,
            hash_of(catalog.read_bytes()),
            index.name,
            hash_of(index.read_bytes()),
            *bets,
        )
        write_durably(directory / MANIFEST, orjson.dumps(asdict(manifest)))
        _remove_earlier(directory, manifest)
        return replace(copied, made_at=manifest.made_at, lacking=(*copied.lacking, *fault))


@contextmanager
def _backup_lock(directory: Path) -> Iterator[None]:
    """Keep other processes from backing up into the same directory."""
    with ExitStack() as stack:
        try:
            with explaining_disk_errors(directory):
                stack.enter_context(exclusive(directory / ".lock"))
        except RunInProgress:
            raise TipoffError(f"another backup into {directory} is in progress") from None
        yield


def _index_lines(workspace: OpenHome) -> list[bytes]:
    """Return the lines of the landing's index; refuse it if a payload of the catalog is missing."""
    lines = list(workspace.landing.index.since(0))
    indexed = {line.values.get("payload") for line in lines}
    known = workspace.catalog.query("SELECT payload FROM payload")
    missing = [number for (number,) in known if number not in indexed]
    if missing:
        raise TipoffError(
            f"{workspace.landing.index.path} does not name payload {missing[0]}:"
            " `tipoff verify --repair` writes its line again"
        )
    return [line.text for line in lines]


def _save_bets(
    home: Home, directory: Path, earlier: Manifest | None, stamp: str
) -> tuple[tuple[str, str], list[str]]:
    """Copy the bet log; return its name and hash in the backup, and messages about faults.

    If the log is damaged or missing, the log of the previous backup is kept.
    """
    previous = (earlier.bets, earlier.bets_hash) if earlier is not None else ("", "")
    path = home.directory / FILE
    try:
        content = path.read_bytes()
        parse_log(content, str(path))
    except FileNotFoundError:
        message = f"{path} is gone: {directory / previous[0]} is kept; copy it back"
        return previous, [message] if previous[0] else []
    except UsageError as error:
        return previous, [str(error)]
    name = f"bets-{stamp}.json"
    write_durably(directory / name, content)
    return (name, hash_of(content)), []


def _live_head(lines: Collection[bytes]) -> str | None:
    values = (orjson.loads(line) for line in lines)
    live = [each["hash"] for each in values if each.get("resource") == LIVE]
    return live[-1] if live else None


def _refuse_unsuitable(home: Home, directory: Path) -> None:
    """Refuse a directory that is a file, overlaps with the home, or holds other files."""
    target, source = directory.resolve(), home.directory.resolve()
    if target.is_relative_to(source) or source.is_relative_to(target):
        raise UsageError(
            f"one of {directory} and the home {home.directory} contains the other: name a"
            " directory elsewhere for the backup, best on another disk"
        )
    if target.exists() and not target.is_dir():
        raise UsageError(f"{directory} is a file: name a directory")
    names = {path.name for path in target.iterdir()} if target.exists() else set()
    foreign = sorted(name for name in names if not _belongs(name))
    if foreign:
        raise UsageError(
            f"{directory} holds {foreign[0]}, which belongs to no backup: name another directory"
        )


def _belongs(name: str) -> bool:
    return name in (MANIFEST, "landing") or name.startswith(("catalog-", "index-", "bets-", "."))


def _refuse_other_home(directory: Path, earlier: Manifest, lines: Collection[bytes]) -> None:
    """Refuse to replace a backup that has payloads which this home lacks."""
    own_lines = set(lines)
    if any(line not in own_lines for line in verified_index(directory, earlier)):
        raise UsageError(
            f"{directory} holds payloads that this home lacks, so it is the backup of another home"
            " or this home has lost some: name another directory"
        )


def _remove_earlier(directory: Path, manifest: Manifest) -> None:
    """Remove files of earlier backups and of incomplete ones."""
    for pattern in ("catalog-*", "index-*", "bets-*"):
        for path in directory.glob(pattern):
            if path.name not in (manifest.catalog, manifest.index, manifest.bets):
                path.unlink()
