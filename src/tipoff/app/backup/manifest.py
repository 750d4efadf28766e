"""The manifest of a backup, and the verification of files against it."""

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
    """The files of a backup with their SHA-256 hashes, and facts about it."""

    made_at: str
    """When the backup was made: ISO 8601, UTC."""
    tipoff: str
    """The version of Tipoff that made the backup."""
    payloads: int
    live_head: str | None
    """The hash of the newest live slate, the end of the chain of live predictions."""
    catalog: str
    catalog_hash: str
    index: str
    index_hash: str
    bets: str = ""
    """The file of the bet log; empty if there was none."""
    bets_hash: str = ""
    form: int = FORM

    @classmethod
    def read(cls, directory: Path) -> Manifest | None:
        """Return the manifest of a backup; None if there is none yet.

        Raises:
            TipoffError: it is damaged.
            UsageError: a later version wrote it.
        """
        path = directory / MANIFEST
        try:
            values = orjson.loads(path.read_bytes())
            if values["form"] > FORM:
                raise UsageError(
                    f"{path} was written by a later version of Tipoff: install"
                    f" {values['tipoff']} or later"
                )
            return cls(**values)
        except FileNotFoundError:
            return None
        except (orjson.JSONDecodeError, KeyError, TypeError) as error:
            raise TipoffError(
                f"{path} is damaged ({error}): use another backup directory"
            ) from None


def verified_index(directory: Path, manifest: Manifest) -> list[bytes]:
    """Return the lines of a backup's index.

    Raises:
        TipoffError: the file does not have the hash in the manifest.
    """
    path = directory / manifest.index
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.index_hash:
        raise TipoffError(f"{path} is missing or damaged: use another backup directory")
    return content.splitlines(keepends=True)


def verified_catalog(directory: Path, manifest: Manifest) -> tuple[bytes | None, list[str]]:
    """Return the backup's catalog, or None and a message if it is damaged."""
    path = directory / manifest.catalog
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.catalog_hash:
        return None, [f"{path} is missing or damaged: the catalog was rebuilt from the index"]
    return content, []


def verified_bet_log(directory: Path, manifest: Manifest) -> tuple[bytes | None, list[str]]:
    """Return the backup's bet log; None if it has none, and with a message if it is damaged."""
    if not manifest.bets:
        return None, []
    path = directory / manifest.bets
    content = path.read_bytes() if path.exists() else b""
    if hash_of(content) != manifest.bets_hash:
        return None, [f"{path} is missing or damaged: its bets are in no other file of the backup"]
    return content, []


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()
