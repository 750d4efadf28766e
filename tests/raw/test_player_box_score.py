"""Player lines of the game log by hand, and a bad line for each rule."""

from __future__ import annotations

from typing import Any

import pytest

from support.box_score_rows import ANTS, BEES, BREAKS, COUNTED, LINE, SCHEDULE
from support.worked_example import DAY, compared, computed, rows

TABLE = "player_box_score"
NAMED = {
    **LINE,
    "PLAYER_ID": 7,
    "PLAYER_NAME": "Al Doe Jr.",
    "NAME_KEY": "al doe",
    "TEAM_ID": ANTS,
    "TEAM_ABBREVIATION": "ANT",
    "MATCHUP": "ANT vs. BEE",
    "WL": "W",
}


def test_a_line_keeps_every_count_under_the_domain_s_name() -> None:
    outcome = computed(TABLE, player_game_log=[{**NAMED, "payload": 4}], schedule=[SCHEDULE])
    outcome.expect_row(
        {
            "payload": 4,
            "game_id": "0022300061",
            "game_date": DAY,
            "player_id": 7,
            "player_name": "Al Doe Jr.",
            "name_key": "al doe",
            "team_id": ANTS,
            **COUNTED,
        }
    )


def test_who_appeared_for_no_full_minute_is_a_playing_record_too() -> None:
    zero = dict.fromkeys([n for n, v in LINE.items() if type(v) is int], 0)
    outcome = computed(TABLE, player_game_log=[{**NAMED, **zero}], schedule=[SCHEDULE])
    outcome.expect("player_id minutes points plus_minus", (7, 0, 0, 0))


@pytest.mark.parametrize("rule", BREAKS)
def test_a_line_that_breaks_a_rule_is_set_aside_alone(rule: str) -> None:
    column, change = BREAKS[rule]
    lines = [NAMED, {**NAMED, "PLAYER_ID": 8, **change}]
    outcome = computed(TABLE, player_game_log=lines, schedule=[SCHEDULE])
    outcome.expect_set_aside((column, rule))
    assert [row["player_id"] for row in outcome.rows] == [7]


def test_a_line_of_a_game_without_a_result_is_set_aside() -> None:
    live = {**SCHEDULE, "status": 2, "is_final": False}
    outcome = computed(TABLE, player_game_log=[NAMED], schedule=[live])
    outcome.expect_set_aside(("game_id", "game_is_over"))


def test_a_line_of_a_team_that_is_not_in_the_game_is_set_aside() -> None:
    lines = [
        NAMED,
        {**NAMED, "PLAYER_ID": 8, "TEAM_ID": BEES},
        {**NAMED, "PLAYER_ID": 9, "TEAM_ID": 30},
    ]
    outcome = computed(TABLE, player_game_log=lines, schedule=[SCHEDULE])
    outcome.expect_set_aside(("team_id", "team_plays_in_game"))
    assert [row["player_id"] for row in outcome.rows] == [7, 8]


def test_of_two_lines_of_one_player_in_one_payload_one_is_set_aside() -> None:
    outcome = computed(TABLE, player_game_log=[NAMED, NAMED], schedule=[SCHEDULE])
    outcome.expect_set_aside(("player_id", "unique key"))
    assert len(outcome.rows) == 1


def _team(points: int, **more: Any) -> dict[str, Any]:
    return {"game_id": "0022300061", "team_id": ANTS, "points": points, **more}


def test_players_sum_to_team_compares_each_team_of_the_log() -> None:
    """10 + 11 = 21 points, but the second team's players have 8 of its 9 assists."""
    counted = rows(
        "team_id player_id points assists",
        (ANTS, 1, 10, 2),
        (ANTS, 2, 11, 3),
        (BEES, 3, 9, 8),
        game_id="0022300061",
    )
    teams = [_team(21, assists=5), _team(9, team_id=BEES, assists=9)]
    comparisons = compared(
        TABLE, "players_sum_to_team", player_box_score=counted, team_box_score=teams
    )
    assert {row["team_id"]: row["holds"] for row in comparisons} == {ANTS: True, BEES: False}


def test_players_sum_to_team_does_not_hold_of_a_team_without_players() -> None:
    comparisons = compared(
        TABLE, "players_sum_to_team", player_box_score=[], team_box_score=[_team(21)]
    )
    assert [row["holds"] for row in comparisons] == [None], "NULL counts as a failure"
