"""Properties of rows' games: has a result, tip-off time, quote known, richest information set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import codes, rows_where

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame


def is_final(rows: Frame, schedule: Frame) -> BoolArray:
    """Return whether each row's game has a result in the schedule, shape (n,)."""
    import pyarrow.compute as pc

    finished = schedule.filter(schedule["is_final"])["game_id"].unique()
    return np.asarray(pc.is_in(rows["game_id"], value_set=finished).to_numpy(), dtype=bool)


def is_quoted_in_time(rows: Frame, schedule: Frame) -> BoolArray:
    """Return whether each row's quote was known at its prediction time, shape (n,).

    For predictions before tip-off all quotes count, since later ones are never kept. For morning
    predictions of games with a result, only quotes captured by ``as_of`` count, and none without a
    capture time. For upcoming games all quotes so far count.

    Args:
        rows: with ``game_id``, ``prediction_time``, ``as_of`` and the quote's ``captured_at``.
        schedule: with ``game_id`` and ``is_final``.
    """
    import pyarrow.compute as pc

    before_tip = pc.equal(rows["prediction_time"], PredictionTime.BEFORE_TIP.value)
    captured_in_time = pc.less_equal(rows["captured_at"], rows["as_of"]).fill_null(False)
    return np.asarray(pc.or_(before_tip, captured_in_time).to_numpy(), bool) | ~is_final(
        rows, schedule
    )


def tips_of(rows: Frame) -> npt.NDArray[np.datetime64]:
    """Return each row's tip-off time, UTC, shape (n,)."""
    return np.asarray(rows["tip_at"].to_numpy(), dtype="datetime64[us]")


def richest_rows(rows: Frame) -> Frame:
    """Return the rows with the richest information set of their game and prediction time."""
    return rows_where(rows, is_richest(rows))


def is_richest(rows: Frame) -> BoolArray:
    """Return which rows have the richest set of their game and prediction time, shape (n,)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    sets_in_order = pa.array([str(each) for each in InformationSet])
    rank = np.asarray(
        pc.index_in(rows["information"], value_set=sets_in_order).to_numpy(), np.int64
    )
    slot = codes(rows, ("game_id", "prediction_time"))
    best_rank = np.full(int(slot.max(initial=-1)) + 1, -1)
    np.maximum.at(best_rank, slot, rank)
    return np.asarray(best_rank[slot] == rank)
