"""Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tipoff.version import __version__

if TYPE_CHECKING:
    from tipoff.app.reader import Reader

__all__ = ["__version__", "open"]


def open(home: str | Path | None = None) -> Reader:  # noqa: A001 - read as tipoff.open()
    """Open a home to read from: the given directory, or the one the settings name."""
    from tipoff.app.reader import Reader

    return Reader(None if home is None else Path(home))
