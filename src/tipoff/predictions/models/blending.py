"""How systems are weighed together, and how far the market is followed: fitted, then applied."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from tipoff.predictions.distributions.distribution import NegativeBinomial1
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.predictions.models.systems import FloatArray

TRUST = 200.0
"""How firmly the weights are held to the market's word, in the regression's own information."""
USUAL = 110 / 210
"""What -110 on either side implies, margin and all: the usual price of an even prop."""
FARTHEST = 0.98
BISECTIONS = 30
MOST_TIMES = 4.0
"""How far the blended mean may lie from the ensemble's, as a factor."""


@dataclass(frozen=True)
class AtLine:
    """What is known of props at their reference lines, arrays of shape (n,).

    Args:
        market: probability of over without margin, pushes aside; where one side alone is priced,
            as far as its price is from the usual one; NaN without a price.
        two_sided: whether both sides are priced.
        ensemble: what the ensemble says of the same; NaN where it says nothing.
        aware: what the market-aware model says of it; NaN where it says nothing.
    """

    market: FloatArray
    two_sided: npt.NDArray[np.bool_]
    ensemble: FloatArray
    aware: FloatArray

    def __getitem__(self, rows: npt.NDArray[np.bool_]) -> AtLine:
        return AtLine(
            self.market[rows], self.two_sided[rows], self.ensemble[rows], self.aware[rows]
        )

    def terms(self) -> FloatArray:
        """The regression's terms, shape (terms, n): an unknown one is 0, which moves nothing."""
        market = np.nan_to_num(logit(self.market))
        ensemble = np.nan_to_num(logit(self.ensemble) - market)
        aware = np.nan_to_num(logit(self.aware) - market)
        level = np.ones(len(market))
        return np.stack([market, ensemble, aware, level, ~self.two_sided]).astype(np.float64)


@dataclass(frozen=True)
class Blend:
    """Weights of the ensemble's members, and of the market and the models at a line.

    ``logit(P(over)) = market + ensemble (ensemble's - market's) + aware (aware's - market's) +
    level``, and a step where a side has no price; an unpriced line's market says even.
    """

    members: Mapping[str, float]
    weights: tuple[float, ...] | None
    rows: int
    lines: int

    def mean(self, means: Mapping[str, FloatArray]) -> FloatArray:
        """The ensemble's mean, shape (n,); who says nothing leaves his weight to the others."""
        values = np.stack([means[name] for name in self.members])
        weights = np.array(list(self.members.values()))[:, None] * ~np.isnan(values)
        total = weights.sum(axis=0)
        summed = np.nansum(values * weights, axis=0)
        return np.asarray(np.where(total > 0, summed / np.where(total > 0, total, 1), np.nan))

    def p_over(self, at_line: AtLine) -> FloatArray:
        """Return the probability of over, pushes aside; NaN where the ensemble predicts nothing.

        The terms are added one after the other: a matrix product rounds by how many rows it has,
        and a row would depend on the rows beside it.
        """
        if self.weights is None:
            return np.full(len(at_line.market), np.nan)
        said = expit((np.array(self.weights)[:, None] * at_line.terms()).sum(axis=0))
        return np.where(np.isnan(at_line.ensemble), np.nan, said)

    def to_json(self) -> str:
        """The blend as text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Blend:
        """The blend that ``to_json`` wrote."""
        values = json.loads(text)
        weights = values.pop("weights")
        return cls(**values, weights=None if weights is None else tuple(weights))


def fit_members(means: Mapping[str, FloatArray], actual: FloatArray) -> dict[str, float]:
    """Weights, summing to 1 and none negative, that would have erred least of late.

    Squared errors are divided by LightGBM's mean, which the variance of counts grows with
    (Breiman, Stacked Regressions, 1996: non-negative weights).

    Args:
        means: each member's, shape (n,), LightGBM's among them; NaN where it said nothing.
        actual: what happened, shape (n,).
    """
    from scipy.optimize import nnls

    named = [n for n, v in means.items() if np.isfinite(v).mean() > 0.5]
    table = np.column_stack([means[n] for n in named])
    known = np.isfinite(table).all(axis=1)
    scale = 1 / np.sqrt(np.maximum(means[LIGHTGBM][known], 0.05))
    found, _ = nnls(table[known] * scale[:, None], actual[known] * scale)
    total = found.sum()
    weights = dict(zip(named, found / total if total > 0 else found, strict=True))
    return {n: round(float(w), 4) for n, w in weights.items() if w > 0.0} or {LIGHTGBM: 1.0}


def fit_at_line(at_line: AtLine, over: FloatArray) -> tuple[float, ...]:
    """The weights at the line by penalised maximum likelihood, drawn towards the market's word.

    Args:
        at_line: what was known, of shape (n,).
        over: 1 where the count went over, 0 where under, shape (n,).
    """
    terms = at_line.terms()
    start = np.array([1.0, 0.0, 0.0, 0.0, 0.0])
    weights = start.copy()
    penalty = TRUST * np.array([1.0, 1.0, 1.0, 0.25, 1.0])
    for _ in range(25):  # Newton's steps; the loss is convex and they settle in a few
        said = expit(weights @ terms)
        gradient = terms @ (said - over) + penalty * (weights - start)
        curvature = (terms * (said * (1 - said))) @ terms.T + np.diag(penalty)
        weights = weights - np.linalg.solve(curvature, gradient)
    return tuple(float(w) for w in np.round(weights, 5))


def market_probability(over_price: FloatArray, under_price: FloatArray) -> FloatArray:
    """The market's probability of over without margin, shape (n,).

    Of one price alone, what it implies beside the usual price of an even prop; NaN without one.
    """
    decimals = american_to_decimal(over_price), american_to_decimal(under_price)
    both, _ = no_vig_power(*decimals)
    over, under = (logit(1 / decimal) - logit(np.array(USUAL)) for decimal in decimals)
    alone = np.where(np.isnan(over), -under, over)
    return np.where(np.isnan(both), expit(alone), both)


def decided(outcome: NegativeBinomial1, line: FloatArray) -> FloatArray:
    """P(over), pushes aside, shape (n,)."""
    over, under = outcome.p_over(line), outcome.p_under(line)
    return np.asarray(over / (over + under))


def moved_to(outcome: NegativeBinomial1, line: FloatArray, p_over: FloatArray) -> NegativeBinomial1:
    """The distributions with another mean, at which they say this of the line.

    Spread and extra zeros stay. Where the probability is out of reach within a factor of four of
    the mean, the nearest that is within it.

    Args:
        outcome: of shape (n,).
        line: shape (n,).
        p_over: pushes aside, shape (n,).
    """
    low = np.full(len(line), -np.log(MOST_TIMES))
    high = -low
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        short = decided(_scaled(outcome, middle), line) < p_over
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return _scaled(outcome, (low + high) / 2)


def _scaled(outcome: NegativeBinomial1, log_factor: FloatArray) -> NegativeBinomial1:
    return NegativeBinomial1(
        outcome.count_mean * np.exp(log_factor), outcome.dispersion, outcome.zero_share
    )


def logit(probability: FloatArray) -> FloatArray:
    """log(p / (1 - p)), with p kept from 0 and 1."""
    kept = np.clip(probability, 1 - FARTHEST, FARTHEST)
    return np.asarray(np.log(kept / (1 - kept)))


def expit(value: FloatArray) -> FloatArray:
    """The probability with this logit."""
    return np.asarray(1 / (1 + np.exp(-value)))
