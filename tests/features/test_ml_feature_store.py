"""The feature store's row by hand: every feature from its own table, and what is missing."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from support.worked_example import DAY, TIP, Outcome, Row, computed
from tipoff.app.pipeline import pipeline
from tipoff.features.registry import FEATURES, REQUIRED

TABLE = "ml_feature_store"
ANTS, BEES = 10, 20
IDENTITY: Row = {
    "game_id": "g",
    "game_date": DAY,
    "player_id": 7,
    "player_name": "Al Doe Jr.",
    "name_key": "al doe",
    "team_id": ANTS,
    "opponent_id": BEES,
    "season": "2023-24",
    "tip_at": TIP,
    "out": False,
    "morning_out": None,
}
OF_PLAYER = (
    "upcoming_player_game_context",
    "player_daily_cache",
    "player_shot_zone_analysis",
    "player_composite_factors",
    "player_matchup",
    "player_trends",
    "player_availability",
    "player_role",
    "player_similar_games",
    "player_rates",
    "player_minutes_form",
)
OF_TEAM = ("upcoming_team_game_context", "team_daily_cache", "team_defense_zone_analysis")
TABLES = pipeline().tables


def _filled(table: str, step: int) -> Row:
    """Return values for a table's features, within their ranges and different from each other."""
    values: Row = {}
    for place, (name, column) in zip(count(step), TABLES[table].schema.columns.items()):
        low = 0.0 if column.minimum is None else column.minimum
        high = low + 50 if column.maximum is None else column.maximum
        part = (place * 37 % 101) / 101
        if column.dtype == "float64":
            values[name] = low + part * (high - low)
        elif column.dtype == "int64" and not column.key:
            values[name] = int(low + part * (high - low))
        elif column.dtype == "boolean":
            values[name] = place % 2 == 0
    return values


def _inputs(**changed: Row) -> dict[str, Any]:
    """Return a full row of each table, the teams' for both; changes by table."""
    key = {"game_id": "g", "game_date": DAY}
    given: dict[str, Any] = {"player_pool": [IDENTITY | changed.pop("player_pool", {})]}
    for step, table in enumerate(OF_PLAYER):
        counts = {"team_games_missing": 0, "games_without_clock": 0, "completeness_last_10": 1.0}
        clean = {n: v for n, v in counts.items() if n in TABLES[table].schema.columns}
        row = {**key, "player_id": 7, **_filled(table, step), **clean}
        row |= {"reason": None} if table == "player_shot_zone_analysis" else {}
        given[table] = [row | changed.pop(table, {})]
    for step, table in enumerate(OF_TEAM, start=20):
        given[table] = [
            {**key, **_filled(table, step + team), "team_id": team} for team in (ANTS, BEES)
        ]
    assert changed == {}, changed
    return given


def _store(**changed: Row) -> Outcome:
    return computed(TABLE, **_inputs(**changed))


def test_every_column_is_from_its_own_table_and_side() -> None:
    """``team_`` and ``opponent_`` come from the rows of either team, all else from the player's."""
    given = _inputs()
    expected = {
        **IDENTITY,
        "quality_score": 100.0,
        "missing_required": "",
        "reason": None,
        "reason_is_curable": None,
    }
    own, other = ({t: given[t][side] for t in OF_TEAM} for side in (0, 1))
    for name, feature in FEATURES.items():
        row = given[feature.source][0]
        if feature.source in OF_TEAM:
            row = (other if name.startswith("opponent_") and name != "opponent_days_rest" else own)[
                feature.source
            ]
        expected[name] = row[feature.original]
    _store().expect_row(expected)


def test_a_missing_required_feature_is_named_and_costs_its_share_of_half() -> None:
    """Eight of nine required features and a full record: 50 x (8 / 9 + 1)."""
    assert len(REQUIRED) == 9
    outcome = _store(player_daily_cache={"minutes_avg_last_10": None})
    outcome.expect(
        "missing_required quality_score reason reason_is_curable",
        ("minutes_avg_last_10", 50 * (8 / 9 + 1), "INSUFFICIENT_HISTORY", False),
    )


def test_missing_features_are_named_in_their_order_with_commas() -> None:
    outcome = _store(
        player_daily_cache={"minutes_avg_last_10": None, "points_avg_last_10": None},
        player_availability={"completeness_last_10": None},
    )
    # Six of nine, and completeness counts as none.
    outcome.expect(
        "missing_required quality_score",
        ("points_avg_last_10, minutes_avg_last_10, completeness_last_10", 50 * 6 / 9),
    )


def test_an_incomplete_record_costs_its_share_of_the_other_half() -> None:
    """Seven of the last ten games are on record: 50 x (1 + .7), and nothing else is wrong."""
    outcome = _store(player_availability={"completeness_last_10": 0.7})
    outcome.expect("quality_score missing_required reason", (85.0, "", None))


LACKING: Row = {"minutes_avg_last_10": None}


@pytest.mark.parametrize(
    ("changed", "reason", "curable"),
    [
        # What is told first counts: a player who is out needs no features,
        (
            {
                "player_pool": {"out": True},
                "player_availability": {"team_games_missing": 1},
                "player_daily_cache": LACKING,
            },
            "PLAYER_DNP",
            False,
        ),
        # then a game without a box score, which may still come,
        (
            {
                "player_availability": {"team_games_missing": 1, "games_without_clock": 2},
                "player_daily_cache": LACKING,
            },
            "MISSING_UPSTREAM",
            True,
        ),
        # then games without exact seconds,
        ({"player_availability": {"games_without_clock": 1}}, "INCOMPLETE_UPSTREAM", True),
        # then the young season,
        (
            {"player_shot_zone_analysis": {"reason": "EXPECTED_INCOMPLETE"}},
            "EXPECTED_INCOMPLETE",
            False,
        ),
        # then a history that is too short.
        (
            {"player_shot_zone_analysis": {"reason": "INSUFFICIENT_HISTORY"}},
            "INSUFFICIENT_HISTORY",
            False,
        ),
        ({"player_daily_cache": LACKING}, "INSUFFICIENT_HISTORY", False),
        ({"player_pool": {"out": None}}, None, None),
    ],
)
def test_the_reason_and_whether_a_later_run_can_cure_it(
    changed: dict[str, Any], reason: str | None, curable: bool | None
) -> None:
    _store(**changed).expect("reason reason_is_curable", (reason, curable))


def test_a_player_that_a_table_lacks_has_no_row() -> None:
    """Each feature table has everyone in the pool; the store does not make up a row."""
    given = _inputs()
    given["player_matchup"] = []
    assert computed(TABLE, **given).rows == []
