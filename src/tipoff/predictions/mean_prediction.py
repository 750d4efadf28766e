"""Predict each player's expected counts with boosters, per information set."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.markets import MARKETS, MINUTES, SINGLES
from tipoff.features.arrays import numbers, on_dates, rows_where
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, day, number
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS, LazyJobs
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
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    MAJOR_MARKETS,
    PREDICTED,
    columns_of,
)
from tipoff.predictions.player_projection import DATES_IN_MEMORY, IDENTITY
from tipoff.predictions.spread_terms import SPREAD_TERMS, STORE_COLUMNS, spread_terms
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
CATBOOST_MEANS: dict[str, Column] = {
    f"{CATBOOST}_{name}": number(nullable=True, minimum=0, meaning=f"expected {name}, by CatBoost")
    for name in MAJOR_MARKETS
}
TERMS: dict[str, Column] = {n: number(meaning=meaning) for n, meaning in SPREAD_TERMS.items()}


class MeanPrediction(Schema, columns={**IDENTITY, **MEANS, **CATBOOST_MEANS, **TERMS}):
    """A player's expected counts, if playing, before one game and under one information set."""

    trained_for = day(meaning="the first date that its models serve")
    p_plays = number(minimum=0, maximum=1, unit="probability", meaning="probability to play at all")


@table(
    schema=MeanPrediction,
    reads={"trained_model": through(SERVED_DAYS)},
    columns={
        "ml_feature_store": [
            *KEYS,
            *STORE_COLUMNS,
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
    dates_at_once=DATES_IN_MEMORY,
)
def mean_prediction(
    ml_feature_store: Frame,
    player_projection: Frame,
    player_residuals: Frame,
    trained_model: Frame,
    workers: Workers = SERIAL_WORKERS,
) -> Frame:
    """Predict expected counts with the month's models, each row by the models of its set's group.

    Games with a result are predicted under the sets ``morning``, ``lineups-expected`` and
    ``inactives-known``; without a confirmed lineup in time, under the richest set that was known.
    Upcoming games use what is known now. Before the first boosters there are no predictions.
    """
    import pyarrow as pa

    projection = player_projection.filter(player_projection["is_prediction"])
    rows = model_rows(projection, ml_feature_store, player_residuals)
    order = [(n, "ascending") for n in ("game_date", *KEYS, "prediction_time", "information")]
    days = rows["game_date"].unique().to_pylist()
    trained = trained_model["trained_for"].unique().to_pylist()
    served = served_dates(days, trained)
    parts = [
        part
        for trained_for, month in served.items()
        for part in group_rows_of(on_dates(rows, month), trained_model, trained_for)
    ]
    jobs = LazyJobs([partial(part.job, column) for part in parts for column in part.columns])
    # A single month is predicted faster than worker processes start.
    means = iter((workers if len(served) > 1 else SERIAL_WORKERS).run(jobs, predict))
    tables = [frame(MeanPrediction, {n: [] for n in MeanPrediction.columns})]
    tables += [part.with_means({n: next(means) for n in part.columns}) for part in parts]
    return pa.concat_tables(tables).sort_by(order)


@dataclass(frozen=True)
class MeanJob:
    """One booster's prediction of some rows, in a form that can be sent to another process."""

    name: str
    model: BoostedMean | CatBoostMean
    features: Features


def predict(job: MeanJob) -> FloatArray:
    """Return expected counts, shape (n,)."""
    return np.maximum(job.model.mean(job.features), MIN_MEAN)


class Boosters(dict[tuple[str, str, str], BoostedMean | CatBoostMean]):
    """The boosters that serve a month's dates, by (system, group of information sets, market)."""

    @classmethod
    def of(cls, trained_model: Frame, trained_for: date) -> Boosters:
        """Read each market's newest booster trained for a date or an earlier one.

        Some markets are retrained only every second month.
        """
        keys = {market.key for market in BOOSTED}
        boosters = cls()
        for row in trained_model.sort_by("trained_for").to_pylist():
            is_usable = row["market"] in keys and row["trained_for"] <= trained_for
            if not (is_usable and row["artifact"]):
                continue
            model_class = CatBoostMean if row["system"] == CATBOOST else BoostedMean
            features = Contract.from_json(row["contract"]).features
            boosters[row["system"], row["serves"], row["market"]] = model_class(
                row["artifact"], features
            )
        return boosters

    def job(self, rows: Frame, name: tuple[str, str, str]) -> MeanJob:
        """Return the job that predicts rows with a booster.

        Args:
            rows: rows with every feature of the booster's contract; other columns are ignored.
            name: the key of an existing booster: system, group of information sets and market.

        Raises:
            MissingFeature: the rows lack a feature of the contract; the message names it.
        """
        model = self[name]
        return MeanJob(" of ".join(name), model, columns_of(rows, model.features))


KEY_OF = {market.name: market.key for market in MARKETS.values()}
COUNT_COLUMNS = {
    **{m.name: (LIGHTGBM, m.key) for m in BOOSTED},
    **{f"{CATBOOST}_{name}": (CATBOOST, KEY_OF[name]) for name in MAJOR_MARKETS},
}
"""Column of expected counts -> its system and market."""


@dataclass(frozen=True)
class GroupRows:
    """A month's rows of one group of information sets, and the boosters that serve them."""

    rows: Frame
    group: str
    trained_for: date
    models: Boosters

    @property
    def columns(self) -> list[str]:
        """Return the columns of expected counts that have a booster."""
        return [n for n in COUNT_COLUMNS if self._booster(n) in self.models]

    def job(self, column: str) -> MeanJob:
        """Return the job that predicts a column."""
        return self.models.job(self.rows, self._booster(column))

    def _booster(self, column: str) -> tuple[str, str, str]:
        system, market = COUNT_COLUMNS[column]
        return system, self.group, market

    def with_means(self, means: Mapping[str, FloatArray]) -> Frame:
        """Return the rows as ``MeanPrediction``, NaN in columns without a booster."""
        import pyarrow as pa

        unknown = np.full(self.rows.num_rows, np.nan)
        return frame(
            MeanPrediction,
            {
                **{n: self.rows[n] for n in IDENTITY},
                "trained_for": pa.repeat(self.trained_for, self.rows.num_rows),
                **{column: means.get(column, unknown) for column in COUNT_COLUMNS},
                MINUTES.name: np.maximum(numbers(self.rows, "minutes_if_plays"), MIN_MEAN),
                "p_plays": numbers(self.rows, "p_plays"),
                **spread_terms(self.rows),
            },
        )


def group_rows_of(rows: Frame, trained_model: Frame, trained_for: date) -> Iterator[GroupRows]:
    """Yield a month's rows by group of information sets; nothing before the first boosters."""
    models = Boosters.of(trained_model, trained_for)
    sets = rows["information"].to_pylist() if models else []
    group = np.array([group_of(InformationSet(i)) for i in sets], dtype=object)
    for name in sorted({*group}):
        rows_of_group = rows_where(rows, np.asarray(group == name, dtype=bool))
        yield GroupRows(rows_of_group, name, trained_for, models)
