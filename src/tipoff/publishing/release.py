"""Releases: a directory of documents that readers see whole, or not at all."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CURRENT = "current"
MANIFEST = "manifest.json"
KEPT_RELEASES = 3


@dataclass(frozen=True)
class Document:
    """One document: what it is made from, and how to make it."""

    path: str
    digest: str
    """Of all it is made from: an equal digest means an equal document."""
    make: Callable[[], Any]
    """What it holds: a text as it stands, anything else as JSON."""


class Publication:
    """The directory ``current`` points to the release that readers see."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def read(self, path: str) -> Any:
        """A document of the current release.

        Raises:
            TipoffError: there is none of that name.
        """
        try:
            return orjson.loads((self._directory / CURRENT / path).read_bytes())
        except FileNotFoundError:
            raise TipoffError(f"{path} is not published; `tipoff run` publishes") from None

    def publish(self, documents: Mapping[str, Document]) -> int:
        """Make the documents that changed, link the others, and switch.

        Returns:
            How many documents were made. 0 leaves everything as it is.
        """
        before = self._manifest()
        made = {p: d for p, d in documents.items() if before.get(p) != d.digest}
        if not made and before.keys() == documents.keys():
            return 0
        release = self._next()
        for path, document in documents.items():
            target = release / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if path in made:
                target.write_bytes(_written(document.make()))
            else:
                os.link(self._directory / CURRENT / path, target)
        digests = {p: d.digest for p, d in documents.items()}
        (release / MANIFEST).write_bytes(orjson.dumps(digests, option=orjson.OPT_SORT_KEYS))
        self._switch(release)
        return len(made)

    def _manifest(self) -> dict[str, str]:
        path = self._directory / CURRENT / MANIFEST
        found: dict[str, str] = orjson.loads(path.read_bytes()) if path.exists() else {}
        return found

    def _next(self) -> Path:
        """A new release directory; what an interrupted run left behind is cleared away."""
        numbers = [int(p.name) for p in self._directory.glob("[0-9]*")]
        current = self._directory / CURRENT
        shown = int(os.readlink(current)) if current.is_symlink() else 0
        for number in numbers:
            if number > shown or number <= shown - KEPT_RELEASES:
                shutil.rmtree(self._directory / str(number))
        release = self._directory / str(shown + 1)
        release.mkdir(parents=True)
        return release

    def _switch(self, release: Path) -> None:
        link = self._directory / "next"
        link.unlink(missing_ok=True)
        link.symlink_to(release.name)
        link.replace(self._directory / CURRENT)


def _written(content: Any) -> bytes:
    if isinstance(content, str):
        return content.encode()
    return orjson.dumps(content, option=orjson.OPT_APPEND_NEWLINE)
