"""Each month's weights: of systems among each other, and against the market at its line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS, Market
from tipoff.features.arrays import places, taken
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import HERE, MadeWhenDue
from tipoff.predictions.combined_slate import ENSEMBLE_OF, KEYS, OFFERED, SLOTS, Slate
from tipoff.predictions.models.blending import Blend, fit_at_line, fit_members
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.predictions.side_by_side import SideBySide
from tipoff.predictions.system_prediction import DISTRIBUTION
from tipoff.predictions.training.training_rows import COUNTED
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

MIN_ROWS = 1_000
"""Fewer graded rows, or lines, and LightGBM or the market stands alone."""
BLENDED = (InformationSet.LINEUPS_EXPECTED, InformationSet.INACTIVES_KNOWN)
"""The sets that have weights of their own; lines of the morning of past games are not known."""


class BlendModel(Schema):
    """The weights of one market, as they stood on a month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date they are used on")
    market = text(key=True, choices=tuple(MARKETS), meaning="what is predicted")
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
        "system_prediction": [*SLOTS, "market", "system", *DISTRIBUTION],
        "player_game_summary": [*KEYS, *COUNTED],
    },
    values={"system_prediction": {"system": ENSEMBLE_OF, "information": BLENDED}},
    may_be_empty="at first",
)
def blend_model(
    system_prediction: Frame,
    reference_line: Frame,
    player_prop_offer: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = HERE,
) -> Frame:
    """Fit weights to how systems and lines did over the year before, on predictions made by then.

    Lines whose margin is not between 3 and 12 %, or of which the model says less than 10 % or more
    than 90 %, teach nothing: they are mistakes more often than chances.
    """
    (trained_for,) = dates
    year = SideBySide.of(system_prediction)
    played = places(year.slots, player_game_summary)
    read = system_prediction, reference_line, player_prop_offer, player_game_summary
    groups = [each for each in year.groups if each[0] in MARKETS]
    jobs = MadeWhenDue([partial(_job, year, played, each, *read) for each in groups])
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
    """The weights to fit of one market and information set, as another process is asked for them.

    Args:
        name: what a message calls it.
        market: what is predicted.
        means: what each system expects in the slots that LightGBM predicts.
        actual: what happened there, NaN of who did not play.
        predictions: those of all systems where there is a line.
        lines: the reference lines.
        offers: those that stand in their book's last capture before tip-off.
        results: the counts of those who played.
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
    """Return the weights that fit what happened, as JSON."""
    slate = Slate.of(job.predictions, job.lines, job.offers)
    results = taken(_counted(job.results, job.market), places(slate.rows, job.results))
    return _at_line(_weighed(job.means, job.actual), slate, results).to_json()


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
    slots, means = year.means(group, LIGHTGBM, ENSEMBLE_OF)
    lines, rows = _of_market(reference_line, market.key), year.rows(group)
    rows = rows[(places(year.slots, lines) >= 0)[year.slot[rows]]]
    return BlendJob(
        f"the blend of {' of '.join(group)}",
        market,
        means,
        taken(_counted(player_game_summary, market), played[slots]),
        system_prediction.take(rows),
        lines,
        standing(player_prop_offer, market.key),
        player_game_summary.select([*KEYS, *market.counted]),
    )


def _counted(player_game_summary: Frame, market: Market) -> FloatArray:
    """Return a market's counts, shape (n,)."""
    return np.asarray(market.sum_of(player_game_summary).cast("float64").to_numpy())


def standing(player_prop_offer: Frame, market: str) -> Frame:
    """Return the offers of a market that stand in their book's last capture before tip-off."""
    offers = _of_market(player_prop_offer.filter(player_prop_offer["stands"]), market)
    return offers.select(["game_id", "player_id", *OFFERED])


def _of_market(rows: Frame, market: str) -> Frame:
    import pyarrow.compute as pc

    return rows.filter(pc.equal(rows["market"], market))


def _weighed(means: Mapping[str, FloatArray], actual: FloatArray) -> Blend:
    """Return the weights of systems among each other.

    Args:
        means: what each system expects, shape (n,).
        actual: what happened, shape (n,), NaN of who did not play.
    """
    known = ~np.isnan(actual) & ~np.isnan(means[LIGHTGBM])
    members = {LIGHTGBM: 1.0}
    if known.sum() >= MIN_ROWS:
        members = fit_members({n: v[known] for n, v in means.items()}, actual[known])
    return Blend(members, None, int(known.sum()), 0)


def _at_line(blend: Blend, slate: Slate, actual: FloatArray) -> Blend:
    """Return the blend with its weights at the line, if there are enough lines to learn from."""
    predicted = ~np.isnan(actual) & ~np.isnan(slate.outcomes[LIGHTGBM].mean)
    settled = predicted & ~np.isnan(slate.line) & (actual != slate.line)
    if settled.sum() < MIN_ROWS:
        return blend
    slate, actual = slate[settled], actual[settled]
    at_line = slate.at_line(slate.ensemble(blend))
    rows = slate.teaches(at_line)
    if rows.sum() < MIN_ROWS:
        return blend
    over = (actual > slate.line)[rows].astype(np.float64)
    weights, leans = fit_at_line(at_line[rows], over)
    return Blend(blend.members, weights, blend.rows, int(rows.sum()), leans)
