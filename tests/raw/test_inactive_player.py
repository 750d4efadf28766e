"""Inactive lists by hand: with a reason where the source gives one."""

from __future__ import annotations

from support.worked_example import DAY, computed, rows

GAMES = [{"game_id": "0022300061", "game_date": DAY}]


def test_a_list_with_and_without_reasons() -> None:
    outcome = computed(
        "inactive_player",
        schedule=GAMES,
        inactive_list=rows(
            "personId playerName nameKey teamId reason source",
            (7, "Al Doe", "al doe", 10, None, "boxscoresummaryv3"),
            (8, "Di Roe", "di roe", 20, "INACTIVE_INJURY", "boxscore"),
            gameId="0022300061",
        ),
    )
    outcome.expect(
        "payload game_id game_date player_id player_name name_key team_id reason source",
        (1, "0022300061", DAY, 7, "Al Doe", "al doe", 10, None, "boxscoresummaryv3"),
        (1, "0022300061", DAY, 8, "Di Roe", "di roe", 20, "INACTIVE_INJURY", "boxscore"),
    )


def test_a_game_that_no_schedule_has_and_a_player_without_a_name_are_set_aside() -> None:
    outcome = computed(
        "inactive_player",
        schedule=GAMES,
        inactive_list=rows(
            "gameId personId playerName",
            ("0022300061", 7, None),
            ("0022300099", 8, "Di Roe"),
            nameKey="x",
            teamId=10,
            source="boxscore",
        ),
    )
    outcome.expect_set_aside(("player_name", "not null"), ("game_date", "not null"))
