"""The spread of LightGBM's predictions, fitted on predictions made before their games.

Heads are fitted anew in every second month of a season: what they say changes slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.markets import GRADED
from tipoff.features.arrays import chosen, numbers, places
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import HERE
from tipoff.predictions.distributions.mixture_head import HeadJob, fit_head
from tipoff.predictions.expected_counts import expected_count, predicted_markets
from tipoff.predictions.mean_prediction import KEYS, MEANS
from tipoff.predictions.model_dates import is_due
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP, GROUPS
from tipoff.predictions.spread_terms import SPREAD_TERMS, covariates
from tipoff.predictions.training.training_rows import COUNTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

FITTED_DAYS = 400
MONTHS = 2
MIN_ROWS = 2_000
"""Fewer predictions with a result, and the spread is that of the usual head."""
MAX_ROWS = {FINAL_GROUP: 16_000, EARLY_GROUP: 8_000}
"""Predictions a head is fitted on at most, by the information sets it is of."""


class DistributionHead(Schema):
    """The head of one market, as it stood on a month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date it is used on")
    market = text(key=True, choices=tuple(GRADED), meaning="what is predicted")
    serves = text(key=True, choices=GROUPS, meaning="the information sets it is of")
    parameters = text(meaning="JSON: those of the mixture head, in order")
    rows = integer(minimum=0, unit="predictions", meaning="that it was fitted on")


@table(
    schema=DistributionHead,
    every="month",
    reads={"mean_prediction": past(FITTED_DAYS), "player_game_summary": past(FITTED_DAYS)},
    columns={
        "mean_prediction": ["game_date", *KEYS, "information", *MEANS, *SPREAD_TERMS],
        "player_game_summary": [*KEYS, *COUNTED, "seconds"],
    },
    may_be_empty=True,
)
def distribution_head(
    mean_prediction: Frame, player_game_summary: Frame, dates: Dates, workers: Workers = HERE
) -> Frame:
    """Fit the spread of every market on the predictions of the 400 days before.

    The last word before tip-off has heads of its own; all earlier information sets share theirs. A
    sum of counts has a head on the summed means, fitted on the sum's own counts: that the counts of
    one night rise and fall together is in them.
    """
    (trained_for,) = dates
    at = places(mean_prediction, player_game_summary)
    rows, results = chosen(mean_prediction, at >= 0), player_game_summary.take(at[at >= 0])
    jobs: dict[tuple[str, str], HeadJob] = {}
    if is_due(trained_for, MONTHS, rows, MIN_ROWS):
        final = np.array([i == FINAL_GROUP for i in rows["information"].to_pylist()], bool)
        for group, of_group in ((FINAL_GROUP, final), (EARLY_GROUP, ~final)):
            found = _jobs(chosen(rows, of_group), chosen(results, of_group), MAX_ROWS[group])
            jobs |= {(market, group): job for market, job in found}
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
    """Yield each market of which there are enough predictions, and what its head is fitted on."""
    terms = {n: numbers(rows, n) for n in SPREAD_TERMS}
    for market in predicted_markets(rows):
        mean = expected_count(rows, market)
        known = ~np.isnan(mean)
        if known.sum() < MIN_ROWS:
            continue
        counts = np.asarray(market.sum_of(results).cast("float64").to_numpy())[known]
        read = covariates(mean, terms)[:, known]
        name = f"the spread of {market.key}"
        yield market.key, HeadJob(name, counts, mean[known], read, max_rows)
