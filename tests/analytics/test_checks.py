"""Checks that block: what follows from each other by definition, and one fault in each."""

from __future__ import annotations

from datetime import date
from typing import Any

from support.worked_example import compared

DAY = date(2024, 1, 5)


def _side(team: int, opponent: int, margin: int, rating: float = 110.0) -> dict[str, Any]:
    return {
        "game_id": "g1",
        "game_date": DAY,
        "team_id": team,
        "opponent_id": opponent,
        "margin": margin,
        "offensive_rating": rating,
    }


def test_one_team_wins_by_what_the_other_loses() -> None:
    name = "sides_mirror_each_other"
    for margins, holds in (((7, -7), True), ((7, -6), False)):
        sides = [_side(1, 2, margins[0]), _side(2, 1, margins[1])]
        compared_row = compared("team_offense_game_summary", name, team_offense_game_summary=sides)
        assert [row["holds"] for row in compared_row] == [holds] * 2


def test_a_defense_is_the_opponent_s_offense() -> None:
    offense = [_side(1, 2, 7, 112.0), _side(2, 1, -7, 105.0)]
    for rating, holds in ((105.0, True), (112.0, False)):
        defense = [
            {"game_id": "g1", "game_date": DAY, "team_id": 1, "opponent_id": 2}
            | {"defensive_rating": rating}
        ]
        (row,) = compared(
            "team_defense_game_summary",
            "defense_is_the_opponent_s_offense",
            team_defense_game_summary=defense,
            team_offense_game_summary=offense,
        )
        assert row["holds"] is holds


def test_everyone_who_appeared_has_a_summary() -> None:
    lines = [
        {"game_id": "g1", "game_date": DAY, "team_id": n % 2, "player_id": n} for n in range(20)
    ]
    teams = [_side(0, 1, 7), _side(1, 0, -7)]
    of_one = [line for line in lines if line["team_id"] == 0]
    for sides, player_rows, failing in (
        (teams, lines, 0),
        (teams, lines[2:], 2),
        (teams[:1], of_one, 0),
        (teams[:1], of_one[1:], 1),
    ):
        compared_row = compared(
            "player_game_summary",
            "every_line_is_summarized",
            player_box_score=lines,
            team_offense_game_summary=sides,
            player_game_summary=player_rows,
        )
        assert sum(not row["holds"] for row in compared_row) == failing
        assert len(compared_row) == 10 * len(sides)
