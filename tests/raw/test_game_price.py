"""Spreads, totals and moneylines by hand; an invalid number does not affect the others."""

from __future__ import annotations

from typing import Any

import pytest

from support.worked_example import DAY, TIP, computed

QUOTE = {
    "game_date": DAY,
    "home_team": "Ants",
    "away_team": "Bees",
    "home_spread_open": -3.0,
    "home_spread": -4.5,
    "total_open": 225.0,
    "total": 228.5,
    "home_price": -180.0,
    "away_price": 155.0,
    "home_spread_price": -110.0,
    "away_spread_price": -112.0,
    "over_price": -105.0,
    "under_price": -115.0,
    "bookmaker": "draftkings",
    "capture": "2024-01-10T19:30:00.000Z",
    "captured_at": TIP,
    "tip_at": TIP,
}


def test_a_quote_keeps_everything_it_says() -> None:
    named = {n: v for n, v in QUOTE.items() if n not in ("home_team", "away_team")}
    computed("game_price", game_odds=[QUOTE]).expect_row(
        {"payload": 1, **named, "home_team_name": "Ants", "away_team_name": "Bees"}
    )


def test_a_number_between_minus_100_and_100_is_unknown_and_costs_nothing_else() -> None:
    odd = {**QUOTE, "home_price": 0.0, "away_price": 99.0, "over_price": -100.0}
    outcome = computed("game_price", game_odds=[odd])
    outcome.expect(
        "home_price away_price over_price home_spread total", (None, None, -100.0, -4.5, 228.5)
    )


@pytest.mark.parametrize(
    ("change", "blamed"),
    [
        ({"home_spread": -61.0}, ("home_spread", ">= -60")),
        ({"home_spread_open": 61.0}, ("home_spread_open", "<= 60")),
        ({"total": 119.0}, ("total", ">= 120")),
        ({"total_open": 321.0}, ("total_open", "<= 320")),
    ],
)
def test_what_no_game_has_is_set_aside(change: dict[str, Any], blamed: tuple[str, str]) -> None:
    outcome = computed("game_price", game_odds=[{**QUOTE, **change}])
    outcome.expect_set_aside(blamed)
