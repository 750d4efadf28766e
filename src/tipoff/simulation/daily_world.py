"""A simulated league whose services are asked day by day while events change their answers.

The days are chosen to include a trade, a postponed game, a game moved to another date and a late
scratch. At the end of the last day the services answer as if nothing had changed on the way.
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
SCRATCH_HOURS = 18.8
"""Hours after midnight, US Eastern: after lineups are confirmed, and before the first tip-off."""


@dataclass(frozen=True)
class DailyWorld:
    """The payloads of a league's services, the events, and the days on which services are asked."""

    days: tuple[date, ...]
    payloads: tuple[Payload, ...]
    postponed: Rescheduled
    moved: Rescheduled
    trade: Traded
    scratch: LateScratch
    silence: SilentOdds

    @property
    def situations(self) -> tuple[Situation, ...]:
        """Return all events."""
        return self.postponed, self.moved, self.trade, self.scratch, self.silence


def daily_world(league: DemoLeague, count: int, silent: int) -> DailyWorld:
    """Return the world of a number of days around a league's trade.

    Args:
        league: the simulated league.
        count: the number of days.
        silent: the index, from 0, of the day on which the odds service lists no events.
    """
    season = league.newest_season()
    fixtures = season.box_scores.fixtures
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
    """Return the UTC time that is a number of hours after midnight US Eastern."""
    midnight = datetime.combine(day, time(), EASTERN)
    return (midnight + timedelta(hours=hours)).astimezone(UTC)


def _postponed(season: Season, number: int) -> Rescheduled:
    """Postpone a round's last game from the round's first day to the day on which it is played."""
    game, planned, played = _last_of_round(season, number)
    return Rescheduled(
        game, f"demo{game}", planned, played, eastern(planned, 16), eastern(played, 8)
    )


def _moved(season: Season, number: int) -> Rescheduled:
    """Move a round's last game to another day, announced on the day before."""
    game, planned, played = _last_of_round(season, number)
    announced = eastern(planned - timedelta(1), 12)
    return Rescheduled(game, f"demo{game}", planned, played, announced, announced)


def _last_of_round(season: Season, number: int) -> tuple[str, date, date]:
    """Return a round's last game, the round's first day, and the day of that game."""
    fixtures = season.box_scores.fixtures
    games = np.flatnonzero(fixtures.rounds == number)
    first, last = int(games[0]), int(games[-1])
    return fixtures.ids[last], fixtures.dates[first], fixtures.dates[last]


def _traded(season: Season) -> dict[int, tuple[int, int]]:
    """Return the traded players, with their teams before and after the trade."""
    box_scores = season.box_scores
    rounds = np.repeat(box_scores.fixtures.rounds, 2)
    teams: list[dict[int, int]] = []
    for sides in (rounds < TRADE_ROUND, rounds >= TRADE_ROUND):
        ids = season.players.ids[box_scores.player[sides]]
        of_team = np.repeat(season.teams.ids[box_scores.team[sides]][:, None], ids.shape[1], axis=1)
        teams.append(dict(zip(ids.ravel().tolist(), of_team.ravel().tolist(), strict=True)))
    before, after = teams
    return {p: (team, after[p]) for p, team in before.items() if after.get(p, team) != team}


def _late_scratch(season: Season, days: tuple[date, ...]) -> LateScratch:
    """Choose a player who started the team's last game and is inactive in the next, as scratch."""
    game, player = next(_absent_starters(season, days))
    fixtures = season.box_scores.fixtures
    known_at = eastern(fixtures.dates[game], SCRATCH_HOURS)
    return LateScratch(fixtures.ids[game], int(season.players.ids[player]), known_at)


def _absent_starters(season: Season, days: tuple[date, ...]) -> Iterator[tuple[int, int]]:
    """Yield (game, player) of inactive players who started their team's last game, from day 1."""
    box_scores = season.box_scores
    for side in range(2, len(box_scores.team)):
        if box_scores.fixtures.dates[side // 2] not in days[1:]:
            continue
        before = np.flatnonzero(box_scores.team[: side - side % 2] == box_scores.team[side])[-1]
        starters = box_scores.player[before][box_scores.starter[before]].tolist()
        out = box_scores.player[side][~box_scores.available[side]].tolist()
        yield from ((side // 2, player) for player in starters if player in out)
