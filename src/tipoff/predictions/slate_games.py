"""Which rows' games have a result, and when they tip off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray
    from tipoff.kernel.declare.annotations import Frame


def is_final(rows: Frame, schedule: Frame) -> BoolArray:
    """Return whether each row's game has a result by the schedule of its date, shape (n,)."""
    import pyarrow.compute as pc

    finished = schedule.filter(schedule["is_final"])["game_id"].unique()
    return np.asarray(pc.is_in(rows["game_id"], value_set=finished).to_numpy(), dtype=bool)


def tips_of(rows: Frame) -> npt.NDArray[np.datetime64]:
    """Return when each row's game tips off, UTC, shape (n,)."""
    return np.asarray(rows["tip_at"].to_numpy(), dtype="datetime64[us]")
