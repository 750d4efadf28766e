"""The weights of the ensemble's members, and the blend of model and market: fitted, then applied.

**At a line** the blend is a regression of the outcome on the market's and the model's probability,
in log odds: ``logit p = w0 market + w1 d + lean of the book + step``, where the disagreement is
``d = 0.6 tanh((model - market) / 0.6)`` and the step applies where one side has no price. The
tanh limits the disagreement because a model far from the line is wrong more often than right: a
difference of 0.3 in log odds counts 0.28, one of 1.5 counts 0.59.

An example: the market has the over at 50 % (0 in log odds), the model at 60 % (0.405). With w0 = 1,
w1 = 0.25 and no lean, ``d = 0.6 tanh(0.676) = 0.353``: the blend is ``expit(0.088) = 52.2 %``.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.models.roots import roots
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_power

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.predictions.distributions.mixture import CountMixture

MARKET_RIDGE, DISAGREEMENT_RIDGE, LEAN_RIDGE = 200.0, 50.0, 200.0
"""Ridges that hold the weights at trusting the market alone, in units of Fisher information."""
MAX_DISAGREEMENT = 0.6
"""The largest disagreement that counts, in log odds."""
USUAL_IMPLIED = 110 / 210
"""Implied probability of -110, margin included: the usual price of either side of an even prop."""
MAX_PROBABILITY = 0.98
MIN_MODEL, MAX_MODEL = 0.1, 0.9
"""A model probability outside these limits means a wrong line or the wrong player."""
PROBABILITY_EPSILON = 1e-12
"""Probabilities are kept this far from 0 and 1, so that their log odds are finite."""
MAX_FACTOR = 4.0
"""The maximum ratio between the blended mean and the ensemble's, either way."""
STEPS = 25


@dataclass(frozen=True)
class AtLine:
    """The market's and the model's probabilities of props at their lines, arrays of shape (n,).

    Args:
        market: no-vig probability of over, given no push; NaN without a price.
        two_sided: whether both sides are priced.
        model: the ensemble's probability of over, given no push; NaN where it predicts nothing.
        book: the book that quotes the line.
    """

    market: FloatArray
    two_sided: BoolArray
    model: FloatArray
    book: Sequence[str]

    def __getitem__(self, rows: BoolArray) -> AtLine:
        book = [name for name, kept in zip(self.book, rows, strict=True) if kept]
        return AtLine(self.market[rows], self.two_sided[rows], self.model[rows], book)

    @property
    def is_trainable(self) -> BoolArray:
        """Return which lines the weights may be fitted on, shape (n,)."""
        return np.asarray((self.model >= MIN_MODEL) & (self.model <= MAX_MODEL))

    def terms(self, books: Sequence[str]) -> FloatArray:
        """Return the regression's terms, shape (3 + books, n); unknown ones are 0."""
        market = np.nan_to_num(logit(self.market))
        disagreement = np.nan_to_num(logit(self.model) - market)
        squashed = MAX_DISAGREEMENT * np.tanh(disagreement / MAX_DISAGREEMENT)
        books_of_rows = np.array(self.book, dtype=object)
        leans = [(books_of_rows == book).astype(np.float64) for book in books]
        return np.stack([market, squashed, (~self.two_sided).astype(np.float64), *leans])


