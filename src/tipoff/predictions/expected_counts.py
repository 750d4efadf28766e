"""Expected counts of every market from rows that hold those of the single markets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import SINGLES, Market
from tipoff.features.arrays import numbers
from tipoff.predictions.models.systems import PREDICTED

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

NAME_OF = {market.counted[0]: market.name for market in SINGLES}
"""What the market of a counted column is called."""


def predicted_markets(rows: Frame) -> list[Market]:
    """Return the markets whose parts are all predicted."""
    known = {n for n in rows.column_names if rows[n].null_count < rows.num_rows}
    return [m for m in PREDICTED if {*_parts(m)} <= known]


def expected_count(rows: Frame, market: Market) -> FloatArray:
    """Return the expected count of a market, shape (n,); of a sum, its parts' added up."""
    return np.asarray(sum(numbers(rows, name) for name in _parts(market)))


def _parts(market: Market) -> list[str]:
    if not market.is_combination:
        return [market.name]
    return [NAME_OF[column] for column in market.counted]
