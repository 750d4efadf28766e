"""Which rows' games have a result, when they tip off, and by which set they are known best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import chosen, codes

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame


def is_final(rows: Frame, schedule: Frame) -> BoolArray:
    """Return whether each row's game has a result by the schedule of its date, shape (n,)."""
    import pyarrow.compute as pc

    finished = schedule.filter(schedule["is_final"])["game_id"].unique()
    return np.asarray(pc.is_in(rows["game_id"], value_set=finished).to_numpy(), dtype=bool)


def quoted_by_then(rows: Frame, schedule: Frame) -> BoolArray:
    """Return whether each row's quote was known at its prediction time, shape (n,).

    Before tip-off all are: a quote of a later time is none. In the morning of a game that has a
    result those count that were captured by ``as_of``, and none whose time is unknown; of a game to
    come every one does, as all there are have been quoted by now.

    Args:
        rows: with ``game_id``, ``prediction_time``, ``as_of`` and the quote's ``captured_at``.
        schedule: with ``game_id`` and ``is_final``.
    """
    import pyarrow.compute as pc

    before_tip = pc.equal(rows["prediction_time"], PredictionTime.BEFORE_TIP.value)
    by_then = pc.less_equal(rows["captured_at"], rows["as_of"]).fill_null(False)
    return np.asarray(pc.or_(before_tip, by_then).to_numpy(), bool) | ~is_final(rows, schedule)


def tips_of(rows: Frame) -> npt.NDArray[np.datetime64]:
    """Return when each row's game tips off, UTC, shape (n,)."""
    return np.asarray(rows["tip_at"].to_numpy(), dtype="datetime64[us]")


def richest_rows(rows: Frame) -> Frame:
    """Return the rows of the richest information set of their game and prediction time."""
    return chosen(rows, is_richest(rows))


def is_richest(rows: Frame) -> BoolArray:
    """Return which rows are of the richest set of their game and prediction time, shape (n,)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ranked = pa.array([str(each) for each in InformationSet])
    own = np.asarray(pc.index_in(rows["information"], value_set=ranked).to_numpy(), np.int64)
    slot = codes(rows, ("game_id", "prediction_time"))
    best = np.full(int(slot.max(initial=-1)) + 1, -1)
    np.maximum.at(best, slot, own)
    return np.asarray(best[slot] == own)
