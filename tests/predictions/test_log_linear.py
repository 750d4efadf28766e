"""The log-linear start of boosted counts: what it learns, and that rows are independent."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipoff.predictions.models.gradient_boosting import PARAMETERS, BoostedMean
from tipoff.predictions.models.log_linear import MISSING, SQUARE, LogLinear, fit_log_linear
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster

ROWS = 6_000
MINUTES, RATE, CONSTANT, NOISE = range(4)


@pytest.fixture(scope="module")
def rows() -> Any:
    """Minutes and a rate, something that is always the same, and noise with gaps."""
    chance = np.random.default_rng(4)
    minutes, rate = chance.uniform(2, 40, ROWS), chance.uniform(0.1, 1.2, ROWS)
    noise = np.where(chance.random(ROWS) < 0.1, np.nan, chance.normal(0, 1, ROWS))
    return np.column_stack([minutes, rate, np.full(ROWS, 3.0), noise]).astype(np.float32)


@pytest.fixture(scope="module")
def mean(rows: Any) -> Any:
    """The true mean: a product, a fifth less where the noise is missing."""
    product = rows[:, MINUTES].astype(np.float64) * rows[:, RATE]
    return product * np.where(np.isnan(rows[:, NOISE]), 0.8, 1.0)


@pytest.fixture(scope="module")
def fitted(rows: Any, mean: Any) -> LogLinear:
    """A start fitted on counts drawn around it."""
    counts = np.random.default_rng(5).poisson(mean).astype(np.float64)
    return fit_log_linear(rows, counts, [MINUTES])


def test_it_finds_a_product(fitted: LogLinear, rows: Any, mean: Any) -> None:
    error = fitted.linear(rows) - np.log(mean)
    usual = (rows[:, MINUTES] > 5) & (rows[:, RATE] > 0.25)
    assert np.abs(error[usual]).mean() < 0.04
    assert np.exp(fitted.linear(rows)).mean() == pytest.approx(mean.mean(), rel=0.01)


def test_it_has_terms_of_what_there_is(fitted: LogLinear) -> None:
    terms = {(term.place, term.kind) for term in fitted.terms}
    assert (MINUTES, SQUARE) in terms
    assert (NOISE, MISSING) in terms
    assert (MINUTES, MISSING) not in terms
    assert CONSTANT not in {place for place, _ in terms}


def test_its_text_is_all_it_needs(fitted: LogLinear) -> None:
    assert LogLinear.from_json(fitted.to_json()) == fitted


@settings(max_examples=25, deadline=None)
@given(first=st.integers(0, ROWS - 1), count=st.integers(1, 40))
def test_a_row_is_the_same_whatever_stands_beside_it(
    fitted: LogLinear, rows: Any, first: int, count: int
) -> None:
    part = slice(first, first + count)
    assert np.array_equal(fitted.linear(rows[part]), fitted.linear(rows)[part])


def test_an_outlier_and_an_unknown_row_stay_within_bounds(fitted: LogLinear, rows: Any) -> None:
    odd = rows[:2].copy()
    odd[0], odd[1] = 1e9, np.nan
    assert np.all(np.isfinite(fitted.linear(odd)))
    assert np.exp(fitted.linear(odd))[1] < 2 * np.exp(fitted.linear(rows)).mean()


@pytest.mark.parametrize("lone", [0, 1, 3])
def test_features_that_are_missing_together_have_no_huge_opposite_weights(
    rows: Any, mean: Any, lone: int
) -> None:
    """Three features lack the same rows; of ``lone`` rows more, one of them alone is missing."""
    unknown = np.isnan(rows[:, [NOISE]])
    three = np.where(unknown, np.nan, np.random.default_rng(8).normal(size=(ROWS, 3)))
    known = np.flatnonzero(~unknown)
    three[known[:lone], 0] = np.nan
    together = np.column_stack([rows, three]).astype(np.float32)
    counts = np.random.default_rng(5).poisson(mean).astype(np.float64)
    fitted = fit_log_linear(together, counts)
    assert np.abs(fitted.weights).max() < 1.0
    error = fitted.linear(together) - np.log(mean)
    assert np.abs(error[known[: lone + 50]]).mean() < 0.3
    assert np.exp(fitted.linear(together)).mean() == pytest.approx(mean.mean(), rel=0.02)
    terms = [term for term in fitted.terms if term.kind == MISSING]
    assert len(terms) == (1 if lone == 0 else 2)


@pytest.mark.parametrize("mean", [0.004, 60.0])
def test_it_settles_on_few_rows_of_any_count(mean: float) -> None:
    chance = np.random.default_rng(6)
    few = chance.lognormal(0, 2, (300, 30)).astype(np.float32)
    counts = chance.poisson(mean, 300).astype(np.float64)
    expected = np.exp(fit_log_linear(few, counts, [0, 1]).linear(few))
    assert expected.mean() == pytest.approx(max(counts.mean(), 0.0), abs=0.05 * mean + 0.01)


def test_trees_go_on_where_the_start_ends(rows: Any, mean: Any) -> None:
    step = np.where(rows[:, NOISE] > 1, 1.5, 1.0)  # no product tells it
    counts = np.random.default_rng(7).poisson(mean * step).astype(np.float64)
    names = ("minutes", "rate", "constant", "noise")
    job = BoosterJob("a", rows, names, counts, PARAMETERS, 60, squared_logs=("minutes",))
    model = BoostedMean(train_booster(job), names)
    features = {name: rows[:, place].astype(np.float64) for place, name in enumerate(names)}
    start = np.exp(fit_log_linear(rows, counts, [MINUTES]).linear(rows))
    high, error = rows[:, NOISE] > 1.2, model.mean(features) / (mean * step) - 1
    assert np.abs(error[high]).mean() < 0.8 * np.abs(start / (mean * step) - 1)[high].mean()
    assert train_booster(job) == model.artifact
