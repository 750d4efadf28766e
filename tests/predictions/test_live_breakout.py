"""Landed live breakout predictions by hand."""

from __future__ import annotations

from support.worked_example import DAY, TIP, Row, computed

TABLE = "live_breakout"
SHOWN: Row = {
    "game_id": "g1",
    "game_date": DAY,
    "player_id": 7,
    "as_of": TIP,
    "trained_for": DAY,
    "season": "2023-24",
    "season_mean": 11.5,
    "probability": 0.19,
    "base_rate": 0.17,
    "is_shown": True,
    "prediction_time": "before-tip",
    "created_at": TIP,
}


def test_every_column_is_as_it_was_landed() -> None:
    computed(TABLE, live_breakout_slate=[{**SHOWN, "payload": 5}]).expect_row(
        {**SHOWN, "payload": 5}
    )


def test_no_rule_of_a_later_version_refuses_what_was_landed() -> None:
    odd = {**SHOWN, "probability": 1.2, "prediction_time": "noon"}
    computed(TABLE, live_breakout_slate=[odd]).expect("probability prediction_time", (1.2, "noon"))


def test_a_row_without_a_probability_is_set_aside() -> None:
    computed(TABLE, live_breakout_slate=[{**SHOWN, "probability": None}]).expect_set_aside(
        ("probability", "not null")
    )
