"""Compare model and market at the line: information beyond the market, and loss by line age."""

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
"""Minimum number of lines for a disagreement coefficient."""
LineEstimate = tuple["Group", str, str, Estimate]
"""Group (its last part is the system), population, metric and estimate."""
Lines = list[tuple["Group", dict[str, "FloatArray"]]]
"""Groups of decided lines with their columns, as ``lines_decided`` returns them."""


def lines_decided(rows: pa.Table) -> Lines:
    """Return the decided lines by group: probabilities of the published systems, and prices.

    Args:
        rows: the table ``GradedRows.lines``.

    Returns:
        For each group, arrays of one shape in date order: ``day``, ``predicted``, ``over`` (1 or
        0), both prices, their no-vig probability ``market``, and the line's ``age`` in minutes; NaN
        where a price or the age is unknown.
    """
    return with_market(list(in_groups(rows, KEYS, NUMBERS)))


def calibration_errors(lines: Lines) -> Iterator[LineEstimate]:
    """Yield the calibration error at the line of each system."""
    for group, columns in lines:
        slates = columns["day"].astype(np.int64)
        yield (
            group,
            LINED,
            "ece_at_line",
            calibration_error(columns["predicted"], columns["over"], slates),
        )


def losses_by_age(lines: Lines) -> Iterator[tuple[Group, str, str, SlateMean]]:
    """Yield each system's and the market's log loss at two-sided lines, by the age of the line."""
    for (*key, system), columns in _priced(lines):
        for population, chosen in by_age(columns["age"]).items():
            if not chosen.any():
                continue
            for name, predicted in ((system, columns["predicted"]), (NO_VIG, columns["market"])):
                if name == NO_VIG and system != LIGHTGBM:
                    continue
                loss = log_loss(predicted[chosen], columns["over"][chosen])
                mean = over_slates(columns["day"][chosen], loss)
                yield (*key, name), population, "log_loss_at_line", mean


def disagreements(lines: Lines) -> Iterator[LineEstimate]:
    """Yield the disagreement coefficient of each system that has not seen the line.

    In ``logit P(over) = a + b market + c (model - market)``, all in log odds, c is 0 for a model
    that adds nothing to the market, and 1 for a model to which the market adds nothing. It is the
    cleanest test of whether a model has information of its own.
    """
    for (*key, system), columns in _priced(lines):
        if system == BLEND or len(columns["over"]) < MIN_LINES:
            continue
        estimate = coefficient(
            columns["predicted"], columns["market"], columns["over"], columns["day"]
        )
        yield (*key, system), PRICED, "disagreement", estimate


def coefficient(
    model: FloatArray, market: FloatArray, over: FloatArray, slate: FloatArray
) -> Estimate:
    """Return the weight of a model's disagreement with the market, with its 95 % interval.

    It is fitted by maximum likelihood. Its variance is the sandwich estimate with whole slates as
    clusters (Liang & Zeger, 1986), because outcomes of the same date are correlated.

    Args:
        model: P(over) by the model, shape (n,).
        market: P(over) by the market, shape (n,).
        over: 1 where the count went over, else 0, shape (n,).
        slate: the date of each row, as a number, shape (n,).
    """
    market_logit = logit(market)
    terms = np.stack([np.ones(len(market_logit)), market_logit, logit(model) - market_logit])
    weights = newton(terms, over, np.array([0.0, 1.0, 0.0]), np.full(3, 1e-6))
    predicted = expit(weights @ terms)
    bread = np.linalg.inv((terms * (predicted * (1 - predicted))) @ terms.T)
    _, place = np.unique(slate, return_inverse=True)
    scores = np.stack([np.bincount(place, row * (over - predicted)) for row in terms])
    margin = 1.96 * float(np.sqrt((bread @ (scores @ scores.T) @ bread)[2, 2]))
    value = float(weights[2])
    return Estimate(value, value - margin, value + margin, len(over))


def _priced(lines: Lines) -> Lines:
    """Return the lines that have both prices."""
    masked = [
        (group, columns, ~np.isnan(columns["over_price"] + columns["under_price"]))
        for group, columns in lines
    ]
    return [
        (group, {n: v[priced] for n, v in columns.items()}) for group, columns, priced in masked
    ]


def with_market(lines: Lines) -> Lines:
    """Add the column ``market``: the no-vig probability of over, NaN without both prices.

    Each distinct pair of prices is computed once: a season has a few thousand on 100,000 lines.
    """
    if not lines:
        return []
    over, under = (
        np.concatenate([columns[name] for _, columns in lines])
        for name in ("over_price", "under_price")
    )
    priced = ~np.isnan(over + under)
    market = np.full(len(over), np.nan)
    pairs, place = np.unique(over[priced] + 1j * under[priced], return_inverse=True)
    market[priced] = market_probability(pairs.real, pairs.imag)[place]
    parts = np.split(market, np.cumsum([len(columns["day"]) for _, columns in lines])[:-1])
    return [
        (group, {**columns, "market": own})
        for (group, columns), own in zip(lines, parts, strict=True)
    ]
