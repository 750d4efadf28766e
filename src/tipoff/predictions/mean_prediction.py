"""What LightGBM expects of each player, by every information set, without a spread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS, MINUTES, SINGLES
from tipoff.features.arrays import chosen, numbers, on_dates
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, day, number
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import HERE, MadeWhenDue
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
    from collections.abc import Iterator, Mapping
    from datetime import date

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame, Workers
    from tipoff.predictions.models.systems import Features

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
    workers: Workers = HERE,
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
    served = served_dates(days, trained)
    parts = [
        part
        for trained_for, month in served.items()
        for part in parts_of(on_dates(rows, month), trained_model, trained_for)
    ]
    jobs = MadeWhenDue([partial(part.job, column) for part in parts for column in part.columns])
    # One month is predicted before other processes would have started.
    means = iter((workers if len(served) > 1 else HERE).run(jobs, predict))
    made = [frame(MeanPrediction, {n: [] for n in MeanPrediction.columns})]
    made += [part.with_means({n: next(means) for n in part.columns}) for part in parts]
    return pa.concat_tables(made).sort_by(order)


@dataclass(frozen=True)
class MeanJob:
    """What one booster expects of some rows, as another process is asked for it."""

    name: str
    model: BoostedMean | CatBoostMean
    features: Features


def predict(job: MeanJob) -> FloatArray:
    """Return expected counts, shape (n,)."""
    return np.maximum(job.model.mean(job.features), MIN_MEAN)


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

    def job(self, rows: Frame, name: tuple[str, str, str]) -> MeanJob:
        """Return what is asked of a booster.

        Args:
            rows: with every feature of its contract; what they have beyond it is ignored.
            name: system, group of information sets and market, of which there is a booster.

        Raises:
            MissingFeature: the rows lack a feature of the contract; the message names it.
        """
        model = self[name]
        return MeanJob(" of ".join(name), model, columns_of(rows, model.features))


KEY_OF = {market.name: market.key for market in MARKETS.values()}
COUNTS = {
    **{m.name: (LIGHTGBM, m.key) for m in BOOSTED},
    **{f"{CATBOOST}_{name}": (CATBOOST, KEY_OF[name]) for name in PLAYED_OUT},
}
"""The columns of expected counts, each with the system and the market it is of."""


@dataclass(frozen=True)
class Part:
    """The rows of a month's dates and one group of information sets, and the boosters they have."""

    rows: Frame
    group: str
    trained_for: date
    models: Boosters

    @property
    def columns(self) -> list[str]:
        """Return the columns of expected counts for which there is a booster."""
        return [n for n in COUNTS if self._booster(n) in self.models]

    def job(self, column: str) -> MeanJob:
        """Return what is asked of a column's booster."""
        return self.models.job(self.rows, self._booster(column))

    def _booster(self, column: str) -> tuple[str, str, str]:
        system, market = COUNTS[column]
        return system, self.group, market

    def with_means(self, means: Mapping[str, FloatArray]) -> Frame:
        """Return the rows with expected counts by column, NaN where there is no booster."""
        import pyarrow as pa

        unknown = np.full(self.rows.num_rows, np.nan)
        return frame(
            MeanPrediction,
            {
                **{n: self.rows[n] for n in IDENTITY},
                "trained_for": pa.repeat(self.trained_for, self.rows.num_rows),
                **{column: means.get(column, unknown) for column in COUNTS},
                MINUTES.name: np.maximum(numbers(self.rows, "minutes_if_plays"), MIN_MEAN),
                "p_plays": numbers(self.rows, "p_plays"),
                **spread_terms(self.rows),
            },
        )


def parts_of(rows: Frame, trained_model: Frame, trained_for: date) -> Iterator[Part]:
    """Yield a month's rows by group of information sets, if there are any boosters by then."""
    models = Boosters.of(trained_model, trained_for)
    shown = rows["information"].to_pylist() if models else []
    group = np.array([group_of(InformationSet(i)) for i in shown], dtype=object)
    for each in sorted({*group}):
        of_group = chosen(rows, np.asarray(group == each, dtype=bool))
        yield Part(of_group, each, trained_for, models)
