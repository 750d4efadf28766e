"""Sums over a player's past games in which older games count less.

A game's weight is halved after so many games, and cut once more at the start of each new season:
``2 ** -((games_ago - 1) / half_life) * carried ** seasons_ago``. With a half-life of 2 games and
``carried`` 0.5, the last three games of this season weigh 1, 0.71 and 0.5; the last game of the
season before, four games ago, weighs 0.35 * 0.5 = 0.18.

Each coming row is summed from its own games of the year before, the newest first. No running state
is carried from date to date, so a date computed alone and a date computed among four seasons come
out the same to the last bit.
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
"""More days than any date since 1970 has, so that owner and date make one sortable number."""


@dataclass(frozen=True)
class Decay:
    """How fast games lose weight."""

    half_life: float
    """Games after which a game counts half."""
    carried: float
    """The share of its weight that a game keeps in the season after its own."""

    def weights(self, games_ago: int, seasons_ago: IntArray) -> FloatArray:
        """Return the weight of each row's game so many games ago, shape (n,)."""
        faded = 2.0 ** (-(games_ago - 1) / self.half_life)
        return np.asarray(faded * self.carried ** np.maximum(seasons_ago, 0))


@dataclass(frozen=True)
class Games:
    """Whose games they are and when they are played, arrays of shape (n,)."""

    owner: IntArray
    """Such as ``player_id``."""
    day: IntArray
    """Days since 1970."""
    season: IntArray
    """The year a season starts in."""

    @classmethod
    def of(cls, rows: pa.Table, by: str = "player_id") -> Games:
        """Read the rows' ``by``, ``game_date`` and ``season``."""
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
    """Sum what each owner did in the year before each coming game, older games counting less.

    Args:
        coming: the games to know something of, shape (n,).
        history: the games that were played, shape (h,), at most one per owner and date.
        values: what was done in each of them, shape (h, columns), without NaN.
        decays: how older games lose weight.

    Returns:
        Sums, shape (n, decays, columns); 0 for an owner without games in the year before.
    """
    order = np.lexsort((history.day, history.owner))
    past, done = history[order], values[order]
    keys = past.keys()
    end = np.searchsorted(keys, coming.keys())
    start = np.searchsorted(keys, coming.keys(YEAR))
    sums = np.zeros((len(coming.owner), len(decays), values.shape[1]))
    for games_ago in range(1, int((end - start).max(initial=0)) + 1):
        rows = np.flatnonzero(end - games_ago >= start)
        games = end[rows] - games_ago
        seasons_ago = coming.season[rows] - past.season[games]
        for place, decay in enumerate(decays):
            weight = decay.weights(games_ago, seasons_ago)
            sums[rows, place] += weight[:, None] * done[games]
    return sums
