"""Each month's minutes models: expected minutes and the probability to play at all.

They are trained on every player who was not known to be out, including those who then sat on the
bench, so that a team's expected minutes add up to about 240.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.market_sets import FEATURES_BY_MARKET
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.features.situation import SITUATION, situation
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS
from tipoff.predictions.known_rows import POOL, PoolView, training_views
from tipoff.predictions.lookup import lookup
from tipoff.predictions.models.gradient_boosting import Boosting, matrix
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP, GROUPS, group_of
from tipoff.predictions.pool_rows import (
    LINEUP_COLUMNS,
    features_of,
    pool_rows,
    withhold_inputs,
)
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

TRAINING_DAYS = 3 * YEAR
MIN_ROWS = 1_000
MINUTES, PLAYS = PARTS = ("minutes", "plays")
STORE_COLUMNS = FEATURES_BY_MARKET["minutes"]
"""The feature store columns that the models read, besides the lineup's ``SITUATION``."""
NAMES = (*STORE_COLUMNS, *SITUATION)
BOOSTING = {
    MINUTES: Boosting(120, {"objective": "l2", "learning_rate": 0.1, "num_leaves": 24}),
    PLAYS: Boosting(60, {"objective": "binary", "learning_rate": 0.1, "num_leaves": 24}),
}


class MinutesModel(Schema):
    """One minutes booster, trained for a month's first date with games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    serves = text(
        key=True, choices=GROUPS, meaning="the group of information sets that it was trained on"
    )
    part = text(
        key=True,
        choices=PARTS,
        meaning="what it predicts: expected minutes, or the probability to play",
    )
    features = text(nullable=True, meaning="feature names in order, comma-separated")
    artifact = text(nullable=True, meaning="the trained model in its library's text format")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is no model")


@table(
    schema=MinutesModel,
    every="month",
    reads={
        "player_pool": past(TRAINING_DAYS),
        "ml_feature_store": past(TRAINING_DAYS),
        "player_game_summary": past(TRAINING_DAYS),
    },
    columns={
        "player_pool": POOL,
        "ml_feature_store": ["game_id", "player_id", *STORE_COLUMNS, *LINEUP_COLUMNS],
        "player_game_summary": ["game_id", "player_id", "seconds"],
    },
)
def minutes_model(
    player_pool: Frame,
    ml_feature_store: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = SERIAL_WORKERS,
) -> Frame:
    """Train expected minutes and the probability to play, for each group of information sets."""
    (trained_for,) = dates
    pool = pool_rows(player_pool, ml_feature_store)
    seconds = lookup(pool, player_game_summary, "seconds")
    if (~np.isnan(seconds)).sum() < MIN_ROWS:
        return _frame([_row(trained_for, EARLY_GROUP, MINUTES, reason=INSUFFICIENT_HISTORY)])
    minutes = np.nan_to_num(seconds) / 60
    training_parts: dict[str, list[tuple[Any, FloatArray]]] = {EARLY_GROUP: [], FINAL_GROUP: []}
    for view in training_views(pool):
        training_parts[group_of(view.known.information)].append(_training_part(pool, view, minutes))
    jobs = [
        job for serves, group_parts in training_parts.items() for job in _jobs(serves, group_parts)
    ]
    artifacts = workers.run([job for _, job in jobs], train_booster)
    return _frame(
        [
            _row(trained_for, *labels, job.features, artifact)
            for (labels, job), artifact in zip(jobs, artifacts, strict=True)
        ]
    )


def minutes_features(pool: Frame, view: PoolView) -> dict[str, FloatArray]:
    """Return the models' features for a view's pool rows, by name, shape (n,) each."""
    rows = pool.take(view.rows)
    return {**features_of(rows, STORE_COLUMNS), **situation(rows, view.known)}


def _training_part(pool: Frame, view: PoolView, minutes: FloatArray) -> tuple[Any, FloatArray]:
    """Return the features and minutes of the view's players who are not known to be out."""
    available = ~view.known.out
    features = withhold_inputs(pool.take(view.rows), minutes_features(pool, view))
    return matrix(features, NAMES)[available], minutes[view.rows][available]


def _jobs(
    serves: str, parts: list[tuple[Any, FloatArray]]
) -> list[tuple[tuple[str, str], BoosterJob]]:
    features = np.concatenate([part_features for part_features, _ in parts])
    minutes = np.concatenate([part_features for _, part_features in parts])
    if len(minutes) < MIN_ROWS:
        return []
    targets = {MINUTES: minutes, PLAYS: (minutes > 0).astype(np.float64)}
    return [
        (
            (serves, part),
            BoosterJob(
                f"{part} of {serves}", features, NAMES, target, settings.parameters, settings.rounds
            ),
        )
        for (part, target), settings in zip(targets.items(), BOOSTING.values(), strict=True)
    ]


def _row(
    trained_for: Any,
    serves: str,
    part: str,
    features: tuple[str, ...] | None = None,
    artifact: str | None = None,
    reason: str | None = None,
) -> dict[str, Any]:
    feature_list = None if features is None else ",".join(features)
    return dict(
        zip(
            MinutesModel.columns,
            (trained_for, serves, part, feature_list, artifact, reason),
            strict=True,
        )
    )


def _frame(rows: list[dict[str, Any]]) -> Frame:
    return frame(MinutesModel, {n: [row[n] for row in rows] for n in MinutesModel.columns})
