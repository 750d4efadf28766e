"""One rule for the result against a line, and scores that follow from it alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.analytics.prop_result import result_against_line
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.prediction_grade import graded
from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE, SLOT, recommend

if TYPE_CHECKING:
    from collections.abc import Sequence

NAN = float("nan")
maybe_points = st.one_of(st.none(), st.integers(0, 60))
maybe_line = st.one_of(st.none(), st.integers(1, 120).map(lambda halves: halves / 2))


def _floats(*values: float | None) -> Any:
    return np.array([NAN if v is None else v for v in values], dtype=np.float64)


@given(maybe_points, maybe_line)
def test_the_result_against_a_line(actual: int | None, line: float | None) -> None:
    (result,) = result_against_line(_floats(actual), _floats(line))
    if line is None:
        assert result == "NO_LINE"
    elif actual is None:
        assert result == "VOID"
    else:
        assert result == ("OVER" if actual > line else "UNDER" if actual < line else "PUSH")


def _grade(actual: float | None, line: float | None, mean: float = 20.0) -> dict[str, Any]:
    outcome = CountMixture.single(NegativeBinomial1.of([mean], [2.5], [0.01]))
    grades = graded(outcome, _floats(actual), _floats(line))
    return {name: column[0] for name, column in grades.items()}


@pytest.mark.parametrize(
    ("actual", "line", "mean", "grade"),
    [
        (25, 18.5, 20, "HIT"),
        (15, 18.5, 20, "MISS"),
        (15, 24.5, 20, "HIT"),
        (25, 24.5, 20, "MISS"),
        (20, 20.0, 20, "PUSH"),
        (None, 20.5, 20, "VOID"),
        (25, None, 20, "NO_LINE"),
    ],
)
def test_the_more_probable_side_is_graded(
    actual: float | None, line: float | None, mean: float, grade: str
) -> None:
    assert _grade(actual, line, mean)["grade"] == grade


def test_the_probability_of_over_leaves_pushes_aside() -> None:
    outcome = NegativeBinomial1.of(20.0, 2.5, 0.01)
    over, under = outcome.p_over(20.0), outcome.p_under(20.0)
    assert _grade(25, 20.0, 20 / 0.99 * 0.99)["p_over"] == pytest.approx(over / (over + under))


def test_who_did_not_play_has_no_score() -> None:
    grade = _grade(None, 20.5)
    scores = ("median", "pit_low", "pit_high", "inside", "log_score", "crps")
    assert all(math.isnan(grade[n]) for n in scores)


def test_scores_are_of_the_whole_distribution() -> None:
    outcome = NegativeBinomial1.of(20.0, 2.5, 0.01)
    grade = _grade(26, 20.5)
    assert grade["median"] == outcome.median()
    assert grade["log_score"] == pytest.approx(-outcome.log_pmf(26))
    assert grade["crps"] == pytest.approx(outcome.crps(26))
    assert grade["pit_low"] == pytest.approx(outcome.cdf(25))
    assert grade["pit_high"] == pytest.approx(outcome.cdf(26))
    assert grade["inside"] == 1
    assert _grade(60, 20.5)["inside"] == 0


Offer = tuple[Any, ...]
"""Book, line, expected value of over and under, whether an alternate, and maybe both prices."""


def _offers(*rows: Offer) -> pa.Table:
    """Return one player's offers, at -110 over and -105 under if no prices are given."""
    full = [(*row, -110.0, -105.0)[:7] for row in rows]
    books, lines, over, under, alternate, over_price, under_price = zip(*full, strict=True)
    slot = {
        "game_id": "g",
        "player_id": 7,
        "market": "player_points",
        "prediction_time": "before-tip",
    }
    slot |= {"information": "inactives-known"}
    return pa.table(
        {
            **{n: [v] * len(rows) for n, v in slot.items()},
            "bookmaker": list(books),
            "line": list(lines),
            "over_expected_value": list(over),
            "under_expected_value": list(under),
            "is_alternate": list(alternate),
            "suspect": pa.nulls(len(rows), pa.string()),
            "over_price": _priced(over_price, over),
            "under_price": _priced(under_price, under),
            "over_kelly_share": [0.1] * len(rows),
            "under_kelly_share": [0.2] * len(rows),
        }
    )


def _priced(prices: Sequence[float], worths: Sequence[float]) -> pa.Array:
    """Return the prices, missing where a side has no worth."""
    known = zip(prices, worths, strict=True)
    return pa.array([p if not math.isnan(v) else None for p, v in known], pa.float64())


def _advice(*rows: Offer) -> dict[str, Any] | None:
    recommendation = recommend(_offers(*rows)).to_pylist()
    return recommendation[0] if recommendation else None


def test_the_offer_worth_most_is_taken_at_its_own_line_and_price() -> None:
    advice = _advice(("a", 20.5, 0.01, -0.1, False), ("b", 21.5, -0.02, 0.06, False))
    assert advice is not None
    assert (advice["bet_bookmaker"], advice["bet_line"]) == ("b", 21.5)
    assert (advice["recommendation"], advice["bet_price"]) == ("UNDER", -105)
    assert advice["bet_side"] == "under"
    assert (advice["expected_value"], advice["kelly_share"]) == (0.06, 0.2)
    assert advice["stake_share"] == 0.02


