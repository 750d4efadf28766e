"""What to say of a disk that is full: which device it is, and how much room is lacking."""

from __future__ import annotations

import errno
import math
import os
import shutil
from pathlib import Path

ROOT = Path("/")
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Errors by which the operating system says that no more can be written."""
MEGABYTE = 1_000_000
NO_ROOM = 200_000
"""Bytes with which nothing can be done."""


def is_full(error: BaseException) -> bool:
    """Return whether an error says that there is no room: no space, a quota or a limit on files."""
    return isinstance(error, OSError) and error.errno in FULL


def no_space(path: Path, needed: int, why: int | None = errno.ENOSPC) -> str:
    """Return the sentence about a file that could not be written.

    Args:
        path: of the file, or of a directory near it.
        needed: how many bytes were to be written, or an estimate.
        why: the number of the error.
    """
    place = existing(path)
    if why == errno.EDQUOT:
        return f"the disk quota on {device_of(place)} is used up: raise it, then {AGAIN}"
    if why == errno.EFBIG:
        return f"{path}: larger than this process may write: raise ulimit -f, then {AGAIN}"
    lacking = max(1, math.ceil((needed - shutil.disk_usage(place).free) / MEGABYTE))
    return (
        f"no space left on {device_of(place)}: {lacking:,} MB more needed for {path}; free some,"
        f" then {AGAIN}"
    )


AGAIN = "run the same command again: it goes on where this one stopped"


def has_no_room(path: Path) -> bool:
    """Return whether the disk that a path lies on is as good as full."""
    return shutil.disk_usage(existing(path)).free < NO_ROOM


def existing(path: Path) -> Path:
    """Return the path, or the nearest directory above it that is there."""
    path = path.absolute()
    return next(each for each in (path, *path.parents) if each.exists())


def device_of(path: Path, root: Path = ROOT) -> str:
    """Return the device that a path lies on, with where it is mounted; else the mount point alone.

    Args:
        path: of a file or directory that is there.
        root: under which ``proc`` lies.
    """
    number = os.stat(path).st_dev
    wanted = f"{os.major(number)}:{os.minor(number)}"
    try:
        mounts = (root / "proc/self/mountinfo").read_text().splitlines()
    except OSError:  # not Linux
        mounts = []
    for line in mounts:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if fields[2] == wanted:
            return f"{after.split()[1]} ({fields[4]})"
    mount = next(p for p in (path, *path.parents) if p.is_mount())
    return str(mount)
