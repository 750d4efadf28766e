"""Range checks find wrong values, and missing values have a reason."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from conftest import THROUGH, World, build, features_only
from support.worked_example import computed
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.features.readiness import CURABLE
from tipoff.features.registry import REQUIRED

if TYPE_CHECKING:
    from pathlib import Path

TABLES = pipeline().tables
FACTORS = TABLES["player_composite_factors"]


def _swapped(**inputs: Any) -> Any:
    rows = FACTORS.function(**inputs)
    return rows.rename(fatigue_score="fatigue_adjustment", fatigue_adjustment="fatigue_score")


def test_the_score_and_the_adjustment_cannot_be_written_in_each_others_place(
    small_world: World, tmp_path: Path
) -> None:
    shutil.copytree(small_world.home.directory, tmp_path / "home", symlinks=True)
    world = World(Home(tmp_path / "home", threads=2))
    before = world.hashes()["player_composite_factors"]
    tables = {**features_only().tables, FACTORS.name: replace(FACTORS, function=_swapped)}
    report = build(world.home, [], replace(features_only(), tables=tables))
    (problem,) = report.problems
    ((rows, fresh),) = small_world.query(
        "SELECT count(*), count(*) FILTER (fatigue_score = 100) FROM player_composite_factors"
    )
    assert 0 < fresh < rows
    assert problem.startswith(f"player_composite_factors: {rows} of {rows} rows are bad")
    (first,) = small_world.query(
        "SELECT fatigue_score FROM player_composite_factors ORDER BY game_id, player_id LIMIT 1"
    )
    blamed = "fatigue_adjustment=100.0 is not <= 0" if first == (100,) else "fatigue_score=-"
    assert blamed in problem
    assert "ml_feature_store" in report.skipped
    assert world.hashes()["player_composite_factors"] == before


def test_the_adjustment_follows_from_the_score(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) FILTER (abs(fatigue_adjustment - (fatigue_score - 100) / 20) > 1e-12),
            min(fatigue_score) < 80, max(fatigue_score) FROM player_composite_factors
    """) == [(0, True, 100)]


def test_a_missing_required_feature_is_named_and_lowers_the_quality(small_world: World) -> None:
    rows = small_world.rows("ml_feature_store")
    lacking = [r for r in rows if r["missing_required"]]
    assert 0 < len(lacking) < len(rows) / 2
    for row in rows:
        missing = [n for n in REQUIRED if row[n] is None]
        assert row["missing_required"] == ", ".join(missing)
        present = 1 - len(missing) / len(REQUIRED)
        complete = row["completeness_last_10"] or 0
        assert row["quality_score"] == pytest.approx(50 * (present + complete))
        assert not missing or row["reason"] is not None


def test_each_reason_says_whether_a_later_run_can_cure_it(small_world: World) -> None:
    for table in ("ml_feature_store", "player_shot_zone_analysis", "team_defense_zone_analysis"):
        reasons = small_world.query(f"SELECT DISTINCT reason, reason_is_curable FROM {table}")
        assert dict(reasons) == {r: CURABLE.get(r) for r, _ in reasons}
        assert len(reasons) > 1


def test_bootstrap_is_expected_and_only_in_the_first_three_weeks(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) > 100, count(*) FILTER (game_date >= first + 21) FROM ml_feature_store,
            (SELECT min(game_date) AS first FROM schedule) WHERE reason = 'EXPECTED_INCOMPLETE'
    """) == [(True, 0)]
    assert small_world.query("""
        SELECT count(*) FROM player_shot_zone_analysis
        WHERE reason IS NOT NULL AND coalesce(paint_share_last_10, mid_range_share_last_10,
            corner_three_share_last_10, above_break_three_share_last_10) IS NOT NULL
    """) == [(0,)]


def test_a_game_sat_out_is_no_gap(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) FILTER (completeness_last_10 < 1), count(*) FILTER (dnp_rate > 0) > 100
        FROM player_availability JOIN player_pool USING (game_id, player_id)
        WHERE games_without_clock = 0 AND player_id NOT IN (
            SELECT player_id FROM player_pool GROUP BY 1 HAVING count(DISTINCT team_id) > 1)
    """) == [(0, True)]


def test_a_lost_game_is_a_gap_of_that_player_alone(small_world: World) -> None:
    read = {name: small_world.rows(name) for name in TABLES["player_availability"].tables}
    coming = {row["player_id"] for row in read["player_pool"] if row["game_date"] == THROUGH}
    played = [r for r in read["player_game_summary"] if r["player_id"] in coming]
    lost = max(played, key=lambda row: (row["game_date"], row["player_id"]))
    kept = [row for row in read["player_game_summary"] if row is not lost]
    whole = computed("player_availability", on=THROUGH, **read)
    gap = computed("player_availability", on=THROUGH, **read | {"player_game_summary": kept})
    assert whole.rows == small_world.rows(
        "player_availability", f"game_date = '{THROUGH}' ORDER BY game_id, player_id::VARCHAR"
    )
    for before, after in zip(whole.rows, gap.rows, strict=True):
        if before["player_id"] != lost["player_id"]:
            assert after == before
        else:
            missing = [
                before[f"completeness_last_{n}"] - after[f"completeness_last_{n}"]
                for n in (3, 5, 10, 20)
            ]
            assert missing == pytest.approx([1 / 3, 1 / 5, 1 / 10, 1 / 20])
