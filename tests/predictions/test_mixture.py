"""Mixtures of a usual and a short game: against sums over their own probabilities."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammaln, psi

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.distributions.mixture import CountMixture
from tipoff.predictions.distributions.mixture_head import (
    USUAL_HEAD,
    MixtureHead,
    _loss,
    _terms,
    fit_mixture_head,
)
from tipoff.predictions.distributions.term_sums import Counts

NAN = float("nan")
mixtures = st.builds(
    lambda *p: CountMixture(*(np.array([v]) for v in p)),
    st.floats(0.1, 40),
    st.floats(1.05, 6),
    st.floats(0, 0.3),
    st.floats(0, 0.5),
    st.floats(0.05, 1),
    st.floats(1.05, 6),
)
COUNTS = np.arange(600.0)


def _pmf(outcome: CountMixture) -> np.ndarray:
    return np.asarray(np.exp(outcome.log_pmf(COUNTS)))


@given(mixtures)
def test_moments_and_distribution_are_sums_over_the_probabilities(outcome: CountMixture) -> None:
    share = _pmf(outcome)
    assert share.sum() == pytest.approx(1, abs=1e-9)
    assert outcome.mean[0] == pytest.approx(share @ COUNTS, rel=1e-6)
    second = share @ COUNTS**2
    assert outcome.variance[0] == pytest.approx(second - outcome.mean[0] ** 2, rel=1e-5)
    assert outcome.cdf(COUNTS[:80]) == pytest.approx(np.cumsum(share)[:80], abs=1e-9)


@given(mixtures, st.floats(0.001, 0.999))
def test_a_quantile_is_the_least_count_that_reaches_it(outcome: CountMixture, p: float) -> None:
    quantile = float(outcome.quantile(p)[0])
    assert outcome.cdf(quantile)[0] >= p
    assert quantile == 0 or outcome.cdf(quantile - 1)[0] < p


@given(mixtures, st.integers(0, 80))
def test_the_ranked_score_is_the_sum_of_squared_gaps(outcome: CountMixture, actual: int) -> None:
    gaps = np.cumsum(_pmf(outcome)) - (actual <= COUNTS)
    assert outcome.crps([float(actual)])[0] == pytest.approx((gaps**2).sum(), abs=1e-6)


@given(st.floats(0.1, 40), st.floats(1.05, 5), st.floats(0, 0.3), st.integers(0, 60))
def test_one_component_is_the_negative_binomial(
    mean: float, dispersion: float, zero: float, actual: int
) -> None:
    plain = NegativeBinomial1.of([mean], [dispersion], [zero])
    mixture = CountMixture.single(plain)
    assert mixture.median() == plain.median()
    assert mixture.log_pmf(actual) == pytest.approx(plain.log_pmf(actual))
    assert mixture.crps([float(actual)]) == pytest.approx(plain.crps([actual]), abs=1e-7)
    assert mixture.interval(0.9) == plain.interval(0.9)


def test_what_is_unknown_stays_unknown_and_rows_do_not_depend_on_each_other() -> None:
    parameters = ([10.0, NAN, 3.0], [2.0, NAN, 1.5], [0.01, NAN, 0.1])
    low = ([0.2, NAN, 0.1], [0.4, NAN, 0.5], [2.0, NAN, 1.2])
    many = CountMixture(*(np.array(p) for p in (*parameters, *low)))
    actual = np.array([40.0, 2.0, 0.0])
    for answer in (many.crps(actual), many.median(), many.cdf(5.0), many.p_over(4.5)):
        assert np.isnan(answer).tolist() == [False, True, False]
    for place in (0, 2):
        alone = many[np.array([place])]
        assert alone.crps(actual[[place]])[0] == many.crps(actual)[place]


def test_a_scaled_mixture_keeps_its_shape() -> None:
    head = MixtureHead(tuple(np.linspace(-0.2, 0.2, 3 * (3 + 2) + 4)))
    outcome = head.distribution(np.array([8.0, 20.0]), np.array([[0.0, 1.0], [1.0, 0.0]]))
    twice = outcome.scaled(np.array([2.0, 2.0]))
    assert twice.mean == pytest.approx(2 * outcome.mean)
    assert twice.low_share.tolist() == outcome.low_share.tolist()


def test_a_head_keeps_the_mean_it_is_given_and_its_text() -> None:
    chance = np.random.default_rng(0)
    mean, read = chance.uniform(0.1, 30, 50), chance.normal(0, 1, (2, 50))
    head = MixtureHead(tuple(chance.normal(0, 0.3, 3 * 5 + 4)))
    assert head.distribution(mean, read).mean == pytest.approx(mean)
    again = MixtureHead.from_json(head.to_json())
    assert again.distribution(mean, read).dispersion == pytest.approx(
        head.distribution(mean, read).dispersion, rel=1e-6
    )
    assert USUAL_HEAD.distribution(mean, read).mean == pytest.approx(mean)


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_the_gradient_is_that_of_the_loss(seed: int) -> None:
    chance = np.random.default_rng(seed)
    log_mean, read = chance.normal(1.3, 0.6, 60), chance.normal(0, 0.6, (2, 60))
    drawn = chance.poisson(np.exp(log_mean) * chance.gamma(3, 1 / 3, 60)).astype(np.float64)
    counts = Counts.of(np.sort(drawn)[::-1])
    at, terms = chance.normal(0, 0.1, 3 * 5 + 4), _terms(log_mean, read)
    _, gradient = _loss(at, counts, terms)
    for place in range(len(at)):
        step = np.zeros(len(at))
        step[place] = 1e-6
        up, down = (_loss(at + s, counts, terms)[0] for s in (step, -step))
        assert gradient[place] == pytest.approx((up - down) / 2e-6, abs=1e-5)


def test_a_fit_finds_short_nights_that_one_component_cannot_hold() -> None:
    chance = np.random.default_rng(4)
    mean, nothing = chance.uniform(8, 25, 6_000), np.zeros((1, 6_000))
    truth = CountMixture.around(mean, *(np.full(6_000, v) for v in (1.6, 0.01, 0.15, 0.35, 1.8)))
    usual = chance.random(6_000) >= 0.15
    counts = np.where(
        usual,
        chance.negative_binomial(truth.count_mean / 0.6, 1 / 1.6),
        chance.negative_binomial(truth.count_mean * 0.35 / 0.8, 1 / 1.8),
    ).astype(np.float64)
    fitted = fit_mixture_head(counts, mean, nothing).distribution(mean, nothing)
    gap = (truth.log_pmf(counts) - fitted.log_pmf(counts)).mean()
    assert gap < 0.01, "nearly as good as the truth"
    assert 0.08 < fitted.low_share.mean() < 0.25


@given(st.lists(st.integers(0, 70), min_size=1, max_size=30), st.integers(0, 10_000))
def test_a_rising_product_is_a_ratio_of_gamma_functions(drawn: list[int], seed: int) -> None:
    counts = np.array(sorted(drawn, reverse=True), np.float64)
    size = np.exp(np.random.default_rng(seed).uniform(-5, 10, len(counts)))
    log, slope = Counts.of(counts).rising(size)
    assert log == pytest.approx(gammaln(counts + size) - gammaln(size), rel=1e-9, abs=1e-9)
    assert slope == pytest.approx(psi(counts + size) - psi(size), rel=1e-9, abs=1e-9)
