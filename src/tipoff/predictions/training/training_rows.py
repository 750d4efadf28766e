"""What models are trained on: players who played, what was known of each, and what he did."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.domain.markets import SINGLES, Market
from tipoff.predictions.lookup import KEYS
from tipoff.predictions.models.systems import FloatArray, columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.annotations import Frame


VOLATILITY = ("minutes_std_last_10", "minutes_avg_last_10")
"""What the volatility of minutes is of."""


@dataclass(frozen=True)
class TrainingRows:
    """Players who played, before the month: what was known of each, and what he did.

    Args:
        rows: the feature store's rows, with each market's count and ``minutes``.
        lines: reference lines by market, shape (n,), NaN where there was none.
    """

    rows: pa.Table
    lines: Mapping[str, FloatArray]

    def features(self, names: Sequence[str]) -> dict[str, FloatArray]:
        """Features by name, shape (n,); what one model has read, the next finds read."""
        new = [name for name in names if name not in self._read]
        self._read.update(columns_of(self.rows, new))
        return {name: self._read[name] for name in names}

    def counts(self, market: Market) -> FloatArray:
        """What happened, shape (n,)."""
        return np.asarray(market.sum_of(self.rows).cast("float64").to_numpy())

    def where(self, chosen: npt.NDArray[np.bool_]) -> TrainingRows:
        """Some of the rows."""
        lines = {market: values[chosen] for market, values in self.lines.items()}
        return TrainingRows(self.rows.take(np.flatnonzero(chosen)), lines)

    @cached_property
    def fitted(self) -> TrainingRows:
        """What means are fitted on: all but one game in eight."""
        return self.where(~self._drawn)

    @cached_property
    def held_out(self) -> TrainingRows:
        """What spread is fitted on, and a model judged by: always the same games."""
        return self.where(self._drawn)

    @cached_property
    def volatility(self) -> FloatArray:
        """Of minutes, shape (n,)."""
        return volatility(self.rows)

    @property
    def window(self) -> tuple[str, str]:
        """The first and the last date."""
        days = self.rows["game_date"]
        return str(days[0]), str(days[-1])

    @cached_property
    def _read(self) -> dict[str, FloatArray]:
        return {}

    @cached_property
    def _drawn(self) -> npt.NDArray[np.bool_]:
        return np.array([_drawn(game) for game in self.rows["game_id"].to_pylist()], bool)


def volatility(rows: pa.Table) -> FloatArray:
    """A player's deviation of minutes by his mean over the last 10, shape (n,)."""
    deviation, mean = columns_of(rows, VOLATILITY).values()
    return np.asarray(deviation / np.where(mean > 0, mean, np.nan))


def played(ml_feature_store: Frame, player_game_summary: Frame) -> Frame:
    """Feature rows of those who played, in order, with what they did."""
    import pyarrow.compute as pc

    counted = list(dict.fromkeys(column for market in SINGLES for column in market.counted))
    minutes = pc.divide(player_game_summary["seconds"].cast("float64"), 60.0)
    happened = player_game_summary.select([*KEYS, *counted]).append_column("minutes", minutes)
    # Only keys are joined and sorted: the store is hundreds of columns wide.
    keys = ml_feature_store.select(["game_date", *KEYS])
    keys = keys.append_column("place", [np.arange(keys.num_rows)])
    order = [(n, "ascending") for n in ("game_date", *KEYS)]
    found = keys.join(happened, KEYS, join_type="inner").sort_by(order)
    rows = ml_feature_store.take(found["place"].combine_chunks())
    for name in (*counted, "minutes"):
        rows = rows.append_column(name, found[name])
    return rows


def _drawn(game_id: str) -> bool:
    return hashlib.blake2b(game_id.encode(), digest_size=1).digest()[0] < 32
