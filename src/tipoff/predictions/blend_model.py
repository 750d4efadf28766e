"""Each month's weights: of systems among each other, and against the market at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS
from tipoff.features.arrays import places, taken
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.combined_slate import ENSEMBLE_OF, KEYS, OFFERED, SLOTS, Slate
from tipoff.predictions.models.blending import Blend, fit_at_line, fit_members
from tipoff.predictions.models.systems import LIGHTGBM
from tipoff.predictions.side_by_side import SideBySide
from tipoff.predictions.system_prediction import DISTRIBUTION
from tipoff.predictions.training.training_rows import COUNTED
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Dates, Frame

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
) -> Frame:
    """Fit weights to how systems and lines did over the year before, on predictions made by then.

    Lines whose margin is not between 3 and 12 %, or of which the model says less than 10 % or more
    than 90 %, teach nothing: they are mistakes more often than chances.
    """
    (trained_for,) = dates
    year, made = SideBySide.of(system_prediction), {}
    played = places(year.slots, player_game_summary)
    for market, information in year.groups:
        if market not in MARKETS:
            continue
        counted = MARKETS[market].sum_of(player_game_summary).cast("float64").to_numpy()
        actual = taken(np.asarray(counted), played)
        blend = _weighed(*year.means((market, information), LIGHTGBM, ENSEMBLE_OF), actual)
        lines = _of_market(reference_line, market)
        rows = year.rows((market, information))
        rows = rows[(places(year.slots, lines) >= 0)[year.slot[rows]]]
        slate = Slate.of(system_prediction.take(rows), lines, standing(player_prop_offer, market))
        results = taken(np.asarray(counted), places(slate.rows, player_game_summary))
        made[market, information] = _at_line(blend, slate, results).to_json()
    return frame(
        BlendModel,
        {
            "trained_for": [trained_for] * len(made),
            "market": [market for market, _ in made],
            "information": [information for _, information in made],
            "weights": list(made.values()),
        },
    )


def standing(player_prop_offer: Frame, market: str) -> Frame:
    """Return the offers of a market that stand in their book's last capture before tip-off."""
    offers = _of_market(player_prop_offer.filter(player_prop_offer["stands"]), market)
    return offers.select(["game_id", "player_id", *OFFERED])


def _of_market(rows: Frame, market: str) -> Frame:
    import pyarrow.compute as pc

    return rows.filter(pc.equal(rows["market"], market))


def _weighed(slots: IntArray, means: dict[str, FloatArray], actual: FloatArray) -> Blend:
    """Return the weights of systems among each other.

    Args:
        slots: those that LightGBM predicts.
        means: what each system expects there.
        actual: what happened in every slot, NaN of who did not play.
    """
    known = ~np.isnan(actual[slots]) & ~np.isnan(means[LIGHTGBM])
    members = {LIGHTGBM: 1.0}
    if known.sum() >= MIN_ROWS:
        members = fit_members({n: v[known] for n, v in means.items()}, actual[slots][known])
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
