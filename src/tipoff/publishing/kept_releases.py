"""Releases in object storage: files by the hash of their content, releases by their manifest.

Stored objects never change. The catalog names the current release, and only the process that
holds the home's lease can write there. Every machine copies that release to its own directory.
"""

from __future__ import annotations

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from tipoff.publishing.files import READ_ONLY
from tipoff.publishing.manifest import MANIFEST, Entry, content_hash, read_manifest
from tipoff.publishing.release import KEPT_RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.objects import Objects
    from tipoff.publishing.release import Publication

PUBLISHED = "published"
NOTE = "published releases"
"""Catalog note with the manifest hashes of the kept releases, as JSON, the newest first."""
SENDERS = 8


@dataclass(frozen=True)
class KeptReleases:
    """The releases of one home in object storage."""

    objects: Objects
    catalog: Catalog

    def pull(self, publication: Publication) -> bool:
        """Switch this machine to the newest release; return whether it showed another one before.

        Raises:
            TipoffError: the storage does not respond, or the disk cannot be written.
        """
        kept = self._kept()
        if not kept or kept[0] == _current_manifest(publication):
            return False
        publication.adopt(self._entries(kept[0]), self._fetch)
        return True

    def push(self, publication: Publication) -> None:
        """Upload the release that this machine shows, and make it current for all machines.

        Raises:
            TipoffError: the upload fails, or this process has lost the home's lease.
        """
        release, kept = publication.current, self._kept()
        digest = _current_manifest(publication)
        if release is None or digest is None or (kept and kept[0] == digest):
            return
        stored_sizes = self.objects.sizes(PUBLISHED)
        missing = {
            name: release / path
            for path, entry in read_manifest(release).items()
            if stored_sizes.get(name := _file(entry)) != entry.size
        }
        with ThreadPoolExecutor(SENDERS) as pool:
            list(pool.map(lambda each: self.objects.put(*each), missing.items()))
        self.objects.put(_manifest(digest), release / MANIFEST)
        manifests = [digest, *(each for each in kept if each != digest)][:KEPT_RELEASES]
        self.catalog.keep_note(NOTE, orjson.dumps(manifests).decode())
        self._clear(manifests)

    def _kept(self) -> list[str]:
        return list(orjson.loads(self.catalog.note(NOTE) or "[]"))

    def _entries(self, digest: str) -> dict[str, Entry]:
        """Return the entries of a release, by path."""
        with tempfile.TemporaryDirectory() as directory:
            self.objects.fetch(_manifest(digest), Path(directory) / MANIFEST)
            return read_manifest(Path(directory))

    def _fetch(self, entry: Entry, path: Path) -> None:
        """Write a file with its published modification time, by which changes are noticed."""
        self.objects.fetch(_file(entry), path)
        path.chmod(READ_ONLY)
        os.utime(path, ns=(entry.modified, entry.modified))

    def _clear(self, manifests: Iterable[str]) -> None:
        """Remove all objects except those of the releases with these manifests."""
        wanted = {_manifest(digest) for digest in manifests}
        wanted |= {_file(entry) for digest in manifests for entry in self._entries(digest).values()}
        self.objects.remove(self.objects.sizes(PUBLISHED).keys() - wanted)


def _current_manifest(publication: Publication) -> str | None:
    """Return the hash of the manifest of the release that this machine shows."""
    release = publication.current
    return None if release is None else content_hash((release / MANIFEST).read_bytes())


def _manifest(digest: str) -> str:
    return f"{PUBLISHED}/releases/{digest}.json"


def _file(entry: Entry) -> str:
    return f"{PUBLISHED}/files/{entry.content}"
