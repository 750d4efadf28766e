"""Players in uniform and their playing time, by hand."""

from __future__ import annotations

from support.worked_example import DAY, Row, computed

GAMES = [{"game_id": "0022300061", "game_date": DAY, "home_team_id": 10, "away_team_id": 20}]


def _dressed(player: int, seconds: int | None, **more: object) -> Row:
    base: Row = {
        "gameId": "0022300061",
        "teamId": 10,
        "personId": player,
        "playerName": "Al Doe",
        "nameKey": "al doe",
        "starter": False,
        "comment": "",
        "seconds": seconds,
        "source": "boxscoretraditionalv3",
    }
    return {**base, **more}


def test_a_starter_a_zero_and_one_who_did_not_play() -> None:
    """0 seconds are an appearance at 0:00; NULL is of somebody who never entered."""
    outcome = computed(
        "player_rotation",
        schedule=GAMES,
        box_score_rotation=[
            _dressed(1, 2_161, starter=True),
            _dressed(2, 0, teamId=20, source="boxscore"),
            _dressed(3, None, comment="DNP - Coach's Decision"),
        ],
    )
    outcome.expect(
        "player_id team_id starter seconds comment source",
        (1, 10, True, 2_161, "", "boxscoretraditionalv3"),
        (2, 20, False, 0, "", "boxscore"),
        (3, 10, False, None, "DNP - Coach's Decision", "boxscoretraditionalv3"),
    )
    outcome.expect(
        "payload game_id game_date player_name name_key",
        *[(1, "0022300061", DAY, "Al Doe", "al doe")] * 3,
    )


def test_a_player_of_a_third_team_is_set_aside() -> None:
    outcome = computed(
        "player_rotation", schedule=GAMES, box_score_rotation=[_dressed(1, 60, teamId=30)]
    )
    outcome.expect_set_aside(("team_id", "team_plays_in_game"))


def test_more_seconds_than_a_game_has_are_set_aside() -> None:
    """Six overtimes are 48 + 30 = 78 minutes or 4,680 seconds; 6,000 leave room."""
    outcome = computed(
        "player_rotation",
        schedule=GAMES,
        box_score_rotation=[_dressed(1, 6_001), _dressed(2, -1), _dressed(3, 6_000)],
    )
    outcome.expect_set_aside(("seconds", "<= 6000"), ("seconds", ">= 0"))
    assert [row["player_id"] for row in outcome.rows] == [3]


def test_a_game_that_no_schedule_has_is_set_aside() -> None:
    outcome = computed("player_rotation", schedule=[], box_score_rotation=[_dressed(1, 60)])
    outcome.expect_set_aside(("game_date", "not null"))
