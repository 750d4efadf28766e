"""Sums of dependent counts, against sums that are drawn and against plain convolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tipoff.predictions.distributions.combination import (
    ResidualCorrelation,
    combined,
    residual_correlation,
)
from tipoff.predictions.distributions.distribution import NegativeBinomial1

if TYPE_CHECKING:
    from tipoff.predictions.distributions.count_distribution import FloatArray

PLAYERS: dict[str, list[tuple[float, float, float]]] = {
    "star": [(27, 2.8, 0.002), (8, 1.9, 0.01), (7, 1.8, 0.01)],
    "role": [(9, 3, 0.03), (4, 1.8, 0.03), (2, 1.5, 0.03)],
    "bench": [(3.5, 3.2, 0.15), (1.8, 1.7, 0.1), (0.8, 1.4, 0.1)],
}
INDEPENDENT = np.eye(3)
parts = st.builds(NegativeBinomial1.of, st.floats(0.1, 30), st.floats(1, 5), st.floats(0, 0.3))
shared = st.floats(-0.3, 0.9)


def _correlation(count: int, pair: float) -> FloatArray:
    return np.eye(count) * (1 - pair) + pair


def _drawn(player: list[NegativeBinomial1], latent: float, rows: int) -> FloatArray:
    """Counts of a Gaussian copula over the player's own distributions, shape (parts, rows)."""
    chance = np.random.default_rng(7)
    normal = chance.multivariate_normal(np.zeros(len(player)), _correlation(3, latent), rows)
    tables = [np.cumsum(part.pmf(300)[:-1]) for part in player]
    shares = stats.norm.cdf(normal.T)
    found = [np.searchsorted(t, u) for t, u in zip(tables, shares, strict=True)]
    return np.array(found, np.float64)


def _slate(player: list[NegativeBinomial1], rows: int) -> list[NegativeBinomial1]:
    return [part[None][np.zeros(rows, np.int64)] for part in player]


@pytest.mark.parametrize("name", PLAYERS)
@pytest.mark.parametrize("latent", [0.15, 0.3, 0.45])
def test_it_is_close_to_sums_that_are_drawn(name: str, latent: float) -> None:
    player = [NegativeBinomial1.of(*parameters) for parameters in PLAYERS[name]]
    drawn = _drawn(player, latent, 100_000)
    total = drawn.sum(axis=0)
    correlation = residual_correlation(_slate(player, 100_000), drawn).at(0)
    found, apart = combined(player, correlation), combined(player, INDEPENDENT)
    assert found.mean == pytest.approx(total.mean(), rel=0.01)
    assert found.variance == pytest.approx(total.var(), rel=0.03)
    assert found.cdf(0) == pytest.approx((total == 0).mean(), abs=0.01)
    lines = np.arange(0.5, np.quantile(total, 0.98))
    happened = (total[:, None] > lines).mean(axis=0)
    error, error_apart = (float(np.abs(d.p_over(lines) - happened).max()) for d in (found, apart))
    assert error < 0.016
    assert error < error_apart / 2.5
    for probability in (0.05, 0.25, 0.5, 0.75, 0.95):
        near = np.quantile(total, probability, method="inverted_cdf")
        assert abs(found.quantile(probability) - near) <= max(1, 0.02 * near)
    actual = total[:10_000]
    assert found.crps(actual).mean() < apart.crps(actual).mean()
    assert found.log_pmf(actual).mean() > apart.log_pmf(actual).mean()


@pytest.mark.parametrize("pair", [-0.2, 0.2, 0.4, 0.6])
def test_nothing_at_all_is_as_probable_as_in_a_gaussian_copula(pair: float) -> None:
    player = [NegativeBinomial1.of(*p) for p in [(6, 3, 0.3), (5, 3, 0.25), (4, 2.5, 0.2)]]
    correlation = _correlation(3, pair)
    limits = stats.norm.ppf([part.cdf(0) for part in player])
    exact = stats.multivariate_normal.cdf(limits, cov=correlation)
    assert combined(player, correlation).cdf(0) == pytest.approx(exact, rel=0.02)


