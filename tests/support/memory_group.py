"""A control group that limits the memory of processes."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MOUNT = Path("/sys/fs/cgroup")
LIMITS = {"memory": "memory.limit_in_bytes", "": "memory.max"}
"""The file of the limit, by the controllers in ``/proc/self/cgroup``; "" is cgroup version 2."""
KILLS = {"memory": "memory.oom_control", "": "memory.events"}


@dataclass(frozen=True)
class MemoryGroup:
    """A group for processes to join when they start."""

    directory: Path
    version: str
    """A key of ``LIMITS``."""

    @property
    def processes(self) -> Path:
        """Return the file to write a process id to."""
        return self.directory / "cgroup.procs"

    @property
    def kills(self) -> int:
        """Return the number of processes that were killed for exceeding the limit."""
        lines = (self.directory / KILLS[self.version]).read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("oom_kill "))


@contextmanager
def memory_group(limit: int) -> Iterator[MemoryGroup]:
    """Make a group within this process's own, with a limit in bytes that includes page cache.

    The test is skipped if this user may not make one.
    """
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, version, path = line.split(":", 2)
        if version not in LIMITS:
            continue
        group = MOUNT / version / path.lstrip("/") / f"tipoff-{secrets.token_hex(4)}"
        try:
            group.mkdir()
        except OSError:
            continue
        try:
            (group / LIMITS[version]).write_text(str(limit))
            yield MemoryGroup(group, version)
            return
        except FileNotFoundError:  # a version 2 group without the memory controller
            continue
        finally:
            group.rmdir()
    pytest.skip("this user may make no control group with a limit of memory")
