"""Predictions are made from earlier rows, kept, and graded as they were made."""

from __future__ import annotations

import json
import math
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from unittest.mock import ANY
from xml.etree import ElementTree

import pyarrow as pa
import pytest

from conftest import THROUGH
from tipoff.app.record import scores, write_plots
from tipoff.kernel.errors import Blocked
from tipoff.predictions.evaluation.evaluation import Score, evaluate
from tipoff.predictions.mean_prediction import Boosters, predict
from tipoff.predictions.model_rows import model_rows
from tipoff.predictions.models.systems import ENSEMBLE, LAST_10_MEAN, LIGHTGBM, PREDICTED
from tipoff.predictions.slate_score import ALL, LINED

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World
    from tipoff.kernel.run.session import Session

POINTS = "player_points"


def test_every_model_was_trained_on_earlier_dates_only(demo_world: World) -> None:
    models = [m for m in demo_world.rows("trained_model") if m["contract"]]
    assert {m["market"] for m in models} >= {m.key for m in PREDICTED}
    for model in models:
        contract = json.loads(model["contract"])
        assert contract["trained_from"] <= contract["trained_to"] < str(model["trained_for"])
        assert (contract["market"], contract["system"]) == (model["market"], model["system"])
        assert contract["code"]
        assert bool(contract["parameters"]) == bool(model["artifact"])


def test_every_prediction_is_by_a_model_trained_on_its_own_information_set(
    demo_world: World,
) -> None:
    """Models of the inactive list use rows that know it, all others what was known earlier."""
    counted = demo_world.query("""
        SELECT information, max(starters_known), min(starters_known), max(absences_known),
            min(absences_known), count(starting) FROM player_projection GROUP BY 1 ORDER BY 1
    """)
    known = {name: rest[:4] for name, *rest in counted}
    assert known["inactives-known"] == [2, 2, 2, 2]
    assert known["lineups-expected"] == [1, 1, 1, 1]
    assert known["morning"] == [0, 0, 0, 0]
    lineups = {name: rest[4] for name, *rest in counted}
    assert lineups["morning"] == lineups["absences-reported"] == 0
    models = demo_world.query(
        "SELECT DISTINCT serves FROM trained_model WHERE artifact IS NOT NULL"
    )
    assert {serves for (serves,) in models} == {"inactives-known", "before-inactives"}


def test_every_prediction_is_made_by_the_model_of_its_month_as_of_before_tip(
    demo_world: World,
) -> None:
    for table in ("system_prediction", "combined_prediction", "player_prediction"):
        assert demo_world.query(f"""
            SELECT count(*) > 500, count(*) FILTER (trained_for > p.game_date),
                count(*) FILTER (date_trunc('month', trained_for)
                    <> date_trunc('month', p.game_date)),
                count(*) FILTER (as_of >= tip_at)
            FROM {table} p JOIN schedule USING (game_id)
        """) == [(True, 0, 0, 0)]


def test_what_is_made_after_the_game_by_the_clock_is_called_replayed(demo_world: World) -> None:
    assert demo_world.query(
        f"SELECT record, min(game_date), max(game_date) < DATE '{THROUGH}' FROM player_prediction"
        " GROUP BY 1 ORDER BY 1"
    ) == [("live", THROUGH, False), ("replayed", ANY, True)]


def test_nobody_listed_out_is_predicted_and_everyone_else_with_a_past_is(
    demo_world: World,
) -> None:
    assert demo_world.query("""
        SELECT count(*) FILTER (out AND predicted),
            count(*) FILTER (NOT out AND predicted IS NULL AND points_avg_last_10 IS NOT NULL)
        FROM ml_feature_store JOIN (SELECT min(game_date) AS since FROM system_prediction)
            ON game_date >= since
        LEFT JOIN (SELECT DISTINCT game_id, player_id, true AS predicted FROM player_outlook
            WHERE prediction_time = 'before-tip' AND market = 'player_points')
            USING (game_id, player_id)
    """) == [(0, 0)]


def test_there_is_one_published_row_a_player_market_and_prediction_time(demo_world: World) -> None:
    assert demo_world.query("""
        SELECT count(*) - count(DISTINCT (game_id, player_id, market, prediction_time, record))
        FROM player_prediction
    """) == [(0,)]
    systems = dict(
        demo_world.query(
            "SELECT market, max_by(system, game_date) FROM player_prediction"
            " WHERE prediction_time = 'before-tip' GROUP BY 1"
        )
    )
    assert systems[POINTS] == ENSEMBLE
    assert systems["player_steals"] == LIGHTGBM


def test_a_prediction_can_be_made_again_from_the_models_and_the_features(
    demo_world: World,
) -> None:
    since = THROUGH - timedelta(12)
    chosen = demo_world.rows(
        "system_prediction",
        f"game_date >= DATE '{since}' AND information = 'inactives-known'"
        " AND system = 'lightgbm' AND market IN ('player_points', 'player_rebounds')"
        " AND hash(game_id, player_id) % 29 = 0",
    )
    assert len(chosen) > 10
    trained = pa.Table.from_pylist(demo_world.rows("trained_model"))
    models = {day: Boosters.of(trained, day) for day in {row["trained_for"] for row in chosen}}
    with demo_world.home.reading() as engine:
        for row in chosen:
            repeated = _again(engine, row, models[row["trained_for"]])
            assert row["mean"] == pytest.approx(repeated, rel=1e-9)


