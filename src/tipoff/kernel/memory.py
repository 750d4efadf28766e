"""The memory that this process may use, and how much of it each part of the work may take.

A container has less memory than its machine, and a process that takes more is killed without a
message. So the memory is the smallest of the limits of the process's control groups, its own
limits (``ulimit -v``, ``-d``), and the machine's memory.
"""

from __future__ import annotations

import os
import resource
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path("/")
PROGRAM_BYTES = 300_000_000
"""The bytes that Python and the libraries take before any data is read."""
MIN_ENGINE_BYTES, MAX_ENGINE_BYTES = 200_000_000, 1_000_000_000
ENGINE_THREAD_BYTES = 150_000_000
"""The bytes that each thread of the engine needs: less is too little for a date of a wide table."""
CHUNK_SHARE = 8
"""A chunk's rows may take the memory divided by this, as there are several copies of them."""
BATCH_SHARE = 64
"""Payloads parsed together may take the memory divided by this: parsed, they take about ten times
their bytes."""
MIN_BATCH_BYTES, MAX_BATCH_BYTES = 2_000_000, 32_000_000
TRAINING_BYTES = 600_000_000
"""The most bytes that one process takes while it trains a booster."""


def available_bytes(root: Path = ROOT) -> int:
    """Return the smallest of all limits on this process's memory, in bytes.

    Args:
        root: the directory that contains ``proc`` and ``sys``.
    """
    return min([_physical_bytes(), *_process_limits(), *_group_limits(root)])


def engine_bytes(available: int) -> int:
    """Return how many bytes of the memory the engine may use before it spills to disk."""
    return max(MIN_ENGINE_BYTES, min(MAX_ENGINE_BYTES, (available - PROGRAM_BYTES) // 2))


def engine_threads(engine: int) -> int:
    """Return how many threads an engine may have that may use this many bytes."""
    return max(1, min(os.cpu_count() or 1, engine // ENGINE_THREAD_BYTES))


def batch_bytes(available: int) -> int:
    """Return how many bytes of payloads are parsed together."""
    return max(MIN_BATCH_BYTES, min(MAX_BATCH_BYTES, available // BATCH_SHARE))


def training_processes(available: int) -> int:
    """Return how many processes may train models at a time."""
    return max(1, available // TRAINING_BYTES)


def _physical_bytes() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _process_limits() -> Iterator[int]:
    for which in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        soft, _ = resource.getrlimit(which)
        if soft != resource.RLIM_INFINITY:
            yield soft


def _group_limits(root: Path) -> Iterator[int]:
    """Yield the limits of the control groups (versions 1 and 2) that this process is in."""
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:  # not Linux
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if not controllers:
            yield from _limits_above(root / "sys/fs/cgroup", path, "memory.max")
        elif "memory" in controllers.split(","):
            yield from _limits_above(root / "sys/fs/cgroup/memory", path, "memory.limit_in_bytes")


def _limits_above(mount: Path, path: str, name: str) -> Iterator[int]:
    """Yield the limits of a control group and of those that contain it.

    Inside a container, the mount point may be the group's own directory, whatever the path says.
    """
    group = mount / path.lstrip("/")
    for directory in (group, *group.parents):
        if not directory.is_relative_to(mount):
            return
        try:
            limit = (directory / name).read_text().strip()
        except OSError:
            continue
        if limit.isdigit():  # otherwise "max": no limit
            yield int(limit)
