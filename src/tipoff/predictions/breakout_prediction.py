"""How likely each player of 8 to 16 points a game is to score half as much again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import KNOWN, PredictionTime
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.table import table, through
from tipoff.predictions.breakout import (
    FEATURES,
    MARKET,
    BreakoutModel,
    beats_its_base_rate,
    eligible,
)
from tipoff.predictions.contract import Contract
from tipoff.predictions.system_prediction import AT_ONCE, LIVE, REPLAYED, SLATE, tips_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.annotations import Frame

OUT = KNOWN[PredictionTime.BEFORE_TIP][0]


class BreakoutPrediction(Schema):
    """One player before one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    record = text(
        key=True,
        choices=(LIVE, REPLAYED),
        meaning="made before tip-off by the clock, or rebuilt as of before it",
    )
    as_of = instant(unit="UTC", meaning="what was known at this moment is all that was used")
    created_at = instant(provenance=True, unit="UTC", meaning="when it was computed")
    trained_for = day(meaning="the model's month")
    season = text(meaning="season, such as 2023-24")
    season_mean = number(minimum=0, unit="points", meaning="half as much again is a breakout")
    probability = number(minimum=0, maximum=1, unit="probability", meaning="of a breakout")
    base_rate = number(minimum=0, maximum=1, unit="probability",
                       meaning="how often such players broke out in training")  # fmt: skip
    is_shown = boolean(meaning="the month's model beat its base rate on games held out")


@table(
    schema=BreakoutPrediction,
    reads={"trained_model": through(31)},
    columns={"ml_feature_store": [*SLATE, "season", OUT, *FEATURES]},
    may_be_empty=True,
    dates_at_once=AT_ONCE,
)
def breakout_prediction(ml_feature_store: Frame, trained_model: Frame) -> Frame:
    """Probabilities of all eligible players not known to be out, a month in one pass."""
    import pyarrow as pa

    now = datetime.now(UTC).replace(tzinfo=None)
    made = [_frame(rows, model, now) for model, rows in _months(ml_feature_store, trained_model)]
    return pa.concat_tables(made) if made else frame(
        BreakoutPrediction, {n: [] for n in BreakoutPrediction.columns})  # fmt: skip


def _months(
    ml_feature_store: Frame, trained_model: Frame
) -> Iterator[tuple[dict[str, Any], Frame]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    available = pc.invert(ml_feature_store[OUT].fill_null(False))
    rows = ml_feature_store.filter(pc.and_(available, pa.array(eligible(ml_feature_store))))
    months = pc.strftime(rows["game_date"], "%Y-%m")
    of_breakouts = trained_model.filter(pc.equal(trained_model["market"], MARKET))
    for model in of_breakouts.to_pylist():
        of_month = rows.filter(pc.equal(months, f"{model['trained_for']:%Y-%m}"))
        if of_month.num_rows:
            yield model, of_month


def _frame(rows: Frame, model: dict[str, Any], now: datetime) -> Frame:
    import pyarrow as pa

    contract = Contract.from_json(model["contract"])
    served = BreakoutModel(model["artifact"], contract.features)
    tips, clock = tips_of(rows), np.datetime64(now)
    live = clock < tips
    same = {"created_at": now, "trained_for": model["trained_for"],
            "base_rate": contract.metrics["base_rate"],
            "is_shown": beats_its_base_rate(contract.metrics)}  # fmt: skip
    return frame(
        BreakoutPrediction,
        {
            **{n: rows[n] for n in ("game_id", "game_date", "player_id", "season")},
            **{n: pa.repeat(value, rows.num_rows) for n, value in same.items()},
            "record": np.where(live, LIVE, REPLAYED),
            "as_of": np.where(live, clock, tips - np.timedelta64(PredictionTime.BEFORE_TIP.before)),
            "season_mean": rows["points_avg_season"],
            "probability": served.probability(rows),
        },
    )
