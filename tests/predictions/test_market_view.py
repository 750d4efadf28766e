"""The view of the other books: leave-one-out, one vote per feed, different lines compared."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.market_view import believable, market_at, other_feeds_view
from tipoff.predictions.models.blending import factor_at, market_probability, p_over_no_push

MODEL = NegativeBinomial1.of([20.0], [2.0], [0.0])


def _quotes(*rows: tuple[str, float, float, float]) -> tuple[pa.Table, np.ndarray, CountMixture]:
    """(book, line, over price, under price) of one prop."""
    books, line, over, under = zip(*rows, strict=True)
    table = pa.table(
        {
            "bookmaker": books,
            "line": line,
            "over_price": over,
            "under_price": under,
            "is_alternate": [False] * len(rows),
            "suspect": pa.nulls(len(rows), pa.string()),
        }
    )
    place = np.zeros(len(rows), np.int64)
    return table, place, CountMixture.single(MODEL)[place]


def test_a_books_own_price_has_no_part_in_what_the_others_say() -> None:
    """Two books at even odds, and one that gives +150 on an over that is worth even odds."""
    quotes = _quotes(
        ("draftkings", 19.5, -110, -110),
        ("fanduel", 19.5, -110, -110),
        ("betmgm", 19.5, 150, -185),
    )
    market, _ = market_at(*quotes)
    assert market[2] == pytest.approx(0.5, abs=1e-6)
    own = market_probability(np.array([150.0]), np.array([-185.0]))[0]
    assert own < 0.42


def test_lines_of_other_numbers_say_the_same_in_the_form_of_a_factor() -> None:
    at_even = factor_at(CountMixture.single(MODEL), np.array([22.5]), np.array([0.5]))
    quotes = _quotes(
        ("draftkings", 19.5, -110, -110),
        ("fanduel", 22.5, -110, -110),
        ("betmgm", 22.5, -110, -110),
    )
    view = other_feeds_view(*quotes)
    assert view.log_factor[0] == pytest.approx(at_even[0])
    market, _ = market_at(*quotes)
    moved = CountMixture.single(MODEL).scaled(np.exp(at_even))
    assert market[0] == pytest.approx(p_over_no_push(moved, np.array([19.5]))[0])


def test_two_books_of_one_feed_have_one_vote() -> None:
    quotes = _quotes(
        ("draftkings", 19.5, -110, -110),
        ("betrivers", 19.5, 120, -150),
        ("unibet", 19.5, 120, -150),
        ("fanduel", 19.5, -110, -110),
    )
    view = other_feeds_view(*quotes)
    assert view.feeds.tolist() == [2, 2, 2, 2]
    alone = factor_at(
        CountMixture.single(MODEL),
        np.array([19.5]),
        market_probability(np.array([120.0]), np.array([-150.0])),
    )[0]
    even = factor_at(CountMixture.single(MODEL), np.array([19.5]), np.array([0.5]))[0]
    assert view.log_factor[0] == pytest.approx((alone + even) / 2)


def test_one_other_feed_is_no_consensus_and_a_price_stands_for_itself() -> None:
    quotes = _quotes(("draftkings", 19.5, -130, 105), ("fanduel", 19.5, -110, -110))
    assert np.isnan(other_feeds_view(*quotes).log_factor).all()
    market, two_sided = market_at(*quotes)
    assert market[1] == pytest.approx(0.5)
    assert market[0] > 0.52
    assert two_sided.all()


@pytest.mark.parametrize(
    ("over", "under", "holds"),
    [
        (-110, -110, True),
        (-150, 130, True),
        (110, 110, False),
        (-105, 104, False),
        (-190, -160, False),
    ],
)
def test_a_margin_is_believed_from_3_to_12_percent(over: float, under: float, holds: bool) -> None:
    assert bool(believable(np.array([over]), np.array([under]))[0]) is holds


def test_prices_that_cannot_be_believed_have_no_vote() -> None:
    quotes = _quotes(
        ("draftkings", 19.5, -110, -110),
        ("fanduel", 19.5, -110, -110),
        ("bovada", 19.5, 160, 130),
        ("betmgm", 19.5, -110, -110),
    )
    assert other_feeds_view(*quotes).feeds.tolist() == [2, 2, 3, 2]
