"""What belongs to a backup, and whether it is still what was backed up."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from tipoff.kernel.errors import TipoffError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

FORM = 2
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What belongs to a backup."""

    made_at: str
    """ISO 8601, UTC."""
    tipoff: str
    """The version that made it."""
    payloads: int
    live_head: str | None
    """The hash of the newest live slate, which the chain of live predictions ends with."""
    catalog: str
    catalog_hash: str
    index: str
    index_hash: str
    """SHA-256 of the files named before them."""
    bets: str = ""
    """The bet log; empty if there was none."""
    bets_hash: str = ""
    form: int = FORM

    @classmethod
    def read(cls, directory: Path) -> Manifest | None:
        """Return the manifest of a backup; None where there is none yet.

        Raises:
            TipoffError: it is damaged, or of a later version.
        """
        path = directory / MANIFEST
        try:
            values = orjson.loads(path.read_bytes())
            if values["form"] > FORM:
                raise UsageError(f"{path} is of a later version of Tipoff ({values['tipoff']})")
            return cls(**values)
        except FileNotFoundError:
            return None
        except (orjson.JSONDecodeError, KeyError, TypeError) as error:
            raise TipoffError(
                f"{path} is damaged ({error}): use another backup directory"
            ) from None


def sound_index(directory: Path, manifest: Manifest) -> list[bytes]:
    """Return the lines of a backup's index.

    Raises:
        TipoffError: they are not what was backed up.
    """
    path = directory / manifest.index
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.index_hash:
        raise TipoffError(f"{path} is missing or damaged: use another backup directory")
    return content.splitlines(keepends=True)


def sound_catalog(directory: Path, manifest: Manifest) -> tuple[bytes | None, list[str]]:
    """Return the backup's catalog, or None and what is wrong with it."""
    path = directory / manifest.catalog
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.catalog_hash:
        return None, [f"{path} is missing or damaged: the catalog was made anew from the index"]
    return content, []


def sound_bet_log(directory: Path, manifest: Manifest) -> tuple[bytes | None, list[str]]:
    """Return the backup's bet log, or None where it has none, and what is wrong with it."""
    if not manifest.bets:
        return None, []
    path = directory / manifest.bets
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.bets_hash:
        return None, [f"{path} is missing or damaged: the bets in it are in no other file here"]
    return content, []


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()
