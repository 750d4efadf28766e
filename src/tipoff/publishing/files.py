"""Writing published files: durable on disk and read-only."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.kernel.files import sync

if TYPE_CHECKING:
    from collections.abc import Iterable

READ_ONLY = 0o444
FLUSHES_AT_ONCE = 16
"""Number of files that are flushed to the disk at the same time."""


def write(path: Path, content: bytes) -> None:
    """Write a new read-only file; missing directories are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(READ_ONLY)


def link(source: Path, target: Path) -> None:
    """Link a file to a second path, or copy it if the file system has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        flush([target])


def flush(paths: Iterable[Path]) -> None:
    """Wait until files and directories are durably on the disk.

    Several are flushed at once: a disk writes many in about the time that it writes one.
    """
    with ThreadPoolExecutor(FLUSHES_AT_ONCE) as pool:
        for _ in pool.map(sync, paths):
            pass


def flush_tree(directory: Path, files: Iterable[Path]) -> None:
    """Flush files of a directory, then its subdirectories, the directory and its parent."""
    flush(files)
    flush(Path(inner) for inner, _, _ in os.walk(directory, topdown=False))
    flush([directory.parent])