@given(st.lists(parts, min_size=2, max_size=4), shared)
def test_mean_and_variance_are_the_sums_own(player: list[NegativeBinomial1], pair: float) -> None:
    if pair < -1 / len(player):
        return
    found = combined(player, _correlation(len(player), pair))
    deviations = [float(np.sqrt(part.variance)) for part in player]
    own = sum(d**2 for d in deviations)
    variance = (1 - pair) * own + pair * sum(deviations) ** 2
    assert found.mean == pytest.approx(sum(float(part.mean) for part in player))
    poisson = float(found.mean)  # the family knows no spread below its mean
    assert found.variance == pytest.approx(max(variance, poisson), rel=1e-5)


no_extra_zeros = st.builds(NegativeBinomial1.of, st.floats(0.5, 30), st.floats(1.2, 4))


@given(no_extra_zeros, no_extra_zeros)
def test_independent_parts_are_their_convolution(
    one: NegativeBinomial1, other: NegativeBinomial1
) -> None:
    found = combined([one, other], np.eye(2))
    exact = np.convolve(one.pmf(250)[:-1], other.pmf(250)[:-1])
    upto = np.arange(60)
    assert found.cdf(upto) == pytest.approx(np.cumsum(exact)[:60], abs=0.05)


def test_independent_parts_of_one_dispersion_are_exact() -> None:
    player = [NegativeBinomial1.of(mean, 2.5) for mean in (12.0, 5.0, 3.0)]
    found, exact = combined(player, INDEPENDENT), NegativeBinomial1.of(20.0, 2.5)
    assert found.pmf(80) == pytest.approx(exact.pmf(80), abs=1e-9)


@given(st.lists(parts, min_size=2, max_size=3), st.floats(0, 0.5), st.floats(0, 0.5))
def test_what_goes_together_spreads_further(
    player: list[NegativeBinomial1], one: float, other: float
) -> None:
    low, high = (combined(player, _correlation(len(player), pair)) for pair in sorted((one, other)))
    assert low.variance <= high.variance * (1 + 1e-9)


def test_a_slate_is_combined_as_row_by_row() -> None:
    chance = np.random.default_rng(2)
    slate = [NegativeBinomial1.of(chance.uniform(0.5, 20, 30), spread, 0.02) for spread in (3, 2)]
    slate[0].count_mean[4] = np.nan
    pair = chance.uniform(0, 0.5, 30)
    correlation = np.array([[np.ones(30), pair], [pair, np.ones(30)]])
    found = combined(slate, correlation)
    for row in range(30):
        alone = combined([part[row] for part in slate], correlation[:, :, row])
        assert found[row].p_over(14.5) == pytest.approx(alone.p_over(14.5), nan_ok=True)
    assert np.isnan(found.median()).nonzero()[0].tolist() == [4]


def test_hopeless_zeros_are_no_trouble() -> None:
    found = combined([NegativeBinomial1.of(900.0, 1.0)] * 2, _correlation(2, 0.5))
    assert found.median() == pytest.approx(1_800, abs=2)


def test_the_correlation_is_of_what_the_means_leave_open() -> None:
    player = [NegativeBinomial1.of(*parameters) for parameters in PLAYERS["star"]]
    slate, drawn = _slate(player, 40_000), _drawn(player, 0.4, 40_000)
    found = residual_correlation(slate, drawn).at(0)
    assert found == pytest.approx(_correlation(3, 0.4), abs=0.03)
    some_unknown = drawn.copy()
    some_unknown[1, ::2] = np.nan
    kept = [part[1::2] for part in slate]
    assert residual_correlation(slate, some_unknown).at(0) == pytest.approx(
        residual_correlation(kept, drawn[:, 1::2]).at(0)
    )
    assert combined(slate, found).variance[0] > combined(slate, INDEPENDENT).variance[0]


