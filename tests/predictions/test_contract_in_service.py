"""Models of one feature set with a store of another, in a process that keeps running."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest

from tipoff.features.feature_sets import V2_37, V2_39, FeatureSet
from tipoff.predictions.mean_prediction import Boosters, predict
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import Boosting, matrix
from tipoff.predictions.models.groups import FINAL_GROUP
from tipoff.predictions.models.systems import LIGHTGBM, MissingFeature, columns_of
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster

if TYPE_CHECKING:
    from conftest import World
    from tipoff.features.arrays import FloatArray

NEW = ("breakout_risk_score", "composite_breakout_signal")
HYPERPARAMETERS = Boosting(20, {"min_data_in_leaf": 20})
TRAINED_FOR = date(2025, 1, 1)


def _store(world: World) -> pa.Table:
    """Return the feature store's rows in the database."""
    with world.home.reading() as engine:
        return engine.arrow("SELECT * FROM ml_feature_store ORDER BY game_id, player_id")


def _model(world: World, features: FeatureSet) -> Boosters:
    """Return a month's models, one of them with the feature set, as read from the table."""
    names = tuple(features.columns.values())
    with world.home.reading() as engine:
        rows = engine.arrow(
            "SELECT f.*, s.points AS happened FROM ml_feature_store f"
            " JOIN player_game_summary s USING (game_id, player_id) ORDER BY game_id, player_id"
        )
    known, counts = columns_of(rows, names), columns_of(rows, ["happened"])["happened"]
    contract = Contract(
        system=LIGHTGBM,
        market="player_points",
        serves=FINAL_GROUP,
        features=names,
        trained_from="2024-10-01",
        trained_to="2024-12-31",
        rows=rows.num_rows,
        code="c0de",
        seed=1,
        library="",
        parameters={},
        head={},
        metrics={},
    )
    how = HYPERPARAMETERS
    job = BoosterJob("a test", matrix(known, names), names, counts, how.parameters, how.rounds)
    row = {
        "trained_for": TRAINED_FOR,
        "market": "player_points",
        "serves": FINAL_GROUP,
        "system": LIGHTGBM,
        "contract": contract.to_json(),
        "artifact": train_booster(job),
    }
    return Boosters.of(pa.Table.from_pylist([row]), TRAINED_FOR)


def _means(models: Boosters, rows: pa.Table) -> FloatArray:
    return predict(models.job(rows, (LIGHTGBM, FINAL_GROUP, "player_points")))


@pytest.fixture
def models(demo_copy: World) -> dict[str, Any]:
    """A model of each set, trained while the store holds both."""
    return {each.name: _model(demo_copy, each) for each in (V2_37, V2_39)}


def test_an_older_model_serves_while_the_store_is_upgraded_under_a_living_process(
    demo_copy: World, models: dict[str, Any]
) -> None:
    old = models[V2_37.name]
    expected = _means(old, _store(demo_copy))
    without = _store(demo_copy).drop_columns(NEW)
    assert np.array_equal(_means(old, without), expected)
    unknown = without
    for name in NEW:
        unknown = unknown.append_column(name, pa.nulls(unknown.num_rows, pa.float64()))
    assert np.array_equal(_means(old, unknown), expected)


def test_a_newer_model_refuses_an_older_store_by_name_and_serves_it_once_upgraded(
    demo_copy: World, models: dict[str, Any]
) -> None:
    new = models[V2_39.name]
    expected = _means(new, _store(demo_copy))
    with pytest.raises(
        MissingFeature,
        match=r"^features missing: breakout_risk_score,"
        r" composite_breakout_signal$",
    ):
        _means(new, _store(demo_copy).drop_columns(NEW))
    assert np.array_equal(_means(new, _store(demo_copy)), expected)


def test_nothing_outlives_the_snapshot_it_was_read_from(
    demo_copy: World, models: dict[str, Any]
) -> None:
    old = models[V2_37.name]
    before = _means(old, _store(demo_copy))
    forty = "40.0 AS points_avg_last_5, 40.0 AS points_avg_last_10, 40.0 AS points_avg_season"
    demo_copy.rewrite("ml_feature_store", f"SELECT * REPLACE ({forty}) FROM ml_feature_store")
    after = _means(old, _store(demo_copy))
    assert after.mean() > before.mean()
