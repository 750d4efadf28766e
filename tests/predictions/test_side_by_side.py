"""Predictions of several systems, looked up by slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from tipoff.predictions.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("game_id", "player_id", "prediction_time", "information", "market", "system", "mean")
NEW, LATE = ("before-tip", "lineups-expected"), ("before-tip", "inactives-known")
ROWS = [
    ("g1", 1, *LATE, "points", "lightgbm", 10.0),
    ("g1", 1, *NEW, "points", "lightgbm", 9.0),
    ("g2", 1, *LATE, "points", "similarity", 12.0),
    ("g1", 2, *LATE, "points", "lightgbm", 20.0),
    ("g1", 2, *LATE, "points", "similarity", 21.0),
    ("g1", 2, *LATE, "assists", "lightgbm", 3.0),
]
POINTS = ("points", "inactives-known")


def _shown(rows: Sequence[tuple[object, ...]]) -> SideBySide:
    columns = zip(*rows, strict=True) if rows else ((),) * len(NAMES)
    types = {"player_id": pa.int64(), "mean": pa.float64()}
    made = {
        name: pa.array(list(values), types.get(name, pa.string()))
        for name, values in zip(NAMES, columns, strict=True)
    }
    return SideBySide.of(pa.table(made))


def test_each_system_stands_at_the_slots_of_the_first() -> None:
    shown = _shown(ROWS)
    slots, means = shown.means(POINTS, "lightgbm", ("lightgbm", "similarity", "catboost"))
    assert shown.slots.take(slots).to_pylist() == [
        {"game_id": "g1", "player_id": 1},
        {"game_id": "g1", "player_id": 2},
    ]
    assert means["lightgbm"].tolist() == [10.0, 20.0]
    assert np.isnan(means["similarity"]).tolist() == [True, False]
    assert means["similarity"][1] == 21.0
    assert np.isnan(means["catboost"]).all()


def test_a_group_has_the_rows_of_all_its_systems_in_order() -> None:
    shown = _shown(ROWS)
    assert shown.groups == [("assists", LATE[1]), POINTS, ("points", NEW[1])]
    assert shown.rows(POINTS).tolist() == [0, 2, 3, 4]


def test_of_nothing_predicted_there_are_no_groups() -> None:
    assert _shown([]).groups == []
