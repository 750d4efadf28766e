"""Object storage behind a home: every file that is written once is kept there too.

The directory of a home is then a working copy: the engine reads and writes its files, and what is
missing of them is fetched. Objects are never changed, so a copy is right or absent, and what two
machines write never has one name (names have a content hash, or a fencing token and chance, in
them). An upload is read back before anything names it.

Any storage that fsspec knows will do: ``s3://bucket/prefix``, ``gs://``, ``az://``. How it is
reached, by which keys, its own library says, as a rule in variables of the environment.
"""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.files import BLOCK, digest_of, make_directory, sync

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from hashlib import blake2b
    from pathlib import Path

ATTEMPTS = 5
FIRST_PAUSE = 0.2
"""Seconds before the second attempt; doubled for each after it."""
FINAL = (FileNotFoundError, PermissionError, UsageError)
"""What asking again does not cure."""
Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


class Torn(OSError):
    """What was read back is not what was sent."""


@dataclass(frozen=True)
class Objects:
    """The objects under an address, each known by its path below it."""

    url: str
    token: int = 0
    """The fencing token under which this process writes; 0 for one that only reads."""

    def put(self, name: str, path: Path) -> None:
        """Send a file and read it back; a torn upload is sent again.

        Raises:
            TipoffError: it could not be sent, or comes back as something else, again and again.
        """
        expected = digest_of(path)

        def send() -> None:
            self._system.put_file(str(path), self._at(name))
            if self._digest(name) != expected:
                raise Torn("what was sent came back otherwise")

        self._retried(f"{name} cannot be written", send)

    def fetch(self, name: str, path: Path) -> None:
        """Copy an object to a path, whole or not at all.

        Raises:
            FileNotFoundError: there is no such object.
            TipoffError: it cannot be read.
        """
        make_directory(path.parent)
        partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
        try:
            self._retried(
                f"{name} cannot be read",
                lambda: self._system.get_file(self._at(name), str(partial)),
            )
            sync(partial)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)

    def sizes(self, under: str) -> dict[str, int]:
        """Return the names of all objects below a path, each with its bytes.

        Raises:
            TipoffError: the storage does not answer.
        """

        def ask() -> dict[str, Any]:
            try:
                found: dict[str, Any] = self._system.find(self._at(under), detail=True)
            except FileNotFoundError:
                return {}
            return found

        found = self._retried(f"{under} cannot be listed", ask)
        start = len(self._root) + 1
        return {name[start:]: int(each["size"] or 0) for name, each in sorted(found.items())}

    def remove(self, names: Iterable[str]) -> None:
        """Remove objects; one that is gone already is no matter.

        Raises:
            TipoffError: the storage does not do it.
        """
        for name in names:

            def drop(name: str = name) -> None:
                try:
                    self._system.rm_file(self._at(name))
                except FileNotFoundError:
                    logger.debug("%s is gone already", name)

            self._retried(f"{name} cannot be removed", drop)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _digest(self, name: str) -> str:
        """Return the digest of an object, as ``digest_of`` a file."""
        found = _digest()
        with self._system.open(self._at(name), "rb") as file:
            while block := file.read(BLOCK):
                found.update(block)
        return found.hexdigest()

    def _retried(self, what: str, act: Callable[[], Answer]) -> Answer:
        """Do something that the storage may refuse for a moment."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return act()
            except FINAL as error:
                if isinstance(error, PermissionError):
                    raise TipoffError(f"{self.url}: {what}: {_told(error)}") from error
                raise
            except Exception as error:
                logger.info("%s: %s, attempt %d: %s", self.url, what, attempt, _told(error))
                if attempt == ATTEMPTS:
                    raise TipoffError(
                        f"{self.url}: {what}: {_told(error)}; what was committed stays: run the"
                        " same command again"
                    ) from error
                time.sleep(FIRST_PAUSE * 2 ** (attempt - 1))
        raise AssertionError("the last attempt returns or raises")

    @property
    def _root(self) -> str:
        return self._opened[1]

    @property
    def _system(self) -> Any:
        return self._opened[0]

    @cached_property
    def _opened(self) -> tuple[Any, str]:
        """The file system, and the address without its protocol."""
        try:
            from fsspec.core import url_to_fs

            system, root = url_to_fs(self.url.rstrip("/"), use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise UsageError(
                f"setting storage: {self.url} cannot be opened ({_told(error)}): for s3:// install"
                " 'tipoff[s3]', for other storage the library that fsspec names"
            ) from None
        return system, root.rstrip("/")


def _digest() -> blake2b:
    from hashlib import blake2b

    return blake2b(digest_size=16)


def _told(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
