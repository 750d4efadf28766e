"""Releases: directories of documents that readers see completely or not at all."""

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
CACHE = "kept"
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
    """Documents of one kind: a digest of the inputs of each, and how to make them."""

    digests: Mapping[str, str]
    """Path -> digest of all inputs: an equal digest means an equal document."""
    make: Callable[[Sequence[str]], Iterable[tuple[str, Any]]]
    """Yields path and content of the requested paths.

    Text and bytes are written unchanged, any other content as JSON."""


def document(path: str, digest: str, make: Callable[[], Any]) -> Documents:
    """Return a kind that consists of one document."""
    return Documents({path: digest}, lambda paths: [(path, make())])


class Publication:
    """A directory of releases, with a link ``current`` to the release that readers see.

    A release is written and flushed to the disk before the link is switched, so a process may
    be killed at any time. Unchanged files are shared with the next release. Files that were lost
    or damaged after publication are made again by the next ``publish``.
    """

    def __init__(
        self,
        directory: Path,
        switching: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """Open a directory of releases.

        Args:
            directory: the directory of the releases.
            switching: a context entered while the link is switched; it raises if this process is
                no longer allowed to publish.
        """
        self._directory = directory
        self._switching = switching

    def read(self, path: str) -> Any:
        """Return a document of the current release.

        Raises:
            TipoffError: no document is published under this path, or it is damaged.
        """
        try:
            return orjson.loads((self._directory / CURRENT / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            raise TipoffError(f"{path} is not published: `tipoff run` publishes it") from None
        except orjson.JSONDecodeError as error:
            raise TipoffError(
                f"{path} is damaged as published ({error}): `tipoff run` makes it again"
            ) from None

    def versions(self, path: str) -> list[Any]:
        """Return a document from each release, the oldest first, without damaged ones."""
        versions = []
        for release in self._releases():
            with suppress(FileNotFoundError, NotADirectoryError, orjson.JSONDecodeError):
                versions.append(orjson.loads((release / path).read_bytes()))
        return versions

    def intact(self, path: str) -> Any | None:
        """Return a published document; None if there is none or its file was altered."""
        base, entries = self._base()
        if base is None or path not in entries or entries[path].damage(base / path):
            return None
        return orjson.loads((base / path).read_bytes())

    def digests(self) -> dict[str, str]:
        """Return path and digest of each published document whose file is undamaged."""
        base, entries = self._base()
        if base is None:
            return {}
        digests = {path: entry.digest for path, entry in entries.items()}
        return {path: digests[path] for path in _sound(base, entries, digests, thorough=False)}

    def untouched_release(self) -> str | None:
        """Return an identifier of the current release if none of its files was touched, else None.

        Only the size and modification time of files are compared, as in ``publish``.
        """
        current = self._current()
        entries = read_manifest(current) if current else {}
        if current is None or not entries:
            return None
        if not all(entry.untouched(current / path) for path, entry in entries.items()):
            return None
        return f"{current.name} {content_hash((current / MANIFEST).read_bytes())}"

    def damaged(self) -> list[str]:
        """Return a line for each file of the current release that differs from what was published.

        Every file is read. A home without any publication has no damage.
        """
        if not self._directory.exists():
            return []
        current = self._current()
        if current is None:
            link = self._directory / CURRENT
            return [f"{link} does not point to a release: `tipoff run` publishes one"]
        entries = read_manifest(current)
        if not entries:
            return [f"{current / MANIFEST} is missing or broken: `tipoff run` makes all anew"]
        checks = ((current / path, entry.damage(current / path)) for path, entry in entries.items())
        return [f"{path} {damage}" for path, damage in checks if damage]

    def publish(self, wanted: Iterable[Documents], *, thorough: bool = False) -> int:
        """Make changed and damaged documents, link all others, and switch to the new release.

        Args:
            wanted: every document of the new release.
            thorough: check the content of every file, not only of those whose size or modification
                time has changed.

        Returns:
            The number of documents made.

        Raises:
            TipoffError: the directory is not writable; readers still see the last release.
        """
        kinds = list(wanted)
        digests = {path: digest for kind in kinds for path, digest in kind.digests.items()}
        with self._disk_errors():
            base, before = self._base()
            kept = _sound(base, before, digests, thorough)
            if base == self._current() and kept == before and kept.keys() == digests.keys():
                return 0
            with self._next(base) as release:
                for path in kept:
                    assert base is not None
                    link(base / path, release / path)
                made = _make(kinds, kept.keys(), release)
                self._complete(release, kept | made)
        return len(made)

    def adopt(self, entries: Mapping[str, Entry], fetch: Callable[[Entry, Path], None]) -> None:
        """Switch to a release that another machine made.

        Args:
            entries: the entries of its files, by path.
            fetch: writes a file to a path, with its modification time; files that this machine
                already has are linked instead.

        Raises:
            TipoffError: a fetched file differs from what was published, or the disk cannot be
                written; readers still see the last release.
        """
        with self._disk_errors():
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
    def cache(self) -> Path:
        """The directory of intermediate results of publishing, next to the releases."""
        return self._directory / CACHE

    @property
    def current(self) -> Path | None:
        """The release that readers see, if it has a manifest, else None."""
        current = self._current()
        return current if current is not None and read_manifest(current) else None

    def _current(self) -> Path | None:
        """Return the release that ``current`` points to, if it is a link to one."""
        current = self._directory / CURRENT
        if not current.is_symlink():
            return None
        target = self._directory / os.readlink(current)
        return target if target in self._releases() else None

    def _releases(self) -> list[Path]:
        """Return all releases, complete or not, the oldest first."""
        releases = (path for path in self._directory.glob("[0-9]*") if path.name.isdecimal())
        return sorted(releases, key=lambda path: int(path.name))

    def _base(self) -> tuple[Path | None, dict[str, Entry]]:
        """Return the release to build on and its entries: the current, else the newest complete.

        Its files may be damaged: callers compare each with its entry before they reuse it.
        """
        current = self._current()
        for release in [*([current] if current else []), *reversed(self._releases())]:
            entries = read_manifest(release)
            if entries:
                return release, entries
        return None, {}

    @contextmanager
    def _next(self, base: Path | None) -> Iterator[Path]:
        """Create the next release directory; remove it if the release cannot be completed."""
        self._clear(base)
        last = max((int(path.name) for path in self._releases()), default=0)
        release = self._directory / str(last + 1)
        release.mkdir(parents=True)
        try:
            yield release
        except BaseException:
            if self._current() != release:
                shutil.rmtree(release, ignore_errors=True)
            raise

    def _complete(self, release: Path, entries: Mapping[str, Entry]) -> None:
        """Write the manifest, flush everything, and point ``current`` to the release."""
        write(release / MANIFEST, manifest_bytes(entries))
        flush_tree(release, [release / MANIFEST])
        pointer, current = self._directory / NEXT, self._directory / CURRENT
        pointer.unlink(missing_ok=True)
        pointer.symlink_to(release.name)
        with self._switching():
            if current.is_dir() and not current.is_symlink():
                # Copying a home may have followed the link, leaving a directory in its place.
                current.rename(self._directory / REPLACED)
            pointer.replace(current)
        flush([self._directory])

    def _clear(self, base: Path | None) -> None:
        """Remove leftovers of killed processes, and old releases but the current and the base."""
        releases = self._releases()
        unfinished = [path for path in releases if not (path / MANIFEST).exists()]
        old = releases[:-KEPT_RELEASES]
        for path in {*old, *unfinished, self._directory / REPLACED} - {self._current(), base}:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            cure = CURES.get(error.errno or 0, "fix the cause")
            raise TipoffError(
                f"{error.filename or self._directory}: nothing new is published:"
                f" {error.strerror or error}; {cure}, then `tipoff run` publishes"
            ) from error


def _sound(
    base: Path | None, entries: Mapping[str, Entry], digests: Mapping[str, str], thorough: bool
) -> dict[str, Entry]:
    """Return the entries of wanted documents that are already published and undamaged."""
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
    already_linked, made = set(kept), {}
    for kind in kinds:
        missing = [path for path in kind.digests if path not in already_linked]
        for path, content in kind.make(missing) if missing else ():
            body = _serialized(content)
            write(release / path, body)
            modified = (release / path).stat().st_mtime_ns
            made[path] = Entry(kind.digests[path], content_hash(body), len(body), modified)
        not_made = [path for path in missing if path not in made]
        if not_made:
            raise AssertionError(f"these documents were not made: {', '.join(not_made)}")
    flush(release / path for path in made)
    return made


def _serialized(content: Any) -> bytes:
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    form = orjson.OPT_APPEND_NEWLINE | orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z
    return orjson.dumps(content, option=form)
