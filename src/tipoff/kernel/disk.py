"""Recognize a full disk, and describe it: which device it is, and how much space is needed."""

from __future__ import annotations

import errno
import math
import os
import shutil
from pathlib import Path

ROOT = Path("/")
DISK_FULL_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""The operating system's error numbers for a full disk, a quota or a limit on file sizes."""
MEGABYTE = 1_000_000
MIN_FREE_BYTES = 200_000
"""A disk with less free space than this counts as full."""


def is_full(error: BaseException) -> bool:
    """Return whether an error means that no more can be written: ``DISK_FULL_ERRNOS``."""
    return isinstance(error, OSError) and error.errno in DISK_FULL_ERRNOS


def no_space_message(path: Path, needed: int, why: int | None = errno.ENOSPC) -> str:
    """Return a message about a file that could not be written.

    Args:
        path: the path of the file, or of a directory near it.
        needed: how many bytes were to be written, or an estimate.
        why: the operating system's error number.
    """
    place = nearest_existing(path)
    if why == errno.EDQUOT:
        return f"the disk quota on {device_of(place)} is used up: raise it, then {RETRY_ADVICE}"
    if why == errno.EFBIG:
        return f"{path}: larger than this process may write: raise ulimit -f, then {RETRY_ADVICE}"
    lacking = max(1, math.ceil((needed - shutil.disk_usage(place).free) / MEGABYTE))
    return (
        f"no space left on {device_of(place)}: {lacking:,} MB more needed for {path}; free some,"
        f" then {RETRY_ADVICE}"
    )


RETRY_ADVICE = "run the same command again: it goes on where this one stopped"


def has_no_room(path: Path) -> bool:
    """Return whether the disk that a path lies on is practically full."""
    return shutil.disk_usage(nearest_existing(path)).free < MIN_FREE_BYTES


def nearest_existing(path: Path) -> Path:
    """Return the path, or the nearest directory above it that exists."""
    path = path.absolute()
    return next(each for each in (path, *path.parents) if each.exists())


def device_of(path: Path, root: Path = ROOT) -> str:
    """Return the device that a path lies on and its mount point, or the mount point alone.

    Args:
        path: a file or directory that exists.
        root: the directory that contains ``proc``.
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
