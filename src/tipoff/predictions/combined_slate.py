"""One market's predictions with those of every system side by side, and the market's line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import chosen, equal, numbers, places
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.market_view import believable, market_at
from tipoff.predictions.models.blending import AtLine, Blend, decided, moved_to
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

ENSEMBLE_OF = (LIGHTGBM, CATBOOST, ZONE_MATCHUP, SIMILARITY, MOVING_AVERAGE)
"""What the ensemble weighs: no system that has seen the line."""
KEYS = ["game_id", "player_id"]
SLOTS = ["game_date", *KEYS, "prediction_time", "information"]
QUOTED = ["bookmaker", "line", "over_price", "under_price"]
OFFERED = [*QUOTED, "is_alternate", "suspect"]


@dataclass(frozen=True)
class Slate:
    """Players in one market, in the order of ``rows``; arrays of shape (n,).

    Args:
        rows: game, player, prediction time and information set, and as of when, if that is read.
        outcomes: of every system that is weighed, NaN where it predicts nothing.
        lines: the reference line and its prices of each row, NULL where there is none.
        offers: every standing offer of the market on the rows' players.
    """

    rows: Frame
    outcomes: Mapping[str, CountMixture]
    lines: Frame
    offers: Frame

    @classmethod
    def of(cls, predictions: Frame, lines: Frame, offers: Frame) -> Slate:
        """Put rows of ``system_prediction`` of one market side by side, with its lines and offers.

        Every system that is weighed is there, even if it predicts none of these players: which
        other rows are computed with a row never changes what the row becomes.
        """
        told = [(n, "max") for n in ("as_of", "trained_for") if n in predictions.column_names]
        rows = predictions.group_by(SLOTS).aggregate(told)
        rows = rows.sort_by([(n, "ascending") for n in SLOTS])
        at, made = places(predictions, rows, SLOTS[1:]), distribution_of(predictions)
        outcomes = {}
        for system in ENSEMBLE_OF:
            of_system = equal(predictions, "system", system)
            outcomes[system] = _spread_out(made[of_system], at[of_system], rows.num_rows)
        return cls(rows, outcomes, _joined(rows, lines), offers)

    def __getitem__(self, keep: BoolArray) -> Slate:
        """Return the players at which ``keep`` is true."""
        outcomes = {system: outcome[keep] for system, outcome in self.outcomes.items()}
        return Slate(chosen(self.rows, keep), outcomes, chosen(self.lines, keep), self.offers)

    @property
    def line(self) -> FloatArray:
        """Return the reference line, shape (n,), NaN where there is none."""
        return numbers(self.lines, "line")

    def ensemble(self, blend: Blend) -> CountMixture:
        """Return the members' weighted mean, with LightGBM's spread."""
        spread = self.outcomes[LIGHTGBM]
        mean = blend.mean({n: o.mean for n, o in self.outcomes.items() if n in blend.members})
        return spread.scaled(mean / spread.mean)

    def at_line(self, outcome: CountMixture) -> AtLine:
        """Return what the market and the model say of the reference line."""
        return at_lines(self.lines, outcome, self._offers_of(outcome))

    def teaches(self, at_line: AtLine) -> BoolArray:
        """Return which lines weights are learned from: believable ones on both counts."""
        over, under = numbers(self.lines, "over_price"), numbers(self.lines, "under_price")
        one_sided = np.isnan(over) | np.isnan(under)
        return np.asarray(at_line.teaches & (one_sided | believable(over, under)))

    def blended(self, blend: Blend) -> CountMixture:
        """Return the ensemble moved to what the blend says of the line; NaN without one."""
        ensemble = self.ensemble(blend)
        p_over = blend.p_over(self.at_line(ensemble))
        known = ~np.isnan(p_over + self.line)
        moved = moved_to(ensemble[known], self.line[known], p_over[known])
        parameters = [np.full(len(p_over), np.nan) for _ in ensemble.parameters]
        for values, own in zip(parameters, moved.parameters, strict=True):
            values[known] = own
        return CountMixture(*parameters)

    def _offers_of(self, outcome: CountMixture) -> tuple[Frame, IntArray, CountMixture]:
        """Return the offers on each row, the row of each, and the model at each."""
        numbered = self.rows.select(KEYS).append_column("row", [np.arange(self.rows.num_rows)])
        offers = self.offers.join(numbered, KEYS, join_type="inner")
        order = [("row", "ascending"), ("bookmaker", "ascending"), ("line", "ascending")]
        offers = offers.sort_by(order)
        row = np.asarray(offers["row"].to_numpy(), dtype=np.int64)
        return offers, row, outcome[row]


def at_lines(
    lines: Frame, outcome: CountMixture, offers: tuple[Frame, IntArray, CountMixture]
) -> AtLine:
    """Return what the market and the model say of each row's line.

    The line's own book has no part in the consensus of the others.
    """
    import pyarrow as pa

    quotes, row, of_quotes = offers
    own = lines.select(QUOTED)
    own = own.append_column("is_alternate", pa.repeat(True, own.num_rows))
    own = own.append_column("suspect", pa.nulls(own.num_rows, pa.string()))
    own = own.append_column("row", [np.arange(own.num_rows)])
    others = quotes.select([*OFFERED, "row"])
    both = pa.concat_tables([own, others.cast(own.schema)])
    place = np.concatenate([np.arange(own.num_rows), row])
    together = CountMixture(
        *(
            np.concatenate([a, b])
            for a, b in zip(outcome.parameters, of_quotes.parameters, strict=True)
        )
    )
    market, two_sided = market_at(both, place, together)
    n = own.num_rows
    books = ["" if name is None else name for name in lines["bookmaker"].to_pylist()]
    return AtLine(market[:n], two_sided[:n], decided(outcome, numbers(lines, "line")), books)


def _joined(rows: Frame, lines: Frame) -> Frame:
    """Return each row's reference line, NULL where there is none."""
    import pyarrow as pa

    at = places(rows, lines)
    index = pa.array(at, mask=at < 0)
    return lines.select(QUOTED).take(index)


def _spread_out(made: CountMixture, at: IntArray, size: int) -> CountMixture:
    """Return distributions at their places among so many rows, NaN elsewhere."""
    parameters = [np.full(size, np.nan) for _ in DISTRIBUTION]
    for values, own in zip(parameters, made.parameters, strict=True):
        values[at] = own
    return CountMixture(*parameters)
