"""Checks before publishing: one-sided slates, and lines that went missing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import compared

DAY = date(2024, 1, 5)


def _outlook(day: date, player: int, **more: Any) -> dict[str, Any]:
    base = {"game_id": "g1", "game_date": day, "player_id": player, "prediction_time": "before-tip"}
    return {**base, "recommendation": "PASS", "line": 20.5, **more}


@pytest.mark.parametrize(
    ("overs", "unders", "expected"),
    [(19, 1, [False]), (18, 2, [True]), (20, 0, [False]), (0, 20, [False]), (9, 0, [])],
)
def test_a_slate_of_one_side_is_reported(overs: int, unders: int, expected: list[bool]) -> None:
    sides = ["OVER"] * overs + ["UNDER"] * unders + ["PASS"] * 30
    rows = [_outlook(DAY, n, recommendation=side) for n, side in enumerate(sides)]
    comparison = compared("player_outlook", "picks_are_on_both_sides", player_outlook=rows)
    assert [row["holds"] for row in comparison] == expected


@pytest.mark.parametrize(("with_line", "holds"), [(10, True), (5, True), (4, False), (0, False)])
def test_a_date_with_half_as_many_lines_as_before_is_reported(with_line: int, holds: bool) -> None:
    days = [DAY + timedelta(n) for n in range(12)]
    rows = [
        _outlook(day, n, line=20.5 if day != days[-1] or n < with_line else None)
        for day in days
        for n in range(10)
    ]
    comparison = compared("player_outlook", "lines_are_like_before", player_outlook=rows)
    assert {row["game_date"]: row["holds"] for row in comparison} == {
        days[10]: True,
        days[11]: holds,
    }
