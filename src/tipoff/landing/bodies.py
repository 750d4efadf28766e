"""Bodies of payloads: compressed files, each named by the hash of its content."""

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
"""The prefix of the origin of simulated payloads."""
DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
"""The exceptions raised when a damaged body is read."""
COMPRESSION_LEVEL = 1  # of gzip: five times as fast as the default for a tenth more bytes


LANDING = "landing"
"""The prefix of bodies in object storage."""


def how_to_land_again(origin: str) -> str:
    """Return an instruction for landing a payload of a given origin again."""
    if origin.startswith(SIMULATED_ORIGIN):
        return "run `tipoff demo` with the same options as before to land it again"
    return f"ingest {origin or 'it'} again"


class Bodies:
    """The directory of bodies, and the object storage where a home has one."""

    def __init__(
        self, directory: Path, borrowed: Bodies | None = None, objects: Objects | None = None
    ) -> None:
        """Open a directory.

        Args:
            directory: directory of the bodies.
            borrowed: further bodies, read if they are not in the directory.
            objects: object storage of all bodies; the directory is then a cache of some.
        """
        self._directory = directory
        self._borrowed = borrowed
        self._objects = objects

    def path(self, digest: str) -> Path:
        """Return the path of the body with a given hash."""
        return self._directory / digest[:2] / f"{digest}.gz"

    def keep(self, body: bytes, digest: str) -> None:
        """Write and flush a body unless it is stored intact already; replace a damaged one.

        Raises:
            PayloadError: it is larger than the limit for payloads.
        """
        if len(body) > MAX_PAYLOAD_BYTES:
            raise PayloadError(f"a payload cannot be landed: {too_large()}")
        path = self.path(digest)
        if not path.exists() or self.fault(digest) is not None:
            write_durably(path, gzip.compress(body, COMPRESSION_LEVEL, mtime=0))
        self._send(digest)

    def keep_stored(self, stored: bytes, digest: str) -> None:
        """Write a body that is compressed already, copied from another directory."""
        write_durably(self.path(digest), stored)
        self._send(digest)

    def read(self, digest: str, origin: str) -> bytes:
        """Return a body.

        Raises:
            PayloadError: it is missing or damaged.
        """
        try:
            return self._intact(digest)
        except FileNotFoundError:
            raise PayloadError(
                f"{self.path(digest)}: is missing; {how_to_land_again(origin)}"
            ) from None
        except DAMAGE as error:
            raise PayloadError(
                f"{self.path(digest)}: is damaged ({error}); run `tipoff verify --repair`, then"
                f" {how_to_land_again(origin)}"
            ) from None

    def fault(self, digest: str) -> str | None:
        """Return what is wrong with a body; None if it is intact.

        Raises:
            PayloadError: it cannot be read, so that its state is unknown.
        """
        try:
            self._intact(digest)
        except FileNotFoundError:
            return "is missing"
        except DAMAGE as error:
            return f"is damaged ({error})"
        return None

    def has(self, digest: str) -> bool:
        """Return whether a body exists, without reading it."""
        try:
            if self._locate(digest).stat().st_size > 0:
                return True
        except FileNotFoundError:
            pass
        return self._object_sizes.get(_object_name(digest), 0) > 0

    def drop(self, digest: str) -> None:
        """Remove a body, so that its request is made again."""
        self.path(digest).unlink(missing_ok=True)
        if self._objects is not None:
            self._objects.remove([_object_name(digest)])
            self._object_sizes.pop(_object_name(digest), None)

    def refetched(self, digest: str) -> Path:
        """Return the path of a body; with object storage, its local copy is fetched again first."""
        path = self.path(digest)
        if self._objects is not None and not self._fetch(digest):
            path.unlink(missing_ok=True)
        return path

    def remove_partial(self) -> None:
        """Remove partial files of a killed process; no other process may be writing bodies."""
        for path in self._directory.glob("??/.*.partial"):
            path.unlink()

    def all(self) -> Iterator[Path]:
        """Yield the path of every file among the bodies, including objects not yet fetched."""
        remote = {self._directory / name.split("/", 1)[1] for name in self._object_sizes}
        yield from sorted(
            {*self._directory.glob("??/*"), *(p for p in remote if p.suffix == ".gz")}
        )

    def _locate(self, digest: str) -> Path:
        """Return the path of a body, which is fetched or borrowed if it is not in the directory."""
        path = self.path(digest)
        if path.exists():
            return path
        if self._objects is not None:
            self._fetch(digest)
        elif self._borrowed is not None:
            return self._borrowed._locate(digest)
        return path

    def _fetch(self, digest: str) -> bool:
        """Fetch a body from object storage; return whether it exists there."""
        assert self._objects is not None
        try:
            self._objects.fetch(_object_name(digest), self.path(digest))
        except FileNotFoundError:
            return False
        return True

    def _send(self, digest: str) -> None:
        """Upload a body to object storage, unless an object of the same size is there already."""
        if self._objects is None:
            return
        name, path = _object_name(digest), self.path(digest)
        if self._object_sizes.get(name) != path.stat().st_size:
            self._objects.put(name, path)
            self._object_sizes[name] = path.stat().st_size

    @cached_property
    def _object_sizes(self) -> dict[str, int]:
        """The size of each object in bytes: listed once, then updated as bodies are uploaded."""
        return {} if self._objects is None else self._objects.sizes(LANDING)

    def _intact(self, digest: str) -> bytes:
        """Return a body; raise FileNotFoundError, one of DAMAGE, or a PayloadError."""
        path = self._locate(digest)
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


def _object_name(digest: str) -> str:
    return f"{LANDING}/{digest[:2]}/{digest}.gz"


def digest_of(body: bytes) -> str:
    """Return the hash that names a body."""
    return hashlib.sha256(body).hexdigest()
