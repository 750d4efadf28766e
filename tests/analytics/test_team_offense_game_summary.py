"""Possessions, ratings and shares of a team's game, worked by hand from their formulas."""

from __future__ import annotations

from typing import Any

import pytest

from support.worked_example import DAY, Row, computed, rows

TABLE = "team_offense_game_summary"
ANTS: Row = {
    "game_id": "g1",
    "team_id": 10,
    "home": True,
    "won": True,
    "minutes": 240,
    "points": 112,
    "field_goals_made": 40,
    "field_goals_attempted": 88,
    "threes_made": 12,
    "threes_attempted": 35,
    "free_throws_made": 20,
    "free_throws_attempted": 25,
    "offensive_rebounds": 10,
    "defensive_rebounds": 34,
    "assists": 25,
    "steals": 8,
    "blocks": 5,
    "turnovers": 14,
}
BEES: Row = {
    "game_id": "g1",
    "team_id": 20,
    "home": False,
    "won": False,
    "minutes": 240,
    "points": 102,
    "field_goals_made": 38,
    "field_goals_attempted": 85,
    "threes_made": 10,
    "threes_attempted": 30,
    "free_throws_made": 16,
    "free_throws_attempted": 20,
    "offensive_rebounds": 9,
    "defensive_rebounds": 30,
    "assists": 22,
    "steals": 7,
    "blocks": 4,
    "turnovers": 15,
}
NO_SHOTS = {
    f"{zone}_{what}": None
    for zone in ("paint", "mid_range", "corner_three", "above_break_three")
    for what in ("attempts", "makes")
}


def test_every_column_of_both_teams_of_a_game() -> None:
    outcome = computed(TABLE, team_box_score=[ANTS, BEES])
    ants, bees = outcome.rows
    assert outcome.bad == []
    worked = {
        "game_date": DAY,
        "opponent_id": 20,
        "margin": 112 - 102,
        # FGA + 0.44 FTA - OREB + TOV = 88 + 11 - 10 + 14
        "possessions": 103.0,
        "offensive_rating": 100 * 112 / 103,
        # 48 possessions / (240 / 5)
        "pace": 103.0,
        "overtime_periods": 0,
        # (40 + 0.5 x 12) / 88
        "effective_field_goal_share": 46 / 88,
        # 112 / (2 x (88 + 11))
        "true_shooting_share": 112 / 198,
        # 14 / (88 + 11 + 14)
        "turnover_share": 14 / 113,
        # own offensive rebounds over those and the defensive ones of the opponent: 10 / (10 + 30)
        "offensive_rebound_share": 0.25,
        "free_throw_rate": 25 / 88,
    }
    assert ants == pytest.approx({**ANTS, **worked, **NO_SHOTS})
    worked = {
        "game_date": DAY,
        "opponent_id": 10,
        "margin": -10,
        # 85 + 8.8 - 9 + 15
        "possessions": 99.8,
        "offensive_rating": 100 * 102 / 99.8,
        "pace": 99.8,
        "overtime_periods": 0,
        "effective_field_goal_share": 43 / 85,
        # 102 / (2 x 93.8)
        "true_shooting_share": 102 / 187.6,
        # 15 / (85 + 8.8 + 15)
        "turnover_share": 15 / 108.8,
        "offensive_rebound_share": 9 / (9 + 34),
        "free_throw_rate": 20 / 85,
    }
    assert bees == pytest.approx({**BEES, **worked, **NO_SHOTS})


@pytest.mark.parametrize(
    ("minutes", "overtimes"),
    [
        (240, 0),
        (241, 0),  # the log rounds each player's minutes
        (252, 0),  # 12 / 25 = 0.48
        (253, 1),  # 13 / 25 = 0.52
        (265, 1),
        (290, 2),
        (390, 6),
        (239, 0),
    ],
)
def test_overtime_adds_25_team_minutes_a_period_and_no_pace(minutes: int, overtimes: int) -> None:
    """Pace is per 48 minutes: 103 possessions in 53 minutes are 48 x 103 / 53 = 93.28."""
    line = {**ANTS, "minutes": minutes}
    outcome = computed(TABLE, team_box_score=[line, {**BEES, "minutes": minutes}])
    ants = outcome.rows[0]
    assert ants["overtime_periods"] == overtimes
    assert ants["pace"] == pytest.approx(48 * 103 / (minutes / 5))
    assert ants["offensive_rating"] == pytest.approx(100 * 112 / 103)


def test_shots_are_counted_by_zone_and_the_backcourt_in_none() -> None:
    shots = rows(
        "player_id number team_id zone made",
        (1, 1, 10, "paint", True),
        (1, 2, 10, "paint", False),
        (2, 1, 10, "paint", True),
        (2, 2, 10, "mid_range", False),
        (2, 3, 10, "above_break_three", True),
        (2, 4, 10, "backcourt", False),
        (5, 1, 20, "corner_three", True),
        game_id="g1",
    )
    outcome = computed(TABLE, team_box_score=[ANTS, BEES], shot=shots)
    outcome.expect(
        "paint_attempts paint_makes mid_range_attempts mid_range_makes",
        (3, 2, 1, 0),
        (0, 0, 0, 0),
    )
    outcome.expect(
        "corner_three_attempts corner_three_makes above_break_three_attempts"
        " above_break_three_makes",
        (0, 0, 1, 1),
        (1, 1, 0, 0),
    )


def test_zones_are_null_where_a_game_s_shots_are_not_recorded() -> None:
    recorded = rows("game_id team_id zone made", ("g2", 10, "paint", True), player_id=1, number=1)
    games = [ANTS, BEES, {**ANTS, "game_id": "g2"}, {**BEES, "game_id": "g2"}]
    outcome = computed(TABLE, team_box_score=games, shot=recorded)
    outcome.expect(
        "game_id team_id paint_attempts",
        ("g1", 10, None),
        ("g1", 20, None),
        ("g2", 10, 1),
        ("g2", 20, None),
    )


def test_a_team_without_its_opponent_s_line_has_no_row() -> None:
    assert computed(TABLE, team_box_score=[ANTS]).rows == []


@pytest.mark.parametrize(
    ("change", "column"),
    [({"minutes": 199}, "minutes"), ({"field_goals_attempted": 0}, "field_goals_attempted")],
)
def test_a_line_no_game_can_have_is_set_aside(change: dict[str, Any], column: str) -> None:
    outcome = computed(TABLE, team_box_score=[{**ANTS, **change}, BEES])
    assert [(row["team_id"], row["column"]) for row in outcome.bad] == [(10, column)]
    assert [row["team_id"] for row in outcome.rows] == [20]
