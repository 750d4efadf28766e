"""When editions of the injury report are published, and how their files are named.

Until 21 December 2025 there was a file for every hour. Its name has the hour alone although its
edition is of half past: ``_05PM.pdf`` is titled 05:30 PM. Since then there is one for every quarter
of an hour, with the full time in its name: ``_05_30PM.pdf``. The time in the title identifies an
edition.
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
    """Yield (edition, time in its file name) for all possible editions of a date, in order."""
    midnight = datetime.combine(day, time())
    if day < QUARTER_HOURLY_FROM:
        for hour in range(24):
            full_hour = midnight + timedelta(hours=hour)
            yield f"{full_hour + HALF_PAST:{EDITION_FORM}}", f"{full_hour:{HOURLY_FORM}}"
        return
    for quarter in range(96):
        edition = f"{midnight + timedelta(minutes=15 * quarter):{EDITION_FORM}}"
        yield edition, edition


def edition_timestamp(edition: str) -> datetime:
    """Return when an edition was published, in UTC; its name has the Eastern time.

    Raises:
        PayloadError: the text is not an edition's name.
    """
    return published_at(edition, EDITION_FORM, "2026-02-08_03_30PM")


def published_at(text: str, form: str, example: str) -> datetime:
    """Parse an Eastern time in a given format, and return it in UTC.

    Raises:
        PayloadError: the text does not have that format; the message shows the example.
    """
    try:
        local = datetime.strptime(text, form).replace(tzinfo=EASTERN)
    except ValueError:
        raise PayloadError(f"edition {text!r} is not like {example}") from None
    return naive_utc(local)
