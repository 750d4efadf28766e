"""What a model knows that the market does not, and how both do at lines of each age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.predictions.evaluation.calibration import calibration_error
from tipoff.predictions.evaluation.grouped import in_groups
from tipoff.predictions.evaluation.intervals import Estimate, SlateMean, over_slates
from tipoff.predictions.evaluation.line_age import by_age
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.models.blending import expit, logit, market_probability, newton
from tipoff.predictions.models.systems import BLEND, LIGHTGBM
from tipoff.predictions.slate_score import LINED, NO_VIG, PRICED

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.evaluation.grouped import Group

KEYS = ("season", "market", "record", "prediction_time", "information", "system")
NUMBERS = ("predicted", "over", "over_price", "under_price", "age")
MIN_LINES = 500
"""Fewer, and a coefficient says nothing."""
Found = tuple["Group", str, str, Estimate]
"""Group with the system, population, metric and estimate."""
Lines = list[tuple["Group", dict[str, "FloatArray"]]]
"""What ``lines_decided`` returns."""


def lines_decided(rows: pa.Table) -> Lines:
    """Return what was decided at lines, by group: the published systems' probabilities and prices.

    Args:
        rows: the ``lines`` of ``graded_rows``.

    Returns:
        Of each group arrays of one shape, in the order of dates: ``day``, ``predicted``, ``over``
        (1 or 0), both prices, what they say as ``market``, and the line's ``age`` in minutes; NaN
        where a price or the age is not known.
    """
    return with_market(list(in_groups(rows, KEYS, NUMBERS)))


def calibration_errors(lines: Lines) -> Iterator[Found]:
    """Yield the calibration error at the line of what is published."""
    for group, of in lines:
        slates = of["day"].astype(np.int64)
        yield group, LINED, "ece_at_line", calibration_error(of["predicted"], of["over"], slates)


def losses_by_age(lines: Lines) -> Iterator[tuple[Group, str, str, SlateMean]]:
    """Yield the log loss at lines with both prices, by the lines' age, and the market's own."""
    for (*head, system), of in _priced(lines):
        for population, chosen in by_age(of["age"]).items():
            if not chosen.any():
                continue
            for name, predicted in ((system, of["predicted"]), (NO_VIG, of["market"])):
                if name == NO_VIG and system != LIGHTGBM:
                    continue
                loss = log_loss(predicted[chosen], of["over"][chosen])
                mean = over_slates(of["day"][chosen], loss)
                yield (*head, name), population, "log_loss_at_line", mean


def disagreements(lines: Lines) -> Iterator[Found]:
    """Yield the disagreement coefficient of each system that has not seen the line.

    In ``logit P(over) = a + b market + c (model - market)``, all in log odds, c is 0 for a model
    that knows nothing beyond the market and 1 for one that the market can be ignored for. It is the
    cleanest test of whether a model knows something.
    """
    for (*head, system), of in _priced(lines):
        if system == BLEND or len(of["over"]) < MIN_LINES:
            continue
        estimate = coefficient(of["predicted"], of["market"], of["over"], of["day"])
        yield (*head, system), PRICED, "disagreement", estimate


def coefficient(
    model: FloatArray, market: FloatArray, over: FloatArray, slate: FloatArray
) -> Estimate:
    """Return the weight of a model's disagreement with the market, with its 95 % interval.

    By maximum likelihood; its variance is the sandwich estimate with whole slates as clusters
    (Liang & Zeger, 1986), as the games of a date share their luck.

    Args:
        model: P(over) by the model, shape (n,).
        market: P(over) by the market, shape (n,).
        over: 1 where the count went over, else 0, shape (n,).
        slate: the date of each row, as a number, shape (n,).
    """
    told = logit(market)
    terms = np.stack([np.ones(len(told)), told, logit(model) - told])
    weights = newton(terms, over, np.array([0.0, 1.0, 0.0]), np.full(3, 1e-6))
    predicted = expit(weights @ terms)
    bread = np.linalg.inv((terms * (predicted * (1 - predicted))) @ terms.T)
    _, place = np.unique(slate, return_inverse=True)
    scores = np.stack([np.bincount(place, row * (over - predicted)) for row in terms])
    spread = 1.96 * float(np.sqrt((bread @ (scores @ scores.T) @ bread)[2, 2]))
    value = float(weights[2])
    return Estimate(value, value - spread, value + spread, len(over))


def _priced(lines: Lines) -> Lines:
    """Return the lines that have both prices."""
    known = [(group, of, ~np.isnan(of["over_price"] + of["under_price"])) for group, of in lines]
    return [(group, {n: v[priced] for n, v in of.items()}) for group, of, priced in known]


def with_market(found: Lines) -> Lines:
    """Return groups with ``market``, the probability of over by both prices; NaN without them.

    Each pair of prices is worked out once: a season has a few thousand on 100,000 lines.
    """
    if not found:
        return []
    over, under = (
        np.concatenate([of[name] for _, of in found]) for name in ("over_price", "under_price")
    )
    known = ~np.isnan(over + under)
    market = np.full(len(over), np.nan)
    pairs, place = np.unique(over[known] + 1j * under[known], return_inverse=True)
    market[known] = market_probability(pairs.real, pairs.imag)[place]
    parts = np.split(market, np.cumsum([len(of["day"]) for _, of in found])[:-1])
    return [(group, {**of, "market": own}) for (group, of), own in zip(found, parts, strict=True)]
