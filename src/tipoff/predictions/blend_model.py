"""Each month's blends: weights of the ensemble's members, and of model and market at the line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS, Market
from tipoff.features.arrays import row_indices, values_at
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS, LazyJobs
from tipoff.predictions.combined_slate import (
    ENSEMBLE_MEMBERS,
    KEYS,
    OFFER_COLUMNS,
    SLOT_COLUMNS,
    Slate,
)
from tipoff.predictions.models.blending import Blend, fit_at_line, fit_members
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.predictions.side_by_side import SideBySide
from tipoff.predictions.system_prediction import DISTRIBUTION
from tipoff.predictions.training.training_rows import COUNT_COLUMNS
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

MIN_ROWS = 1_000
"""Minimum graded rows for the ensemble's weights, and lines for those at the line. With fewer, only
LightGBM, or no blend, is used."""
BLENDED = (InformationSet.LINEUPS_EXPECTED, InformationSet.INACTIVES_KNOWN)
"""The sets with weights of their own; past games have no known morning lines to fit others on."""


class BlendModel(Schema):
    """The weights of one market, fitted for a month's first date with games."""

    trained_for = day(key=True, partition=True, meaning="the first date that uses them")
    market = text(key=True, choices=tuple(MARKETS), meaning="the market that is predicted")
    information = text(key=True, choices=tuple(BLENDED), meaning="what was known of lineups")
    weights = text(meaning="JSON: members of the ensemble, weights at the line, rows and lines")


@table(
    schema=BlendModel,
    every="month",
    reads={
        "system_prediction": past(YEAR),
        "reference_line": past(YEAR),
        "player_prop_offer": past(YEAR),
        "player_game_summary": past(YEAR),
    },
    columns={
        "system_prediction": [*SLOT_COLUMNS, "market", "system", *DISTRIBUTION],
        "player_game_summary": [*KEYS, *COUNT_COLUMNS],
    },
    values={"system_prediction": {"system": ENSEMBLE_MEMBERS, "information": BLENDED}},
    may_be_empty="at first",
)
def blend_model(
    system_prediction: Frame,
    reference_line: Frame,
    player_prop_offer: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = SERIAL_WORKERS,
) -> Frame:
    """Fit the weights on the predictions, lines and results of the year before.

    Lines with a margin outside 3 to 12 %, or a model probability outside 10 to 90 %, are left out:
    they are mistakes more often than opportunities.
    """
    (trained_for,) = dates
    year = SideBySide.of(system_prediction)
    played = row_indices(year.slots, player_game_summary)
    tables = system_prediction, reference_line, player_prop_offer, player_game_summary
    groups = [each for each in year.groups if each[0] in MARKETS]
    jobs = LazyJobs([partial(_job, year, played, each, *tables) for each in groups])
    return frame(
        BlendModel,
        {
            "trained_for": [trained_for] * len(groups),
            "market": [market for market, _ in groups],
            "information": [information for _, information in groups],
            "weights": workers.run(jobs, fit_blend),
        },
    )


@dataclass(frozen=True)
class BlendJob:
    """The inputs for fitting one market and information set's blend in another process.

    Args:
        name: the job's name in messages.
        market: the market.
        means: each system's expected counts in the slots that LightGBM predicts.
        actual: the actual counts in those slots, NaN for players who did not play.
        predictions: all systems' predictions where there is a line.
        lines: the reference lines.
        offers: the offers in their book's last capture before tip-off.
        results: the counts of players who played.
    """

    name: str
    market: Market
    means: Mapping[str, FloatArray]
    actual: FloatArray
    predictions: Frame
    lines: Frame
    offers: Frame
    results: Frame


def fit_blend(job: BlendJob) -> str:
    """Fit a job's weights and return the blend as JSON."""
    slate = Slate.of(job.predictions, job.lines, job.offers)
    results = values_at(_counted(job.results, job.market), row_indices(slate.rows, job.results))
    return _fit_at_line(_fit_ensemble(job.means, job.actual), slate, results).to_json()


def _job(
    year: SideBySide,
    played: IntArray,
    group: tuple[str, str],
    system_prediction: Frame,
    reference_line: Frame,
    player_prop_offer: Frame,
    player_game_summary: Frame,
) -> BlendJob:
    market = MARKETS[group[0]]
    slots, means = year.means(group, LIGHTGBM, ENSEMBLE_MEMBERS)
    lines, rows = _of_market(reference_line, market.key), year.rows(group)
    rows = rows[(row_indices(year.slots, lines) >= 0)[year.slot[rows]]]
    return BlendJob(
        f"the blend of {' of '.join(group)}",
        market,
        means,
        values_at(_counted(player_game_summary, market), played[slots]),
        system_prediction.take(rows),
        lines,
        standing_offers(player_prop_offer, market.key),
        player_game_summary.select([*KEYS, *market.counted]),
    )


def _counted(player_game_summary: Frame, market: Market) -> FloatArray:
    """Return a market's counts, shape (n,)."""
    return np.asarray(market.sum_of(player_game_summary).cast("float64").to_numpy())


def standing_offers(player_prop_offer: Frame, market: str) -> Frame:
    """Return a market's offers that are in their book's last capture before tip-off."""
    offers = _of_market(player_prop_offer.filter(player_prop_offer["stands"]), market)
    return offers.select(["game_id", "player_id", *OFFER_COLUMNS])


def _of_market(rows: Frame, market: str) -> Frame:
    import pyarrow.compute as pc

    return rows.filter(pc.equal(rows["market"], market))


def _fit_ensemble(means: Mapping[str, FloatArray], actual: FloatArray) -> Blend:
    """Fit the weights of the ensemble's members.

    Args:
        means: each system's expected counts, shape (n,).
        actual: actual counts, shape (n,), NaN for players who did not play.
    """
    is_known = ~np.isnan(actual) & ~np.isnan(means[LIGHTGBM])
    members = {LIGHTGBM: 1.0}
    if is_known.sum() >= MIN_ROWS:
        members = fit_members({n: v[is_known] for n, v in means.items()}, actual[is_known])
    return Blend(members, None, int(is_known.sum()), 0)


def _fit_at_line(blend: Blend, slate: Slate, actual: FloatArray) -> Blend:
    """Add the weights at the line to a blend, if there are enough lines to fit them on."""
    predicted = ~np.isnan(actual) & ~np.isnan(slate.outcomes[LIGHTGBM].mean)
    is_decided = predicted & ~np.isnan(slate.line) & (actual != slate.line)
    if is_decided.sum() < MIN_ROWS:
        return blend
    slate, actual = slate[is_decided], actual[is_decided]
    at_line = slate.at_line(slate.ensemble(blend))
    is_trainable = slate.is_trainable(at_line)
    if is_trainable.sum() < MIN_ROWS:
        return blend
    over = (actual > slate.line)[is_trainable].astype(np.float64)
    weights, leans = fit_at_line(at_line[is_trainable], over)
    return Blend(blend.members, weights, blend.rows, int(is_trainable.sum()), leans)