@dataclass(frozen=True)
class Blend:
    """Weights of the ensemble's members, and of the market and the model at a line."""

    members: Mapping[str, float]
    weights: tuple[float, ...] | None
    """Weights of the market, the disagreement and the step; None where too few lines could be
    fitted."""
    rows: int
    """The number of graded rows that the members' weights are fitted on."""
    lines: int
    """The number of lines that the weights at the line are fitted on."""
    leans: Mapping[str, float] = field(default_factory=dict)
    """Book -> log odds by which overs exceed what its prices imply, shrunk to 0."""

    def mean(self, means: Mapping[str, FloatArray]) -> FloatArray:
        """Return the ensemble's mean, shape (n,).

        Members without a prediction are dropped and the weights of the others renormalised.
        """
        values = np.stack([means[name] for name in self.members])
        weights = np.array(list(self.members.values()))[:, None] * ~np.isnan(values)
        total = weights.sum(axis=0)
        summed = np.nansum(values * weights, axis=0)
        return np.asarray(np.where(total > 0, summed / np.where(total > 0, total, 1), np.nan))

    def p_over(self, at_line: AtLine) -> FloatArray:
        """Return the probability of over, given no push; NaN where the model predicts nothing.

        The terms are added one by one: a matrix product rounds differently with the number of rows,
        so that a row's result would depend on the other rows.
        """
        if self.weights is None:
            return np.full(len(at_line.market), np.nan)
        weights = [*self.weights, *self.leans.values()]
        total = np.zeros(len(at_line.market))
        for weight, term in zip(weights, at_line.terms(list(self.leans)), strict=True):
            total = total + weight * term
        return np.where(np.isnan(at_line.model), np.nan, expit(total))

    def to_json(self) -> str:
        """Return the blend as text."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Blend:
        """Return the blend that ``to_json`` wrote."""
        values = json.loads(text)
        weights = values.pop("weights")
        return cls(**values, weights=None if weights is None else tuple(weights))


def fit_members(means: Mapping[str, FloatArray], actual: FloatArray) -> dict[str, float]:
    """Return the non-negative weights, summing to 1, with the least squared error.

    Squared errors are divided by LightGBM's mean, as the variance of counts grows with the mean
    (Breiman, Stacked Regressions, 1996: non-negative weights).

    Args:
        means: each member's expected counts, shape (n,), including LightGBM's; NaN where a member
            predicts nothing.
        actual: actual counts, shape (n,).
    """
    from scipy.optimize import nnls

    members = [n for n, v in means.items() if np.isfinite(v).mean() > 0.5]
    table = np.column_stack([means[n] for n in members])
    known = np.isfinite(table).all(axis=1)
    scale = 1 / np.sqrt(np.maximum(means[LIGHTGBM][known], 0.05))
    fitted, _ = nnls(table[known] * scale[:, None], actual[known] * scale)
    total = fitted.sum()
    weights = dict(zip(members, fitted / total if total > 0 else fitted, strict=True))
    return {n: round(float(w), 4) for n, w in weights.items() if w > 0.0} or {LIGHTGBM: 1.0}


def fit_at_line(at_line: AtLine, over: FloatArray) -> tuple[tuple[float, ...], dict[str, float]]:
    """Fit the weights at the line by penalised maximum likelihood, drawn towards the market.

    Args:
        at_line: market and model at the line, arrays of shape (n,).
        over: 1 where the count went over, 0 where under, shape (n,).

    Returns:
        The weights of the market, the disagreement and the step, and the lean of each book.
    """
    books = sorted({*at_line.book})
    terms = at_line.terms(books)
    start = np.zeros(len(terms))
    start[0] = 1.0
    ridge = np.full(len(terms), LEAN_RIDGE)
    ridge[:2] = MARKET_RIDGE, DISAGREEMENT_RIDGE
    weights = np.round(newton(terms, over, start, ridge), 5)
    leans = dict(zip(books, map(float, weights[3:]), strict=True))
    return tuple(float(w) for w in weights[:3]), leans


def newton(terms: FloatArray, over: FloatArray, start: FloatArray, ridge: FloatArray) -> FloatArray:
    """Fit a logistic regression whose ridge holds each weight near its start; return the weights.

    Newton's method: the loss is convex, so a few steps converge.
    """
    weights = start.copy()
    for _ in range(STEPS):
        predicted = expit(weights @ terms)
        gradient = terms @ (predicted - over) + ridge * (weights - start)
        curvature = (terms * (predicted * (1 - predicted))) @ terms.T + np.diag(ridge)
        weights = weights - np.linalg.solve(curvature, gradient)
    return np.asarray(weights)


def market_probability(over_price: FloatArray, under_price: FloatArray) -> FloatArray:
    """Return the market's no-vig probability of over, shape (n,).

    A single price is compared with the usual price of an even prop; NaN without any price.
    """
    decimals = american_to_decimal(over_price), american_to_decimal(under_price)
    two_sided, _ = no_vig_power(*decimals)
    over, under = (logit(1 / decimal) - logit(np.array(USUAL_IMPLIED)) for decimal in decimals)
    one_sided = np.where(np.isnan(over), -under, over)
    return np.where(np.isnan(two_sided), expit(one_sided), two_sided)


def p_over_no_push(outcome: CountMixture, line: FloatArray) -> FloatArray:
    """Return P(over) given no push, shape (n,)."""
    over, under = outcome.sides(line)
    return np.asarray(over / (over + under))


def factor_at(outcome: CountMixture, line: FloatArray, p_over: FloatArray) -> FloatArray:
    """Return the log factor on the means at which the distributions give ``p_over`` at the line.

    Dispersion and shares are unchanged. A probability that no factor from 1/4 to 4 reaches gets the
    nearer of these limits.

    Args:
        outcome: the distributions, shape (n,).
        line: shape (n,).
        p_over: P(over) given no push, shape (n,).
    """
    target = _log_odds(p_over)

    def excess(log_factor: FloatArray, rows: IntArray) -> FloatArray:
        scaled = outcome[rows].scaled(np.exp(log_factor))
        return _log_odds(p_over_no_push(scaled, line[rows])) - target[rows]

    return roots(excess, -np.log(MAX_FACTOR), np.log(MAX_FACTOR), len(line))


def with_p_over(outcome: CountMixture, line: FloatArray, p_over: FloatArray) -> CountMixture:
    """Return the distributions with their means scaled so that they give ``p_over`` at the line."""
    return outcome.scaled(np.exp(factor_at(outcome, line, p_over)))


def logit(probability: FloatArray) -> FloatArray:
    """Return log(p / (1 - p)), with p limited to 0.02 to 0.98."""
    return _log_odds(np.clip(probability, 1 - MAX_PROBABILITY, MAX_PROBABILITY))


def expit(value: FloatArray) -> FloatArray:
    """Return the probability with this logit."""
    return np.asarray(1 / (1 + np.exp(-value)))


def _log_odds(probability: FloatArray) -> FloatArray:
    clipped = np.clip(probability, PROBABILITY_EPSILON, 1 - PROBABILITY_EPSILON)
    return np.asarray(np.log(clipped / (1 - clipped)))
