"""Box-score lines of simulated games: the counts of players and teams, as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from tipoff.simulation.league.games import Played
    from tipoff.simulation.league.people import IntArray


def box_lines(made: Played) -> IntArray:
    """Return MIN, FGM, FGA, 3PM, 3PA, FTM, FTA, OREB ... PTS, PLUS_MINUS of every player."""
    rebounds = made.counts[..., 0] + made.counts[..., 1]
    seconds = made.seconds
    share = 5 * seconds / np.maximum(seconds.sum(axis=1, keepdims=True), 1)
    plus_minus = np.rint(made.margin[:, None] * share).astype(np.int64)
    offense, defense, assists, steals, blocks, turnovers, fouls = np.moveaxis(made.counts, 2, 0)
    return np.stack(
        [
            (seconds + 30) // 60,
            made.makes.sum(axis=2),
            made.attempts.sum(axis=2),
            made.makes[..., 3:].sum(axis=2),
            made.attempts[..., 3:].sum(axis=2),
            made.free_throws_made,
            made.free_throws_attempted,
            offense,
            defense,
            rebounds,
            assists,
            steals,
            blocks,
            turnovers,
            fouls,
            made.points,
            plus_minus,
        ],
        axis=2,
    )


def team_lines(lines: IntArray, made: Played) -> IntArray:
    """Return the same of every side, summed; the plus-minus is the margin."""
    totals = np.array(lines.sum(axis=1))
    totals[:, -1] = made.margin
    return totals


def with_shares(line: list[int]) -> list[Any]:
    """Return a line with the three shooting shares that follow their counts."""
    minutes, fgm, fga, tpm, tpa, ftm, fta, *rest = line
    shares = (round(m / a, 3) if a else 0.0 for m, a in ((fgm, fga), (tpm, tpa), (ftm, fta)))
    field, three, free = shares
    return [minutes, fgm, fga, field, tpm, tpa, three, ftm, fta, free, *rest]
