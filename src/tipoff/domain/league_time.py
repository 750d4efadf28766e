"""The league's dates and time zone, and timestamps as different sources write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tipoff.kernel import clock

EASTERN = ZoneInfo("America/New_York")
"""The league's time zone, which determines the dates of its games."""


FIRST_DATE, LAST_DATE = date(1946, 11, 1), date(2099, 12, 31)
"""The date of the league's first game, and the last date accepted. Both leave room in the calendar,
so that windows of days around them can be computed."""


def is_league_date(day: date) -> bool:
    """Return whether a date can be one of the league's."""
    return FIRST_DATE <= day <= LAST_DATE


TIPS_FROM, TIPS_UNTIL = timedelta(hours=4), timedelta(hours=10)
"""The range of tip-off times of a date's games, in UTC: from 4:00 on that date (midnight Eastern in
summer), as games abroad tip off in the Eastern morning; until 10:00 on the next date (5:00 Eastern
in winter), as a late game may tip off past midnight. Each bound is the wider one of daylight saving
time and standard time."""


def is_tip_of(day: date, tip: datetime) -> bool:
    """Return whether a game of a date can tip off at a time (naive UTC)."""
    midnight = datetime.combine(day, time())
    return midnight + TIPS_FROM <= tip <= midnight + timedelta(days=1) + TIPS_UNTIL


@lru_cache(maxsize=100_000)
def eastern_date(timestamp: datetime) -> date:
    """Return the league's date at a timestamp."""
    return timestamp.astimezone(EASTERN).date()


def eastern_today() -> date:
    """Return the league's date now."""
    return eastern_date(clock.utc_now())


def naive_utc(timestamp: datetime) -> datetime:
    """Return an aware timestamp as naive UTC, the form in which tables keep it."""
    return timestamp.astimezone(UTC).replace(tzinfo=None)


def utc_timestamp(value: object) -> object:
    """Parse an ISO date and time as naive UTC; one without a zone is taken as UTC.

    An empty field becomes None. Any other value is returned unchanged, so that its row is set
    aside.
    """
    if value in ("", None):
        return None
    try:
        parsed = datetime.fromisoformat(str(value))
        return naive_utc(parsed) if parsed.tzinfo else parsed
    except (ValueError, OverflowError):
        return value


def snapshot_label(timestamp: datetime) -> str:
    """Return a timestamp to the millisecond as text, which identifies a snapshot."""
    return timestamp.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
