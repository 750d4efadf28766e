"""Settings and home as commands need them; what validates them is loaded only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings


def load_settings() -> Settings:
    """Return the settings as they stand now.

    Raises:
        UsageError: a setting makes no sense; the message names it.
    """
    from tipoff.app import settings

    return settings.load_settings()


def open_home(directory: Path | None = None) -> Home:
    """Return the home that the settings name, or the given directory as one.

    Raises:
        UsageError: a setting makes no sense; the message names it.
    """
    from tipoff.app import settings

    return settings.open_home(directory)