def _again(engine: Session, row: dict[str, Any], models: Boosters) -> float:
    where = f"game_id = '{row['game_id']}' AND player_id = {row['player_id']}"
    known = f"{where} AND information = '{row['information']}'"
    known += f" AND prediction_time = '{row['prediction_time']}'"
    tables = (
        engine.arrow(f"SELECT * FROM {name} WHERE {of}")
        for name, of in (
            ("player_projection", known),
            ("ml_feature_store", where),
            ("player_residuals", where),
        )
    )
    rows = model_rows(*tables)
    job = models.job(rows, (LIGHTGBM, "inactives-known", row["market"]))
    return float(predict(job)[0])


def test_a_prediction_is_void_exactly_where_its_player_did_not_appear(demo_world: World) -> None:
    assert demo_world.query("""
        SELECT count(*) > 1000, count(*) FILTER ((g.actual IS NULL) <> (s.player_id IS NULL)),
            count(*) FILTER (result = 'VOID' AND s.player_id IS NOT NULL),
            count(*) FILTER (market = 'player_points' AND actual <> s.points),
            count(*) FILTER (market = 'player_rebounds_assists'
                AND actual <> s.rebounds + s.assists)
        FROM prediction_grade g LEFT JOIN player_game_summary s USING (game_id, player_id)
    """) == [(True, 0, 0, 0, 0)]


def test_a_sum_has_the_mean_of_its_parts(demo_world: World) -> None:
    ((examined, mean_off),) = demo_world.query("""
        WITH part AS (SELECT game_id, player_id, information, prediction_time, market, mean
            FROM system_prediction WHERE system = 'lightgbm')
        SELECT count(*), max(abs(w.mean - p.mean - r.mean) / w.mean)
        FROM part w JOIN part p USING (game_id, player_id, information, prediction_time)
            JOIN part r USING (game_id, player_id, information, prediction_time)
        WHERE w.market = 'player_points_rebounds' AND p.market = 'player_points'
            AND r.market = 'player_rebounds'
    """)
    assert examined > 500
    assert mean_off < 1e-6


def _scores(world: World) -> dict[tuple[str, str, str, str], Score]:
    with world.home.reading() as engine:
        all_scores = evaluate(engine, market=POINTS)
    richest = ("inactives-known", "morning")
    return {
        (s.system, s.metric, s.population, s.prediction_time): s
        for s in all_scores
        if s.information in richest
    }


def test_the_record_compares_systems_on_the_same_rows_or_says_that_they_are_fewer(
    demo_world: World,
) -> None:
    all_scores = _scores(demo_world)
    count = {
        system: s.n
        for (system, metric, population, prediction_time), s in all_scores.items()
        if (metric, population, prediction_time) == ("mae", ALL, "before-tip")
    }
    assert count[LIGHTGBM] == count[LAST_10_MEAN] == count[ENSEMBLE] == max(count.values())
    assert len(count) >= 6
    ours = all_scores[LIGHTGBM, "mae", ALL, "before-tip"]
    assert ours.low < ours.value < ours.high
    assert ("the line", "mae", LINED, "before-tip") in all_scores
    assert ("even odds", "log_loss_at_line", LINED, "before-tip") in all_scores


def test_sums_by_slate_are_what_the_grades_say(demo_world: World) -> None:
    score = _scores(demo_world)[LIGHTGBM, "log_loss_at_line", LINED, "before-tip"]
    rows = demo_world.query("""
        SELECT p_over, result FROM prediction_grade g WHERE system = 'lightgbm'
            AND information = 'inactives-known'
            AND market = 'player_points' AND prediction_time = 'before-tip' AND line IS NOT NULL
            AND actual IS NOT NULL AND result <> 'PUSH'
            AND EXISTS (FROM prediction_grade o WHERE o.game_id = g.game_id
                AND o.player_id = g.player_id AND o.market = g.market
                AND o.prediction_time = g.prediction_time
                AND o.system = 'last_10_mean')
    """)
    losses = [-math.log(p if result == "OVER" else 1 - p) for p, result in rows]
    assert score.n == len(losses) > 200
    assert score.value == pytest.approx(sum(losses) / len(losses), rel=1e-9)


def test_accuracy_is_what_is_possible_and_no_better(demo_world: World) -> None:
    all_scores = _scores(demo_world)
    ours = all_scores[LIGHTGBM, "mae", ALL, "before-tip"].value
    assert 3.5 < ours < all_scores[LAST_10_MEAN, "mae", ALL, "before-tip"].value * 1.03
    assert 0.82 < all_scores[LIGHTGBM, "coverage_90", ALL, "before-tip"].value < 0.96
    assert all_scores[LIGHTGBM, "log_loss_at_line", LINED, "before-tip"].value > 0.6, "else a leak"


def test_a_planted_future_stops_the_evaluation_by_its_name(demo_copy: World) -> None:
    assert scores(demo_copy.home, None)
    demo_copy.rewrite(
        "ml_feature_store",
        "SELECT f.* REPLACE (coalesce(s.points, f.points_per_minute)::DOUBLE AS points_per_minute)"
        " FROM ml_feature_store f LEFT JOIN player_game_summary s USING (game_id, player_id)",
    )
    with pytest.raises(Blocked, match="points: points_per_minute"):
        scores(demo_copy.home, None)


def test_the_record_is_drawn(demo_world: World, tmp_path: Path) -> None:
    written = write_plots(demo_world.home, tmp_path / "plots", None, POINTS)
    names = {path.name for path in written}
    assert "player_points.lightgbm.replayed.pit.svg" in names
    assert "player_points.lightgbm.replayed.reliability.svg" in names
    for path in written:
        root = ElementTree.fromstring(path.read_text())
        assert root.tag.endswith("svg")
