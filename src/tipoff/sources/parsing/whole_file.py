"""Files as they lie on disk, whole or not at all."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def read_whole(path: Path) -> bytes:
    """Return a file's content, decompressed if its name ends in .gz.

    Raises:
        UsageError: it cannot be read, or is cut short; the message names the file.
    """
    try:
        return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (OSError, EOFError, zlib.error) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from None
