"""Team lines of the game log by hand, and a bad line for each rule."""

from __future__ import annotations

from typing import Any

import pytest

from support.box_score_rows import ANTS, BEES, BREAKS, COUNTED, LINE, SCHEDULE
from support.worked_example import DAY, computed

TABLE = "team_box_score"
HOME = {**LINE, "TEAM_ID": ANTS, "TEAM_ABBREVIATION": "ANT", "MATCHUP": "ANT vs. BEE", "WL": "W"}
AWAY = {**LINE, "TEAM_ID": BEES, "TEAM_ABBREVIATION": "BEE", "MATCHUP": "BEE @ ANT", "WL": "L"}
SCORED = {**SCHEDULE, "home_points": 21, "away_points": 21}


def test_either_side_of_a_game_with_its_place_and_result() -> None:
    outcome = computed(TABLE, team_game_log=[HOME, AWAY], schedule=[SCORED])
    shared = {"payload": 1, "game_id": "0022300061", "game_date": DAY, **COUNTED}
    assert outcome.bad == []
    assert outcome.rows == [
        {**shared, "team_id": ANTS, "team_code": "ANT", "home": True, "won": True},
        {**shared, "team_id": BEES, "team_code": "BEE", "home": False, "won": False},
    ]


@pytest.mark.parametrize("rule", BREAKS)
def test_a_line_that_breaks_a_rule_is_set_aside_alone(rule: str) -> None:
    column, change = BREAKS[rule]
    outcome = computed(TABLE, team_game_log=[HOME, {**AWAY, **change}], schedule=[SCORED])
    outcome.expect_set_aside((column, rule))
    assert [row["team_id"] for row in outcome.rows] == [ANTS]


@pytest.mark.parametrize(
    ("game", "line", "blamed"),
    [
        ({"is_final": False}, {}, ("game_id", "game_is_over")),
        ({}, {"TEAM_ID": 30}, ("team_id", "team_plays_in_game")),
        ({}, {"MATCHUP": "ANT @ BEE"}, ("home", "side_is_the_schedule_s")),
        ({"home_points": 23}, {}, ("points", "points_are_the_schedule_s")),
    ],
)
def test_a_line_that_contradicts_the_schedule_is_set_aside(
    game: dict[str, Any], line: dict[str, Any], blamed: tuple[str, str]
) -> None:
    outcome = computed(TABLE, team_game_log=[{**HOME, **line}], schedule=[{**SCORED, **game}])
    outcome.expect_set_aside(blamed)
    assert outcome.rows == []


def test_points_of_a_game_whose_schedule_has_no_score_are_taken_as_they_are() -> None:
    unscored = {**SCORED, "home_points": None, "away_points": None}
    outcome = computed(TABLE, team_game_log=[HOME, AWAY], schedule=[unscored])
    outcome.expect("team_id points", (ANTS, 21), (BEES, 21))


def test_each_side_has_its_own_score() -> None:
    """The home team's 21 points are not those of the team on the road, which has 20 here."""
    outcome = computed(TABLE, team_game_log=[HOME, AWAY], schedule=[{**SCORED, "away_points": 20}])
    outcome.expect_set_aside(("points", "points_are_the_schedule_s"))
    assert [row["team_id"] for row in outcome.rows] == [ANTS]
