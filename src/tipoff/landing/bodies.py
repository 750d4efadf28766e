"""Bodies of payloads: compressed files, each named by the hash of what it holds."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.files import write_durably
from tipoff.sources.parsing.limits import MAX_PAYLOAD_BYTES, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
"""What reading a damaged body raises."""
COMPRESSION_LEVEL = 1  # of gzip: five times as fast as the default for a tenth more bytes


class Bodies:
    """The directory of bodies."""

    def __init__(self, directory: Path, borrowed: Path | None = None) -> None:
        """Open a directory; bodies that are not in it are read from the borrowed one."""
        self._directory = directory
        self._borrowed = borrowed

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

    def read(self, digest: str, origin: str) -> bytes:
        """Return a body.

        Raises:
            PayloadError: it is missing, or no longer what was landed.
        """
        try:
            return self._sound(digest)
        except FileNotFoundError:
            raise PayloadError(f"{self.path(digest)}: is missing; ingest {origin} again") from None
        except DAMAGE as error:
            raise PayloadError(
                f"{self.path(digest)}: is damaged ({error}); `tipoff verify --repair`, then ingest"
                f" {origin or 'it'} again"
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
            return self._found(digest).stat().st_size > 0
        except FileNotFoundError:
            return False

    def drop(self, digest: str) -> None:
        """Remove a body, so that its request is asked again."""
        self.path(digest).unlink(missing_ok=True)

    def remove_partial(self) -> None:
        """Remove what a killed process left of bodies; nobody else may be writing them."""
        for path in self._directory.glob("??/.*.partial"):
            path.unlink()

    def all(self) -> Iterator[Path]:
        """Yield every file that lies among the bodies."""
        yield from sorted(self._directory.glob("??/*"))

    def _found(self, digest: str) -> Path:
        path = self.path(digest)
        if self._borrowed is not None and not path.exists():
            return Bodies(self._borrowed).path(digest)
        return path

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


def digest_of(body: bytes) -> str:
    """Return the hash that names a body."""
    return hashlib.sha256(body).hexdigest()
