"""Stored live predictions by hand: rows as they were written, whatever later versions do."""

from __future__ import annotations

from typing import Any

import pytest

from support.worked_example import DAY, TIP, Row, computed
from tipoff.app.pipeline import pipeline

TABLE = "live_prediction"
COLUMNS = pipeline().tables[TABLE].schema.columns
SHOWN: Row = {
    "system": "ensemble",
    "as_of": TIP,
    "trained_for": DAY,
    "player_name": "Al Doe",
    "team_id": 10,
    "opponent_id": 20,
    "season": "2023-24",
    "home": True,
    "median": 22.0,
    "low": 12.0,
    "high": 34.0,
    "bookmaker": "draftkings",
    "line": 22.5,
    "over_price": -110.0,
    "under_price": -110.0,
    "captured_at": TIP,
    "p_over": 0.47,
    "p_push": 0.0,
    "p_under": 0.53,
    "fair_over": 113.0,
    "bet_bookmaker": "fanduel",
    "bet_line": 22.5,
    "bet_side": "under",
    "bet_price": -105.0,
    "expected_value": 0.03,
    "kelly_share": 0.03,
    "stake_share": 0.01,
    "recommendation": "UNDER",
    "game_id": "g1",
    "game_date": DAY,
    "player_id": 7,
    "market": "player_points",
    "prediction_time": "before-tip",
    "mean": 22.6,
    "dispersion": 1.9,
    "zero_share": 0.01,
    "blend_mean": 22.5,
    "blend_median": 22.0,
    "blend_p_over": 0.49,
    "blend_p_under": 0.51,
    "information": "inactives-known",
    "p_plays": 0.98,
    "low_share": 0.1,
    "low_ratio": 0.6,
    "low_dispersion": 2.5,
    "edition": 1,
    "created_at": TIP,
    "is_shown": True,
}


def test_every_column_is_as_it_was_landed() -> None:
    assert COLUMNS.keys() == {"payload", *SHOWN}
    computed(TABLE, live_slate=[{**SHOWN, "payload": 5}]).expect_row({**SHOWN, "payload": 5})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("p_over", 1.5),
        ("mean", 900.0),
        ("system", "of old"),
        ("recommendation", "MAYBE"),
        ("prediction_time", "noon"),
    ],
)
def test_no_rule_of_a_later_version_refuses_what_was_landed(name: str, value: Any) -> None:
    computed(TABLE, live_slate=[{**SHOWN, name: value}]).expect(name, (value,))


def test_each_system_prediction_time_and_edition_is_a_row_of_its_own() -> None:
    shown, shadow = SHOWN, {**SHOWN, "system": "lightgbm", "is_shown": False}
    again, morning = {**SHOWN, "edition": 2}, {**SHOWN, "prediction_time": "morning"}
    outcome = computed(TABLE, live_slate=[shown, shadow, again, morning])
    outcome.expect(
        "system prediction_time edition is_shown",
        ("ensemble", "before-tip", 1, True),
        ("ensemble", "before-tip", 2, True),
        ("ensemble", "morning", 1, True),
        ("lightgbm", "before-tip", 1, False),
    )


def test_a_row_that_does_not_say_when_it_was_made_is_set_aside() -> None:
    computed(TABLE, live_slate=[{**SHOWN, "created_at": None}]).expect_set_aside(
        ("created_at", "not null")
    )
