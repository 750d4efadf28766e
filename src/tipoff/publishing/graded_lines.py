"""Graded predictions at a line and the results of their tickets, as arrays."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import flags
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    from tipoff.features.arrays import FloatArray, IntArray

PICKS = ("OVER", "UNDER")
_NUMBERS = (
    "lead",
    "model",
    "line",
    "over_price",
    "under_price",
    "actual",
    "bet_line",
    "bet_price",
    "expected_value",
)


@dataclass(frozen=True)
class GradedLines:
    """Graded predictions at a line and the results of their tickets, arrays of shape (n,)."""

    slate: IntArray
    """Number of the prediction's date among all dates, from 0."""
    lead: FloatArray
    model: FloatArray
    market: FloatArray
    over: FloatArray
    """1 if the count went over, 0 if under; NaN for a push and for a player who did not play."""
    loss_lead: FloatArray
    """Log loss of the leading probability; NaN where neither side won."""
    loss_model: FloatArray
    loss_market: FloatArray
    picked: npt.NDArray[np.bool_]
    value: FloatArray
    """Expected value of the pick per unit, by the leading probability."""
    picked_again: npt.NDArray[np.bool_]
    """Whether the pick is on a prop that was already picked in the morning."""
    gain: FloatArray
    """Gain per unit staked on the pick; NaN where there is no pick."""

    @classmethod
    def of(cls, rows: pa.Table) -> GradedLines:
        """Build the arrays from rows of published predictions at a line."""
        number = {n: numbers(rows, n) for n in _NUMBERS}
        actual, line = number["actual"], number["line"]
        decided = ~np.isnan(actual) & (actual != line)
        over = np.where(decided, (actual > line).astype(np.float64), np.nan)
        prices = (american_to_decimal(number[f"{side}_price"]) for side in ("over", "under"))
        market, _ = no_vig_power(*prices)
        picked = np.isin(texts(rows, "recommendation"), PICKS)
        return cls(
            slate=np.unique(rows["game_date"].cast("int32").to_numpy(), return_inverse=True)[1],
            lead=number["lead"],
            model=number["model"],
            market=market,
            over=over,
            loss_lead=log_loss(number["lead"], over),
            loss_model=log_loss(number["model"], over),
            loss_market=log_loss(market, over),
            picked=picked,
            value=number["expected_value"],
            picked_again=flags(rows, "picked_again"),
            gain=_gain(number, texts(rows, "bet_side") == "over", picked),
        )

    def where(self, chosen: npt.NDArray[np.bool_]) -> GradedLines:
        """Return only the chosen rows."""
        place = np.flatnonzero(chosen)
        return GradedLines(*(getattr(self, field.name)[place] for field in fields(self)))


def _gain(
    number: dict[str, FloatArray], is_over: npt.NDArray[np.bool_], picked: npt.NDArray[np.bool_]
) -> FloatArray:
    actual, line = number["actual"], number["bet_line"]
    won = np.where(is_over, actual > line, actual < line)
    profit = american_to_decimal(number["bet_price"]) - 1
    gain = np.where(won, profit, np.where(actual == line, 0.0, -1.0))
    return np.where(picked, np.where(np.isnan(actual), 0.0, gain), np.nan)


def numbers(rows: pa.Table, name: str) -> FloatArray:
    """Return a column of numbers, NaN where missing."""
    return np.asarray(rows[name].cast("float64").to_numpy(), np.float64)


def texts(rows: pa.Table, name: str) -> npt.NDArray[np.object_]:
    """Return a column of texts, None where missing."""
    words = rows[name].combine_chunks().dictionary_encode()
    texts = np.array([*words.dictionary.to_pylist(), None], dtype=object)
    return np.asarray(texts[words.indices.fill_null(len(words.dictionary)).to_numpy()])
