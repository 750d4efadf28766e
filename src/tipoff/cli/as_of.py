"""A slate as of an earlier moment, shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from tipoff.cli import show
from tipoff.cli.progress import progress_bar
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tipoff.app.home import Home


def show_as_of(home: Home, day: date, moment: str, json: bool) -> None:
    """Rebuild a slate, print it, and end with the exit code of its run."""
    from tipoff.app.rebuild import rebuild

    with progress_bar("rebuilding") as progress:
        found = rebuild(home, day, parse_moment(moment), progress)
    if json:
        show.as_json(
            {
                "as_of": found.as_of,
                "payloads": found.payloads,
                "problems": found.report.problems,
                "simulated": found.simulated,
                "slate": found.slate,
            }
        )
    else:
        show.console.print(
            f"As of {found.as_of:%Y-%m-%d %H:%M} UTC, by the {found.payloads:,} payloads landed by"
            " then; replayed, and kept nowhere.",
            highlight=False,
            soft_wrap=True,
        )
        if found.slate is not None:
            show.slate(found.slate, found.simulated)
        show.problems(found.report)
    if found.report.exit_code:
        raise typer.Exit(found.report.exit_code)


def parse_moment(text: str) -> datetime:
    """A moment as a person writes it; UTC where he names no zone.

    Raises:
        UsageError: it is not written like one.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a moment like 2024-03-01T15:30 (UTC)") from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
