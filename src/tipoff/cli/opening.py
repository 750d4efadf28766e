"""Open the settings and the home; the validating modules are imported only when needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings


def load_settings() -> Settings:
    """Return the current settings.

    Raises:
        UsageError: a setting is invalid; the message names it.
    """
    from tipoff.app import settings

    return settings.load_settings()


def open_home(directory: Path | None = None) -> Home:
    """Return the home of the given directory, by default that of the settings.

    Raises:
        UsageError: a setting is invalid; the message names it.
    """
    from tipoff.app import settings

    return settings.open_home(directory)
