"""Find the games that a service is expected to have, from the landed schedules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tipoff.domain.names import team_key
from tipoff.sources.nba.league_schedule import league_schedule

if TYPE_CHECKING:
    from tipoff.kernel.declare.payload import Landing


@dataclass(frozen=True)
class ExpectedGame:
    """A game in a landed schedule."""

    day: date
    home: str
    away: str
    tip_at: datetime | None
    """The tip-off in UTC; None if the schedule has none."""

    @property
    def teams(self) -> frozenset[str]:
        """Return the keys of both franchises, regardless of which is at home."""
        return frozenset((team_key(self.home), team_key(self.away)))

    def __str__(self) -> str:
        return f"{self.away} @ {self.home} on {self.day}"


def expected_games(landing: Landing, first: date, last: date) -> list[ExpectedGame] | None:
    """Return the games from one date to another; None if no landed schedule covers these dates.

    Raises:
        PayloadError: a landed schedule cannot be read.
    """
    games, covered = set[ExpectedGame](), False
    for landed in landing.newest(league_schedule.resource, {}):
        columns = league_schedule.parse(landing.read(landed.number))
        rows = zip(
            *(columns[n] for n in ("gameDate", "homeTeamName", "awayTeamName", "gameDateTimeUTC")),
            strict=True,
        )
        dated = [row for row in rows if isinstance(row[0], date)]
        covered = covered or any(first <= day for day, *_ in dated)
        games |= {
            ExpectedGame(day, home, away, _utc(tip))
            for day, home, away, tip in dated
            if first <= day <= last
        }
    return sorted(games, key=str) if covered else None


def _utc(tip: object) -> datetime | None:
    return tip.replace(tzinfo=UTC) if isinstance(tip, datetime) else None
