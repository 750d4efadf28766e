"""Fetch the daily lineups of one date as they stand now."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import stamped
from tipoff.kernel.errors import PayloadError
from tipoff.sources.http import Doubtful, Request
from tipoff.sources.lineups.daily_lineup import (
    CONFIRMED,
    DAILY_LINEUPS,
    INACTIVE,
    lineup_snapshot,
)
from tipoff.sources.nba.fetch.endpoints import SOURCE
from tipoff.sources.nba.fetch.response_cache import ResponseCache
from tipoff.sources.nba.fetch.response_checks import checked_columns, payload_of
from tipoff.sources.nba.hosts import HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from tipoff.kernel.declare.payload import Landing
    from tipoff.kernel.declare.stream import Columns
    from tipoff.sources.http import Answer, Check, Fetcher

logger = logging.getLogger(__name__)
Player = tuple[Any, Any]
"""A game's id and a player's."""


@dataclass(frozen=True)
class DailyLineups:
    """One snapshot of a date's lineups; each run lands another one, and all are kept."""

    url: str
    """The folder that the file of each date lies in."""
    day: date
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the file of the date; changes to confirmed lineups are told as a notice."""
        request = self.request(fetcher.now())
        check = lineups_check(request, self._before(landing))
        yield from ResponseCache(fetcher, landing).ask([replace(request, check=check)])

    def request(self, now: datetime) -> Request:
        """Return the request of a snapshot, which no other one is landed under."""
        asked = {"Date": str(self.day), "Snapshot": stamped(now)}
        url = f"{self.url.rstrip('/')}/00_daily_lineups_{self.day:%Y%m%d}.json"
        return Request(SOURCE, DAILY_LINEUPS, asked, url, headers=self.headers)

    def _before(self, landing: Landing) -> Columns | None:
        """Return the newest snapshot of the date that is landed; None without one."""
        snapshots = landing.newest(DAILY_LINEUPS, {"Date": str(self.day)})
        newest = max(snapshots, key=lambda each: each.fetched_at, default=None)
        if newest is None:
            return None
        try:
            return lineup_snapshot.parse(landing.read(newest.number))
        except PayloadError as error:
            logger.info("the last snapshot of %s cannot be compared: %s", self.day, error)
            return None


def lineups_check(request: Request, before: Columns | None) -> Check:
    """Check that lineups name somebody in a game that counts, and tell who was scratched.

    Args:
        request: what the answer is of.
        before: the snapshot landed before it.
    """

    def check(body: bytes) -> str:
        now = checked_columns(lineup_snapshot, payload_of(request, body))
        if not now["personId"]:
            raise Doubtful("no lineup of a game that counts is in it yet")
        scratched = late_scratches(now, before) if before else []
        return f"after confirmed lineups: {', '.join(scratched)}" if scratched else ""

    return check


def late_scratches(now: Columns, before: Columns) -> list[str]:
    """Return who of a confirmed lineup is out in a later one, and which starters start no more.

    Everybody who was active counts, whether a starter or not: a pick of any of them is void.
    """
    later, games = _listed(now), set(now["gameId"])
    told = []
    for player, then in _listed(before).items():
        if then.is_confirmed and then.is_active and player[0] in games:
            known = later.get(player)
            if known is not None and not known.is_active:
                told.append(f"{then.name} is inactive")
            elif then.starts and not (known is not None and known.starts):
                told.append(f"{then.name} does not start")
    return told


@dataclass(frozen=True, slots=True)
class _Listed:
    """One player of a snapshot."""

    name: str
    is_confirmed: bool
    is_active: bool
    starts: bool
    """Starters alone have a position."""


def _listed(snapshot: Columns) -> dict[Player, _Listed]:
    """Return the players of a snapshot."""
    names = ("gameId", "personId", "playerName", "lineupStatus", "position", "rosterStatus")
    rows = zip(*(snapshot[name] for name in names), strict=True)
    return {
        (game, person): _Listed(name, status == CONFIRMED, roster != INACTIVE, bool(position))
        for game, person, name, status, position, roster in rows
    }
