"""Prices that cannot be right: marked with a reason, shown, and never a reference or a bet."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.evaluate import evaluated
from tipoff.analytics.player_prop_offer import PlayerPropOffer
from tipoff.analytics.reference_line import ReferenceLine, reference_line
from tipoff.analytics.suspect_prices import (
    BOTH_POSITIVE,
    COPIED,
    HUGE_MARGIN,
    NO_MARGIN,
    OFF_CONSENSUS,
    STALE,
    with_suspicion,
)

TIP = datetime(2025, 1, 16, 0, 30)
DAY = TIP.date()
Offer = dict[str, Any]


def _offer(book: str, over: float | None, under: float | None, **other: Any) -> Offer:
    return {
        "game_id": "g",
        "game_date": DAY,
        "player_id": 1,
        "market": "player_points",
        "bookmaker": book,
        "line": 20.5,
        "name_key": "al doe",
        "over_price": over,
        "under_price": under,
        "captured_at": TIP - timedelta(hours=1),
        "is_alternate": False,
        "stands": True,
        "opening_line": 20.5,
        **other,
    }


def _evaluated(offers: list[Offer], through: Any = with_suspicion) -> list[dict[str, Any]]:
    """The rows of an expression over the offers, as the engine computes them."""
    return evaluated(_of_offers(through), {"offers": (PlayerPropOffer, offers)})


@cache
def _of_offers(through: Any) -> Any:
    """Return the expression of offers without suspicions."""
    given_columns = [name for name in PlayerPropOffer.columns if name != "suspect"]

    def stated(offers: Any) -> Any:
        return through(offers.select(*given_columns))

    return stated


def _suspicions(*offers: Offer) -> dict[str, str | None]:
    return {row["bookmaker"]: row["suspect"] for row in _evaluated([*offers])}


@pytest.mark.parametrize(
    ("over", "under", "suspect"),
    [
        (-110, -110, None),
        (100, -120, None),
        (100, 100, None),  # an exchange may quote even money on both sides
        (114, 114, BOTH_POSITIVE),
        (100, 105, BOTH_POSITIVE),
        (-105, 120, NO_MARGIN),  # 0.512 + 0.455
        (-120, 115, None),  # 0.545 + 0.465
        (-118, -1000, HUGE_MARGIN),
        (-200, -190, None),  # 0.667 + 0.655
        (-220, -190, None),
        (-230, -190, HUGE_MARGIN),  # 0.697 + 0.655
        (250, None, None),
        (None, -900, None),
    ],
)
def test_a_book_s_own_two_prices_must_leave_a_margin(
    over: float | None, under: float | None, suspect: str | None
) -> None:
    assert _suspicions(_offer("a", over, under)) == {"a": suspect}


def test_a_price_far_from_what_the_other_books_say_is_suspect() -> None:
    books = [_offer("a", -110, -110), _offer("b", -115, -105), _offer("c", 160, -200)]
    assert _suspicions(*books) == {"a": None, "b": None, "c": None}  # 0.385 against 0.524
    books[2] = _offer("c", 180, -225)  # 0.357 against 0.524
    assert _suspicions(*books) == {"a": None, "b": None, "c": OFF_CONSENSUS}


def test_of_two_books_that_disagree_neither_is_believed() -> None:
    suspicions = _suspicions(_offer("a", -110, -110), _offer("b", 200, -250))
    assert suspicions == {"a": OFF_CONSENSUS, "b": OFF_CONSENSUS}


def test_one_side_alone_is_compared_too() -> None:
    books = [_offer("a", -110, -110), _offer("b", -115, -105), _offer("c", 300, None)]
    assert _suspicions(*books)["c"] == OFF_CONSENSUS


def test_other_lines_players_and_prices_that_are_gone_do_not_count() -> None:
    books = [_offer("a", -110, -110), _offer("b", -112, -108)]
    other = [
        _offer("c", 400, -600, line=30.5),
        _offer("d", 400, -600, player_id=2),
        _offer("e", 400, -600, market="player_assists"),
        _offer("f", 400, -600, stands=False),
    ]
    assert set(_suspicions(*books, *other).values()) == {None}


def test_a_quote_hours_older_than_the_others_is_suspect() -> None:
    def quoted(book: str, minutes: float | None, **other: Any) -> Offer:
        at = None if minutes is None else TIP - timedelta(minutes=minutes)
        return _offer(book, -110, -110, captured_at=at, **other)

    suspicions = _suspicions(
        quoted("new", 10),
        quoted("hourly", 70),
        quoted("morning", 131),
        quoted("closing", None),
        quoted("moved", 600, stands=False),
        quoted("other", 600, player_id=2),
    )
    assert suspicions == {
        "new": None,
        "hourly": None,
        "morning": STALE,
        "closing": None,
        "moved": None,
        "other": None,
    }


def _markets(points: list[float], rebounds: list[float], book: str = "a") -> list[Offer]:
    return [
        _offer(book, -110, -110, player_id=player, market=market, line=line)
        for market, lines in (("player_points", points), ("player_rebounds", rebounds))
        for player, line in enumerate(lines)
    ]


def _copied(offers: list[Offer]) -> set[str]:
    rows = _evaluated(offers)
    return {row["market"] for row in rows if row["suspect"] == COPIED}


def test_a_market_whose_lines_are_another_market_s_is_a_copy() -> None:
    points = [6.5, 8.5, 11.5, 14.5, 15.5, 18.5, 21.5, 24.5, 27.5, 30.5]
    rebounds = [3.5, 8.5, 2.5, 9.5, 4.5, 5.5, 6.5, 7.5, 10.5, 12.5]
    assert _copied(_markets(points, rebounds)) == set()
    assert _copied(_markets(points, points)) == {"player_rebounds"}
    assert _copied(_markets(rebounds, rebounds)) == {"player_points", "player_rebounds"}
    assert _copied(_markets(points[:9], points[:9])) == set(), "too few to tell"
    assert _copied([*_markets(points, points), *_markets(points, rebounds, "b")]) == {
        "player_rebounds"
    }
    elsewhere = [o for o in _markets(points, points) if o["market"] == "player_points"]
    assert (
        _copied(
            [*elsewhere, *[o | {"bookmaker": "b", "market": "player_rebounds"} for o in elsewhere]]
        )
        == set()
    )


def _reference(*offers: Offer) -> list[Any]:
    def chosen(rows: Any) -> Any:
        return reference_line.function(with_suspicion(rows))

    rows = _evaluated([*offers], chosen)
    assert all(row.keys() == ReferenceLine.columns.keys() for row in rows)
    return [(row["bookmaker"], row["line"], row["over_price"]) for row in rows]


def test_a_suspect_offer_gives_way_to_any_that_stands() -> None:
    wrong, right = _offer("draftkings", 130, 110), _offer("zebra", -110, -110, line=21.5)
    assert _reference(wrong, right) == [("zebra", 21.5, -110)]
    assert _reference(wrong) == [("draftkings", 20.5, None)], "its prices say nothing"


def test_an_alternate_line_never_becomes_the_reference() -> None:
    alternate = _offer("draftkings", -110, -110, line=15.5, is_alternate=True)
    assert _reference(alternate, _offer("fanduel", -140, 110)) == [("fanduel", 20.5, -140)]
    assert _reference(alternate) == []


def test_a_copied_market_has_no_reference_line() -> None:
    points = [6.5, 8.5, 11.5, 14.5, 15.5, 18.5, 21.5, 24.5, 27.5, 30.5]
    reference = sorted(_reference(*_markets(points, points)))
    assert reference == [("a", line, -110) for line in sorted(points)]


def test_markets_that_are_not_predicted_have_no_reference_line() -> None:
    assert _reference(_offer("a", 300, -400, market="player_double_double", line=0.5)) == []


prices = st.one_of(st.none(), st.integers(-400, -100), st.integers(100, 400))
quotes = st.lists(st.tuples(prices, prices), min_size=1, max_size=6, unique=True)


@given(st.lists(quotes, min_size=5, max_size=10))
@settings(max_examples=15)
def test_the_order_of_books_does_not_matter_and_no_offer_is_lost(
    games: list[list[tuple[float | None, float | None]]],
) -> None:
    """Some games' quotes at a time, as a query costs more than its rows do."""
    offers = [
        _offer(f"book {n}", over, under, game_id=f"g{game}")
        for game, quoted in enumerate(games)
        for n, (over, under) in enumerate(quoted)
    ]
    reasons = _by_game(offers)
    assert reasons.keys() == {(offer["game_id"], offer["bookmaker"]) for offer in offers}
    assert reasons == _by_game(offers[::-1])


def _by_game(offers: list[Offer]) -> dict[tuple[str, str], str | None]:
    return {(row["game_id"], row["bookmaker"]): row["suspect"] for row in _evaluated(offers)}
