"""Fetch a date's editions of the injury report from the league's site.

The service answers 403 or 404 for an edition that does not exist, and also to an address that it
has blocked. Single editions are often absent. In season, a date without any edition cannot occur,
so it is a failure, and none of its editions is recorded as absent.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import naive_utc
from tipoff.kernel.errors import PayloadError
from tipoff.sources.http import Failed, Garbled, Request
from tipoff.sources.injuries.editions import edition_timestamp, editions_of
from tipoff.sources.injuries.injury_report import RESOURCE, SOURCE
from tipoff.sources.injuries.pdf import pdf_library, refuse_damaged
from tipoff.sources.nba.expected_games import expected_games

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer, Fetcher

logger = logging.getLogger(__name__)
ABSENT = frozenset({403, 404, 410})
"""The statuses that mean that an edition does not exist."""
ABSENT_FOR_GOOD = timedelta(hours=1)
"""The time after an edition's nominal time after which a missing edition will not appear."""
REPORTED_AHEAD = timedelta(days=1)
"""A date's editions cover its own games and those of the next date."""


@dataclass(frozen=True)
class InjuryReports:
    """Fetches the editions of one date that are due by now and not landed yet.

    An edition that did not exist an hour after its time is not requested again, unless the date has
    no edition at all.
    """

    url: str
    day: date

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Request the editions, and yield every answer; a missing edition is not a failure.

        Raises:
            TipoffError: the library that reads PDFs is not installed.
        """
        pdf_library()
        known = {landed.parameters.get("Edition") for landed in landing.newest(RESOURCE, {})}
        requests = {
            edition: self._request(edition, name) for edition, name in editions_of(self.day)
        }
        has_some = not known.isdisjoint(requests)
        now = naive_utc(fetcher.now())
        due = {
            edition: request
            for edition, request in requests.items()
            if edition_timestamp(edition) <= now
        }
        if not due:
            yield Failed(next(iter(requests.values())), f"no edition of {self.day} is due yet", 0)
        absent = []
        wanted = [
            request
            for edition, request in due.items()
            if edition not in known
            and not (has_some and _known_absent(fetcher, request, edition_timestamp(edition)))
        ]
        logger.info("%s: %d editions due, %d requested", self.day, len(due), len(wanted))
        for answer in fetcher.fetch(wanted):
            if isinstance(answer, Failed) and answer.missing:
                absent.append(replace(answer, tolerated=True))
            else:
                has_some = has_some or not isinstance(answer, Failed)
                yield answer
        yield from absent if has_some or not absent else self._all_absent(landing, absent)

    def _all_absent(self, landing: Landing, absent: list[Failed]) -> Iterator[Failed]:
        """Yield the answers for a date without any edition; in season, the first is a failure."""
        games = expected_games(landing, self.day, self.day + REPORTED_AHEAD)
        if games == []:
            yield from absent
            return
        first, *others = absent
        expected = f"{len(games)} games are scheduled" if games else "no schedule is landed"
        reason = (
            f"all {len(absent)} editions of {self.day} are refused ({first.reason}), and"
            f" {expected}: the address may be blocked; try again later or from elsewhere"
        )
        yield replace(first, reason=reason, tolerated=False, missing=False)
        yield from (replace(answer, missing=False) for answer in others)

    def _request(self, edition: str, name: str) -> Request:
        url = f"{self.url}/Injury-Report_{name}.pdf"
        return Request(
            SOURCE, RESOURCE, {"Edition": edition}, url, check=_check_intact, missing=ABSENT
        )


def _known_absent(fetcher: Fetcher, request: Request, published_at: datetime) -> bool:
    last = fetcher.last(request)
    if last is None or last.outcome != "missing":
        return False
    return naive_utc(last.at) > published_at + ABSENT_FOR_GOOD


def _check_intact(body: bytes) -> None:
    try:
        refuse_damaged(body)
    except PayloadError as error:
        raise Garbled(str(error)) from None
