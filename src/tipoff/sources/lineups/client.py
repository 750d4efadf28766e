"""Fetch a snapshot of one date's daily lineups."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import snapshot_label
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
"""The ids of a game and of a player."""


@dataclass(frozen=True)
class DailyLineups:
    """Fetches a snapshot of a date's lineups; each run lands a new one, and all are kept."""

    url: str
    """The folder with the file of each date."""
    day: date
    headers: Mapping[str, str] = field(default_factory=HEADERS.copy)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Request the file of the date; a notice names changes to confirmed lineups."""
        request = self.request(fetcher.now())
        check = lineups_check(request, self._last_snapshot(landing))
        yield from ResponseCache(fetcher, landing).fetch([replace(request, check=check)])

    def request(self, now: datetime) -> Request:
        """Return the request for a snapshot; its parameters are unique to the snapshot."""
        parameters = {"Date": str(self.day), "Snapshot": snapshot_label(now)}
        url = f"{self.url.rstrip('/')}/00_daily_lineups_{self.day:%Y%m%d}.json"
        return Request(SOURCE, DAILY_LINEUPS, parameters, url, headers=self.headers)

    def _last_snapshot(self, landing: Landing) -> Columns | None:
        """Return the newest landed snapshot of the date; None without one."""
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
    """Check that lineups have a player in a game that counts; return who was scratched.

    Args:
        request: the request of the answer.
        before: the snapshot landed before it.
    """

    def check(body: bytes) -> str:
        after = checked_columns(lineup_snapshot, payload_of(request, body))
        if not after["personId"]:
            raise Doubtful("no lineup of a game that counts is in it yet")
        scratched = late_scratches(after, before) if before else []
        return f"after confirmed lineups: {', '.join(scratched)}" if scratched else ""

    return check


def late_scratches(after: Columns, before: Columns) -> list[str]:
    """Return players of a confirmed lineup who are inactive later, and starters who do not start.

    All active players are compared, not only starters: a pick of any inactive player is void.
    """
    later, games = _listed(after), set(after["gameId"])
    changes = []
    for player, earlier in _listed(before).items():
        if earlier.is_confirmed and earlier.is_active and player[0] in games:
            current = later.get(player)
            if current is not None and not current.is_active:
                changes.append(f"{earlier.name} is inactive")
            elif earlier.starts and not (current is not None and current.starts):
                changes.append(f"{earlier.name} does not start")
    return changes


@dataclass(frozen=True, slots=True)
class _Listed:
    """One player of a snapshot."""

    name: str
    is_confirmed: bool
    is_active: bool
    starts: bool
    """Only starters have a position."""


def _listed(snapshot: Columns) -> dict[Player, _Listed]:
    """Return the players in a snapshot."""
    names = ("gameId", "personId", "playerName", "lineupStatus", "position", "rosterStatus")
    rows = zip(*(snapshot[name] for name in names), strict=True)
    return {
        (game, person): _Listed(name, status == CONFIRMED, roster != INACTIVE, bool(position))
        for game, person, name, status, position, roster in rows
    }
