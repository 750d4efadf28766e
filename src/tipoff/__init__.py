"""Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.version import __version__

if TYPE_CHECKING:
    from tipoff.app.reader import Reader

__all__ = ["__version__", "open"]

# Tipoff often multiplies a few terms by thousands of rows. Several linear algebra threads would
# mostly wait for each other (six times the processor time, measured), and results would be rounded
# differently by the number of threads. NumPy reads these variables when it is imported.
for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(variable, "1")


def open(home: str | Path | None = None) -> Reader:  # noqa: A001 - read as tipoff.open()
    """Open a home for reading: the given directory, or the one named in the settings."""
    from tipoff.app.reader import Reader

    return Reader(None if home is None else Path(home))