def test_a_small_edge_is_passed() -> None:
    advice = _advice(("a", 20.5, MINIMUM_EXPECTED_VALUE - 0.001, -0.1, False))
    assert advice is not None
    assert advice["recommendation"] == "PASS"
    assert advice["stake_share"] == 0


def test_a_suspect_price_is_no_bet_however_much_it_seems_worth() -> None:
    offers = _offers(("a", 20.5, 0.9, -0.9, False), ("b", 20.5, 0.03, -0.1, False))
    place = offers.column_names.index("suspect")
    marked = offers.set_column(place, "suspect", pa.array(["no margin", None]))
    (advice,) = recommend(marked).to_pylist()
    assert (advice["bet_bookmaker"], advice["expected_value"]) == ("b", 0.03)
    assert recommend(marked.slice(0, 1)).num_rows == 0


def test_alternates_and_lines_without_both_prices_are_no_bets() -> None:
    assert _advice(("a", 30.5, 0.9, -0.9, True)) is None
    assert _advice(("a", 20.5, 0.9, NAN, False)) is None
    assert recommend(_offers(("a", 20.5, 0.1, -0.2, False))).column_names[:5] == SLOT


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.floats(-0.3, 0.3), st.floats(-0.3, 0.3)),
        min_size=1,
        max_size=6,
    )
)
def test_advice_does_not_depend_on_the_order_of_offers(
    offers: list[tuple[str, float, float]],
) -> None:
    rows = [(b, 20.5 + n, o, u, False) for n, (b, o, u) in enumerate(offers)]
    assert _advice(*rows) == _advice(*reversed(rows))


def test_a_better_price_at_the_line_is_taken_even_if_it_is_said_to_be_worth_less() -> None:
    """Each offer is valued by the other books: under at -135 seems to be worth more than -132."""
    advice = _advice(
        ("a", 7.5, -0.1, 0.06, False, 105.0, -135.0), ("b", 7.5, -0.1, 0.03, False, 100.0, -132.0)
    )
    assert advice is not None
    assert (advice["bet_bookmaker"], advice["bet_price"]) == ("b", -132.0)
    assert (advice["recommendation"], advice["expected_value"]) == ("UNDER", 0.03)


def test_the_best_price_may_be_an_alternate_of_another_book_with_one_side_alone() -> None:
    """Book b's main line is 25.5; it has under 24.5 at +102 where book a's main line pays -105."""
    advice = _advice(
        ("a", 24.5, -0.1, 0.03, False, -115.0, -105.0),
        ("b", 25.5, -0.2, 0.01, False, -110.0, -110.0),
        ("b", 24.5, NAN, 0.025, True, 0.0, 102.0),
        ("b", 18.5, 0.9, NAN, True, 300.0, 0.0),
    )
    assert advice is not None
    assert (advice["bet_bookmaker"], advice["bet_line"]) == ("b", 24.5)
    assert (advice["bet_price"], advice["expected_value"]) == (102.0, 0.025)


def test_the_best_price_decides_whether_a_bet_is_worth_making() -> None:
    worse, best = ("a", 7.5, -0.1, 0.05, False), ("b", 7.5, -0.1, 0.01, False, -110.0, 101.0)
    advice = _advice(worse, best)
    assert advice is not None
    assert (advice["recommendation"], advice["bet_price"]) == ("PASS", 101.0)


prices = st.one_of(st.integers(-200, -100), st.integers(101, 200)).map(float)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([20.5, 21.5]),
            st.floats(-0.3, 0.3),
            st.floats(-0.3, 0.3),
            st.booleans(),
            prices,
            prices,
            st.booleans(),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_believed_price_beats_the_tickets_at_its_line_and_side(offers: list[Offer]) -> None:
    offer_rows = _offers(*((f"book{n}", *offer[:6]) for n, offer in enumerate(offers)))
    why = ["no margin" if offer[6] else None for offer in offers]
    place = offer_rows.column_names.index("suspect")
    offer_rows = offer_rows.set_column(place, "suspect", pa.array(why, pa.string()))
    believed = [row for row in offer_rows.to_pylist() if row["suspect"] is None]
    main = {row["line"] for row in believed if not row["is_alternate"]}
    advice = recommend(offer_rows).to_pylist()
    assert len(advice) == bool(main)
    for bet in advice:
        side, at = bet["bet_side"], [row for row in believed if row["line"] == bet["bet_line"]]
        assert bet["bet_line"] in main
        pays = [float(american_to_decimal(row[f"{side}_price"])) for row in at]
        assert float(american_to_decimal(bet["bet_price"])) == max(pays)
        (own,) = (row for row in at if row["bookmaker"] == bet["bet_bookmaker"])
        assert bet["expected_value"] == own[f"{side}_expected_value"]
        assert (bet["recommendation"] == "PASS") == (bet["expected_value"] < MINIMUM_EXPECTED_VALUE)
