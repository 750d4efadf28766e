"""A simulated league as its services answer day by day, with what happens in those days.

The days are chosen so that a trade falls among them, and one game each is postponed, moved to
another date and changed by a late scratch. In the end the league is the same as without services.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.league_time import EASTERN
from tipoff.simulation.league.games import TRADE_ROUND
from tipoff.simulation.service.situations import (
    LateScratch,
    Rescheduled,
    SilentOdds,
    Situation,
    Traded,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload
    from tipoff.simulation.league import DemoLeague
    from tipoff.simulation.league.league import Season

DAYS_BEFORE_TRADE = 3
SCRATCH_KNOWN = 18.8
"""Hours after midnight, US Eastern: after the lineups are confirmed, and before the first tip."""


@dataclass(frozen=True)
class DailyWorld:
    """What services have of a league, and the days on which they are asked."""

    days: tuple[date, ...]
    payloads: tuple[Payload, ...]
    postponed: Rescheduled
    moved: Rescheduled
    trade: Traded
    scratch: LateScratch
    silence: SilentOdds

    @property
    def situations(self) -> tuple[Situation, ...]:
        """Return everything that happens."""
        return self.postponed, self.moved, self.trade, self.scratch, self.silence


def daily_world(league: DemoLeague, count: int, silent: int) -> DailyWorld:
    """Return the world of so many days around a league's trade.

    Args:
        league: who plays.
        count: how many days.
        silent: which of them, from 0, the odds service lists nothing on.
    """
    season = league.newest_season()
    fixtures = season.made.fixtures
    trade_day = fixtures.dates[int(np.argmax(fixtures.rounds >= TRADE_ROUND))]
    first = trade_day - timedelta(DAYS_BEFORE_TRADE)
    days = tuple(first + timedelta(n) for n in range(count))
    lead = (league.through - first).days + 1
    return DailyWorld(
        days,
        tuple(league.served_payloads(lead)),
        _postponed(season, TRADE_ROUND - 1),
        _moved(season, TRADE_ROUND),
        Traded(trade_day, _traded(season)),
        _late_scratch(season, days),
        SilentOdds(days[silent]),
    )


def eastern(day: date, hours: float) -> datetime:
    """Return the time so many hours after midnight in the East, in UTC."""
    midnight = datetime.combine(day, time(), EASTERN)
    return (midnight + timedelta(hours=hours)).astimezone(UTC)


def _postponed(season: Season, number: int) -> Rescheduled:
    """Postpone a round's last game on the round's first day, to the day that it is played on."""
    game, planned, played = _last_of_round(season, number)
    return Rescheduled(
        game, f"demo{game}", planned, played, eastern(planned, 16), eastern(played, 8)
    )


def _moved(season: Season, number: int) -> Rescheduled:
    """Move a round's last game by a day, as is announced on the day before."""
    game, planned, played = _last_of_round(season, number)
    announced = eastern(planned - timedelta(1), 12)
    return Rescheduled(game, f"demo{game}", planned, played, announced, announced)


def _last_of_round(season: Season, number: int) -> tuple[str, date, date]:
    """Return a round's last game, the round's first day, and the day that the game is played."""
    fixtures = season.made.fixtures
    games = np.flatnonzero(fixtures.rounds == number)
    first, last = int(games[0]), int(games[-1])
    return fixtures.ids[last], fixtures.dates[first], fixtures.dates[last]


def _traded(season: Season) -> dict[int, tuple[int, int]]:
    """Return the players whose team is another after the trade than before it."""
    made = season.made
    rounds = np.repeat(made.fixtures.rounds, 2)
    teams: list[dict[int, int]] = []
    for sides in (rounds < TRADE_ROUND, rounds >= TRADE_ROUND):
        ids = season.players.ids[made.player[sides]]
        of_team = np.repeat(season.teams.ids[made.team[sides]][:, None], ids.shape[1], axis=1)
        teams.append(dict(zip(ids.ravel().tolist(), of_team.ravel().tolist(), strict=True)))
    before, after = teams
    return {p: (team, after[p]) for p, team in before.items() if after.get(p, team) != team}


def _late_scratch(season: Season, days: tuple[date, ...]) -> LateScratch:
    """Scratch somebody who started the team's last game and is inactive in the next."""
    game, player = next(_absent_starters(season, days))
    fixtures = season.made.fixtures
    known_at = eastern(fixtures.dates[game], SCRATCH_KNOWN)
    return LateScratch(fixtures.ids[game], int(season.players.ids[player]), known_at)


def _absent_starters(season: Season, days: tuple[date, ...]) -> Iterator[tuple[int, int]]:
    """Yield (game, player) of those who started the game before, and are inactive, from day 1."""
    made = season.made
    for side in range(2, len(made.team)):
        if made.fixtures.dates[side // 2] not in days[1:]:
            continue
        before = np.flatnonzero(made.team[: side - side % 2] == made.team[side])[-1]
        starters = made.player[before][made.starter[before]].tolist()
        out = made.player[side][~made.available[side]].tolist()
        yield from ((side // 2, player) for player in starters if player in out)
