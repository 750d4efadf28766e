"""Actions of a play-by-play by hand: shots with zone, pass and block; free throws; the rest."""

from __future__ import annotations

from support.worked_example import DAY, Row, computed

GAMES = [{"game_id": "0022300061", "game_date": DAY}]


def _action(number: int, kind: str, **more: object) -> Row:
    base: Row = {
        "gameId": "0022300061",
        "seconds_left": 700,
        "actionNumber": number,
        "period": 1,
        "actionType": kind,
        "teamId": 10,
        "personId": 7,
    }
    return {**base, **more}


def test_each_kind_of_action() -> None:
    outcome = computed(
        "play",
        schedule=GAMES,
        play_by_play=[
            _action(
                1,
                "2pt",
                subType="Layup",
                area="Restricted Area",
                shotResult="Made",
                assistPersonId=8,
            ),
            _action(
                2,
                "3pt",
                subType="Jump Shot",
                area="Above the Break 3",
                shotResult="Missed",
                blockPersonId=9,
            ),
            _action(3, "freethrow", subType="1 of 1", descriptor="technical", shotResult="Made"),
            _action(4, "timeout", personId=0, teamId=None),
        ],
    )
    outcome.expect(
        "number kind detail descriptor zone is_three made assist_player_id block_player_id",
        (1, "field_goal", "Layup", None, "paint", False, True, 8, None),
        (2, "field_goal", "Jump Shot", None, "above_break_three", True, False, None, 9),
        (3, "free_throw", "1 of 1", "technical", None, None, True, None, None),
        (4, "timeout", None, None, None, None, None, None, None),
    )
    outcome.expect(
        "payload game_id game_date period seconds_left team_id player_id",
        *[(1, "0022300061", DAY, 1, 700, 10, 7)] * 3,
        (1, "0022300061", DAY, 1, 700, None, None),  # person 0 is nobody
    )


def test_an_action_of_a_game_that_no_schedule_has_is_set_aside() -> None:
    outcome = computed("play", schedule=[], play_by_play=[_action(1, "timeout")])
    outcome.expect_set_aside(("game_date", "not null"))


def test_an_area_that_nobody_knows_is_set_aside() -> None:
    strange = _action(1, "2pt", area="The Moon", shotResult="Made")
    outcome = computed("play", schedule=GAMES, play_by_play=[strange])
    outcome.expect_set_aside(
        ("zone", "one of paint/mid_range/corner_three/above_break_three/backcourt")
    )
