"""What other tables hold of each row's game and player, in the rows' order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.models.systems import FloatArray

KEYS = ["game_id", "player_id"]


def beside(rows: Frame, other: Frame, column: str) -> FloatArray:
    """A column of another table at each row's game and player, NaN where it has none."""
    numbered = rows.select(KEYS).append_column("place", [np.arange(rows.num_rows)])
    joined = numbered.join(other.select([*KEYS, column]), KEYS, join_type="left outer")
    values = joined.sort_by("place")[column].cast("float64").to_numpy()
    return np.asarray(values, dtype=np.float64)


def lines_beside(rows: Frame, reference_line: Frame) -> Mapping[str, FloatArray]:
    """Each market's reference line of each row, shape (n,), NaN where there is none."""
    import pyarrow.compute as pc

    return {
        market: beside(
            rows, reference_line.filter(pc.equal(reference_line["market"], market)), "line"
        )
        for market in reference_line["market"].unique().to_pylist()
    }
