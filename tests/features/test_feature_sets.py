"""Named feature sets: their contents, and that they can be served side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tipoff.app.pipeline import pipeline
from tipoff.features.feature_sets import FEATURE_SETS, V2_33, V2_37, V2_39, FeatureSet
from tipoff.features.ml_feature_store import MlFeatureStore
from tipoff.features.registry import FEATURES, REQUIRED
from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    import pyarrow as pa

    from conftest import World

NAMED_37 = [
    "points_avg_last_5",
    "points_avg_last_10",
    "points_avg_season",
    "points_std_last_10",
    "games_in_last_7_days",
    "fatigue_score",
    "shot_zone_mismatch_score",
    "pace_score",
    "usage_spike_score",
    "rest_advantage",
    "injury_risk",
    "recent_trend",
    "minutes_change",
    "opponent_def_rating",
    "opponent_pace",
    "home_away",
    "back_to_back",
    "playoff_game",
    "pct_paint",
    "pct_mid_range",
    "pct_three",
    "pct_free_throw",
    "team_pace",
    "team_off_rating",
    "team_win_pct",
    "vegas_points_line",
    "vegas_opening_line",
    "vegas_line_move",
    "has_vegas_line",
    "avg_points_vs_opponent",
    "games_vs_opponent",
    "minutes_avg_last_10",
    "ppm_avg_last_10",
    "dnp_rate",
    "pts_slope_10g",
    "pts_vs_season_zscore",
    "breakout_flag",
]
UNKNOWN_WHEN_SIMULATED = {
    "playoff_game",
    "is_playoff",
    "travel_kilometers",
    "travel_score",
    "time_zones_crossed",
}
"""The phase of a season follows from the league's own ids of games, travel from real arenas."""


@pytest.fixture(scope="module")
def store(small_world: World) -> pa.Table:
    with small_world.home.reading() as engine:
        return engine.arrow("SELECT * FROM ml_feature_store ORDER BY game_id, player_id")


def test_the_sets_have_their_names_and_order() -> None:
    assert list(V2_37.columns) == NAMED_37
    assert list(V2_33.columns) == NAMED_37[:33]
    extra = ["breakout_risk_score", "composite_breakout_signal"]
    assert list(V2_39.columns) == [*NAMED_37, *extra]
    assert FEATURE_SETS["v2_37features"] is V2_37


def test_two_sets_are_served_side_by_side_from_one_store(store: pa.Table) -> None:
    short, long = V2_37.view(store), V2_39.view(store)
    assert short.num_rows == long.num_rows == store.num_rows > 1_000
    assert long.select(short.column_names).equals(short)
    assert short["opponent_def_rating"].to_pylist() == (
        store["opponent_defensive_rating_avg_last_10"].to_pylist()
    )
    assert {str(column.type) for column in short.columns[2:]} == {"double"}


def test_no_feature_of_a_set_is_never_known(store: pa.Table) -> None:
    for each in FEATURE_SETS.values():
        view = each.view(store)
        unknown = {n for n in view.column_names if view[n].null_count == view.num_rows}
        assert unknown <= UNKNOWN_WHEN_SIMULATED


def test_what_is_not_in_the_store_cannot_be_named() -> None:
    with pytest.raises(DeclarationError, match="not in the feature store: points_tomorrow"):
        FeatureSet("wishes", {"points": "points_tomorrow"})


def test_a_name_that_is_taken_is_never_given_again() -> None:
    with pytest.raises(DeclarationError, match="v2_37features has breakout_flag already"):
        V2_37.extended("v3", {"breakout_flag": "breakout_risk_score"})


def test_a_store_without_a_feature_is_refused_by_its_name(store: pa.Table) -> None:
    with pytest.raises(DeclarationError, match="the store lacks fatigue_score"):
        V2_37.view(store.drop_columns(["fatigue_score"]))


def test_each_feature_is_declared_once_by_the_table_that_computes_it() -> None:
    tables = pipeline().tables
    for name, feature in FEATURES.items():
        declared = tables[feature.source].schema.columns[feature.original]
        assert feature.column is declared
        assert MlFeatureStore.columns[name] is declared
        assert declared.meaning, name
        assert declared.unit or declared.dtype == "boolean", name
        assert declared.minimum is not None or declared.dtype == "boolean", name
    assert {n for n, f in FEATURES.items() if f.required} == set(REQUIRED)


def test_a_count_of_games_names_its_unit() -> None:
    for name, feature in FEATURES.items():
        if feature.column.dtype == "int64" and "games" in name.split("_"):
            assert feature.column.unit == "games", name
