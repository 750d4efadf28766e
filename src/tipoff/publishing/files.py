"""Files that are on the disk for good, and never changed."""

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
WAITING = 16
"""Files whose arrival on the disk is waited for at the same time."""


def write(path: Path, content: bytes) -> None:
    """Write a new file that nobody is to change, in a directory that is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(READ_ONLY)


def link(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the file system knows no second names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        flush([target])


def flush(paths: Iterable[Path]) -> None:
    """Wait until files and directories are on the disk, as they are now.

    Several are waited for at once: a disk writes many in about the time that it writes one.
    """
    with ThreadPoolExecutor(WAITING) as pool:
        for _ in pool.map(sync, paths):
            pass


def flush_tree(directory: Path, files: Iterable[Path]) -> None:
    """Flush some files of a directory, then it, all directories in it and the one it lies in."""
    flush(files)
    flush(Path(inner) for inner, _, _ in os.walk(directory, topdown=False))
    flush([directory.parent])
