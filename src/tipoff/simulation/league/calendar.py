"""The calendar of the simulated league."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.league_time import EASTERN

if TYPE_CHECKING:
    from tipoff.simulation.league.people import IntArray

ROUNDS = 82
ROUND_DAYS = 2
BREAK_AFTER = 56
BREAK_DAYS = 6
PLAYED_ROUNDS = 47
"""Rounds already played in the season in progress: 57 %."""
TIPS = (time(19, 0), time(19, 30), time(20, 0), time(21, 0), time(22, 0), time(22, 30))


@dataclass(frozen=True)
class Fixtures:
    """A season's games in order of date, as arrays of shape (games,)."""

    label: str
    ids: tuple[str, ...]
    dates: tuple[date, ...]
    rounds: IntArray
    home: IntArray
    away: IntArray

    def tip(self, game: int) -> datetime:
        """Return a game's tip-off, US Eastern."""
        start = TIPS[int(self.ids[game][-4:]) % len(TIPS)]
        return datetime.combine(self.dates[game], start, EASTERN)

    def tip_utc(self, game: int) -> datetime:
        """Return a game's tip-off, UTC."""
        return self.tip(game).astimezone(UTC)


def season_fixtures(
    teams: int, through: date, years_ago: int, random: np.random.Generator
) -> Fixtures:
    """Return the fixtures of one season: each team plays once per round, on one of two days."""
    start = through - timedelta(PLAYED_ROUNDS * ROUND_DAYS + 365 * years_ago)
    games = []
    for number in range(ROUNDS):
        pairs = _pairs(teams, number)
        late = random.permutation(len(pairs)) >= (len(pairs) + 1) // 2
        offset = number * ROUND_DAYS + (BREAK_DAYS if number >= BREAK_AFTER else 0)
        for (home, away), second_day in zip(pairs, late, strict=True):
            games.append((start + timedelta(offset + int(second_day)), number, home, away))
    games.sort()
    label = f"{start.year}-{(start.year + 1) % 100:02d}"
    return Fixtures(
        label=label,
        ids=tuple(f"992{start.year % 100:02d}{place:05d}" for place in range(1, len(games) + 1)),
        dates=tuple(game[0] for game in games),
        rounds=np.array([game[1] for game in games]),
        home=np.array([game[2] for game in games]),
        away=np.array([game[3] for game in games]),
    )


def _pairs(teams: int, number: int) -> list[tuple[int, int]]:
    """Return the (home, away) pairs of a round by the circle method; home and away alternate."""
    turn, at = divmod(number, teams - 1)
    ring = [0, *(1 + (p + at) % (teams - 1) for p in range(teams - 1))]
    pairs = [(ring[p], ring[-1 - p]) for p in range(teams // 2)]
    flip = [(turn + (p or number)) % 2 == 1 for p in range(len(pairs))]
    return [(b, a) if f else (a, b) for (a, b), f in zip(pairs, flip, strict=True)]
