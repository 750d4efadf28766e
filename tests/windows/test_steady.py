"""Drift of a date's numbers against earlier dates, by hand: shifts, gaps and stuck columns."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.worked_example import compared
from tipoff.windows.steady import MIN_DATES

FIRST = date(2023, 11, 1)
PLAYERS = 25
COLUMN = "minutes_avg_last_10"


def _store(days: list[date], last: dict[str, Any]) -> list[dict[str, Any]]:
    """Return rows of 25 players a date, minutes from 10 to 34; the last date's are altered."""
    rows = []
    for day in days:
        for player in range(PLAYERS):
            row = {"game_id": f"g{day}", "game_date": day, "player_id": player}
            row[COLUMN] = 10.0 + (player + day.day) % PLAYERS
            row |= {name: value(player) for name, value in last.items()} if day == days[-1] else {}
            rows.append(row)
    return rows


def _compared(days: list[date], **last: Any) -> list[dict[str, Any]]:
    rows_of_check = compared(
        "ml_feature_store", "features_are_like_before", ml_feature_store=_store(days, last)
    )
    return sorted((r for r in rows_of_check if r["of"] == COLUMN), key=lambda row: row["game_date"])


def _daily(count: int, first: date = FIRST) -> list[date]:
    return [first + timedelta(n) for n in range(count)]


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        (lambda player: 11.0 + player, True),  # a minute more
        (lambda player: 10.0 + player * 2, False),  # 34 on average, once 22
        (lambda player: 22.0, False),  # stuck at the mean
        (lambda player: None, False),
        (lambda player: None if player < 5 else 10.0 + player, True),
        (lambda player: None if player < 15 else 22.0 + player % 3, False),
    ],
)
def test_a_date_is_compared_with_those_before(value: Any, holds: bool) -> None:
    compared_rows = _compared(_daily(15), **{COLUMN: value})
    assert [row["game_date"] for row in compared_rows] == _daily(15)[MIN_DATES:]
    assert [row["holds"] for row in compared_rows] == [True] * 4 + [holds]


def test_too_few_dates_are_compared_with_nothing() -> None:
    assert _compared(_daily(MIN_DATES), **{COLUMN: lambda player: 0.0}) == []


def test_the_first_dates_after_a_pause_are_not_compared() -> None:
    resumed = _daily(5, FIRST + timedelta(22))
    compared_rows = _compared([*_daily(15), *resumed])
    assert [row["game_date"] for row in compared_rows] == [*_daily(15)[MIN_DATES:], resumed[-1]]


def test_the_same_phase_of_the_season_before_is_enough() -> None:
    year_before = _store(_daily(1, FIRST - timedelta(350)), {COLUMN: lambda p: 10.0 + p * 2})
    rows = [*year_before, *_store(_daily(15), {COLUMN: lambda player: 10.0 + player * 2})]
    compared_rows = compared("ml_feature_store", "features_are_like_before", ml_feature_store=rows)
    last = [r for r in compared_rows if r["of"] == COLUMN and r["game_date"] == _daily(15)[-1]]
    assert [row["holds"] for row in last] == [True]
