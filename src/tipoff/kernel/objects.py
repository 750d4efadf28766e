"""Object storage of a home: it holds every file that is written once and never changed.

The home's directory is then a working copy: the engine reads and writes files there, and missing
ones are fetched. Objects never change, so a copy is either right or absent. Two machines never
write objects of the same name, since names contain a content hash, or a fencing token and a random
part. An upload is read back before the catalog names it.

Any storage that fsspec supports can be used: ``s3://bucket/prefix``, ``gs://``, ``az://``. Its
library decides how to connect and with which credentials, usually from environment variables.
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
"""The seconds before the second attempt; they double with each further attempt."""
PERMANENT_ERRORS = (FileNotFoundError, PermissionError, UsageError)
"""The errors after which a further attempt is useless."""
Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


class Torn(OSError):
    """The bytes read back are not those that were sent."""


@dataclass(frozen=True)
class Objects:
    """The objects below an address, each named by its path below it."""

    url: str
    token: int = 0
    """The fencing token under which this process writes; 0 for one that only reads."""

    def put(self, name: str, path: Path) -> None:
        """Send a file and read it back; send it again if the bytes read back differ.

        Raises:
            TipoffError: all attempts failed, or the storage denies permission.
        """
        expected = digest_of(path)

        def send() -> None:
            self._system.put_file(str(path), self._at(name))
            if self._digest(name) != expected:
                raise Torn("the object read back differs from the file that was sent")

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
        """Return the bytes of all objects below a path, by name.

        Raises:
            TipoffError: the storage does not answer.
        """

        def list_objects() -> dict[str, Any]:
            try:
                details: dict[str, Any] = self._system.find(self._at(under), detail=True)
            except FileNotFoundError:
                return {}
            return details

        details = self._retried(f"{under} cannot be listed", list_objects)
        start = len(self._root) + 1
        return {name[start:]: int(each["size"] or 0) for name, each in sorted(details.items())}

    def remove(self, names: Iterable[str]) -> None:
        """Remove objects, ignoring those that do not exist.

        Raises:
            TipoffError: the storage cannot remove one.
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
        """Return the digest of an object, the same as ``digest_of`` returns for a file."""
        digest = _digest()
        with self._system.open(self._at(name), "rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def _retried(self, what: str, act: Callable[[], Answer]) -> Answer:
        """Call a function several times until it succeeds, since the storage may fail for a moment.

        Args:
            what: says in a message what failed, such as "NAME cannot be read".
            act: the function; its result is returned.

        Raises:
            FileNotFoundError: there is no such object.
            TipoffError: all attempts failed, or the storage denies permission.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return act()
            except PERMANENT_ERRORS as error:
                if isinstance(error, PermissionError):
                    raise TipoffError(f"{self.url}: {what}: {_error_text(error)}") from error
                raise
            except Exception as error:
                logger.info("%s: %s, attempt %d: %s", self.url, what, attempt, _error_text(error))
                if attempt == ATTEMPTS:
                    raise TipoffError(
                        f"{self.url}: {what}: {_error_text(error)}; what was committed is kept: run"
                        " the same command again"
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
        """The fsspec file system, and the address without its protocol."""
        try:
            from fsspec.core import url_to_fs

            system, root = url_to_fs(self.url.rstrip("/"), use_listings_cache=False)
        except (ImportError, ValueError) as error:
            raise UsageError(
                f"setting storage: {self.url} cannot be opened ({_error_text(error)}): for s3://"
                " install 'tipoff[s3]', for other storage the library that fsspec names"
            ) from None
        return system, root.rstrip("/")


def _digest() -> blake2b:
    from hashlib import blake2b

    return blake2b(digest_size=16)


def _error_text(error: BaseException) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
