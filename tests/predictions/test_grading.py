"""One rule for what happened against a line, and scores that are computed from nothing else."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.analytics.prop_result import result_against_line
from tipoff.predictions.prediction_grade import graded
from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE, recommend

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


def _grade(
    actual: float | None, line: float | None, p_over: float, p_under: float
) -> dict[str, Any]:
    values = {
        "points": actual, "line": line, "mean": 20.0, "median": 19.0, "low": 8.0, "high": 33.0,
        "dispersion": 2.5, "zero_share": 0.01,
        "p_over": p_over if line is not None else None,
        "p_under": p_under if line is not None else None,
    }  # fmt: skip
    found = graded({name: _floats(value) for name, value in values.items()})
    return {name: column[0] for name, column in found.items()}


@pytest.mark.parametrize(
    ("actual", "line", "p_over", "grade"),
    [
        (25, 20.5, 0.6, "HIT"),
        (15, 20.5, 0.6, "MISS"),
        (15, 20.5, 0.4, "HIT"),
        (25, 20.5, 0.4, "MISS"),
        (20, 20.0, 0.6, "PUSH"),
        (None, 20.5, 0.6, "VOID"),
        (25, None, 0.6, "NO_LINE"),
    ],
)
def test_the_more_probable_side_is_graded(
    actual: float | None, line: float | None, p_over: float, grade: str
) -> None:
    assert _grade(actual, line, p_over, 1 - p_over)["grade"] == grade


def test_scores_at_the_line_leave_pushes_aside() -> None:
    found = _grade(25, 20.0, 0.54, 0.36)
    assert found["log_loss"] == pytest.approx(-math.log(0.6))
    assert found["brier"] == pytest.approx(0.16)
    assert _grade(15, 20.0, 0.54, 0.36)["log_loss"] == pytest.approx(-math.log(0.4))


@pytest.mark.parametrize(("actual", "line"), [(20, 20.0), (None, 20.5), (25, None)])
def test_what_was_not_decided_has_no_score_at_the_line(
    actual: float | None, line: float | None
) -> None:
    found = _grade(actual, line, 0.6, 0.4)
    assert math.isnan(found["log_loss"])
    assert math.isnan(found["brier"])


def test_who_did_not_play_has_no_error() -> None:
    found = _grade(None, 20.5, 0.6, 0.4)
    assert all(math.isnan(found[n]) for n in ("error", "within_interval", "log_score", "crps"))


def test_errors_are_of_the_median() -> None:
    found = _grade(25, 20.5, 0.6, 0.4)
    assert (found["error"], found["within_interval"]) == (-6, 1)
    assert _grade(40, 20.5, 0.6, 0.4)["within_interval"] == 0


def _advice(
    p_over: float, over: float | None, under: float | None, line: float | None = 20.5
) -> Any:
    found = recommend(_floats(line), _floats(p_over), _floats(0.0), _floats(over), _floats(under))
    return found.choice[0], found.expected_value[0]


def test_without_a_line_or_its_prices_there_is_no_bet() -> None:
    assert _advice(0.9, -110, -110, line=None)[0] == "NO_LINE"
    assert _advice(0.9, -110, None)[0] == "PASS"
    assert _advice(0.9, None, None)[0] == "PASS"


def test_a_small_edge_is_passed_and_a_large_one_taken() -> None:
    assert _advice(0.55, -110, -110)[0] == "PASS"
    assert _advice(0.80, -110, -110)[0] == "OVER"
    assert _advice(0.20, -110, -110)[0] == "UNDER"


@given(st.floats(0.01, 0.99), st.integers(-300, -101), st.integers(-300, -101))
def test_a_bet_is_advised_exactly_where_it_is_worth_enough(
    p_over: float, over: int, under: int
) -> None:
    choice, value = _advice(p_over, over, under)
    assert (choice in ("OVER", "UNDER")) == (value >= MINIMUM_EXPECTED_VALUE)
    implied = {side: -price / (100 - price) for side, price in (("over", over), ("under", under))}
    market = implied["over"] / (implied["over"] + implied["under"])
    if choice == "OVER":
        assert p_over > market, "never against the model's own view of the price"
    if choice == "UNDER":
        assert p_over < market
