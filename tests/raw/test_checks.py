"""Checks of raw tables against each other, by hand; a few differing rows are tolerated."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from support.worked_example import compared

DAY = date(2024, 1, 5)
FINAL = {"game_date": DAY, "is_final": True, "status": 3}


def _failing(comparisons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in comparisons if not row["holds"]]


def _players(game: str, team: int, count: int) -> list[dict[str, Any]]:
    return [
        {"game_id": game, "game_date": DAY, "team_id": team, "player_id": team * 100 + n}
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("players", "teams", "holds"), [(5, 2, True), (4, 2, False), (12, 1, False)]
)
def test_a_final_game_has_lines_of_two_teams_players(players: int, teams: int, holds: bool) -> None:
    lines = [row for team in range(1, teams + 1) for row in _players("g1", team, players)]
    lines += _players("g2", 7, 5) + _players("g2", 8, 5)
    schedule = [{"game_id": game, **FINAL} for game in ("g1", "g2")]
    comparisons = compared(
        "player_box_score", "final_games_have_players", schedule=schedule, player_box_score=lines
    )
    assert {row["game_id"]: row["holds"] for row in comparisons} == {"g1": holds, "g2": True}


def test_a_final_game_without_team_lines_beside_another_fails() -> None:
    schedule = [{"game_id": game, **FINAL} for game in ("g1", "g2")]
    schedule.append({"game_id": "g3", "game_date": date(2024, 1, 6), "is_final": True, "status": 3})
    lines = [{"game_id": "g1", "game_date": DAY, "team_id": team} for team in (1, 2)]
    comparisons = compared(
        "team_box_score", "final_games_have_two_teams", schedule=schedule, team_box_score=lines
    )
    assert [row["game_id"] for row in _failing(comparisons)] == ["g2"], (
        "g3's date is the grid's affair"
    )


@pytest.mark.parametrize(
    ("minutes", "holds"),
    [(240, True), (265, True), (244, True), (290, True), (252, False), (205, False)],
)
def test_a_team_s_minutes_are_whole_periods(minutes: int, holds: bool) -> None:
    line = {"game_id": "g1", "game_date": DAY, "team_id": 1, "minutes": minutes}
    (row,) = compared("team_box_score", "minutes_are_whole_periods", team_box_score=[line])
    assert row["holds"] is holds


@pytest.mark.parametrize(("seconds", "holds"), [(2880, True), (3180, True), (2900, False)])
def test_a_team_s_seconds_are_whole_periods(seconds: int, holds: bool) -> None:
    five = [{**row, "seconds": seconds} for row in _players("g1", 1, 5)]
    (row,) = compared("player_rotation", "seconds_are_whole_periods", player_rotation=five)
    assert row["holds"] is holds


def test_shots_are_the_attempts_of_the_box_score() -> None:
    lines = [
        {**row, "field_goals_attempted": 2, "field_goals_made": 1} for row in _players("g1", 1, 3)
    ]
    shots = [
        {"game_id": "g1", "game_date": DAY, "player_id": row["player_id"], "made": number == 1}
        for row in lines
        for number in (1, 2)
    ]
    given = {"player_box_score": lines, "shot": shots}
    comparisons = compared("player_game_summary", "shots_are_attempts", **given)
    assert [row["holds"] for row in comparisons] == [True] * 3
    comparisons = compared(
        "player_game_summary", "shots_are_attempts", shot=shots[1:], player_box_score=lines
    )
    assert [row["player_id"] for row in _failing(comparisons)] == [100]


def test_one_player_of_a_hundred_may_differ_and_three_may_not() -> None:
    lines = [
        {**row, "field_goals_attempted": 1, "field_goals_made": 1} for row in _players("g1", 1, 100)
    ]
    shots = [
        {"game_id": "g1", "game_date": DAY, "player_id": row["player_id"], "made": True}
        for row in lines
    ]
    for lost, failing in ((2, 0), (3, 3)):
        comparisons = compared(
            "player_game_summary", "shots_are_attempts", player_box_score=lines, shot=shots[lost:]
        )
        assert len(_failing(comparisons)) == failing


def test_a_team_plays_once_a_date() -> None:
    once = {"game_id": "g1", "game_date": DAY, "home_team_id": 1, "away_team_id": 2}
    twice = {"game_id": "g2", "game_date": DAY, "home_team_id": 3, "away_team_id": 1}
    comparisons = compared("schedule", "teams_play_once_a_date", schedule=[once, twice])
    assert [row["team_id"] for row in _failing(comparisons)] == [1]
