"""The daily lineups of one date, as they stand now."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.domain.league_time import stamped
from tipoff.sources.http import Request
from tipoff.sources.lineups.daily_lineup import DAILY_LINEUPS
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.nba.fetch.endpoints import SOURCE
from tipoff.sources.nba.fetch.response_cache import Desk
from tipoff.sources.nba.hosts import HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer, Fetcher


@dataclass(frozen=True)
class DailyLineups:
    """One snapshot of a date's lineups; asking again later lands another one beside it."""

    url: str
    """The folder that the file of each date lies in."""
    day: date
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the file of the date."""
        yield from Desk(fetcher, landing).ask([self.request(fetcher.now())])

    def request(self, now: datetime) -> Request:
        """Return the request of a snapshot, which no other one is landed under."""
        asked = {"Date": str(self.day), "Snapshot": stamped(now)}
        url = f"{self.url.rstrip('/')}/00_daily_lineups_{self.day:%Y%m%d}.json"
        request = Request(SOURCE, DAILY_LINEUPS, asked, url, headers=self.headers)
        return replace(request, check=response_checks.lineups(request))
