"""Bodies of payloads: compressed files, each named by the hash of what it holds."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.files import write_durably
from tipoff.sources.parsing.limits import MAX_PAYLOAD_BYTES, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.kernel.objects import Objects

SIMULATED_ORIGIN = "simulated league"
"""How the origin of what no service sent begins."""
DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
"""What reading a damaged body raises."""
COMPRESSION_LEVEL = 1  # of gzip: five times as fast as the default for a tenth more bytes


LANDING = "landing"
"""Below which bodies are kept in object storage."""


def brought_again(origin: str) -> str:
    """Return what to do so that a payload of an origin is landed again."""
    if origin.startswith(SIMULATED_ORIGIN):
        return "`tipoff demo`, with the options that made the league, lands it again"
    return f"ingest {origin or 'it'} again"


class Bodies:
    """The directory of bodies, and the object storage where a home has one."""

    def __init__(
        self, directory: Path, borrowed: Bodies | None = None, objects: Objects | None = None
    ) -> None:
        """Open a directory.

        Args:
            directory: of the bodies.
            borrowed: from which bodies are read that are not there.
            objects: where all bodies are kept; the directory then has copies of some.
        """
        self._directory = directory
        self._borrowed = borrowed
        self._objects = objects

    def path(self, digest: str) -> Path:
        """Return where the body of a hash lies."""
        return self._directory / digest[:2] / f"{digest}.gz"

    def keep(self, body: bytes, digest: str) -> None:
        """Write a body, flushed, unless it lies there as it should; a damaged one is replaced.

        Raises:
            PayloadError: it is larger than any source hands on.
        """
        if len(body) > MAX_PAYLOAD_BYTES:
            raise PayloadError(f"a payload cannot be landed: {too_large()}")
        path = self.path(digest)
        if not path.exists() or self.fault(digest) is not None:
            write_durably(path, gzip.compress(body, COMPRESSION_LEVEL, mtime=0))
        self._send(digest)

    def keep_stored(self, stored: bytes, digest: str) -> None:
        """Write a body as another directory holds it, compressed."""
        write_durably(self.path(digest), stored)
        self._send(digest)

    def read(self, digest: str, origin: str) -> bytes:
        """Return a body.

        Raises:
            PayloadError: it is missing, or no longer what was landed.
        """
        try:
            return self._sound(digest)
        except FileNotFoundError:
            raise PayloadError(
                f"{self.path(digest)}: is missing; {brought_again(origin)}"
            ) from None
        except DAMAGE as error:
            raise PayloadError(
                f"{self.path(digest)}: is damaged ({error}); `tipoff verify --repair`, then"
                f" {brought_again(origin)}"
            ) from None

    def fault(self, digest: str) -> str | None:
        """Return what is wrong with a body; None if it is what was landed.

        Raises:
            PayloadError: it cannot be read, so nobody knows.
        """
        try:
            self._sound(digest)
        except FileNotFoundError:
            return "is missing"
        except DAMAGE as error:
            return f"is damaged ({error})"
        return None

    def has(self, digest: str) -> bool:
        """Return whether a body is there, without reading it."""
        try:
            if self._found(digest).stat().st_size > 0:
                return True
        except FileNotFoundError:
            pass
        return self._kept.get(_object(digest), 0) > 0

    def drop(self, digest: str) -> None:
        """Remove a body, so that its request is asked again."""
        self.path(digest).unlink(missing_ok=True)
        if self._objects is not None:
            self._objects.remove([_object(digest)])
            self._kept.pop(_object(digest), None)

    def anew(self, digest: str) -> Path:
        """Return where a body lies as it is kept now: a copy of an object is fetched again."""
        path = self.path(digest)
        if self._objects is not None and not self._fetch(digest):
            path.unlink(missing_ok=True)
        return path

    def remove_partial(self) -> None:
        """Remove what a killed process left of bodies; nobody else may be writing them."""
        for path in self._directory.glob("??/.*.partial"):
            path.unlink()

    def all(self) -> Iterator[Path]:
        """Yield every file that lies among the bodies."""
        kept = {self._directory / name.split("/", 1)[1] for name in self._kept}
        yield from sorted({*self._directory.glob("??/*"), *(p for p in kept if p.suffix == ".gz")})

    def _found(self, digest: str) -> Path:
        """Return where a body lies, fetched or borrowed if it is not there yet."""
        path = self.path(digest)
        if path.exists():
            return path
        if self._objects is not None:
            self._fetch(digest)
        elif self._borrowed is not None:
            return self._borrowed._found(digest)
        return path

    def _fetch(self, digest: str) -> bool:
        """Fetch a body; return whether it is kept."""
        assert self._objects is not None
        try:
            self._objects.fetch(_object(digest), self.path(digest))
        except FileNotFoundError:
            return False
        return True

    def _send(self, digest: str) -> None:
        """Keep a body that is written in the object storage, unless it is there in its length."""
        if self._objects is None:
            return
        name, path = _object(digest), self.path(digest)
        if self._kept.get(name) != path.stat().st_size:
            self._objects.put(name, path)
            self._kept[name] = path.stat().st_size

    @cached_property
    def _kept(self) -> dict[str, int]:
        """The bytes of each object, as they were listed once and sent since."""
        return {} if self._objects is None else self._objects.sizes(LANDING)

    def _sound(self, digest: str) -> bytes:
        """Return a body; raise FileNotFoundError, one of DAMAGE, or a PayloadError."""
        path = self._found(digest)
        try:
            stored = path.read_bytes()
        except FileNotFoundError:
            raise
        except OSError as error:
            raise PayloadError(f"{path}: cannot be read: {error.strerror or error}") from None
        with gzip.open(io.BytesIO(stored)) as file:
            body = file.read(MAX_PAYLOAD_BYTES + 1)
        if digest_of(body) != digest:
            raise EOFError("it is not what was landed" if stored else "it is empty")
        return body


def _object(digest: str) -> str:
    return f"{LANDING}/{digest[:2]}/{digest}.gz"


def digest_of(body: bytes) -> str:
    """Return the hash that names a body."""
    return hashlib.sha256(body).hexdigest()
