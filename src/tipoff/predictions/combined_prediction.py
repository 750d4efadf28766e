"""The ensemble, and the blend of it with the market: what the systems together say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.kernel.arrow import frame
from tipoff.kernel.table import table, through
from tipoff.predictions.blending import Blend
from tipoff.predictions.combined_slate import ENSEMBLE_OF, Slate
from tipoff.predictions.system_prediction import AT_ONCE, LIVE, SystemPrediction
from tipoff.predictions.systems import BLEND, ENSEMBLE, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.annotations import Frame
    from tipoff.predictions.distribution import NegativeBinomial1

FEWEST_MEMBERS = 2
UNTRIED = Blend({LIGHTGBM: 1.0}, None, 0, 0)
"""Where nothing was predicted in the year before."""


@table(
    schema=SystemPrediction,
    reads={"blend_model": through(31)},
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def combined_prediction(
    system_prediction: Frame, blend_model: Frame, reference_line: Frame
) -> Frame:
    """The systems weighed together; where there is a line, also moved towards the market's word.

    A replay as of the morning has neither: lines as they stood then are not known.
    """
    import pyarrow as pa

    now = datetime.now(UTC).replace(tzinfo=None)
    made = [
        _frame(slate.rows, outcome, (market, system), trained_for, now)
        for trained_for, market, blend, said, lines in _months(
            _served(system_prediction), blend_model, reference_line
        )
        for slate in [Slate.of(said, lines)]
        for system, outcome in _together(slate, blend)
    ]
    return pa.concat_tables(made) if made else frame(
        SystemPrediction, {n: [] for n in SystemPrediction.columns})  # fmt: skip


def _served(system_prediction: Frame) -> Frame:
    import pyarrow.compute as pc

    before_tip = pc.equal(system_prediction["moment"], PredictionTime.BEFORE_TIP.value)
    return system_prediction.filter(pc.or_(before_tip, pc.equal(system_prediction["record"], LIVE)))


def _months(
    said: Frame, blend_model: Frame, reference_line: Frame
) -> Iterator[tuple[Any, str, Blend, Frame, Frame]]:
    """For each month and market: its weights, what was said in it, and the lines."""
    import pyarrow.compute as pc

    weights = {(r["trained_for"], r["market"]): r["weights"] for r in blend_model.to_pylist()}
    slots = said.group_by(["trained_for", "market"]).aggregate([]).to_pylist()
    for trained_for, market in sorted((s["trained_for"], s["market"]) for s in slots):
        month = pc.equal(said["trained_for"], trained_for)
        of_month = said.filter(pc.and_(month, pc.equal(said["market"], market)))
        if LIGHTGBM in of_month["system"].unique().to_pylist():
            known = weights.get((trained_for, market))
            blend = Blend.from_json(known) if known else UNTRIED
            lines = reference_line.filter(pc.equal(reference_line["market"], market))
            yield trained_for, market, blend, of_month, lines


def _together(slate: Slate, blend: Blend) -> Iterator[tuple[str, NegativeBinomial1]]:
    if len([n for n in slate.outcomes if n in ENSEMBLE_OF]) >= FEWEST_MEMBERS:
        yield ENSEMBLE, slate.ensemble(blend)
    if blend.weights is not None:
        yield BLEND, slate.blended(blend)


def _frame(
    rows: Frame,
    outcome: NegativeBinomial1,
    named: tuple[str, str],
    trained_for: Any,
    now: datetime,
) -> Frame:
    import pyarrow as pa

    known = ~np.isnan(outcome.mean)
    kept, said = rows.filter(known), outcome[known]
    same = {"market": named[0], "system": named[1], "created_at": now, "trained_for": trained_for}
    slots = ("game_id", "game_date", "player_id", "moment", "record")
    columns = {
        **{n: kept[n] for n in slots},
        **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
        "as_of": kept["as_of_max"],
        "mean": said.mean,
        "dispersion": said.dispersion,
        "zero_share": said.zero_share,
    }
    return frame(SystemPrediction, columns)
