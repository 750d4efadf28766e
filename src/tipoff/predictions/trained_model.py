"""Each month's models: every system of every market, trained on earlier dates only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.arrays import rows_where
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS
from tipoff.predictions.known_rows import EARLY_SET_SHARES, early_set
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP, GROUPS
from tipoff.predictions.models.model_features import (
    projected_features,
    residual_features,
    stored_features,
)
from tipoff.predictions.models.systems import LIGHTGBM, PREDICTED, SYSTEMS
from tipoff.predictions.training.training import (
    Trained,
    TrainingPlan,
    boosted_markets,
    stored_columns,
    train,
)
from tipoff.predictions.training.training_rows import COUNT_COLUMNS, TrainingRows, played_rows
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipoff.domain.markets import Market
    from tipoff.kernel.declare.annotations import Dates, Frame, Option, Workers

TRAINING_DAYS = 3 * YEAR
MIN_ROWS = 1_000
KEYS = ("game_id", "player_id")


class TrainedModel(Schema):
    """One system of one market, trained for a month's first date with games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    market = text(key=True, meaning="the market that it predicts")
    serves = text(
        key=True, choices=GROUPS, meaning="the group of information sets that it may be served with"
    )
    system = text(key=True, choices=SYSTEMS, meaning="the system's name")
    contract = text(nullable=True, meaning="JSON: features in order, window, head, metrics, seed")
    artifact = text(nullable=True, meaning="the trained model in its library's text format")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is no model")


BOOSTED = boosted_markets(PREDICTED)


def _distinct_names(groups: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(name for names in groups for name in names))


@table(
    schema=TrainedModel,
    every="month",
    reads={
        "ml_feature_store": past(TRAINING_DAYS),
        "player_projection": past(TRAINING_DAYS),
        "player_residuals": past(TRAINING_DAYS),
        "player_game_summary": past(TRAINING_DAYS),
    },
    columns={
        "ml_feature_store": [
            *KEYS,
            *_distinct_names(stored_features(m) for m in BOOSTED),
            *stored_columns(PREDICTED),
        ],
        "player_projection": [
            "game_date",
            *KEYS,
            "information",
            *_distinct_names(projected_features(m) for m in BOOSTED),
        ],
        "player_residuals": [*KEYS, *_distinct_names(residual_features(m) for m in BOOSTED)],
        "player_game_summary": [*KEYS, *COUNT_COLUMNS, "seconds"],
    },
)
def trained_model(
    ml_feature_store: Frame,
    player_projection: Frame,
    player_residuals: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = SERIAL_WORKERS,
    markets: Option[tuple[Market, ...]] = PREDICTED,
    catboost: Option[bool] = False,
    retrain_months: Option[int] = 1,
) -> Frame:
    """Train every system of every market, each with its contract, walk-forward.

    The options are the markets to predict, whether to train the second backend (CatBoost) too, and
    the number of months between trainings of the boosters, 1 to 3.
    """
    (trained_for,) = dates  # the kernel hides rows on or after this date
    plan = TrainingPlan(trained_for, retrain_months, catboost)
    feature_tables = ml_feature_store, player_residuals, player_game_summary
    groups = {
        group: TrainingRows(played_rows(rows, *feature_tables))
        for group, rows in _projections_by_group(player_projection).items()
    }
    if groups[FINAL_GROUP].rows.num_rows < MIN_ROWS:
        return _untrained(trained_for, markets)
    return _rows(trained_for, train(groups, markets, plan, workers))


def _projections_by_group(player_projection: Frame) -> dict[str, Frame]:
    """Return each model group's training projections; early sets take one set per game."""
    sets = np.array(player_projection["information"].to_pylist(), dtype=object)
    assigned = np.array(list(EARLY_SET_SHARES), dtype=object)[early_set(player_projection)]
    return {
        FINAL_GROUP: rows_where(player_projection, np.asarray(sets == FINAL_GROUP, dtype=bool)),
        EARLY_GROUP: rows_where(player_projection, np.asarray(sets == assigned, dtype=bool)),
    }


def _untrained(trained_for: Any, markets: tuple[Market, ...]) -> Frame:
    constants = {
        "trained_for": trained_for,
        "serves": FINAL_GROUP,
        "system": LIGHTGBM,
        "contract": None,
        "artifact": None,
        "reason": INSUFFICIENT_HISTORY,
    }
    columns: dict[str, Any] = {n: [value] * len(markets) for n, value in constants.items()}
    return frame(TrainedModel, {**columns, "market": [market.key for market in markets]})


def _rows(trained_for: Any, trained: list[Trained]) -> Frame:
    return frame(
        TrainedModel,
        {
            "trained_for": [trained_for] * len(trained),
            "market": [t.contract.market for t in trained],
            "serves": [t.contract.serves for t in trained],
            "system": [t.contract.system for t in trained],
            "contract": [t.contract.to_json() for t in trained],
            "artifact": [t.artifact for t in trained],
            "reason": [None] * len(trained),
        },
    )
