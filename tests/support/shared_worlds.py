"""Directories that are expensive to make, made once for all workers of a test run."""

from __future__ import annotations

import fcntl
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def shared_directory(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]
) -> Path:
    """Return a directory that the first worker that needs it makes; it must not be changed.

    Args:
        factory: provides the base temporary directory; those of all workers have the same parent.
        name: the name of the directory.
        make: fills the directory; remains of a failed attempt are removed before.
    """
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    marker = shared.with_suffix(".made")
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not marker.exists():
            shutil.rmtree(shared, ignore_errors=True)
            make(shared)
            marker.touch()
    return shared


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return this worker's own copy of a directory made by ``shared_directory``."""
    own = factory.mktemp(name) / "home"
    shutil.copytree(shared_directory(factory, name, make), own, symlinks=True)
    return own
