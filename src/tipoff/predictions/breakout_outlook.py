"""The probability that a player who averages 8 to 16 points scores at least 1.5 times as much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import KNOWN_COLUMNS, PredictionTime
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
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.slate_games import tips_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.annotations import Frame

SLATE = ("game_id", "game_date", "player_id", "tip_at")
OUT_COLUMN = KNOWN_COLUMNS[PredictionTime.BEFORE_TIP][0]


class BreakoutOutlook(Schema):
    """A player's breakout prediction before one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    as_of = instant(unit="UTC", meaning="only data known at this time was used")
    trained_for = day(meaning="the first date that its model serves")
    season = text(meaning="season, such as 2023-24")
    season_mean = number(
        minimum=0, unit="points", meaning="mean of the season so far; a breakout is 1.5 times it"
    )
    probability = number(
        minimum=0, maximum=1, unit="probability", meaning="probability of a breakout"
    )
    base_rate = number(
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="share of breakouts in the training rows",
    )
    is_shown = boolean(meaning="whether the month's model beat its base rate on the held-out games")


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
            OUT_COLUMN,
            *FEATURES,
        ]
    },
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
)
def breakout_outlook(ml_feature_store: Frame, trained_model: Frame) -> Frame:
    """Predict all eligible players who are not known to be out, as of just before tip-off."""
    import pyarrow as pa

    tables = [_frame(rows, model) for model, rows in _months(ml_feature_store, trained_model)]
    return pa.concat_tables(
        [frame(BreakoutOutlook, {n: [] for n in BreakoutOutlook.columns}), *tables]
    )


def _months(
    ml_feature_store: Frame, trained_model: Frame
) -> Iterator[tuple[dict[str, Any], Frame]]:
    """Yield each month's model and the eligible rows that it serves."""
    import pyarrow as pa
    import pyarrow.compute as pc

    available = pc.invert(ml_feature_store[OUT_COLUMN].fill_null(False))
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
    classifier = BreakoutModel(model["artifact"], contract.features)
    constants = {
        "trained_for": model["trained_for"],
        "base_rate": contract.metrics["base_rate"],
        "is_shown": beats_its_base_rate(contract.metrics),
    }
    return frame(
        BreakoutOutlook,
        {
            **{n: rows[n] for n in ("game_id", "game_date", "player_id", "season")},
            **{n: pa.repeat(value, rows.num_rows) for n, value in constants.items()},
            "as_of": tips_of(rows) - np.timedelta64(PredictionTime.BEFORE_TIP.before),
            "season_mean": rows["points_avg_season"],
            "probability": classifier.probability(rows),
        },
    )
