"""The best price, the consensus of the books, and prices taken against the close."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.predictions.odds.book_quotes import Quotes, against_close, closing_line_value
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_multiplicative, no_vig_power

NAN = float("nan")
american = st.one_of(st.integers(-400, -100), st.integers(100, 400)).map(float)
price = st.one_of(st.just(NAN), american)
rows = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from([19.5, 20.5, 21.5]), price, price), max_size=40
)
Row = tuple[int, float, float, float]


def _quotes(quoted: list[Row], props: int = 5) -> Quotes:
    table = np.array(quoted, np.float64).reshape(-1, 4).T
    return Quotes(table[0].astype(np.int64), table[1], table[2], table[3], props)


TWO_PROPS: list[Row] = [
    (0, 20.5, -110, -110),
    (0, 20.5, -105, -115),
    (0, 20.5, 100, -130),
    (0, 24.5, 260, -340),
    (0, 21.5, 120, NAN),
    (1, 5.5, -150, 125),
    (1, 6.5, 110, -140),
]


def test_the_best_price_of_a_line_is_found_over_its_books() -> None:
    quotes = _quotes(TWO_PROPS, props=3)
    lines = np.array([20.5, 6.5, NAN])
    assert quotes.best("over", lines).tolist() == [2, 6, -1]
    assert quotes.best("under", lines).tolist() == [0, 6, -1]
    assert quotes.best("under", np.array([21.5, 5.5, 1.5])).tolist() == [-1, 5, -1]


def test_of_equal_prices_the_first_is_taken() -> None:
    quotes = _quotes([(0, 20.5, -115, -110), (0, 20.5, -105, -110), (0, 20.5, -105, -110)], 1)
    line = np.array([20.5])
    assert (quotes.best("over", line)[0], quotes.best("under", line)[0]) == (1, 0)


def test_the_common_line_is_what_most_books_quote_on_both_sides() -> None:
    assert _quotes(TWO_PROPS, props=2).common_line()[0] == 20.5


def test_among_alternates_quoted_as_often_the_evenest_is_the_main_line() -> None:
    ladder: list[Row] = [(0, 14.5, -400, 300), (0, 19.5, -112, -108), (0, 24.5, 350, -500)]
    assert _quotes(ladder, props=1).common_line() == pytest.approx([19.5])


def test_the_consensus_is_the_median_without_margin() -> None:
    consensus = _quotes(TWO_PROPS, props=2).consensus(np.array([20.5, 7.5]))
    alone = [
        float(no_vig_power(*american_to_decimal(pair))[0])
        for pair in ([-110, -110], [-105, -115], [100, -130])
    ]
    assert consensus.p_over[0] == pytest.approx(sorted(alone)[1])
    assert consensus.books.tolist() == [3, 0]
    assert np.isnan(consensus.p_over[1])
    assert np.isnan(consensus.line[1])


def test_nothing_quoted_is_nothing_known() -> None:
    quotes = _quotes([], props=2)
    consensus = quotes.consensus()
    assert np.isnan(consensus.line).all()
    assert np.isnan(consensus.p_over).all()
    assert quotes.best("over", np.array([20.5, NAN])).tolist() == [-1, -1]


@given(rows)
def test_it_is_what_a_loop_over_props_finds(quoted: list[Row]) -> None:
    quotes = _quotes(quoted)
    consensus = quotes.consensus(no_vig=no_vig_multiplicative)
    best = quotes.best("over", consensus.line)
    for prop in range(5):
        both = [r for r in quoted if r[0] == prop and not np.isnan(r[2] + r[3])]
        counts = {line: sum(r[1] == line for r in both) for line in {r[1] for r in both}}
        if not counts:
            assert np.isnan(consensus.line[prop])
            continue
        assert counts[consensus.line[prop]] == max(counts.values()) == consensus.books[prop]
        here: Any = [r for r in both if r[1] == consensus.line[prop]]
        shares = [float(no_vig_multiplicative(*american_to_decimal([r[2], r[3]]))[0]) for r in here]
        assert consensus.p_over[prop] == pytest.approx(float(np.median(shares)))
        offers = [
            r[2]
            for r in quoted
            if r[0] == prop and r[1] == consensus.line[prop] and not np.isnan(r[2])
        ]
        taken = american_to_decimal(quotes.over[best[prop]])
        assert taken == pytest.approx(max(float(american_to_decimal(offer)) for offer in offers))


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_books_changes_nothing(quoted: list[Row], chance: Any) -> None:
    first = _quotes(quoted).consensus()
    shuffled = list(quoted)
    chance.shuffle(shuffled)
    second = _quotes(shuffled).consensus()
    assert np.array_equal(first.line, second.line, equal_nan=True)
    assert np.allclose(first.p_over, second.p_over, equal_nan=True)


def test_impossible_quotes_are_refused() -> None:
    with pytest.raises(ValueError, match="from 0 to 0"):
        _quotes([(1, 20.5, -110, -110)], props=1)
    with pytest.raises(ValueError, match="one length"):
        Quotes(np.array([0]), np.array([1.5, 2.5]), np.array([-110.0]), np.array([-110.0]), 1)


def test_a_better_price_than_the_close_has_value() -> None:
    gain = against_close(
        ["over", "under", "over", "under", "over"],
        [22.5, 22.5, 22.5, 22.5, 22.5],
        [2.1, 1.9, 1.9, 1.9, 1.9],
        [22.5, 22.5, 23.5, 23.5, NAN],
        [0.5, 0.5, 0.5, 0.5, 0.5],
    )
    assert gain.gain[:2] == pytest.approx([0.05, -0.05])
    assert np.isnan(gain.gain[2:]).all()
    assert gain.points[:4].tolist() == [0, 0, 1, -1]
    assert np.isnan(gain.points[4])


@given(st.floats(0.05, 0.95), st.floats(1.01, 20))
def test_a_price_is_worth_its_excess_over_the_fair_one(p_over: float, taken: float) -> None:
    gain = against_close("over", 20.5, taken, 20.5, p_over)
    assert gain.gain == pytest.approx(taken * p_over - 1)


def test_a_side_is_over_or_under() -> None:
    with pytest.raises(ValueError, match="over or under"):
        against_close(["draw"], [1.5], [2.0], [1.5], [0.5])


@given(st.floats(1.01, 20), st.floats(1.01, 20))
def test_the_last_price_itself_has_no_closing_line_value(taken: float, closing: float) -> None:
    assert closing_line_value(closing, closing) == 0
    assert (closing_line_value(taken, closing) > 0) == (taken / closing > 1)
    assert closing_line_value(2.10, 2.00) == pytest.approx(0.05)
