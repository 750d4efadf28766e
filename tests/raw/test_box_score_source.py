"""Box scores of both sources for one player, by hand: both are kept."""

from __future__ import annotations

from support.worked_example import DAY, computed, rows

GAMES = [{"game_id": "0022300061", "game_date": DAY}]


def test_two_sources_of_one_player_are_two_rows() -> None:
    outcome = computed(
        "box_score_source",
        schedule=GAMES,
        box_score_rotation=rows(
            "payload personId source starter seconds",
            (1, 7, "boxscoretraditionalv3", True, 1_800),
            (2, 7, "boxscore", True, 1_801),
            (1, 8, "boxscoretraditionalv3", False, None),
            gameId="0022300061",
        ),
    )
    outcome.expect(
        "payload game_id game_date player_id source starter seconds",
        (2, "0022300061", DAY, 7, "boxscore", True, 1_801),
        (1, "0022300061", DAY, 7, "boxscoretraditionalv3", True, 1_800),
        (1, "0022300061", DAY, 8, "boxscoretraditionalv3", False, None),
    )


def test_time_beyond_any_game_and_games_of_no_schedule_are_set_aside() -> None:
    outcome = computed(
        "box_score_source",
        schedule=GAMES,
        box_score_rotation=rows(
            "gameId personId seconds",
            ("0022300061", 7, 6_001),
            ("0022300099", 8, 60),
            source="boxscore",
            starter=False,
        ),
    )
    outcome.expect_set_aside(("seconds", "<= 6000"), ("game_date", "not null"))
