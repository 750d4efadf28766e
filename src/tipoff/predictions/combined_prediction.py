"""What the systems together predict: their ensemble, and its blend with the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.domain.markets import MARKETS
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.table import table, through
from tipoff.predictions.combined_slate import ENSEMBLE_OF, Slate
from tipoff.predictions.models.blending import Blend
from tipoff.predictions.models.systems import BLEND, ENSEMBLE, LIGHTGBM, PLAYED_OUT, formulas
from tipoff.predictions.system_prediction import AT_ONCE, SystemPrediction, is_final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.domain.markets import Market
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.distributions.distribution import NegativeBinomial1

UNTRIED = Blend({LIGHTGBM: 1.0}, None, 0, 0)
"""Where nothing was predicted in the year before."""


def has_ensemble(market: Market) -> bool:
    """Return whether a market has systems besides LightGBM that the ensemble weighs.

    This is a matter of the market, not of who predicts anything on a date: else a player would be
    given an ensemble or not by who else is computed with that player.
    """
    return market.name in PLAYED_OUT or any(name in ENSEMBLE_OF for name in formulas(market))


@table(
    schema=SystemPrediction,
    reads={"blend_model": through(31)},
    columns={"schedule": ["game_id", "is_final"]},
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def combined_prediction(
    system_prediction: Frame, blend_model: Frame, reference_line: Frame, schedule: Frame
) -> Frame:
    """Weigh the systems together and, where there is a line, move them towards the market.

    The morning of a game that has a result has neither, since lines as they stood then are not
    known.
    """
    import pyarrow as pa

    made = [
        _frame(slate.rows, outcome, (market, system), trained_for)
        for trained_for, market, blend, said, lines in _months(
            _served(system_prediction, schedule), blend_model, reference_line
        )
        for slate in [Slate.of(said, lines)]
        for system, outcome in _together(slate, MARKETS[market], blend)
    ]
    return pa.concat_tables(
        [frame(SystemPrediction, {n: [] for n in SystemPrediction.columns}), *made]
    )


def _served(system_prediction: Frame, schedule: Frame) -> Frame:
    import pyarrow as pa
    import pyarrow.compute as pc

    before_tip = pc.equal(system_prediction["moment"], PredictionTime.BEFORE_TIP.value)
    to_come = pa.array(~is_final(system_prediction, schedule))
    return system_prediction.filter(pc.or_(before_tip, to_come))


def _months(
    said: Frame, blend_model: Frame, reference_line: Frame
) -> Iterator[tuple[date, str, Blend, Frame, Frame]]:
    """Yield each month and market with its weights, its systems' predictions and the lines."""
    import pyarrow.compute as pc

    weights = {(r["trained_for"], r["market"]): r["weights"] for r in blend_model.to_pylist()}
    slots = said.group_by(["trained_for", "market"]).aggregate([]).to_pylist()
    for trained_for, market in sorted((s["trained_for"], s["market"]) for s in slots):
        month = pc.equal(said["trained_for"], trained_for)
        of_month = said.filter(pc.and_(month, pc.equal(said["market"], market)))
        known = weights.get((trained_for, market))
        blend = Blend.from_json(known) if known else UNTRIED
        lines = reference_line.filter(pc.equal(reference_line["market"], market))
        yield trained_for, market, blend, of_month, lines


def _together(
    slate: Slate, market: Market, blend: Blend
) -> Iterator[tuple[str, NegativeBinomial1]]:
    if has_ensemble(market):
        yield ENSEMBLE, slate.ensemble(blend)
    if blend.weights is not None:
        yield BLEND, slate.blended(blend)


def _frame(
    rows: Frame, outcome: NegativeBinomial1, named: tuple[str, str], trained_for: date
) -> Frame:
    import pyarrow as pa

    known = ~np.isnan(outcome.mean)
    kept, said = rows.filter(known), outcome[known]
    same = {"market": named[0], "system": named[1], "trained_for": trained_for}
    columns = {
        **{n: kept[n] for n in ("game_id", "game_date", "player_id", "moment")},
        **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
        "as_of": kept["as_of_max"],
        "mean": said.mean,
        "dispersion": said.dispersion,
        "zero_share": said.zero_share,
    }
    return frame(SystemPrediction, columns)
