"""Which version of Tipoff may write to a home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff import __version__
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from tipoff.app.home import OpenHome


def refuse_later_version(workspace: OpenHome) -> None:
    """Refuse a home whose last run was made by a later version of Tipoff.

    Raises:
        UsageError: naming the version to install.
    """
    found = workspace.catalog.query("SELECT version FROM run ORDER BY run DESC LIMIT 1")
    made_by = found[0][0] if found else __version__
    if _numbers(made_by) > _numbers(__version__):
        raise UsageError(
            f"the last run here was by Tipoff {made_by}, and this is {__version__}: install"
            f" {made_by} or later, or use another home"
        )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
