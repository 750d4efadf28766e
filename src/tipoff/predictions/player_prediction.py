"""One prediction of each system for each player and game: a distribution, and what it says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, boolean, day, instant, integer, number, text
from tipoff.kernel.table import table, through
from tipoff.predictions.dispersion import DispersionFit
from tipoff.predictions.gradient_boosting import BoostedMean, Contract
from tipoff.predictions.odds import fair_american
from tipoff.predictions.recommendation import RECOMMENDATIONS, recommend
from tipoff.predictions.systems import BASELINES, SYSTEMS, FloatArray, columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.annotations import Frame

MARKET = "player_points"
COVERAGE = 0.90
SMALLEST_MEAN = 0.05
LIVE, REPLAYED = "live", "replayed"
LINE_COLUMNS = ("bookmaker", "line", "over_price", "under_price")
DISTRIBUTION_COLUMNS = (
    "mean", "median", "low", "high", "dispersion", "zero_share", "p_over", "p_push", "p_under",
    "fair_over",
)  # fmt: skip


class PlayerPrediction(Schema):
    """One system's prediction of one player in one market of one game."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    market = text(key=True, meaning="what is predicted, such as player_points")
    system = text(key=True, choices=SYSTEMS, meaning="what predicted it")
    record = text(
        key=True,
        choices=(LIVE, REPLAYED),
        meaning="made before tip-off by the clock, or rebuilt as of before it",
    )
    as_of = instant(unit="UTC", meaning="what was known at this moment is all that was used")
    created_at = instant(provenance=True, unit="UTC", meaning="when it was computed")
    player_name = text(meaning="his name, for display")
    team_id = integer(meaning="his team")
    opponent_id = integer(meaning="the other team")
    season = text(meaning="season, such as 2023-24")
    home = boolean(meaning="whether he plays at home")
    trained_for = day(meaning="the model's month")
    mean = number(nullable=True, minimum=0, maximum=120, unit="points")
    median = number(nullable=True, minimum=0, maximum=120, unit="points")
    low = number(nullable=True, minimum=0, maximum=150, unit="points",
                 meaning="lower end of the central 90 % interval")  # fmt: skip
    high = number(nullable=True, minimum=0, maximum=200, unit="points",
                  meaning="upper end of the central 90 % interval")  # fmt: skip
    dispersion = number(nullable=True, minimum=1, unit="variance per mean")
    zero_share = number(
        nullable=True,
        minimum=0,
        maximum=1,
        unit="share",
        meaning="probability of a zero beyond the count distribution's own",
    )
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,),
                  meaning="why there is no prediction")  # fmt: skip
    bookmaker = text(nullable=True, meaning="whose line is the reference")
    line = number(
        nullable=True, minimum=0.5, unit="points", meaning="reference line; NULL: NO_LINE"
    )
    over_price = number(nullable=True, unit="American odds")
    under_price = number(nullable=True, unit="American odds")
    p_over = number(nullable=True, minimum=0, maximum=1, unit="probability")
    p_push = number(nullable=True, minimum=0, maximum=1, unit="probability")
    p_under = number(nullable=True, minimum=0, maximum=1, unit="probability")
    fair_over = number(nullable=True, unit="American odds", meaning="without margin, pushes aside")
    expected_value = number(
        nullable=True,
        unit="per unit staked",
        meaning="of the better side, the model shrunk to the market",
    )
    recommendation = text(choices=RECOMMENDATIONS, meaning="OVER, UNDER, PASS or NO_LINE")


@table(
    schema=PlayerPrediction,
    reads={"points_model": through(31)},
    append_only=True,
    may_be_empty="at first",
)
def player_prediction(ml_feature_store: Frame, points_model: Frame, reference_line: Frame) -> Frame:
    """Predictions of every available player in the pool, by every system, a month in one pass."""
    import pyarrow as pa
    import pyarrow.compute as pc

    available = ml_feature_store.filter(pc.invert(ml_feature_store["out"].fill_null(False)))
    lines = reference_line.filter(pc.equal(reference_line["market"], MARKET))
    lines = lines.select(["game_id", "player_id", *LINE_COLUMNS])
    slate = available.join(lines, ["game_id", "player_id"], join_type="left outer")
    slate = slate.sort_by([(name, "ascending") for name in ("game_date", "game_id", "player_id")])
    months = pc.strftime(slate["game_date"], "%Y-%m")
    now = datetime.now(UTC).replace(tzinfo=None)
    made = [
        _predicted(rows, model, now)
        for model in points_model.to_pylist()
        if (rows := slate.filter(pc.equal(months, f"{model['trained_for']:%Y-%m}"))).num_rows
    ]
    return (
        pa.concat_tables(made)
        if made
        else frame(PlayerPrediction, {n: [] for n in PlayerPrediction.columns})
    )


def _predicted(rows: Frame, model: Mapping[str, Any], now: datetime) -> Frame:
    """One system's predictions of the rows of its month."""
    count = rows.num_rows
    tips = rows["tip_at"].to_pylist()
    said = _said(rows, model)
    line, over, under = (columns_of(rows, [n])[n] for n in ("line", "over_price", "under_price"))
    advice = recommend(line, said["p_over"], said["p_push"], over, under)
    fixed = {
        "market": [MARKET] * count,
        "system": [model["system"]] * count,
        "record": [LIVE if now < tip else REPLAYED for tip in tips],
        "as_of": [
            min(now, tip - PredictionTime.BEFORE_TIP.before)
            if now < tip
            else tip - PredictionTime.BEFORE_TIP.before
            for tip in tips
        ],
        "created_at": [now] * count,
        "trained_for": [model["trained_for"]] * count,
        "expected_value": advice.expected_value,
        "recommendation": np.where(
            np.isnan(said["mean"]) & ~np.isnan(line), "PASS", advice.choice
        ).tolist(),
        "reason": [INSUFFICIENT_HISTORY if missing else None for missing in np.isnan(said["mean"])],
    }
    kept = {n: rows[n] for n in PlayerPrediction.columns if n in rows.column_names}
    return frame(PlayerPrediction, {**kept, **fixed, **said})


def _said(rows: Frame, model: Mapping[str, Any]) -> dict[str, FloatArray]:
    """What the model's distributions say; NaN throughout where it has no mean."""
    unknown = np.full(rows.num_rows, np.nan)
    if model["contract"] is None:
        return dict.fromkeys(DISTRIBUTION_COLUMNS, unknown)
    contract = Contract.from_json(model["contract"])
    system = model["system"]
    served = (
        BoostedMean(model["artifact"], contract.features)
        if model["artifact"]
        else BASELINES[system]
    )
    mean = served.mean(columns_of(rows, contract.features))
    expected = np.maximum(mean, SMALLEST_MEAN)
    outcome = DispersionFit.from_dict(contract.head).distribution(expected)
    low, high = outcome.interval(COVERAGE)
    line = columns_of(rows, ["line"])["line"]
    p_over, p_push, p_under = outcome.p_over(line), outcome.p_push(line), outcome.p_under(line)
    return {
        "mean": expected,
        "median": outcome.median(),
        "low": low,
        "high": high,
        "dispersion": np.broadcast_to(outcome.dispersion, mean.shape),
        "zero_share": np.broadcast_to(outcome.zero_share, mean.shape),
        "p_over": p_over,
        "p_push": p_push,
        "p_under": p_under,
        "fair_over": fair_american(p_over, p_under),
    }
