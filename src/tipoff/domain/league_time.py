"""Moments as different sources write them, as requests for snapshots name them, and their dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
"""The league's time zone, in which its games have their dates."""


@cache
def eastern_date(moment: datetime) -> date:
    """Return the league's date at a moment."""
    return moment.astimezone(EASTERN).date()


def eastern_today() -> date:
    """Return the league's date now."""
    return datetime.now(EASTERN).date()


def utc_timestamp(value: object) -> object:
    """UTC of an ISO date and time, which is UTC where it names no zone.

    NULL of an empty field; anything else stays, to be set aside.
    """
    if value in ("", None):
        return None
    try:
        moment = datetime.fromisoformat(str(value))
        return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return value


def stamped(moment: datetime) -> str:
    """Return a moment to the millisecond, by which a snapshot is told from every other."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
