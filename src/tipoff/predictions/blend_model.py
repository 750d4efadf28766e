"""Each month's weights: of systems among each other, and against the market at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.domain.markets import MARKETS
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import past, table
from tipoff.predictions.combined_slate import ENSEMBLE_OF, Slate
from tipoff.predictions.lookup import beside
from tipoff.predictions.models.blending import Blend, fit_at_line, fit_members
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Dates, Frame
    from tipoff.predictions.models.systems import FloatArray

MINIMUM_ROWS = 1_000
"""Fewer graded rows, or lines, and LightGBM or the market stands alone."""


class BlendModel(Schema):
    """The weights of one market, as they stood on a month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date they are used on")
    market = text(key=True, choices=tuple(MARKETS), meaning="what is predicted")
    weights = text(meaning="JSON: members of the ensemble, weights at the line, rows and lines")


@table(
    schema=BlendModel,
    every="month",
    reads={
        "system_prediction": past(YEAR),
        "reference_line": past(YEAR),
        "player_game_summary": past(YEAR),
    },
    may_be_empty="at first",
)
def blend_model(
    system_prediction: Frame, reference_line: Frame, player_game_summary: Frame, dates: Dates
) -> Frame:
    """Weights by how systems and lines did over the year before, on predictions made by then."""
    import pyarrow.compute as pc

    (trained_for,) = dates
    said = system_prediction.filter(
        pc.equal(system_prediction["moment"], PredictionTime.BEFORE_TIP.value)
    )
    made = {}
    for market in said["market"].unique().to_pylist():
        of_market = said.filter(pc.equal(said["market"], market))
        lines = reference_line.filter(pc.equal(reference_line["market"], market))
        slate = Slate.of(of_market, lines)
        made[market] = _fitted(slate, _actual(slate, market, player_game_summary)).to_json()
    columns = {"trained_for": [trained_for] * len(made), "market": list(made)}
    return frame(BlendModel, {**columns, "weights": list(made.values())})


def _actual(slate: Slate, market: str, player_game_summary: Frame) -> FloatArray:
    """What happened, shape (n,), NaN of who did not play."""
    counted = player_game_summary.select(["game_id", "player_id"]).append_column(
        "actual", MARKETS[market].sum_of(player_game_summary)
    )
    return beside(slate.rows, counted, "actual")


def _fitted(slate: Slate, actual: FloatArray) -> Blend:
    means = {n: o.mean for n, o in slate.outcomes.items() if n in ENSEMBLE_OF}
    played = ~np.isnan(actual) & ~np.isnan(means[LIGHTGBM])
    members = {LIGHTGBM: 1.0}
    if played.sum() >= MINIMUM_ROWS:
        members = fit_members({n: v[played] for n, v in means.items()}, actual[played])
    blend = Blend(members, None, int(played.sum()), 0)
    settled = played & ~np.isnan(slate.line) & (actual != slate.line)
    if settled.sum() < MINIMUM_ROWS:
        return blend
    known = slate.at_line(blend)
    rows = settled & ~np.isnan(known.ensemble)
    weights = fit_at_line(known[rows], (actual > slate.line)[rows].astype(np.float64))
    return Blend(members, weights, blend.rows, int(rows.sum()))
