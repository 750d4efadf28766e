"""Box-score lines of simulated games: the counts of players and teams, as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from tipoff.simulation.league.games import BoxScores
    from tipoff.simulation.league.people import IntArray


def box_lines(box_scores: BoxScores) -> IntArray:
    """Return MIN, FGM, FGA, 3PM, 3PA, FTM, FTA, OREB ... PTS, PLUS_MINUS of every player.

    Shape (sides, roster places, columns).
    """
    rebounds = box_scores.counts[..., 0] + box_scores.counts[..., 1]
    seconds = box_scores.seconds
    share = 5 * seconds / np.maximum(seconds.sum(axis=1, keepdims=True), 1)
    plus_minus = np.rint(box_scores.margin[:, None] * share).astype(np.int64)
    offense, defense, assists, steals, blocks, turnovers, fouls = np.moveaxis(
        box_scores.counts, 2, 0
    )
    return np.stack(
        [
            (seconds + 30) // 60,
            box_scores.makes.sum(axis=2),
            box_scores.attempts.sum(axis=2),
            box_scores.makes[..., 3:].sum(axis=2),
            box_scores.attempts[..., 3:].sum(axis=2),
            box_scores.free_throws_made,
            box_scores.free_throws_attempted,
            offense,
            defense,
            rebounds,
            assists,
            steals,
            blocks,
            turnovers,
            fouls,
            box_scores.points,
            plus_minus,
        ],
        axis=2,
    )


def team_lines(lines: IntArray, box_scores: BoxScores) -> IntArray:
    """Return the sums of the players' lines of each side; the plus-minus is the margin."""
    totals = np.array(lines.sum(axis=1))
    totals[:, -1] = box_scores.margin
    return totals


def with_shares(line: list[int]) -> list[Any]:
    """Return a line with the three shooting percentages inserted after their counts."""
    minutes, fgm, fga, tpm, tpa, ftm, fta, *rest = line
    shares = (round(m / a, 3) if a else 0.0 for m, a in ((fgm, fga), (tpm, tpa), (ftm, fta)))
    field, three, free = shares
    return [minutes, fgm, fga, field, tpm, tpa, three, ftm, fta, free, *rest]
