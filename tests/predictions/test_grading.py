"""One rule for what happened against a line, and scores that are computed from nothing else."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.analytics.prop_result import result_against_line
from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.prediction_grade import graded
from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE, SLOT, recommend

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
    found = graded(outcome, _floats(actual), _floats(line))
    return {name: column[0] for name, column in found.items()}


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
    found = _grade(None, 20.5)
    scores = ("median", "pit_low", "pit_high", "inside", "log_score", "crps")
    assert all(math.isnan(found[n]) for n in scores)


def test_scores_are_of_the_whole_distribution() -> None:
    outcome = NegativeBinomial1.of(20.0, 2.5, 0.01)
    found = _grade(26, 20.5)
    assert found["median"] == outcome.median()
    assert found["log_score"] == pytest.approx(-outcome.log_pmf(26))
    assert found["crps"] == pytest.approx(outcome.crps(26))
    assert found["pit_low"] == pytest.approx(outcome.cdf(25))
    assert found["pit_high"] == pytest.approx(outcome.cdf(26))
    assert found["inside"] == 1
    assert _grade(60, 20.5)["inside"] == 0


def _offers(*rows: tuple[str, float, float, float, bool]) -> pa.Table:
    """(book, line, expected value of over, of under, whether an alternate) of one player."""
    books, lines, over, under, alternate = zip(*rows, strict=True)
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
            "over_price": [-110.0 if not math.isnan(v) else None for v in over],
            "under_price": [-105.0 if not math.isnan(v) else None for v in under],
            "over_kelly_share": [0.1] * len(rows),
            "under_kelly_share": [0.2] * len(rows),
        }
    )


def _advice(*rows: tuple[str, float, float, float, bool]) -> dict[str, Any] | None:
    found = recommend(_offers(*rows)).to_pylist()
    return found[0] if found else None


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
