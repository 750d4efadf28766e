"""What models are trained on: players who played, what was known of each, and what happened."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import SINGLES, Market
from tipoff.features.arrays import chosen, places
from tipoff.predictions.models.systems import columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame

VOLATILITY = ("minutes_std_last_10", "minutes_avg_last_10")
"""What the volatility of minutes is of."""
COUNTED = tuple(dict.fromkeys(column for market in SINGLES for column in market.counted))
HELD_OUT_BYTE = 32
"""A game is held out if the first byte of its hash is below this: one game in eight."""


@dataclass(frozen=True)
class TrainingRows:
    """Players who played, before the month, with the count of each market and ``seconds``."""

    rows: pa.Table

    def features(self, names: Sequence[str]) -> dict[str, FloatArray]:
        """Return features by name, shape (n,); what one model has read is not read again."""
        new = [name for name in names if name not in self._read]
        self._read.update(columns_of(self.rows, new))
        return {name: self._read[name] for name in names}

    def counts(self, market: Market) -> FloatArray:
        """Return what happened, shape (n,)."""
        return np.asarray(market.sum_of(self.rows).cast("float64").to_numpy())

    def where(self, keep: BoolArray) -> TrainingRows:
        """Return some of the rows."""
        return TrainingRows(chosen(self.rows, keep))

    @cached_property
    def fitted(self) -> TrainingRows:
        """Return all but one game in eight."""
        return self.where(~self._drawn)

    @cached_property
    def held_out(self) -> TrainingRows:
        """Return one game in eight, always the same ones."""
        return self.where(self._drawn)

    @cached_property
    def volatility(self) -> FloatArray:
        """Return how unsteady minutes are, shape (n,)."""
        return volatility(self.rows)

    @property
    def window(self) -> tuple[str, str]:
        """Return the first and the last date."""
        days = self.rows["game_date"]
        return str(days[0]), str(days[-1])

    @cached_property
    def _read(self) -> dict[str, FloatArray]:
        return {}

    @cached_property
    def _drawn(self) -> BoolArray:
        return np.array([_drawn(game) for game in self.rows["game_id"].to_pylist()], bool)


def volatility(rows: pa.Table) -> FloatArray:
    """Return each player's deviation of minutes by their mean over the last 10, shape (n,)."""
    deviation, mean = columns_of(rows, VOLATILITY).values()
    return np.asarray(deviation / np.where(mean > 0, mean, np.nan))


def played(projection: Frame, *others: Frame) -> Frame:
    """Return a projection's rows of those who played, sorted, with all that is known of them.

    Each column is taken once: a row is looked up in every table, and only then are they read.

    Args:
        projection: rows of one or more information sets, each player of a game at most once.
        others: tables by game and player, such as the store, with what a player did among them. A
            row that one of them lacks is left out; a column that two have is that of the first.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    at = np.stack([places(projection, other) for other in others])
    kept = np.flatnonzero((at >= 0).all(axis=0))
    order = [(n, "ascending") for n in ("game_date", "game_id", "player_id")]
    keys = projection.select([name for name, _ in order]).take(kept)
    kept = kept[pc.sort_indices(keys, order).to_numpy()]
    columns: dict[str, pa.ChunkedArray] = {}
    for table, rows in ((projection, kept), *zip(others, at[:, kept], strict=True)):
        new = [name for name in table.column_names if name not in columns]
        columns |= {name: table[name].combine_chunks().take(rows) for name in new}
    return pa.table(columns)


def _drawn(game_id: str) -> bool:
    return hashlib.blake2b(game_id.encode(), digest_size=1).digest()[0] < HELD_OUT_BYTE
