"""Releases: a directory of documents that readers see whole, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import TipoffError
from tipoff.publishing.files import flush, flush_tree, link, write
from tipoff.publishing.manifest import MANIFEST, Entry, content_hash, manifest_bytes, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

CURRENT = "current"
NEXT, REPLACED = "next", "replaced"
KEPT = "kept"
KEPT_RELEASES = 3
CURES = {
    errno.ENOSPC: "free some space on its disk",
    errno.EDQUOT: "raise the disk quota",
    errno.EACCES: "make the directory writable",
    errno.EPERM: "make the directory writable",
    errno.EROFS: "mount its disk for writing",
}


@dataclass(frozen=True)
class Documents:
    """Documents of one kind: what each is made from, and how to make any of them."""

    digests: Mapping[str, str]
    """Path -> digest of all it is made from: an equal digest means an equal document."""
    make: Callable[[Sequence[str]], Iterable[tuple[str, Any]]]
    """Yields those asked for as path and content: texts and bytes as they stand, others as JSON."""


def document(path: str, digest: str, make: Callable[[], Any]) -> Documents:
    """Return the one document of its kind."""
    return Documents({path: digest}, lambda paths: [(path, make())])


class Publication:
    """A directory of releases; the link ``current`` in it is the release that readers see.

    A release is written and flushed to the disk before the link is switched, so a process may
    be killed at any time. Files that did not change are the same files in the next release.
    What was lost or damaged since it was published is made again by the next ``publish``.
    """

    def __init__(
        self,
        directory: Path,
        switching: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Name the directory.

        Args:
            directory: with the releases.
            switching: entered to switch the link; it refuses a process that may not any more.
        """
        self._directory = directory
        self._switching = switching

    def read(self, path: str) -> Any:
        """Return a document of the current release.

        Raises:
            TipoffError: there is none of that name, or it is damaged.
        """
        try:
            return orjson.loads((self._directory / CURRENT / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            raise TipoffError(f"{path} is not published; `tipoff run` publishes") from None
        except orjson.JSONDecodeError as error:
            raise TipoffError(
                f"{path} is damaged as published ({error}): `tipoff run` makes it again"
            ) from None

    def of_every_release(self, path: str) -> list[Any]:
        """Return a document as each release has it, the oldest first; damaged ones are left out."""
        found = []
        for release in self._releases():
            with suppress(FileNotFoundError, NotADirectoryError, orjson.JSONDecodeError):
                found.append(orjson.loads((release / path).read_bytes()))
        return found

    def intact(self, path: str) -> Any | None:
        """Return a published document if its file holds what was published, else None."""
        base, entries = self._base()
        if base is None or path not in entries or entries[path].damage(base / path):
            return None
        return orjson.loads((base / path).read_bytes())

    def stated(self) -> dict[str, str]:
        """Return the digest of each published document whose file holds what was published."""
        base, entries = self._base()
        if base is None:
            return {}
        digests = {path: entry.digest for path, entry in entries.items()}
        return {path: digests[path] for path in _sound(base, entries, digests, thorough=False)}

    def untouched(self) -> str | None:
        """Return what names the current release, if none of its files has been touched; else None.

        Files are looked at, not read: as ``publish`` does before it takes them over.
        """
        shown = self._shown()
        entries = read_manifest(shown) if shown else {}
        if shown is None or not entries:
            return None
        if not all(entry.untouched(shown / path) for path, entry in entries.items()):
            return None
        return f"{shown.name} {content_hash((shown / MANIFEST).read_bytes())}"

    def damaged(self) -> list[str]:
        """Return a line for each file of the current release that is not as it was published.

        Every file is read. A home in which nothing has been published has no damage.
        """
        if not self._directory.exists():
            return []
        shown = self._shown()
        if shown is None:
            return [f"{self._directory / CURRENT} points to no release: `tipoff run` publishes"]
        entries = read_manifest(shown)
        if not entries:
            return [f"{shown / MANIFEST} is missing or broken: `tipoff run` makes all again"]
        found = ((shown / path, entry.damage(shown / path)) for path, entry in entries.items())
        return [f"{path} {damage}" for path, damage in found if damage]

    def publish(self, wanted: Iterable[Documents], *, thorough: bool = False) -> int:
        """Make the documents that changed or were damaged, link the others, and switch.

        Args:
            wanted: every document of the new release.
            thorough: read every file to see whether it is damaged, rather than those alone whose
                size or time of writing is not as it was published.

        Returns:
            How many documents were made.

        Raises:
            TipoffError: the directory cannot be written to; readers still see the last release.
        """
        kinds = list(wanted)
        digests = {path: digest for kind in kinds for path, digest in kind.digests.items()}
        with self._refusing_disk():
            base, before = self._base()
            kept = _sound(base, before, digests, thorough)
            if base == self._shown() and kept == before and kept.keys() == digests.keys():
                return 0
            with self._next(base) as release:
                for path in kept:
                    assert base is not None
                    link(base / path, release / path)
                made = _make(kinds, kept.keys(), release)
                self._complete(release, kept | made)
        return len(made)

    def adopt(self, entries: Mapping[str, Entry], fetch: Callable[[Entry, Path], None]) -> None:
        """Show a release that another machine made.

        Args:
            entries: of its files, by path.
            fetch: writes one to a path, with its time of writing; those that are here are linked.

        Raises:
            TipoffError: a file did not come as it was published, or the disk refuses; readers
                still see the last release.
        """
        with self._refusing_disk():
            base, before = self._base()
            sound = _sound(base, before, {p: e.digest for p, e in entries.items()}, False)
            with self._next(base) as release:
                for path, entry in entries.items():
                    if base is not None and sound.get(path) == entry:
                        link(base / path, release / path)
                        continue
                    fetch(entry, release / path)
                    damage = entry.damage(release / path)
                    if damage is not None:
                        raise TipoffError(f"{path} {damage}: `tipoff run` publishes it again")
                self._complete(release, entries)

    @property
    def beside(self) -> Path:
        """Where publishing keeps what no reader sees, beside the releases."""
        return self._directory / KEPT

    @property
    def shown(self) -> Path | None:
        """The release that readers see, if it is whole."""
        shown = self._shown()
        return shown if shown is not None and read_manifest(shown) else None

    def _shown(self) -> Path | None:
        """Return the release that ``current`` points to, if it is a link to one."""
        current = self._directory / CURRENT
        if not current.is_symlink():
            return None
        target = self._directory / os.readlink(current)
        return target if target in self._releases() else None

    def _releases(self) -> list[Path]:
        """Return all releases, whole or not, the oldest first."""
        found = (path for path in self._directory.glob("[0-9]*") if path.name.isdecimal())
        return sorted(found, key=lambda path: int(path.name))

    def _base(self) -> tuple[Path | None, dict[str, Entry]]:
        """Return the release to go on from and its entries: the one shown, else the newest whole.

        What is taken from either is compared with its entry first.
        """
        shown = self._shown()
        for release in [*([shown] if shown else []), *reversed(self._releases())]:
            entries = read_manifest(release)
            if entries:
                return release, entries
        return None, {}

    @contextmanager
    def _next(self, base: Path | None) -> Iterator[Path]:
        """Give a new release directory, which is gone if it cannot be completed."""
        self._clear(base)
        last = max((int(path.name) for path in self._releases()), default=0)
        release = self._directory / str(last + 1)
        release.mkdir(parents=True)
        try:
            yield release
        except BaseException:
            if self._shown() != release:
                shutil.rmtree(release, ignore_errors=True)
            raise

    def _complete(self, release: Path, entries: Mapping[str, Entry]) -> None:
        """Write the manifest, flush everything, and let ``current`` point to the release."""
        write(release / MANIFEST, manifest_bytes(entries))
        flush_tree(release, [release / MANIFEST])
        pointer, current = self._directory / NEXT, self._directory / CURRENT
        pointer.unlink(missing_ok=True)
        pointer.symlink_to(release.name)
        with self._switching():
            if current.is_dir() and not current.is_symlink():
                current.rename(self._directory / REPLACED)  # a copy of a home may follow links
            pointer.replace(current)
        flush([self._directory])

    def _clear(self, base: Path | None) -> None:
        """Remove what killed processes left, and all but the newest few releases and the base."""
        releases = self._releases()
        unfinished = [path for path in releases if not (path / MANIFEST).exists()]
        old = releases[:-KEPT_RELEASES]
        for path in {*old, *unfinished, self._directory / REPLACED} - {self._shown(), base}:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    @contextmanager
    def _refusing_disk(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            cure = CURES.get(error.errno or 0, "see to it")
            raise TipoffError(
                f"{error.filename or self._directory}: nothing new is published:"
                f" {error.strerror or error}; {cure}, then `tipoff run` publishes"
            ) from error


def _sound(
    base: Path | None, entries: Mapping[str, Entry], digests: Mapping[str, str], thorough: bool
) -> dict[str, Entry]:
    """Return the entries of the wanted documents that are published already and undamaged."""
    kept: dict[str, Entry] = {}
    for path, digest in digests.items():
        entry = entries.get(path)
        if base is None or entry is None or entry.digest != digest:
            continue
        file = base / path
        if entry.untouched(file) and not thorough:
            kept[path] = entry
        elif entry.damage(file) is None:
            kept[path] = Entry(digest, entry.content, entry.size, file.stat().st_mtime_ns)
    return kept


def _make(kinds: Iterable[Documents], kept: Iterable[str], release: Path) -> dict[str, Entry]:
    """Write and flush every document that is not kept, and return their entries."""
    there, made = set(kept), {}
    for kind in kinds:
        lacking = [path for path in kind.digests if path not in there]
        for path, content in kind.make(lacking) if lacking else ():
            held = _written(content)
            write(release / path, held)
            modified = (release / path).stat().st_mtime_ns
            made[path] = Entry(kind.digests[path], content_hash(held), len(held), modified)
        forgotten = [path for path in lacking if path not in made]
        if forgotten:
            raise AssertionError(f"these documents were not made: {', '.join(forgotten)}")
    flush(release / path for path in made)
    return made


def _written(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    form = orjson.OPT_APPEND_NEWLINE | orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z
    return orjson.dumps(content, option=form)
