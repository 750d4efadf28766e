"""Directories that are costly to make: made once for all workers of a test run."""

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
    """Return a directory that the first worker to need it makes, and nobody changes.

    Args:
        factory: gives the base temporary directory, which workers have side by side in one.
        name: of the directory.
        make: fills it; what a failed attempt left is removed before.
    """
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    made = shared.with_suffix(".made")
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(shared, ignore_errors=True)
            make(shared)
            made.touch()
    return shared


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return this worker's own copy of a directory as ``shared_directory`` returns it."""
    own = factory.mktemp(name) / "home"
    shutil.copytree(shared_directory(factory, name, make), own, symlinks=True)
    return own
