"""One market's slates with what every system says side by side, and the market's line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.models.blending import AtLine, Blend, decided, market_probability, moved_to
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    MARKET_AWARE,
    MINUTES_RATE,
    MOVING_AVERAGE,
    SIMILARITY,
    ZONE_MATCHUP,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.models.systems import FloatArray

ENSEMBLE_OF = (LIGHTGBM, MINUTES_RATE, CATBOOST, ZONE_MATCHUP, SIMILARITY, MOVING_AVERAGE)
"""What the ensemble weighs: no system that has seen the line."""
WEIGHED = (*ENSEMBLE_OF, MARKET_AWARE)
KEYS = ["game_id", "player_id"]
SLOTS = ["game_date", *KEYS, "moment"]
PARAMETERS = ("mean", "dispersion", "zero_share")
PRICES = ("line", "over_price", "under_price")


@dataclass(frozen=True)
class Slate:
    """Players in one market, in the order of ``rows``; arrays of shape (n,).

    Args:
        rows: game, player, moment and as of when.
        outcomes: of every system that is weighed, NaN where it predicts nothing.
        line: the reference line, NaN where there is none.
        over_price: American odds.
        under_price: American odds.
    """

    rows: Frame
    outcomes: Mapping[str, NegativeBinomial1]
    line: FloatArray
    over_price: FloatArray
    under_price: FloatArray

    @classmethod
    def of(cls, said: Frame, lines: Frame) -> Slate:
        """Put rows of ``system_prediction`` of one market side by side, with its reference lines.

        Every system that is weighed is there, even if it predicts none of these players: which
        other rows are computed with a row never changes what the row becomes.
        """
        import pyarrow.compute as pc

        rows = said.group_by(SLOTS).aggregate([("as_of", "max")])
        rows = rows.sort_by([(n, "ascending") for n in SLOTS])
        place = np.arange(rows.num_rows)
        rows = rows.append_column("place", [place])
        numbered = said.join(rows, SLOTS, join_type="inner")
        outcomes = {
            system: _outcome(numbered.filter(pc.equal(numbered["system"], system)), len(place))
            for system in WEIGHED
        }
        quoted = rows.join(lines.select([*KEYS, *PRICES]), KEYS, join_type="left outer")
        quoted = quoted.sort_by("place")
        prices = (np.asarray(quoted[n].cast("float64").to_numpy()) for n in PRICES)
        return cls(rows, outcomes, *prices)

    def ensemble(self, blend: Blend) -> NegativeBinomial1:
        """The members' weighted mean, with LightGBM's spread."""
        spread = self.outcomes[LIGHTGBM]
        mean = blend.mean({n: o.mean for n, o in self.outcomes.items() if n in blend.members})
        count_mean = np.where(np.isnan(spread.mean), np.nan, mean / (1 - spread.zero_share))
        return NegativeBinomial1(count_mean, spread.dispersion, spread.zero_share)

    def at_line(self, blend: Blend) -> AtLine:
        """What the market, the ensemble and the market-aware model say of the line."""
        return AtLine(
            market_probability(self.over_price, self.under_price),
            ~np.isnan(self.over_price + self.under_price),
            decided(self.ensemble(blend), self.line),
            decided(self.outcomes[MARKET_AWARE], self.line),
        )

    def blended(self, blend: Blend) -> NegativeBinomial1:
        """The ensemble moved to where it says of the line what the blend says; NaN without one."""
        ensemble, said = self.ensemble(blend), blend.p_over(self.at_line(blend))
        known = ~np.isnan(said)
        moved = moved_to(ensemble[known], self.line[known], said[known])
        parameters = [np.full(len(said), np.nan) for _ in range(3)]
        for values, own in zip(
            parameters, (moved.count_mean, moved.dispersion, moved.zero_share), strict=True
        ):
            values[known] = own
        return NegativeBinomial1(*parameters)


def _outcome(rows: Frame, count: int) -> NegativeBinomial1:
    """A system's distributions at the places of its rows, NaN elsewhere."""
    place = rows["place"].to_numpy()
    mean, dispersion, zero = (np.full(count, np.nan) for _ in PARAMETERS)
    for values, name in zip((mean, dispersion, zero), PARAMETERS, strict=True):
        values[place] = rows[name].cast("float64").to_numpy()
    return NegativeBinomial1(mean / (1 - zero), dispersion, zero)
