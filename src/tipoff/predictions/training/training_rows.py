"""Training rows: players who played, the features known before tip-off, and their counts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import SINGLES, Market
from tipoff.features.arrays import row_indices, rows_where
from tipoff.predictions.models.systems import columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame

VOLATILITY = ("minutes_std_last_10", "minutes_avg_last_10")
"""The columns that the volatility of minutes is computed from."""
COUNT_COLUMNS = tuple(dict.fromkeys(column for market in SINGLES for column in market.counted))
HELD_OUT_BYTE = 32
"""A game is held out if the first byte of its hash is below this value: one game in eight."""


@dataclass(frozen=True)
class TrainingRows:
    """Rows of players who played before the month, with each market's counts and ``seconds``."""

    rows: pa.Table

    def features(self, names: Sequence[str]) -> dict[str, FloatArray]:
        """Return features by name, shape (n,) each; converted columns are cached."""
        new = [name for name in names if name not in self._converted]
        self._converted.update(columns_of(self.rows, new))
        return {name: self._converted[name] for name in names}

    def counts(self, market: Market) -> FloatArray:
        """Return a market's actual counts, shape (n,)."""
        return np.asarray(market.sum_of(self.rows).cast("float64").to_numpy())

    def where(self, keep: BoolArray) -> TrainingRows:
        """Return the rows at which ``keep`` is true."""
        return TrainingRows(rows_where(self.rows, keep))

    @cached_property
    def fitted(self) -> TrainingRows:
        """Return the rows of seven games in eight, those that are not held out."""
        return self.where(~self._is_held_out)

    @cached_property
    def held_out(self) -> TrainingRows:
        """Return the rows of one game in eight, always the same games."""
        return self.where(self._is_held_out)

    @cached_property
    def volatility(self) -> FloatArray:
        """Return the volatility of each row's minutes, shape (n,)."""
        return volatility(self.rows)

    @property
    def window(self) -> tuple[str, str]:
        """Return the first and the last date as text."""
        days = self.rows["game_date"]
        return str(days[0]), str(days[-1])

    @cached_property
    def _converted(self) -> dict[str, FloatArray]:
        return {}

    @cached_property
    def _is_held_out(self) -> BoolArray:
        return np.array([_is_held_out(game) for game in self.rows["game_id"].to_pylist()], bool)


def volatility(rows: pa.Table) -> FloatArray:
    """Return the standard deviation of minutes over their mean, last 10 games, shape (n,)."""
    deviation, mean = columns_of(rows, VOLATILITY).values()
    return np.asarray(deviation / np.where(mean > 0, mean, np.nan))


def played_rows(projection: Frame, *others: Frame) -> Frame:
    """Return a projection's rows of players who played, joined with other tables and sorted.

    All rows are located first, so that each column is gathered only once.

    Args:
        projection: rows of one or more information sets, each player of a game at most once.
        others: tables by game and player, such as the feature store; one holds the box score. A row
            that any of them lacks is left out; a column in two tables is taken from the first.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    indices = np.stack([row_indices(projection, other) for other in others])
    kept_rows = np.flatnonzero((indices >= 0).all(axis=0))
    order = [(n, "ascending") for n in ("game_date", "game_id", "player_id")]
    keys = projection.select([name for name, _ in order]).take(kept_rows)
    kept_rows = kept_rows[pc.sort_indices(keys, order).to_numpy()]
    columns: dict[str, pa.ChunkedArray] = {}
    for table, rows in ((projection, kept_rows), *zip(others, indices[:, kept_rows], strict=True)):
        new = [name for name in table.column_names if name not in columns]
        columns |= {name: table[name].combine_chunks().take(rows) for name in new}
    return pa.table(columns)


def _is_held_out(game_id: str) -> bool:
    return hashlib.blake2b(game_id.encode(), digest_size=1).digest()[0] < HELD_OUT_BYTE
