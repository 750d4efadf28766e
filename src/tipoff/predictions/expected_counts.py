"""Expected counts of every market, computed from those of the single markets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import SINGLES, Market
from tipoff.features.arrays import numbers
from tipoff.predictions.models.systems import PREDICTED

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

MARKET_OF_COLUMN = {market.counted[0]: market.name for market in SINGLES}
"""Box-score column -> name of the single market that counts it."""


def predicted_markets(rows: Frame) -> list[Market]:
    """Return the markets whose parts all have predictions."""
    known = {n for n in rows.column_names if rows[n].null_count < rows.num_rows}
    return [m for m in PREDICTED if {*_parts(m)} <= known]


def expected_count(rows: Frame, market: Market) -> FloatArray:
    """Return a market's expected count, shape (n,); for a combination, the sum of its parts'."""
    return np.asarray(sum(numbers(rows, name) for name in _parts(market)))


def _parts(market: Market) -> list[str]:
    if not market.is_combination:
        return [market.name]
    return [MARKET_OF_COLUMN[column] for column in market.counted]
