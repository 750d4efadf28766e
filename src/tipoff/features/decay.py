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
ROWS_AT_ONCE = 2_048
"""Coming games that are summed together: their sums stay in the processor's cache."""


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
        by_season = faded * self.carried ** np.arange(seasons_ago.max(initial=0) + 1)
        return np.asarray(by_season[np.maximum(seasons_ago, 0)])


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
    played = end - np.searchsorted(keys, coming.keys(YEAR))
    sums = np.zeros((len(decays), len(coming.owner), values.shape[1]))
    most_first = np.argsort(-played, kind="stable")
    for first in range(0, len(most_first), ROWS_AT_ONCE):
        rows = most_first[first : first + ROWS_AT_ONCE]
        seasons = coming.season[rows]
        sums[:, rows] = _summed(end[rows], played[rows], seasons, past.season, done, decays)
    return sums.transpose(1, 0, 2)


def _summed(
    end: IntArray,
    played: IntArray,
    seasons: IntArray,
    past_seasons: IntArray,
    done: FloatArray,
    decays: Sequence[Decay],
) -> FloatArray:
    """Sum the ``played`` games before place ``end`` of some rows, shape (decays, rows, columns).

    Those with most games come first, so that the rows which have a game so many games ago are
    always the first ones, and are added to where they lie.
    """
    sums = np.zeros((len(decays), len(end), done.shape[1]))
    having = np.searchsorted(-played, -np.arange(1, played[0] + 1), side="right")
    for games_ago, rows in enumerate(having, 1):
        games = end[:rows] - games_ago
        done_then, seasons_ago = done[games], seasons[:rows] - past_seasons[games]
        for place, decay in enumerate(decays):
            sums[place, :rows] += decay.weights(games_ago, seasons_ago)[:, None] * done_then
    return sums
