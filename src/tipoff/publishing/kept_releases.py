"""Releases in object storage: each file once, by its content, and each release by its manifest.

Nothing there is ever changed. Which release is shown stands in the catalog, where only the process
that holds the home's lease can write; every machine makes a directory of it as of its own releases.
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
"""The note of the manifests' hashes of the releases that are kept, as JSON, the newest first."""
SENDERS = 8


@dataclass(frozen=True)
class KeptReleases:
    """The releases of one home."""

    objects: Objects
    catalog: Catalog

    def bring(self, publication: Publication) -> bool:
        """Show the newest release on this machine; return whether it was another one.

        Raises:
            TipoffError: the storage does not answer, or the disk refuses.
        """
        kept = self._kept()
        if not kept or kept[0] == _shown(publication):
            return False
        publication.adopt(self._entries(kept[0]), self._fetch)
        return True

    def send(self, publication: Publication) -> None:
        """Keep the release that this machine shows, and let the others show it.

        Raises:
            TipoffError: the storage does not take it, or this process has lost the home's lease.
        """
        release, kept = publication.shown, self._kept()
        digest = _shown(publication)
        if release is None or digest is None or (kept and kept[0] == digest):
            return
        there = self.objects.sizes(PUBLISHED)
        lacking = {
            name: release / path
            for path, entry in read_manifest(release).items()
            if there.get(name := _file(entry)) != entry.size
        }
        with ThreadPoolExecutor(SENDERS) as pool:
            list(pool.map(lambda each: self.objects.put(*each), lacking.items()))
        self.objects.put(_manifest(digest), release / MANIFEST)
        named = [digest, *(each for each in kept if each != digest)][:KEPT_RELEASES]
        self.catalog.keep_note(NOTE, orjson.dumps(named).decode())
        self._clear(named)

    def _kept(self) -> list[str]:
        return list(orjson.loads(self.catalog.note(NOTE) or "[]"))

    def _entries(self, digest: str) -> dict[str, Entry]:
        """Return what a release holds, by path."""
        with tempfile.TemporaryDirectory() as directory:
            self.objects.fetch(_manifest(digest), Path(directory) / MANIFEST)
            return read_manifest(Path(directory))

    def _fetch(self, entry: Entry, path: Path) -> None:
        """Write a file as it was published, with its time of writing, by which it is known."""
        self.objects.fetch(_file(entry), path)
        path.chmod(READ_ONLY)
        os.utime(path, ns=(entry.modified, entry.modified))

    def _clear(self, named: Iterable[str]) -> None:
        """Remove what only releases name that are no longer kept."""
        wanted = {_manifest(digest) for digest in named}
        wanted |= {_file(entry) for digest in named for entry in self._entries(digest).values()}
        self.objects.remove(self.objects.sizes(PUBLISHED).keys() - wanted)


def _shown(publication: Publication) -> str | None:
    """Return the hash of the manifest of the release that this machine shows."""
    release = publication.shown
    return None if release is None else content_hash((release / MANIFEST).read_bytes())


def _manifest(digest: str) -> str:
    return f"{PUBLISHED}/releases/{digest}.json"


def _file(entry: Entry) -> str:
    return f"{PUBLISHED}/files/{entry.content}"
