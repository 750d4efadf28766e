"""What LightGBM expects of each player, by every information set, without a spread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS, MINUTES, SINGLES
from tipoff.features.arrays import chosen, numbers, on_dates
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, day, number
from tipoff.kernel.declare.table import table
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.model_rows import model_rows
from tipoff.predictions.models.catboost_mean import CatBoostMean
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import BoostedMean
from tipoff.predictions.models.groups import group_of
from tipoff.predictions.models.model_features import (
    projected_features,
    residual_features,
    stored_features,
)
from tipoff.predictions.models.systems import CATBOOST, LIGHTGBM, PLAYED_OUT, PREDICTED, columns_of
from tipoff.predictions.player_projection import AT_ONCE, IDENTITY
from tipoff.predictions.spread_terms import SPREAD_TERMS, STORED, spread_terms
from tipoff.predictions.training.training import MIN_MEAN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

BOOSTED = tuple(m for m in PREDICTED if m in SINGLES)
KEYS = ("game_id", "player_id")
MEANS: dict[str, Column] = {
    m.name: number(nullable=True, minimum=0, maximum=200, unit=m.unit, meaning=f"expected {m.name}")
    for m in (*BOOSTED, MINUTES)
}
SECOND: dict[str, Column] = {
    f"{CATBOOST}_{name}": number(nullable=True, minimum=0, meaning=f"expected {name}, by CatBoost")
    for name in PLAYED_OUT
}
TERMS: dict[str, Column] = {n: number(meaning=meaning) for n, meaning in SPREAD_TERMS.items()}


class MeanPrediction(Schema, columns={**IDENTITY, **MEANS, **SECOND, **TERMS}):
    """One player before one game, by one information set: expected counts if the player plays."""

    trained_for = day(meaning="the first date that its models serve")
    p_plays = number(minimum=0, maximum=1, unit="probability", meaning="to play at all")


@table(
    schema=MeanPrediction,
    reads={"trained_model": through(SERVED_DAYS)},
    columns={
        "ml_feature_store": [
            *KEYS,
            *STORED,
            *dict.fromkeys(n for m in BOOSTED for n in stored_features(m)),
        ],
        "player_projection": [
            *IDENTITY,
            "is_prediction",
            *dict.fromkeys(n for m in BOOSTED for n in projected_features(m)),
        ],
        "player_residuals": [
            *KEYS,
            "minutes_variance_residual_35",
            *dict.fromkeys(n for m in BOOSTED for n in residual_features(m)),
        ],
    },
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def mean_prediction(
    ml_feature_store: Frame,
    player_projection: Frame,
    player_residuals: Frame,
    trained_model: Frame,
) -> Frame:
    """Predict expected counts by the models of the month, each row by models of its own set.

    Games with a result are predicted as the morning, the expected lineups and the inactive list
    show them, where no confirmed lineup was known in time by the richest set that was; games to
    come as they are shown now. Before the first boosters nothing is predicted.
    """
    import pyarrow as pa

    shown = player_projection.filter(player_projection["is_prediction"])
    rows = model_rows(shown, ml_feature_store, player_residuals)
    order = [(n, "ascending") for n in ("game_date", *KEYS, "prediction_time", "information")]
    days = rows["game_date"].unique().to_pylist()
    trained = trained_model["trained_for"].unique().to_pylist()
    made = [frame(MeanPrediction, {n: [] for n in MeanPrediction.columns})]
    for trained_for, month in served_dates(days, trained).items():
        models = Boosters.of(trained_model, trained_for)
        if not models:
            continue
        for group, of_group in _groups(on_dates(rows, month)):
            made.append(_frame(of_group, models, group, trained_for))
    return pa.concat_tables(made).sort_by(order)


def _groups(rows: Frame) -> Iterator[tuple[str, Frame]]:
    """Yield the rows of each group of information sets."""
    shown = rows["information"].to_pylist()
    group = np.array([group_of(InformationSet(i)) for i in shown], dtype=object)
    for each in sorted({*group}):
        yield each, chosen(rows, np.asarray(group == each, dtype=bool))


class Boosters(dict[tuple[str, str, str], BoostedMean | CatBoostMean]):
    """The boosters that serve a month's dates, by system, group of information sets and market."""

    @classmethod
    def of(cls, trained_model: Frame, trained_for: date) -> Boosters:
        """Read of each market the newest booster trained for a date or an earlier one.

        Some markets are trained anew in every second month only.
        """
        keys = {market.key for market in BOOSTED}
        found = cls()
        for row in trained_model.sort_by("trained_for").to_pylist():
            known = row["market"] in keys and row["trained_for"] <= trained_for
            if not (known and row["artifact"]):
                continue
            kind = CatBoostMean if row["system"] == CATBOOST else BoostedMean
            features = Contract.from_json(row["contract"]).features
            found[row["system"], row["serves"], row["market"]] = kind(row["artifact"], features)
        return found


def _frame(rows: Frame, models: Boosters, group: str, trained_for: date) -> Frame:
    import pyarrow as pa

    means = {m.name: expected_mean(rows, models, (LIGHTGBM, group, m.key)) for m in BOOSTED}
    second = {
        f"{CATBOOST}_{name}": expected_mean(rows, models, (CATBOOST, group, KEY_OF[name]))
        for name in PLAYED_OUT
    }
    return frame(
        MeanPrediction,
        {
            **{n: rows[n] for n in IDENTITY},
            "trained_for": pa.repeat(trained_for, rows.num_rows),
            **means,
            **second,
            MINUTES.name: np.maximum(numbers(rows, "minutes_if_plays"), MIN_MEAN),
            "p_plays": numbers(rows, "p_plays"),
            **spread_terms(rows),
        },
    )


KEY_OF = {market.name: market.key for market in MARKETS.values()}


def expected_mean(rows: Frame, models: Boosters, name: tuple[str, str, str]) -> FloatArray:
    """Return expected counts, shape (n,); NaN without such a model.

    Args:
        rows: with every feature of the model's contract; what they have beyond it is ignored.
        models: the boosters of a month.
        name: system, group of information sets and market.

    Raises:
        MissingFeature: the rows lack a feature of the contract; the message names it.
    """
    if name not in models:
        return np.full(rows.num_rows, np.nan)
    model = models[name]
    return np.maximum(model.mean(columns_of(rows, model.features)), MIN_MEAN)