def test_where_minutes_are_unsteady_counts_go_together_more() -> None:
    player = [NegativeBinomial1.of(*parameters) for parameters in PLAYERS["role"]]
    drawn = np.hstack([_drawn(player, latent, 40_000) for latent in (0.1, 0.5)])
    unsteady = np.repeat([-1.0, 1.0], 40_000)
    found = residual_correlation(_slate(player, 80_000), drawn, unsteady)
    for v, latent in ((-1, 0.1), (1, 0.5)):
        apart = residual_correlation(_slate(player, 40_000), _drawn(player, latent, 40_000)).at(0)
        assert found.at(v) == pytest.approx(apart, abs=0.01)
    assert found.at([-1.0, 0.0, 1.0]).shape == (3, 3, 3)
    assert ResidualCorrelation.from_tuples(found.to_tuples()).at(0.3) == pytest.approx(
        found.at(0.3)
    )


def test_the_slope_on_volatility_by_hand() -> None:
    """Residuals (1, .5), (1, -.5) and (1, 1) at volatilities 0, 0 and 3, a thousand times each.

    Their products average 1/3, and the second's squares .5. Volatility less its mean of 1 is -1,
    -1 and 2: the slope of the products is (-.5 + .5 + 2) / 6 = 1/3, of the squares (-.25 - .25 + 2)
    / 6 = 1/4. Of 3,000 rows it is believed by 3,000 / 4,000, and by half of that, since the whole
    would leave no correlation at a volatility of -3: .125 and .09375, with the usual values at 0
    less as much: 1/3 - .125 and .5 - .09375.
    """
    part = NegativeBinomial1.of(np.full(3_000, 2.0), 2.0)  # a variance of 4: a deviation of 2
    residuals = np.tile([[1.0, 1.0, 1.0], [0.5, -0.5, 1.0]], 1_000)
    found = residual_correlation([part, part], 2 + 2 * residuals, np.tile([0.0, 0.0, 3.0], 1_000))
    assert found.slope == pytest.approx(np.array([[0, 0.125], [0.125, 0.09375]]))
    assert found.usual == pytest.approx(np.array([[1, 1 / 3 - 0.125], [1 / 3 - 0.125, 0.40625]]))


def test_a_slope_is_per_unit_of_volatility_however_little_it_varies() -> None:
    """The same residuals once, at 0, 0 and .03: (.02) / .0006 and .015 / .0006, by 3 / 1,003."""
    part = NegativeBinomial1.of(np.full(3, 2.0), 2.0)
    residuals = np.array([[1.0, 1.0, 1.0], [0.5, -0.5, 1.0]])
    found = residual_correlation([part, part], 2 + 2 * residuals, np.array([0.0, 0.0, 0.03]))
    expected = np.array([[0, 0.02], [0.02, 0.015]]) / 0.0006 * 3 / 1_003
    assert found.slope == pytest.approx(expected)


@given(st.integers(0, 10_000))
def test_whatever_is_fitted_is_a_correlation_at_every_volatility(seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = int(chance.integers(2, 40))
    slate = [NegativeBinomial1.of(chance.uniform(0.5, 20, rows), 2.0) for _ in range(3)]
    drawn = chance.poisson(6, (3, rows)).astype(np.float64)
    found = residual_correlation(slate, drawn, np.clip(chance.normal(size=rows) * 2, -3, 3))
    combined([part[:1][np.zeros(7, int)] for part in slate], found.at(np.linspace(-3, 3, 7)))


def test_a_correlation_of_nothing_is_refused() -> None:
    slate = [NegativeBinomial1.of([5.0, 6.0], 2.0)] * 2
    with pytest.raises(ValueError, match="at least two rows"):
        residual_correlation(slate, np.array([[3.0, np.nan], [np.nan, 4.0]]))


@pytest.mark.parametrize(
    ("count", "correlation", "said"),
    [
        (1, np.eye(1), "at least two"),
        (2, np.eye(3), "2 by 2"),
        (2, np.array([[1.0, 0.5], [0.2, 1.0]]), "no correlation matrix"),
        (2, np.array([[2.0, 0.5], [0.5, 1.0]]), "no correlation matrix"),
        (3, np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]), "no correlation matrix"),
    ],
)
def test_what_is_no_correlation_is_refused(count: int, correlation: FloatArray, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        combined([NegativeBinomial1.of(5, 2)] * count, correlation)
