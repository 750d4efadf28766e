"""Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.version import __version__

if TYPE_CHECKING:
    from tipoff.app.reader import Reader

__all__ = ["__version__", "open"]

# Tipoff multiplies a few terms by thousands of rows, very often: the threads of a linear algebra
# library wait for each other most of the time (six times the processor time in all, measured), and
# round by how many they are. They are counted when NumPy is loaded, so this comes before it.
for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(variable, "1")


def open(home: str | Path | None = None) -> Reader:  # noqa: A001 - read as tipoff.open()
    """Open a home to read from: the given directory, or the one the settings name."""
    from tipoff.app.reader import Reader

    return Reader(None if home is None else Path(home))
