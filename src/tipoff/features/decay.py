"""Sums over a player's past games in which older games count less.

A game's weight halves every ``half_life`` games and is cut by the factor ``carried`` at the start
of each new season: ``2 ** -((games_ago - 1) / half_life) * carried ** seasons_ago``. With a
half-life of 2 games and ``carried`` 0.5, the last three games of this season weigh 1, 0.71 and 0.5;
the last game of the previous season, four games ago, weighs 0.35 * 0.5 = 0.18.

Each coming row is summed from its own games of the year before, the newest first. No running state
is carried from date to date, so a date computed alone and the same date computed among four seasons
agree to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray

DAYS_PER_OWNER = 1 << 20
"""Larger than any date in days since 1970, so that owner and date fit in one sortable number."""
ROWS_AT_ONCE = 2_048
"""Coming games that are summed together, few enough that their sums fit in the CPU cache."""


@dataclass(frozen=True)
class Decay:
    """The rate at which older games lose weight."""

    half_life: float
    """Number of games after which a game counts half."""
    carried: float
    """Share of its weight that a game keeps in the season after its own."""

    def weights(self, games_ago: int, seasons_ago: IntArray) -> FloatArray:
        """Return the weight of a game ``games_ago`` games ago, for each row, shape (n,)."""
        decayed = 2.0 ** (-(games_ago - 1) / self.half_life)
        by_season = decayed * self.carried ** np.arange(seasons_ago.max(initial=0) + 1)
        return np.asarray(by_season[np.maximum(seasons_ago, 0)])


@dataclass(frozen=True)
class Games:
    """Owner and date of each game, arrays of shape (n,)."""

    owner: IntArray
    """The player or team of the game, such as ``player_id``."""
    day: IntArray
    """The date as days since 1970."""
    season: IntArray
    """The year in which the season starts."""

    @classmethod
    def of(cls, rows: pa.Table, by: str = "player_id") -> Games:
        """Read the games from the columns ``by``, ``game_date`` and ``season``."""
        years = {s: int(s[:4]) for s in rows["season"].unique().to_pylist()}
        return cls(
            np.asarray(rows[by].to_numpy(), np.int64),
            np.asarray(rows["game_date"].cast("int32").to_numpy(), np.int64),
            np.array([years[s] for s in rows["season"].to_pylist()], np.int64),
        )

    def __getitem__(self, index: BoolArray | IntArray) -> Games:
        return Games(self.owner[index], self.day[index], self.season[index])

    def keys(self, days_earlier: int = 0) -> IntArray:
        """Return numbers that sort by owner and then by date, shape (n,)."""
        return np.asarray(self.owner * DAYS_PER_OWNER + self.day - days_earlier)


def decayed_sums(
    coming: Games, history: Games, values: FloatArray, decays: Sequence[Decay]
) -> FloatArray:
    """Sum each owner's values over the year before each coming game, older games counting less.

    Args:
        coming: the games to compute sums for, shape (n,).
        history: the past games, shape (h,), at most one per owner and date.
        values: the counts of each past game, shape (h, columns), without NaN.
        decays: how older games lose weight.

    Returns:
        Sums, shape (n, decays, columns); 0 for an owner without games in the year before.
    """
    order = np.lexsort((history.day, history.owner))
    past, counts = history[order], values[order]
    keys = past.keys()
    end = np.searchsorted(keys, coming.keys())
    game_count = end - np.searchsorted(keys, coming.keys(YEAR))
    sums = np.zeros((len(decays), len(coming.owner), values.shape[1]))
    most_first = np.argsort(-game_count, kind="stable")
    for first in range(0, len(most_first), ROWS_AT_ONCE):
        rows = most_first[first : first + ROWS_AT_ONCE]
        seasons = coming.season[rows]
        sums[:, rows] = _summed(end[rows], game_count[rows], seasons, past.season, counts, decays)
    return sums.transpose(1, 0, 2)


def _summed(
    end: IntArray,
    game_count: IntArray,
    seasons: IntArray,
    past_seasons: IntArray,
    counts: FloatArray,
    decays: Sequence[Decay],
) -> FloatArray:
    """Sum the ``game_count`` games before index ``end`` per row, shape (decays, rows, columns).

    Rows are sorted by their number of games, most first. So the rows that still have a game
    ``games_ago`` games ago are a prefix of all rows, which is updated in place.
    """
    sums = np.zeros((len(decays), len(end), counts.shape[1]))
    prefixes = np.searchsorted(-game_count, -np.arange(1, game_count[0] + 1), side="right")
    for games_ago, rows in enumerate(prefixes, 1):
        games = end[:rows] - games_ago
        game_counts, seasons_ago = counts[games], seasons[:rows] - past_seasons[games]
        for index, decay in enumerate(decays):
            sums[index, :rows] += decay.weights(games_ago, seasons_ago)[:, None] * game_counts
    return sums
