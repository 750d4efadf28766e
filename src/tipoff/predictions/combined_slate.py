"""One market's predictions of all systems, aligned by slot, with the market's lines and offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import equal, numbers, row_indices, rows_where
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.market_view import believable, market_at
from tipoff.predictions.models.blending import AtLine, Blend, p_over_no_push, with_p_over
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    MOVING_AVERAGE,
    SIMILARITY,
    ZONE_MATCHUP,
)
from tipoff.predictions.system_prediction import DISTRIBUTION, distribution_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame

ENSEMBLE_MEMBERS = (LIGHTGBM, CATBOOST, ZONE_MATCHUP, SIMILARITY, MOVING_AVERAGE)
"""The systems in the ensemble; none of them has seen the line."""
KEYS = ["game_id", "player_id"]
SLOT_COLUMNS = ["game_date", *KEYS, "prediction_time", "information"]
QUOTE_COLUMNS = ["bookmaker", "line", "over_price", "under_price"]
OFFER_COLUMNS = [*QUOTE_COLUMNS, "is_alternate", "suspect"]


@dataclass(frozen=True)
class Slate:
    """Players in one market, in the order of ``rows``; arrays of shape (n,).

    Args:
        rows: game, player, prediction time and information set; also ``as_of`` and
            ``trained_for`` if the predictions have them.
        outcomes: the distributions of every ensemble member, NaN where it predicts nothing.
        lines: each row's reference line with its prices, NULL where there is none.
        offers: all standing offers of the market on the rows' players.
    """

    rows: Frame
    outcomes: Mapping[str, CountMixture]
    lines: Frame
    offers: Frame

    @classmethod
    def of(cls, predictions: Frame, lines: Frame, offers: Frame) -> Slate:
        """Align one market's rows of ``system_prediction`` by slot, with its lines and offers.

        All ensemble members are present, even those that predict none of these players, so that a
        row's result never depends on the other rows.
        """
        aggregations = [
            (n, "max") for n in ("as_of", "trained_for") if n in predictions.column_names
        ]
        rows = predictions.group_by(SLOT_COLUMNS).aggregate(aggregations)
        rows = rows.sort_by([(n, "ascending") for n in SLOT_COLUMNS])
        indices, distributions = (
            row_indices(predictions, rows, SLOT_COLUMNS[1:]),
            distribution_of(predictions),
        )
        outcomes = {}
        for system in ENSEMBLE_MEMBERS:
            is_system = equal(predictions, "system", system)
            outcomes[system] = _placed(distributions[is_system], indices[is_system], rows.num_rows)
        return cls(rows, outcomes, _lines_of(rows, lines), offers)

    def __getitem__(self, keep: BoolArray) -> Slate:
        """Return the rows at which ``keep`` is true."""
        outcomes = {system: outcome[keep] for system, outcome in self.outcomes.items()}
        return Slate(
            rows_where(self.rows, keep), outcomes, rows_where(self.lines, keep), self.offers
        )

    @property
    def line(self) -> FloatArray:
        """Return the reference line, shape (n,), NaN where there is none."""
        return numbers(self.lines, "line")

    def ensemble(self, blend: Blend) -> CountMixture:
        """Return the members' weighted mean with LightGBM's spread."""
        spread = self.outcomes[LIGHTGBM]
        mean = blend.mean({n: o.mean for n, o in self.outcomes.items() if n in blend.members})
        return spread.scaled(mean / spread.mean)

    def at_line(self, outcome: CountMixture) -> AtLine:
        """Return the market's and the model's probabilities at the reference line."""
        return at_lines(self.lines, outcome, self._offers_of(outcome))

    def is_trainable(self, at_line: AtLine) -> BoolArray:
        """Return which lines may train the weights: believable prices and model probability."""
        over, under = numbers(self.lines, "over_price"), numbers(self.lines, "under_price")
        one_sided = np.isnan(over) | np.isnan(under)
        return np.asarray(at_line.is_trainable & (one_sided | believable(over, under)))

    def blended(self, blend: Blend) -> CountMixture:
        """Return the ensemble scaled to the blend's probability at the line; NaN without a line."""
        ensemble = self.ensemble(blend)
        p_over = blend.p_over(self.at_line(ensemble))
        has_line = ~np.isnan(p_over + self.line)
        shifted = with_p_over(ensemble[has_line], self.line[has_line], p_over[has_line])
        parameters = [np.full(len(p_over), np.nan) for _ in ensemble.parameters]
        for values, shifted_values in zip(parameters, shifted.parameters, strict=True):
            values[has_line] = shifted_values
        return CountMixture(*parameters)

    def _offers_of(self, outcome: CountMixture) -> tuple[Frame, IntArray, CountMixture]:
        """Return the offers on the rows' players, each offer's row index and its distribution."""
        numbered = self.rows.select(KEYS).append_column("row", [np.arange(self.rows.num_rows)])
        offers = self.offers.join(numbered, KEYS, join_type="inner")
        order = [("row", "ascending"), ("bookmaker", "ascending"), ("line", "ascending")]
        offers = offers.sort_by(order)
        row = np.asarray(offers["row"].to_numpy(), dtype=np.int64)
        return offers, row, outcome[row]


def at_lines(
    lines: Frame, outcome: CountMixture, offers: tuple[Frame, IntArray, CountMixture]
) -> AtLine:
    """Return the market's and the model's probabilities at each row's line.

    The line's own book is excluded from the consensus of the others.
    """
    import pyarrow as pa

    quotes, row, of_quotes = offers
    reference = lines.select(QUOTE_COLUMNS)
    reference = reference.append_column("is_alternate", pa.repeat(True, reference.num_rows))
    reference = reference.append_column("suspect", pa.nulls(reference.num_rows, pa.string()))
    reference = reference.append_column("row", [np.arange(reference.num_rows)])
    others = quotes.select([*OFFER_COLUMNS, "row"])
    quotes_and_lines = pa.concat_tables([reference, others.cast(reference.schema)])
    rows = np.concatenate([np.arange(reference.num_rows), row])
    outcomes = CountMixture(
        *(
            np.concatenate([a, b])
            for a, b in zip(outcome.parameters, of_quotes.parameters, strict=True)
        )
    )
    market, two_sided = market_at(quotes_and_lines, rows, outcomes)
    n = reference.num_rows
    books = ["" if name is None else name for name in lines["bookmaker"].to_pylist()]
    return AtLine(market[:n], two_sided[:n], p_over_no_push(outcome, numbers(lines, "line")), books)


def _lines_of(rows: Frame, lines: Frame) -> Frame:
    """Return each row's reference line, NULL where there is none."""
    import pyarrow as pa

    indices = row_indices(rows, lines)
    index = pa.array(indices, mask=indices < 0)
    return lines.select(QUOTE_COLUMNS).take(index)


def _placed(outcome: CountMixture, indices: IntArray, size: int) -> CountMixture:
    """Return ``size`` distributions: the given ones at their indices, NaN elsewhere."""
    parameters = [np.full(size, np.nan) for _ in DISTRIBUTION]
    for values, placed_values in zip(parameters, outcome.parameters, strict=True):
        values[indices] = placed_values
    return CountMixture(*parameters)
