"""Times and dates as the catalog keeps them."""

from __future__ import annotations

from datetime import UTC, date, datetime


def as_text(timestamp: datetime) -> str:
    """Write an aware timestamp as the catalog keeps it: UTC, ISO 8601, sortable as text."""
    return timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_timestamp(text: str) -> datetime:
    """Read a timestamp that the catalog keeps."""
    return datetime.fromisoformat(text)  # thirty times as fast as strptime


def as_number(day: date | None) -> int | None:
    """Write a date as the catalog keeps it: days since the first of January of the year 1."""
    return None if day is None else day.toordinal()


def as_date(number: int | None) -> date | None:
    """Read a date that the catalog keeps."""
    return None if number is None else date.fromordinal(number)
