"""A defense's weaknesses, by hand: shooting allowed by zone against the league's."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import Outcome, Row, computed

TABLE = "team_defense_zone_analysis"
DAY = date(2024, 1, 10)
ANTS, BEES, CATS = 10, 20, 30
NULLS = [
    f"{zone}_{what}"
    for zone in ("paint", "mid_range", "corner_three", "above_break_three")
    for what in (
        "field_goal_share_allowed",
        "attempts_allowed",
        "points_allowed",
        "blocks",
        "weakness",
    )
]


def _game(ago: int, game_id: str = "") -> Row:
    return {
        "game_id": game_id or f"{ago}",
        "game_date": DAY - timedelta(ago),
        "season": "2023-24",
        "home_team_id": ANTS,
        "away_team_id": BEES,
    }


def _defended(ago: int, team: int = ANTS, **zones: tuple[int, int] | None) -> Row:
    """Return a team's game with attempts and makes allowed by zone."""
    shots = {"paint": (40, 24), "mid_range": (10, 4), "corner_three": (8, 4)}
    given: dict[str, Any] = {**shots, "above_break_three": (20, 8), **zones}
    allowed = {
        f"{zone}_{what}_allowed": None if counted is None else counted[place]
        for zone, counted in given.items()
        for place, what in enumerate(("attempts", "makes"))
    }
    return {
        "game_id": f"{ago}",
        "game_date": DAY - timedelta(ago),
        "team_id": team,
        "defensive_rating": 110.0,
        "opponent_pace": 100.0,
        **allowed,
    }


def _analysis(played: list[Row], season_day: int = 12, plays: list[Row] | None = None) -> Outcome:
    """Return the rows of a coming game on a day of the season, from 0."""
    return computed(
        TABLE,
        on=DAY,
        schedule=[_game(0), *([_game(season_day, "first")] if season_day else [])],
        team_defense_game_summary=played,
        player_play_summary=plays or [],
    )


SEVEN = (14, 12, 10, 8, 6, 4, 2)
"""Enough games on day 12 of the season, which asks for min(3 + 12 // 3, 10) = 7."""


def test_every_column_of_a_defense_against_the_league() -> None:
    """The league is the Ants' seven games and one of the Cats, of the 30 days before.

    Paint: the Ants allow 24 of 40 in each, 168 of 280, which is 0.600. With the Cats' 0 of 20 the
    league makes 168 of 300, 0.560: four points of weakness. Mid-range: 28 of 70 against 42 of 105,
    both 0.400. Corner: 28 of 56 is 0.500, the league's 28 of 70 is 0.400: ten points. Above the
    break: 56 of 140 is 0.400, the league's 84 of 200 is 0.420: two points of strength.
    """
    league = _defended(
        3, CATS, paint=(20, 0), mid_range=(35, 14), corner_three=(14, 0), above_break_three=(60, 28)
    )
    too_old = _defended(31, CATS, paint=(100, 100))
    ants = [_defended(ago) for ago in SEVEN]
    ants[0] |= {"defensive_rating": 117.0, "opponent_pace": 107.0}
    plays = [
        {"game_id": "2", "team_id": ANTS, "player_id": 1, "paint_blocks": 3, "mid_range_blocks": 1},
        {"game_id": "2", "team_id": ANTS, "player_id": 2, "paint_blocks": 2},
        {"game_id": "4", "team_id": ANTS, "player_id": 1, "paint_blocks": 1},
        {"game_id": "4", "team_id": BEES, "player_id": 9, "paint_blocks": 9},
    ]
    outcome = _analysis([*ants, league, too_old], plays=plays)
    outcome.expect_row(
        {
            "game_id": "0",
            "game_date": DAY,
            "team_id": ANTS,
            "games": 7,
            "games_required": 7,
            "reason": None,
            "reason_is_curable": None,
            "paint_field_goal_share_allowed": 0.6,
            "paint_attempts_allowed": 40.0,
            "paint_points_allowed": 48.0,  # 2 x 24
            "paint_blocks": 3.0,  # 5 and 1 in the two games with play-by-play
            "paint_weakness": 4.0,
            "mid_range_field_goal_share_allowed": 0.4,
            "mid_range_attempts_allowed": 10.0,
            "mid_range_points_allowed": 8.0,
            "mid_range_blocks": 0.5,
            "mid_range_weakness": 0.0,
            "corner_three_field_goal_share_allowed": 0.5,
            "corner_three_attempts_allowed": 8.0,
            "corner_three_points_allowed": 12.0,  # 3 x 4
            "corner_three_blocks": 0.0,
            "corner_three_weakness": 10.0,
            "above_break_three_field_goal_share_allowed": 0.4,
            "above_break_three_attempts_allowed": 20.0,
            "above_break_three_points_allowed": 24.0,
            "above_break_three_blocks": 0.0,
            "above_break_three_weakness": -2.0,
            "strongest_zone": "above_break_three",
            "weakest_zone": "corner_three",
            "defensive_rating": 111.0,  # (6 x 110 + 117) / 7
            "opponent_pace": 101.0,
        },
        team_id=ANTS,
    )


