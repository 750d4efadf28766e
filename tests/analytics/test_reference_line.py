"""The reference line of a player, chosen by hand from the offers of books."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.worked_example import DAY, TIP, Outcome, Row, computed

TABLE = "reference_line"
ONE = TIP - timedelta(hours=1)


def _offer(
    book: str, line: float, over: float | None = -110, under: float | None = -110, **more: object
) -> Row:
    base: Row = {
        "game_id": "g1",
        "player_id": 7,
        "name_key": "al doe",
        "market": "player_points",
        "bookmaker": book,
        "line": line,
        "over_price": over,
        "under_price": under,
        "captured_at": ONE,
        "is_alternate": False,
        "stands": True,
        "opening_line": 21.5,
    }
    return {**base, **more}


def _chosen(*offers: Row) -> Outcome:
    return computed(TABLE, player_prop_offer=offers)


def test_every_column_of_the_chosen_line() -> None:
    """The line has moved from 21.5 to 23.5: 2."""
    _chosen(_offer("draftkings", 23.5, -115, -105), _offer("fanduel", 22.5)).expect(
        "game_id game_date player_id name_key market bookmaker line over_price under_price"
        " captured_at opening_line line_move",
        (
            "g1",
            DAY,
            7,
            "al doe",
            "player_points",
            "draftkings",
            23.5,
            -115.0,
            -105.0,
            ONE,
            21.5,
            2.0,
        ),
    )


@pytest.mark.parametrize(
    ("offers", "book"),
    [
        ((_offer("consensus", 20.5), _offer("betmgm", 22.5), _offer("fanduel", 23.5)), "fanduel"),
        ((_offer("consensus", 20.5), _offer("caesars", 22.5), _offer("betmgm", 23.5)), "betmgm"),
        ((_offer("consensus", 20.5),), "consensus"),
        # What a better book has only as an alternate, or has moved away from, is no reference.
        ((_offer("draftkings", 20.5, is_alternate=True), _offer("betmgm", 22.5)), "betmgm"),
        ((_offer("draftkings", 20.5, stands=False), _offer("betmgm", 22.5)), "betmgm"),
        # A suspect offer is one only where no other stands.
        ((_offer("draftkings", 20.5, suspect="no margin"), _offer("consensus", 22.5)), "consensus"),
    ],
)
def test_the_order_of_books(offers: tuple[Row, ...], book: str) -> None:
    _chosen(*offers).expect("bookmaker", (book,))


def test_a_suspect_offer_alone_is_the_line_without_its_prices() -> None:
    outcome = _chosen(_offer("draftkings", 20.5, 130, 130, suspect="both sides positive"))
    outcome.expect("line over_price under_price line_move", (20.5, None, None, -1.0))


def test_lines_copied_from_another_market_and_markets_nobody_predicts_are_no_reference() -> None:
    outcome = _chosen(
        _offer("draftkings", 20.5, suspect="lines of another market"),
        _offer("draftkings", 0.5, market="player_double_double"),
    )
    assert outcome.rows == []


def test_of_two_main_lines_of_a_book_the_one_nearest_even_money_then_the_lower() -> None:
    """-150 is 0.600 and +120 is 0.455: over 0.569. -115 and -105 are 0.535 and 0.512: 0.511."""
    _chosen(_offer("betmgm", 19.5, -150, 120), _offer("betmgm", 20.5, -115, -105)).expect(
        "line", (20.5,)
    )
    _chosen(_offer("betmgm", 20.5), _offer("betmgm", 19.5)).expect("line", (19.5,))
    _chosen(_offer("betmgm", 19.5, -110, None), _offer("betmgm", 20.5, -150, 120)).expect(
        "line", (20.5,)
    )


def test_a_line_whose_captures_are_unknown_has_no_opening_and_no_move() -> None:
    outcome = _chosen(_offer("consensus", 20.5, captured_at=None, opening_line=None))
    outcome.expect("captured_at opening_line line_move", (None, None, None))
