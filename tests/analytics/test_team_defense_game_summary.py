"""A team's defense by hand: what its opponent did is what it allowed."""

from __future__ import annotations

from support.worked_example import DAY, Row, computed

TABLE = "team_defense_game_summary"
ZONES = ("paint", "mid_range", "corner_three", "above_break_three")


def _offense(team: int, opponent: int, **more: object) -> Row:
    zones = {f"{z}_{w}": None for z in ZONES for w in ("attempts", "makes")}
    return {"game_id": "g1", "team_id": team, "opponent_id": opponent, **zones, **more}


ANTS = _offense(
    10,
    20,
    points=112,
    offensive_rebounds=10,
    defensive_rebounds=34,
    assists=25,
    threes_made=12,
    steals=8,
    blocks=5,
    turnovers=14,
    offensive_rating=108.7,
    pace=103.0,
    true_shooting_share=0.566,
    paint_attempts=40,
    paint_makes=24,
    mid_range_attempts=13,
    mid_range_makes=5,
    corner_three_attempts=9,
    corner_three_makes=4,
    above_break_three_attempts=26,
    above_break_three_makes=8,
)
BEES = _offense(
    20,
    10,
    points=102,
    offensive_rebounds=9,
    defensive_rebounds=30,
    assists=22,
    threes_made=10,
    steals=7,
    blocks=4,
    turnovers=15,
    offensive_rating=102.2,
    pace=99.8,
    true_shooting_share=0.544,
)


def test_each_team_allows_what_the_other_did() -> None:
    outcome = computed(TABLE, team_offense_game_summary=[ANTS, BEES])
    outcome.expect(
        "game_id game_date team_id opponent_id points_allowed defensive_rating opponent_pace"
        " opponent_true_shooting_share",
        ("g1", DAY, 10, 20, 102, 102.2, 99.8, 0.544),
        ("g1", DAY, 20, 10, 112, 108.7, 103.0, 0.566),
    )
    # Rebounds allowed are the opponent's at both ends: 9 + 30 and 10 + 34.
    outcome.expect(
        "rebounds_allowed assists_allowed threes_allowed steals_allowed blocks_allowed"
        " turnovers_forced",
        (39, 22, 10, 7, 4, 15),
        (44, 25, 12, 8, 5, 14),
    )
    outcome.expect("defensive_rebounds blocks steals", (34, 5, 8), (30, 4, 7))


def test_zones_allowed_are_the_opponent_s_and_null_where_unrecorded() -> None:
    outcome = computed(TABLE, team_offense_game_summary=[ANTS, BEES])
    outcome.expect(
        "paint_attempts_allowed paint_makes_allowed mid_range_attempts_allowed"
        " mid_range_makes_allowed",
        (None, None, None, None),
        (40, 24, 13, 5),
    )
    outcome.expect(
        "corner_three_attempts_allowed corner_three_makes_allowed"
        " above_break_three_attempts_allowed above_break_three_makes_allowed",
        (None, None, None, None),
        (9, 4, 26, 8),
    )


def test_a_team_whose_opponent_is_unknown_has_no_row() -> None:
    assert computed(TABLE, team_offense_game_summary=[ANTS]).rows == []
