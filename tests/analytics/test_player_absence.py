"""The players who did not play, and why, by hand."""

from __future__ import annotations

import pytest

from support.worked_example import DAY, Row, computed, rows

TABLE = "player_absence"
NAMED = {"game_id": "g1", "player_name": "Al Doe", "name_key": "al doe", "team_id": 10}


def _dressed(player: int, seconds: int | None, comment: str = "") -> Row:
    return {**NAMED, "player_id": player, "seconds": seconds, "comment": comment}


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("DNP - Coach's Decision", "COACHS_DECISION"),
        ("DND - Injury/Illness", "DID_NOT_DRESS"),
        ("NWT - Not With Team", "NOT_WITH_TEAM"),
        ("NWT - League Suspension", "SUSPENDED"),
        ("Suspended by team", "SUSPENDED"),
        ("", "OTHER"),
        ("Ejected", "OTHER"),
    ],
)
def test_the_reason_class_of_each_comment(comment: str, reason: str) -> None:
    computed(TABLE, player_rotation=[_dressed(7, None, comment)]).expect_row(
        {**NAMED, "game_date": DAY, "player_id": 7, "reason": reason, "comment": comment}
    )


def test_who_is_on_the_inactive_list_alone_is_inactive() -> None:
    outcome = computed(TABLE, inactive_player=[{**NAMED, "player_id": 7, "reason": "INJURY"}])
    outcome.expect("player_id reason comment", (7, "INACTIVE", ""))


def test_zero_seconds_are_an_appearance_only_with_a_line_in_the_log() -> None:
    """7 entered at 0:00 and has a line; 8 has 0 seconds and no line; 9 played."""
    outcome = computed(
        TABLE,
        player_rotation=[_dressed(7, 0), _dressed(8, 0), _dressed(9, 60)],
        player_box_score=rows("player_id", (7,), (9,), game_id="g1"),
    )
    outcome.expect("player_id reason", (8, "OTHER"))


def test_a_player_told_by_two_sources_is_absent_once_and_by_the_box_score() -> None:
    outcome = computed(
        TABLE,
        player_rotation=[_dressed(7, None, "DND - Injury/Illness")],
        inactive_player=[{**NAMED, "player_id": 7}],
    )
    outcome.expect("player_id reason", (7, "DID_NOT_DRESS"))


def test_who_is_on_the_inactive_list_and_has_a_line_played() -> None:
    outcome = computed(
        TABLE,
        inactive_player=[{**NAMED, "player_id": 7}],
        player_box_score=rows("player_id", (7,), game_id="g1"),
    )
    assert outcome.rows == []


def test_a_line_in_another_game_is_no_appearance_in_this_one() -> None:
    outcome = computed(
        TABLE,
        inactive_player=[{**NAMED, "player_id": 7}],
        player_box_score=rows("player_id", (7,), game_id="g2"),
    )
    outcome.expect("game_id player_id", ("g1", 7))
