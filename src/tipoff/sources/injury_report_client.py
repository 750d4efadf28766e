"""Every edition of the injury report of a date, from where the league publishes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.sources.fetching import Failed, Garbled, Request
from tipoff.sources.injury_report import EDITION_FORM, RESOURCE, SOURCE, edition_moment
from tipoff.sources.injury_report_pdf import pdf_library, refuse_damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.payload import Landing
    from tipoff.sources.fetching import Answer, Fetcher

EVERY = timedelta(minutes=15)
"""How often editions may come; most dates have far fewer."""
ABSENT = frozenset({403, 404, 410})
"""How the service says that there is no such edition."""
SETTLED = timedelta(hours=1)
"""So long after its time, an edition that is not there will not come any more."""


@dataclass(frozen=True)
class InjuryReports:
    """The editions of one date that are not landed yet and may be there by now.

    One that was not there an hour after its time is not asked for again.
    """

    url: str
    day: date

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the editions, and yield every answer; one that does not exist is no failure.

        Raises:
            TipoffError: the library that reads PDFs is not installed.
        """
        pdf_library()
        landed = {found.parameters.get("Edition") for found in landing.newest(RESOURCE, {})}
        now = fetcher.now().astimezone(UTC).replace(tzinfo=None)
        wanted = [
            request
            for edition in self.editions()
            if edition not in landed and (at := edition_moment(edition)) <= now
            for request in [self._request(edition)]
            if not _known_absent(fetcher, request, at)
        ]
        for answer in fetcher.fetch(wanted):
            if isinstance(answer, Failed) and answer.missing:
                yield replace(answer, tolerated=True)
            else:
                yield answer

    def editions(self) -> Iterator[str]:
        """The names of all editions that a date can have, in order."""
        midnight = datetime.combine(self.day, time())
        for number in range(timedelta(days=1) // EVERY):
            yield f"{midnight + number * EVERY:{EDITION_FORM}}"

    def _request(self, edition: str) -> Request:
        url = f"{self.url}/Injury-Report_{edition}.pdf"
        return Request(SOURCE, RESOURCE, {"Edition": edition}, url, check=_whole, missing=ABSENT)


def _known_absent(fetcher: Fetcher, request: Request, at: datetime) -> bool:
    last = fetcher.last(request)
    if last is None or last.outcome != "missing":
        return False
    return last.at.astimezone(UTC).replace(tzinfo=None) > at + SETTLED


def _whole(body: bytes) -> None:
    try:
        refuse_damaged(body)
    except PayloadError as error:
        raise Garbled(str(error)) from None
