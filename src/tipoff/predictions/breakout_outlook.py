"""How likely each player of 8 to 16 points per game is to score half as much again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.features.arrays import on_dates
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.breakout import (
    FEATURES,
    MARKET,
    BreakoutModel,
    beats_its_base_rate,
    eligible,
)
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.player_projection import AT_ONCE
from tipoff.predictions.slate_games import tips_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.annotations import Frame

SLATE = ("game_id", "game_date", "player_id", "tip_at")
OUT = KNOWN[PredictionTime.BEFORE_TIP][0]


class BreakoutOutlook(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    as_of = instant(unit="UTC", meaning="what was known at this time is all that was used")
    trained_for = day(meaning="the first date that its model serves")
    season = text(meaning="season, such as 2023-24")
    season_mean = number(minimum=0, unit="points", meaning="half as much again is a breakout")
    probability = number(minimum=0, maximum=1, unit="probability", meaning="of a breakout")
    base_rate = number(
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="how often such players broke out in training",
    )
    is_shown = boolean(meaning="the month's model beat its base rate on games held out")


@table(
    schema=BreakoutOutlook,
    reads={"trained_model": through(SERVED_DAYS)},
    columns={
        "ml_feature_store": [
            "game_id",
            "game_date",
            "player_id",
            "tip_at",
            "season",
            OUT,
            *FEATURES,
        ]
    },
    may_be_empty=True,
    dates_at_once=AT_ONCE,
)
def breakout_outlook(ml_feature_store: Frame, trained_model: Frame) -> Frame:
    """Predict all eligible players who are not known to be out, as of just before tip-off."""
    import pyarrow as pa

    made = [_frame(rows, model) for model, rows in _months(ml_feature_store, trained_model)]
    return pa.concat_tables(
        [frame(BreakoutOutlook, {n: [] for n in BreakoutOutlook.columns}), *made]
    )


def _months(
    ml_feature_store: Frame, trained_model: Frame
) -> Iterator[tuple[dict[str, Any], Frame]]:
    """Yield each month's model and the eligible rows that it serves."""
    import pyarrow as pa
    import pyarrow.compute as pc

    available = pc.invert(ml_feature_store[OUT].fill_null(False))
    rows = ml_feature_store.filter(pc.and_(available, pa.array(eligible(ml_feature_store))))
    models = trained_model.filter(pc.equal(trained_model["market"], MARKET)).to_pylist()
    served = served_dates(
        rows["game_date"].unique().to_pylist(), trained_model["trained_for"].unique().to_pylist()
    )
    for model in models:
        if model["trained_for"] in served:
            yield model, on_dates(rows, served[model["trained_for"]])


def _frame(rows: Frame, model: dict[str, Any]) -> Frame:
    import pyarrow as pa

    contract = Contract.from_json(model["contract"])
    served = BreakoutModel(model["artifact"], contract.features)
    same = {
        "trained_for": model["trained_for"],
        "base_rate": contract.metrics["base_rate"],
        "is_shown": beats_its_base_rate(contract.metrics),
    }
    return frame(
        BreakoutOutlook,
        {
            **{n: rows[n] for n in ("game_id", "game_date", "player_id", "season")},
            **{n: pa.repeat(value, rows.num_rows) for n, value in same.items()},
            "as_of": tips_of(rows) - np.timedelta64(PredictionTime.BEFORE_TIP.before),
            "season_mean": rows["points_avg_season"],
            "probability": served.probability(rows),
        },
    )