@pytest.mark.parametrize(
    ("season_day", "required", "reason"),
    [
        (0, 3, "EXPECTED_INCOMPLETE"),
        (2, 3, "EXPECTED_INCOMPLETE"),
        (3, 4, "EXPECTED_INCOMPLETE"),
        (20, 9, "EXPECTED_INCOMPLETE"),
        (21, 10, "INSUFFICIENT_HISTORY"),
        (90, 10, "INSUFFICIENT_HISTORY"),
    ],
)
def test_too_few_games_are_a_row_with_its_reason(
    season_day: int, required: int, reason: str
) -> None:
    """One game less than required: the row is there, says why, and invents nothing."""
    few = [_defended(2 * n) for n in range(1, required)]
    row = _analysis(few, season_day).row(team_id=ANTS)
    assert (row["games"], row["games_required"]) == (required - 1, required)
    assert (row["reason"], row["reason_is_curable"]) == (reason, False)
    unknown = [*NULLS, "strongest_zone", "weakest_zone", "defensive_rating", "opponent_pace"]
    assert {row[name] for name in unknown} == {None}
    enough = _analysis([*few, _defended(2 * required)], season_day).row(team_id=ANTS)
    assert (enough["reason"], enough["paint_field_goal_share_allowed"]) == (None, 0.6)


def test_only_the_last_fifteen_games_count() -> None:
    """The sixteenth game back, of 0 of 100, would drag the share down."""
    played = [_defended(ago) for ago in range(1, 16)]
    row = _analysis([*played, _defended(16, paint=(100, 0))], 40).row(team_id=ANTS)
    assert (row["games"], row["paint_field_goal_share_allowed"]) == (15, 0.6)


def test_a_game_without_recorded_shots_is_in_no_share_and_no_attempts_a_game() -> None:
    """Seven games with 40 attempts, one without a record: 280 / 7, not 280 / 8."""
    unrecorded = _defended(1, paint=None, mid_range=None, corner_three=None, above_break_three=None)
    row = _analysis([*(_defended(ago) for ago in SEVEN), unrecorded]).row(team_id=ANTS)
    assert (row["games"], row["paint_attempts_allowed"]) == (8, 40.0)
    assert row["defensive_rating"] == 110.0


def test_a_zone_nobody_shot_from_leaves_the_extremes_unknown() -> None:
    played = [_defended(ago, mid_range=(0, 0)) for ago in SEVEN]
    row = _analysis(played).row(team_id=ANTS)
    assert (row["mid_range_field_goal_share_allowed"], row["mid_range_weakness"]) == (None, None)
    assert (row["strongest_zone"], row["weakest_zone"]) == (None, None)
    assert row["paint_weakness"] == 0.0, "the league is the Ants alone"


def test_games_on_the_date_and_after_it_are_not_known() -> None:
    played = [_defended(ago) for ago in SEVEN]
    late = [_defended(ago, paint=(50, 50)) for ago in (0, -1)]
    assert _analysis([*played, *late]).rows == _analysis(played).rows


def test_a_team_never_seen_has_a_row_that_says_so() -> None:
    row = _analysis([_defended(ago) for ago in SEVEN]).row(team_id=BEES)
    assert (row["games"], row["reason"]) == (0, "EXPECTED_INCOMPLETE")
