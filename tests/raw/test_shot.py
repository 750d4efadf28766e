"""Shots by hand: the zone of each area that the league names, and when in the game it was."""

from __future__ import annotations

from typing import Any

import pytest

from support.worked_example import DAY, computed

SHOT = {
    "GAME_ID": "0022300061",
    "PLAYER_ID": 7,
    "TEAM_ID": 10,
    "PERIOD": 2,
    "MINUTES_REMAINING": 3,
    "SECONDS_REMAINING": 21,
    "ACTION_TYPE": "Jump Shot",
    "SHOT_TYPE": "3PT Field Goal",
    "SHOT_ZONE_BASIC": "Left Corner 3",
    "SHOT_DISTANCE": 22,
    "LOC_X": -220,
    "LOC_Y": 14,
    "SHOT_MADE_FLAG": 1,
    "GAME_DATE": DAY,
    "N": 1,
}


def test_a_made_corner_three() -> None:
    """3 minutes and 21 seconds are 3 x 60 + 21 = 201 seconds."""
    computed("shot", shot_chart=[SHOT]).expect_row(
        {
            "payload": 1,
            "game_id": "0022300061",
            "game_date": DAY,
            "player_id": 7,
            "number": 1,
            "team_id": 10,
            "period": 2,
            "seconds_left": 201,
            "zone": "corner_three",
            "is_three": True,
            "made": True,
            "distance_feet": 22,
            "x": -220,
            "y": 14,
            "action": "Jump Shot",
        }
    )


@pytest.mark.parametrize(
    ("area", "worth", "zone", "is_three"),
    [
        ("Restricted Area", "2PT Field Goal", "paint", False),
        ("In The Paint (Non-RA)", "2PT Field Goal", "paint", False),
        ("Mid-Range", "2PT Field Goal", "mid_range", False),
        ("Left Corner 3", "3PT Field Goal", "corner_three", True),
        ("Right Corner 3", "3PT Field Goal", "corner_three", True),
        ("Above the Break 3", "3PT Field Goal", "above_break_three", True),
        ("Backcourt", "3PT Field Goal", "backcourt", True),
    ],
)
def test_the_zone_of_each_area(area: str, worth: str, zone: str, is_three: bool) -> None:
    missed = {**SHOT, "SHOT_ZONE_BASIC": area, "SHOT_TYPE": worth, "SHOT_MADE_FLAG": 0}
    computed("shot", shot_chart=[missed]).expect("zone is_three made", (zone, is_three, False))


@pytest.mark.parametrize(
    ("change", "blamed"),
    [
        (
            {"SHOT_ZONE_BASIC": "The Moon"},
            ("zone", "one of paint/mid_range/corner_three/above_break_three/backcourt"),
        ),
        ({"MINUTES_REMAINING": 12, "SECONDS_REMAINING": 1}, ("seconds_left", "<= 720")),
        ({"PERIOD": 0}, ("period", ">= 1")),
        ({"SHOT_DISTANCE": 101}, ("distance_feet", "<= 100")),
    ],
)
def test_a_shot_outside_its_ranges_is_set_aside_alone(
    change: dict[str, Any], blamed: tuple[str, str]
) -> None:
    outcome = computed("shot", shot_chart=[SHOT, {**SHOT, "N": 2, **change}])
    outcome.expect_set_aside(blamed)
    assert [row["number"] for row in outcome.rows] == [1]
