"""Prices of player props by hand, and values that are not prices."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from support.worked_example import DAY, TIP, computed

PRICE = {
    "game_date": DAY,
    "player_name": "Al Doe Jr.",
    "name_key": "al doe",
    "market": "player_points",
    "bookmaker": "draftkings",
    "line": 22.5,
    "side": "over",
    "price": -115.0,
    "captured_at": TIP - timedelta(hours=5),
    "capture": "2024-01-10T19:30:00.000Z",
    "alternate": False,
    "event_id": "e1",
    "home_team": "Ants",
    "away_team": "Bees",
    "tip_at": TIP,
    "is_pickem": False,
    "multiplier": None,
}


def test_a_quote_keeps_everything_it_says() -> None:
    named = {n: v for n, v in PRICE.items() if n not in ("alternate", "home_team", "away_team")}
    computed("prop_price", player_props=[PRICE]).expect_row(
        {
            "payload": 1,
            **named,
            "is_alternate": False,
            "home_team_name": "Ants",
            "away_team_name": "Bees",
        }
    )


def test_two_books_both_sides_and_a_listed_alternate_are_rows_of_their_own() -> None:
    given = [
        PRICE,
        {**PRICE, "side": "under"},
        {**PRICE, "bookmaker": "fanduel"},
        {**PRICE, "alternate": True},
    ]
    outcome = computed("prop_price", player_props=given)
    outcome.expect(
        "bookmaker side is_alternate",
        ("draftkings", "over", False),
        ("draftkings", "over", True),
        ("draftkings", "under", False),
        ("fanduel", "over", False),
    )


def test_a_pick_has_a_multiplier_and_no_price() -> None:
    pick = {**PRICE, "price": None, "is_pickem": True, "multiplier": 0.8}
    outcome = computed("prop_price", player_props=[pick])
    outcome.expect("price is_pickem multiplier", (None, True, 0.8))


def test_a_closing_price_of_a_file_has_no_capture_time() -> None:
    closing = {**PRICE, "captured_at": None, "capture": "closing", "event_id": ""}
    outcome = computed("prop_price", player_props=[closing])
    outcome.expect("captured_at capture event_id", (None, "closing", ""))


@pytest.mark.parametrize(
    ("change", "blamed"),
    [
        ({"price": 99.0}, ("price", "price_is_american")),
        ({"price": -99.5}, ("price", "price_is_american")),
        ({"price": 0.0}, ("price", "price_is_american")),
        ({"line": 99.5}, ("line", "line_is_no_placeholder")),
        ({"line": 100.0}, ("line", "line_is_no_placeholder")),
        ({"line": 0.0}, ("line", ">= 0.5")),
        ({"line": 100.5}, ("line", "<= 100")),
        ({"line": float("nan")}, ("line", "finite")),
        ({"side": "yes"}, ("side", "one of over/under")),
        ({"multiplier": -1.0}, ("multiplier", ">= 0")),
    ],
)
def test_what_no_book_quotes_is_set_aside_alone(
    change: dict[str, Any], blamed: tuple[str, str]
) -> None:
    outcome = computed("prop_price", player_props=[PRICE, {**PRICE, "event_id": "e2", **change}])
    outcome.expect_set_aside(blamed)
    assert [row["event_id"] for row in outcome.rows] == ["e1"]


@pytest.mark.parametrize("price", [100.0, -100.0, 12_000.0])
def test_the_limits_of_american_odds_are_prices(price: float) -> None:
    computed("prop_price", player_props=[{**PRICE, "price": price}]).expect("price", (price,))


def test_a_market_that_is_not_known_is_set_aside() -> None:
    outcome = computed("prop_price", player_props=[{**PRICE, "market": "player_dunks"}])
    ((column, rule),) = [(row["column"], row["rule"]) for row in outcome.bad]
    assert (column, rule.startswith("one of player_points/")) == ("market", True)
