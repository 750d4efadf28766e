"""A player's game by hand: efficiency, usage, time on the floor and shots by zone."""

from __future__ import annotations

from typing import Any

import pytest

from support.worked_example import DAY, Row, computed, rows

TABLE = "player_game_summary"
TEAM: Row = {
    "game_id": "g1",
    "team_id": 10,
    "opponent_id": 20,
    "home": True,
    "minutes": 240,
    "field_goals_attempted": 88,
    "free_throws_attempted": 25,
    "turnovers": 14,
}
"""Its plays are 88 + 0.44 x 25 + 14 = 113."""
LINE: Row = {
    "game_id": "g1",
    "player_id": 7,
    "player_name": "Al Doe Jr.",
    "name_key": "al doe",
    "team_id": 10,
    "minutes": 36,
    "points": 25,
    "rebounds": 7,
    "offensive_rebounds": 1,
    "defensive_rebounds": 6,
    "assists": 5,
    "steals": 2,
    "blocks": 1,
    "turnovers": 3,
    "field_goals_made": 9,
    "field_goals_attempted": 15,
    "threes_made": 3,
    "threes_attempted": 6,
    "free_throws_made": 4,
    "free_throws_attempted": 5,
    "personal_fouls": 2,
    "plus_minus": -4,
}
"""His plays are 15 + 0.44 x 5 + 3 = 20.2."""
NO_SHOOTING = dict.fromkeys(
    (
        "points",
        "field_goals_made",
        "field_goals_attempted",
        "threes_made",
        "threes_attempted",
        "free_throws_made",
        "free_throws_attempted",
        "turnovers",
    ),
    0,
)
GAMES = [{"game_id": "g1", "season": "2023-24"}]
CLOCK = {"game_id": "g1", "player_id": 7, "starter": True, "seconds": 2_160}


def _summary(
    line: Row | None = None, clock: Row | None = CLOCK, team: Row = TEAM, shots: Any = ()
) -> Any:
    return computed(
        TABLE,
        player_box_score=[line or LINE],
        team_offense_game_summary=[team],
        player_rotation=[clock] if clock else [],
        shot=shots,
        schedule=GAMES,
    )


def test_every_column_of_a_starter() -> None:
    kept = {n: v for n, v in LINE.items() if n != "minutes"}
    shots = rows(
        "number zone made",
        (1, "paint", True),
        (2, "paint", False),
        (3, "above_break_three", True),
        (4, "backcourt", False),
        game_id="g1",
        player_id=7,
        team_id=10,
    )
    _summary(shots=shots).expect_row(
        {
            **kept,
            "game_date": DAY,
            "opponent_id": 20,
            "season": "2023-24",
            "home": True,
            "starter": True,
            "seconds": 2_160,
            "seconds_are_exact": True,
            # (9 + 0.5 x 3) / 15
            "effective_field_goal_share": 0.7,
            # 25 / (2 x (15 + 0.44 x 5)) = 25 / 34.4
            "true_shooting_share": 25 / 34.4,
            # 100 x 20.2 x (240 / 5) / (36 x 113)
            "usage_rate": 100 * 20.2 * 48 / (36 * 113),
            "usage_rate_reason": None,
            "paint_attempts": 2,
            "paint_makes": 1,
            "mid_range_attempts": 0,
            "mid_range_makes": 0,
            "corner_three_attempts": 0,
            "corner_three_makes": 0,
            "above_break_three_attempts": 1,
            "above_break_three_makes": 1,
        }
    )


def test_overtime_counts_in_the_team_s_minutes() -> None:
    """One overtime is 265 team minutes, 53 of the clock: 100 x 20.2 x 53 / (36 x 113)."""
    outcome = _summary(team={**TEAM, "minutes": 265})
    outcome.expect("usage_rate", (100 * 20.2 * 53 / (36 * 113),))


@pytest.mark.parametrize(
    ("seconds", "usage", "reason"),
    [
        (0, None, "SMALL_SAMPLE"),  # appeared at 0:00
        (179, None, "SMALL_SAMPLE"),
        # From three minutes on: 100 x 2 x 48 / (3 x 113) of two shots taken.
        (180, 100 * 2 * 48 / (3 * 113), None),
    ],
)
def test_a_stint_of_less_than_three_minutes_has_no_usage(
    seconds: int, usage: float | None, reason: str | None
) -> None:
    brief = {**LINE, **NO_SHOOTING, "minutes": 3, "field_goals_attempted": 2}
    outcome = _summary(brief, {**CLOCK, "seconds": seconds})
    outcome.expect(
        "seconds seconds_are_exact usage_rate usage_rate_reason", (seconds, True, usage, reason)
    )


def test_usage_beyond_100_from_three_minutes_on_is_set_aside() -> None:
    """100 x 12 x 48 / (3 x 113) = 170: no player ends so many plays."""
    wild = {**LINE, "field_goals_attempted": 12, "free_throws_attempted": 0, "turnovers": 0}
    outcome = _summary(wild, {**CLOCK, "seconds": 180})
    outcome.expect_set_aside(("usage_rate", "<= 100"))


def test_without_a_rotation_whole_minutes_stand_in_and_say_so() -> None:
    outcome = _summary(clock=None)
    outcome.expect("seconds seconds_are_exact starter", (36 * 60, False, None))


def test_a_rotation_without_time_leaves_the_log_s_minutes() -> None:
    outcome = _summary(clock={**CLOCK, "seconds": None, "starter": False})
    outcome.expect("seconds seconds_are_exact starter", (36 * 60, False, False))


@pytest.mark.parametrize(
    ("attempts", "throws", "points", "effective", "true_shooting"),
    [
        (0, 0, 0, None, None),  # a share of nothing is unknown
        # At the line alone: 2 / (2 x 0.44 x 2), and no field goals to be effective with.
        (0, 2, 2, None, 2 / 1.76),
        (4, 0, 0, 0.0, 0.0),
    ],
)
def test_shares_of_nothing_are_null(
    attempts: int, throws: int, points: int, effective: float | None, true_shooting: float | None
) -> None:
    line = {
        **LINE,
        **NO_SHOOTING,
        "points": points,
        "field_goals_attempted": attempts,
        "free_throws_made": throws,
        "free_throws_attempted": throws,
    }
    outcome = _summary(line)
    outcome.expect("effective_field_goal_share true_shooting_share", (effective, true_shooting))


def test_unrecorded_shots_are_null_and_none_taken_are_zero() -> None:
    """With 15 attempts and no recorded shot the zones are unknown; without attempts they are 0."""
    idle = {**LINE, **NO_SHOOTING, "player_id": 8}
    outcome = computed(
        TABLE,
        player_box_score=[LINE, idle],
        team_offense_game_summary=[TEAM],
        schedule=GAMES,
    )
    outcome.expect("player_id paint_attempts corner_three_makes", (7, None, None), (8, 0, 0))


def test_without_the_team_s_line_there_is_no_row() -> None:
    """Usage needs the team's row: a wrong one once made usage of 1,228 %."""
    outcome = computed(TABLE, player_box_score=[LINE], schedule=GAMES)
    assert outcome.rows == []


def test_who_changed_teams_is_counted_with_the_team_of_that_game() -> None:
    traded = {**LINE, "team_id": 20}
    other = {**TEAM, "team_id": 20, "opponent_id": 10, "home": False, "minutes": 240}
    outcome = computed(
        TABLE,
        player_box_score=[traded],
        team_offense_game_summary=[TEAM, other],
        schedule=GAMES,
    )
    outcome.expect("team_id opponent_id home", (20, 10, False))
