"""When editions of the injury report are published, and what their files are called.

Until 21 December 2025 there was a file for every hour, named by the hour alone though its edition
is of half past: ``_05PM.pdf`` is titled 05:30 PM. Since then there is one for every quarter of an
hour, and the name tells it: ``_05_30PM.pdf``. Editions are known by the time in their title.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import EASTERN, naive_utc
from tipoff.kernel.errors import PayloadError

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE_FORM, EDITION_FORM, HOURLY_FORM = "%m/%d/%y %I:%M %p", "%Y-%m-%d_%I_%M%p", "%Y-%m-%d_%I%p"
QUARTER_HOURLY_FROM = date(2025, 12, 22)
HALF_PAST = timedelta(minutes=30)


def editions_of(day: date) -> Iterator[tuple[str, str]]:
    """Yield (edition, name of its file) for all editions that a date can have, in order."""
    midnight = datetime.combine(day, time())
    if day < QUARTER_HOURLY_FROM:
        for hour in range(24):
            named = midnight + timedelta(hours=hour)
            yield f"{named + HALF_PAST:{EDITION_FORM}}", f"{named:{HOURLY_FORM}}"
        return
    for quarter in range(96):
        edition = f"{midnight + timedelta(minutes=15 * quarter):{EDITION_FORM}}"
        yield edition, edition


def edition_timestamp(edition: str) -> datetime:
    """Return when an edition was published, in UTC; its name has the time in the East.

    Raises:
        PayloadError: it is no such name.
    """
    return published_at(edition, EDITION_FORM, "2026-02-08_03_30PM")


def published_at(written: str, form: str, like: str) -> datetime:
    """Return in UTC a time in the East that is written in a form.

    Raises:
        PayloadError: it is not written so; ``like`` shows what is.
    """
    try:
        local = datetime.strptime(written, form).replace(tzinfo=EASTERN)
    except ValueError:
        raise PayloadError(f"edition {written!r} is not like {like}") from None
    return naive_utc(local)
