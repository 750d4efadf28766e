"""The league's dates and the clock they go by, and timestamps as different sources write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tipoff.kernel import clock

EASTERN = ZoneInfo("America/New_York")
"""The league's time zone, in which its games have their dates."""


FIRST_DATE, LAST_DATE = date(1946, 11, 1), date(2099, 12, 31)
"""The league's first game, and the last date that a person can mean; some days beyond either are
dates of the calendar still, so that windows can be counted from them."""


def is_league_date(day: date) -> bool:
    """Return whether a date can be one of the league's."""
    return FIRST_DATE <= day <= LAST_DATE


TIPS_FROM, TIPS_UNTIL = timedelta(hours=4), timedelta(hours=10)
"""When games of a date tip off, by UTC: from so long after its midnight, which is midnight in the
East, as games abroad begin in the Eastern morning; until so long after the midnight that follows,
5 in the Eastern morning, as a late game may begin past midnight. Each is that of the part of the
year that is more generous, with summer time or without."""


def is_tip_of(day: date, tip: datetime) -> bool:
    """Return whether a game of a date can tip off at a time, UTC without its zone."""
    midnight = datetime.combine(day, time())
    return midnight + TIPS_FROM <= tip <= midnight + timedelta(days=1) + TIPS_UNTIL


@lru_cache(maxsize=100_000)
def eastern_date(timestamp: datetime) -> date:
    """Return the league's date at a time."""
    return timestamp.astimezone(EASTERN).date()


def eastern_today() -> date:
    """Return the league's date now."""
    return eastern_date(clock.utc_now())


def naive_utc(timestamp: datetime) -> datetime:
    """Return an aware time in UTC without its zone, as tables keep it."""
    return timestamp.astimezone(UTC).replace(tzinfo=None)


def utc_timestamp(value: object) -> object:
    """Return an ISO date and time in UTC, without its zone; one that names no zone is UTC already.

    None of an empty field; anything else stays, to be set aside with its row.
    """
    if value in ("", None):
        return None
    try:
        read = datetime.fromisoformat(str(value))
        return naive_utc(read) if read.tzinfo else read
    except (ValueError, OverflowError):
        return value


def stamped(timestamp: datetime) -> str:
    """Return a time to the millisecond, by which a snapshot is told from every other."""
    return timestamp.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
