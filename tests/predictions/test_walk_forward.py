"""Predictions are made from what lay before them, kept, and graded as they were made."""

from __future__ import annotations

import json
import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest

from conftest import THROUGH
from tipoff.predictions.dispersion import DispersionFit
from tipoff.predictions.evaluation import evaluate
from tipoff.predictions.gradient_boosting import BoostedMean
from tipoff.predictions.systems import BASELINES, SYSTEMS, columns_of

if TYPE_CHECKING:
    from conftest import World


def test_every_model_was_trained_on_earlier_dates_only(demo_world: World) -> None:
    models = [m for m in demo_world.rows("points_model") if m["contract"]]
    assert models
    for model in models:
        contract = json.loads(model["contract"])
        assert contract["trained_from"] <= contract["trained_to"] < str(model["trained_for"])
        assert "points" not in contract["features"]


def test_every_prediction_is_made_by_the_model_of_its_month_as_of_before_tip(
    demo_world: World,
) -> None:
    assert demo_world.query("""
        SELECT count(*) > 1000, count(*) FILTER (trained_for > p.game_date),
            count(*) FILTER (date_trunc('month', trained_for) <> date_trunc('month', p.game_date)),
            count(*) FILTER (as_of >= tip_at), count(DISTINCT system)
        FROM player_prediction p JOIN schedule USING (game_id)
    """) == [(True, 0, 0, 0, len(SYSTEMS))]


def test_what_is_made_after_the_game_by_the_clock_is_called_replayed(demo_world: World) -> None:
    assert demo_world.query("SELECT DISTINCT record FROM player_prediction") == [("replayed",)]


def test_nobody_listed_out_is_predicted_and_everyone_else_is(demo_world: World) -> None:
    assert demo_world.query("""
        SELECT count(*) FROM player_pool JOIN schedule USING (game_id) LEFT JOIN (
            SELECT DISTINCT game_id, player_id, true AS predicted FROM player_prediction)
            USING (game_id, player_id)
        WHERE out = coalesce(predicted, false)
    """) == [(0,)]


def test_a_prediction_can_be_made_again_from_the_model_and_the_features(demo_world: World) -> None:
    chosen = demo_world.rows(
        "player_prediction", f"mean IS NOT NULL AND line IS NOT NULL AND game_date >= "
        f"DATE '{THROUGH - timedelta(20)}'"
    )[::97]  # fmt: skip
    assert {row["system"] for row in chosen} == set(SYSTEMS)
    for row in chosen:
        (model,) = demo_world.rows(
            "points_model", f"trained_for = '{row['trained_for']}' AND system = '{row['system']}'"
        )
        contract = json.loads(model["contract"])
        stored = demo_world.rows(
            "ml_feature_store", f"game_id = '{row['game_id']}' AND player_id = {row['player_id']}"
        )
        features = columns_of(pa.Table.from_pylist(stored), contract["features"])
        served: Any = BASELINES.get(row["system"])
        if model["artifact"]:
            served = BoostedMean(model["artifact"], tuple(contract["features"]))
        mean = np.maximum(served.mean(features), 0.05)
        outcome = DispersionFit.from_dict(contract["head"]).distribution(mean)
        assert row["mean"] == pytest.approx(mean[0], rel=1e-12)
        assert row["p_over"] == pytest.approx(outcome.p_over(np.array([row["line"]]))[0], rel=1e-9)


def test_a_prediction_is_void_exactly_where_its_player_did_not_appear(demo_world: World) -> None:
    assert demo_world.query("""
        SELECT count(*) > 1000, count(*) FILTER ((g.actual IS NULL) <> (s.player_id IS NULL)),
            count(*) FILTER (result = 'VOID' AND s.player_id IS NOT NULL),
            count(*) FILTER (actual <> s.points)
        FROM prediction_grade g LEFT JOIN player_game_summary s USING (game_id, player_id)
    """) == [(True, 0, 0, 0)]


def test_grades_follow_from_what_was_predicted(demo_world: World) -> None:
    pairs = demo_world.query("""
        SELECT g.grade, g.log_loss, g.error, p.p_over, p.p_under, p.line, p.median, g.actual
        FROM prediction_grade g
        JOIN player_prediction p USING (game_id, player_id, market, system, record)
        WHERE p.line IS NOT NULL AND g.actual IS NOT NULL AND p.mean IS NOT NULL
    """)
    assert len(pairs) > 200
    for grade, log_loss, error, p_over, p_under, line, median, actual in pairs:
        assert error == median - actual
        if actual == line:
            assert grade == "PUSH"
            continue
        said_over, went_over = p_over >= p_under, actual > line
        assert grade == ("HIT" if said_over == went_over else "MISS")
        right = (p_over if went_over else p_under) / (p_over + p_under)
        assert log_loss == pytest.approx(-math.log(right), rel=1e-9)


def test_the_record_compares_all_systems_on_the_same_rows(demo_world: World) -> None:
    with demo_world.home.reading() as engine:
        scores = evaluate(engine)
    mae = [s for s in scores if s.metric == "mae" and s.population == "all who played"]
    assert {s.system for s in mae} == set(SYSTEMS)
    assert len({s.n for s in mae}) == 1
    ((value, n),) = demo_world.query("""
        SELECT avg(abs(error)), count(*) FROM prediction_grade
        WHERE system = 'lightgbm' AND actual IS NOT NULL AND (game_id, player_id) NOT IN (
            SELECT (game_id, player_id) FROM prediction_grade WHERE mean IS NULL)
    """)
    (ours,) = [s for s in mae if s.system == "lightgbm"]
    assert ours.n == n
    assert ours.value == pytest.approx(value)
    assert ours.low < ours.value < ours.high


def test_accuracy_is_what_is_possible_and_no_better(demo_world: World) -> None:
    with demo_world.home.reading() as engine:
        scores = {(s.system, s.metric, s.population): s.value for s in evaluate(engine)}
    played = "all who played"
    assert 3.5 < scores["lightgbm", "mae", played] < scores["last_10_mean", "mae", played] * 1.03
    assert 0.85 < scores["lightgbm", "coverage_90", played] < 0.97
    assert scores["lightgbm", "log_loss_at_line", "with a line"] > 0.6, "better would be a leak"
