"""Each month's heads: the spread of predictions, fitted on predictions made before their games.

Heads are fitted again every second month of a season, since they change slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import GRADED
from tipoff.features.arrays import numbers, row_indices, rows_where
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS
from tipoff.predictions.distributions.mixture_head import HeadJob, fit_head
from tipoff.predictions.expected_counts import expected_count, predicted_markets
from tipoff.predictions.mean_prediction import KEYS, MEANS
from tipoff.predictions.model_dates import is_due
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP, GROUPS
from tipoff.predictions.spread_terms import SPREAD_TERMS, covariates
from tipoff.predictions.training.training_rows import COUNT_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

FITTED_DAYS = 400
MONTHS = 2
MIN_ROWS = 2_000
"""Minimum predictions with a result for a head; without one, the usual head applies."""
MAX_ROWS = {FINAL_GROUP: 16_000, EARLY_GROUP: 8_000}
"""Group of information sets -> maximum predictions that its head is fitted on."""


class DistributionHead(Schema):
    """The head of one market, fitted for a month's first date with games."""

    trained_for = day(key=True, partition=True, meaning="the first date that uses it")
    market = text(key=True, choices=tuple(GRADED), meaning="the market that is predicted")
    serves = text(key=True, choices=GROUPS, meaning="the group of information sets that it serves")
    parameters = text(meaning="JSON: the mixture head's parameters in order")
    rows = integer(minimum=0, unit="predictions", meaning="predictions that it was fitted on")


@table(
    schema=DistributionHead,
    every="month",
    reads={"mean_prediction": past(FITTED_DAYS), "player_game_summary": past(FITTED_DAYS)},
    columns={
        "mean_prediction": ["game_date", *KEYS, "information", *MEANS, *SPREAD_TERMS],
        "player_game_summary": [*KEYS, *COUNT_COLUMNS, "seconds"],
    },
    may_be_empty=True,
)
def distribution_head(
    mean_prediction: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = SERIAL_WORKERS,
) -> Frame:
    """Fit the spread of every market on the predictions of the 400 days before.

    ``inactives-known`` has heads of its own; all earlier information sets share theirs. A
    combination has a head on the summed means, fitted on the summed counts, which contain the
    correlation of one game's counts.
    """
    (trained_for,) = dates
    indices = row_indices(mean_prediction, player_game_summary)
    rows, results = (
        rows_where(mean_prediction, indices >= 0),
        player_game_summary.take(indices[indices >= 0]),
    )
    jobs: dict[tuple[str, str], HeadJob] = {}
    if is_due(trained_for, MONTHS, rows, MIN_ROWS):
        final = np.array([i == FINAL_GROUP for i in rows["information"].to_pylist()], bool)
        for group, in_group in ((FINAL_GROUP, final), (EARLY_GROUP, ~final)):
            group_jobs = _jobs(
                rows_where(rows, in_group), rows_where(results, in_group), MAX_ROWS[group]
            )
            jobs |= {(market, group): job for market, job in group_jobs}
    return frame(
        DistributionHead,
        {
            "trained_for": [trained_for] * len(jobs),
            "market": [market for market, _ in jobs],
            "serves": [group for _, group in jobs],
            "parameters": workers.run([*jobs.values()], fit_head),
            "rows": [len(job.counts) for job in jobs.values()],
        },
    )


def _jobs(rows: Frame, results: Frame, max_rows: int) -> Iterator[tuple[str, HeadJob]]:
    """Yield each market with enough predictions, and the job that fits its head."""
    terms = {n: numbers(rows, n) for n in SPREAD_TERMS}
    for market in predicted_markets(rows):
        mean = expected_count(rows, market)
        is_known = ~np.isnan(mean)
        if is_known.sum() < MIN_ROWS:
            continue
        counts = np.asarray(market.sum_of(results).cast("float64").to_numpy())[is_known]
        head_covariates = covariates(mean, terms)[:, is_known]
        name = f"the spread of {market.key}"
        yield market.key, HeadJob(name, counts, mean[is_known], head_covariates, max_rows)
