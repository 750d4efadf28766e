"""Options shared by several commands, and parsers of their values."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from tipoff.domain.league_time import FIRST_DATE, LAST_DATE, is_league_date
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from tipoff.kernel.declare.graph import DateRange

MAX_NUMBER = 2**63 - 1
"""The largest integer that the catalog can store."""
Limit = Annotated[int, typer.Option(min=0, max=MAX_NUMBER, help="Maximum number of rows to print.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
Day = Annotated[str | None, typer.Argument(metavar="DATE", help="One date, as YYYY-MM-DD.")]
From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First date.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last date.")]
Market = Annotated[
    str | None, typer.Option("--market", metavar="MARKET", help="Only this market, such as points.")
]


def parse_date_range(day: str | None, first: str | None, last: str | None) -> DateRange | None:
    """Return the dates that the options name; None if there are none.

    Raises:
        UsageError: a text is not a date, or the dates are not a range.
    """
    from tipoff.kernel.declare.graph import DateRange

    if day is not None and (first or last):
        raise UsageError("give one date, or --from and --to, not both")
    start, end = parse_optional_day(first or day), parse_optional_day(last or day)
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise UsageError("--from and --to go together")
    refuse_backward(start, end)
    return DateRange(start, end)


def refuse_backward(start: date, end: date) -> None:
    """Refuse a range whose first date lies after the last.

    Raises:
        UsageError: the range is backward.
    """
    if start > end:
        raise UsageError(f"--from {start} lies after --to {end}")


def parse_optional_day(text: str | None) -> date | None:
    """Parse a date; None stays None.

    Raises:
        UsageError: the text is not a date of the league.
    """
    return None if text is None else parse_day(text)


def parse_day(text: str) -> date:
    """Parse a date.

    Raises:
        UsageError: the text is not a date, or outside the dates of the league.
    """
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f"{text!r} is not a date like 2024-04-14") from None
    if not is_league_date(day):
        raise UsageError(
            f"{text} is not a date of the league: choose one from {FIRST_DATE} to {LAST_DATE}"
        )
    return day


def parse_time(text: str) -> datetime:
    """Parse a time and return it in UTC; a text without an offset is read as UTC.

    Raises:
        UsageError: the text is not a time, or outside the dates of the league.
    """
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a time like 2024-03-01T15:30 (UTC)") from None
    if not is_league_date(time.date()):
        raise UsageError(
            f"{text} is not a time of the league: choose one from {FIRST_DATE} to {LAST_DATE}"
        )
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def parse_season(text: str) -> str:
    """Check and return a season's label.

    Raises:
        UsageError: the text is not a season of the league.
    """
    start, _, end = text.partition("-")
    if not (start.isdecimal() and len(start) == 4 and end == f"{(int(start) + 1) % 100:02d}"):
        raise UsageError(f"--season {text!r} is not a season like 2025-26")
    if not FIRST_DATE.year <= int(start) < LAST_DATE.year:
        raise UsageError(
            f"--season {text} is not a season of the league: choose one from {FIRST_DATE.year} on"
        )
    return text
