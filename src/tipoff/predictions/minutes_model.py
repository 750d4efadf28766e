"""Each month's models of minutes: how long a player is expected to play, and whether at all.

They learn from every player who was not known to be out, those who then sat on the bench included,
so that the expected minutes of a team add up to about the 240 there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.market_sets import FOR_MARKETS
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.features.situation import SITUATION, situation
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import HERE
from tipoff.predictions.known_rows import POOL, Slate, training_slates
from tipoff.predictions.lookup import lookup
from tipoff.predictions.models.gradient_boosting import Boosting, matrix
from tipoff.predictions.models.groups import EARLY_GROUP, FINAL_GROUP, GROUPS, group_of
from tipoff.predictions.pool_rows import FOR_LINEUPS, features_of, pool_rows, withheld
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Dates, Frame, Workers

TRAINING_DAYS = 3 * YEAR
MIN_ROWS = 1_000
MINUTES, PLAYS = PARTS = ("minutes", "plays")
STORED = FOR_MARKETS["minutes"]
"""What the models read of the store; to it comes what the known lineup means."""
NAMES = (*STORED, *SITUATION)
BOOSTING = {
    MINUTES: Boosting(120, {"objective": "l2", "learning_rate": 0.1, "num_leaves": 24}),
    PLAYS: Boosting(60, {"objective": "binary", "learning_rate": 0.1, "num_leaves": 24}),
}


class MinutesModel(Schema):
    """One booster of minutes, as it stood on a month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    serves = text(key=True, choices=GROUPS, meaning="the information sets it was trained on")
    part = text(key=True, choices=PARTS, meaning="expected minutes, or the probability to play")
    features = text(nullable=True, meaning="names in order, with commas between")
    artifact = text(nullable=True, meaning="the trained model in its library's own text form")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is none")


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
        "ml_feature_store": ["game_id", "player_id", *STORED, *FOR_LINEUPS],
        "player_game_summary": ["game_id", "player_id", "seconds"],
    },
)
def minutes_model(
    player_pool: Frame,
    ml_feature_store: Frame,
    player_game_summary: Frame,
    dates: Dates,
    workers: Workers = HERE,
) -> Frame:
    """Train expected minutes and the probability to play, for each group of information sets."""
    (trained_for,) = dates
    pool = pool_rows(player_pool, ml_feature_store)
    seconds = lookup(pool, player_game_summary, "seconds")
    if (~np.isnan(seconds)).sum() < MIN_ROWS:
        return _frame([_row(trained_for, EARLY_GROUP, MINUTES, reason=INSUFFICIENT_HISTORY)])
    minutes = np.nan_to_num(seconds) / 60
    parts: dict[str, list[tuple[Any, FloatArray]]] = {EARLY_GROUP: [], FINAL_GROUP: []}
    for slate in training_slates(pool):
        parts[group_of(slate.known.information)].append(_available(pool, slate, minutes))
    jobs = [job for serves, of_group in parts.items() for job in _jobs(serves, of_group)]
    artifacts = workers.run([job for _, job in jobs], train_booster)
    return _frame(
        [
            _row(trained_for, *named, job.features, artifact)
            for (named, job), artifact in zip(jobs, artifacts, strict=True)
        ]
    )


def minutes_features(pool: Frame, slate: Slate) -> dict[str, FloatArray]:
    """Return what the models read of a slate's rows of the pool, by name, shape (n,) each."""
    rows = pool.take(slate.rows)
    return {**features_of(rows, STORED), **situation(rows, slate.known)}


def _available(pool: Frame, slate: Slate, minutes: FloatArray) -> tuple[Any, FloatArray]:
    """Return the features and minutes of those who are not known to be out."""
    available = ~slate.known.out
    features = withheld(pool.take(slate.rows), minutes_features(pool, slate))
    return matrix(features, NAMES)[available], minutes[slate.rows][available]


def _jobs(
    serves: str, parts: list[tuple[Any, FloatArray]]
) -> list[tuple[tuple[str, str], BoosterJob]]:
    rows = np.concatenate([m for m, _ in parts])
    minutes = np.concatenate([m for _, m in parts])
    if len(minutes) < MIN_ROWS:
        return []
    targets = {MINUTES: minutes, PLAYS: (minutes > 0).astype(np.float64)}
    return [
        (
            (serves, part),
            BoosterJob(f"{part} of {serves}", rows, NAMES, target, how.parameters, how.rounds),
        )
        for (part, target), how in zip(targets.items(), BOOSTING.values(), strict=True)
    ]


def _row(
    trained_for: Any,
    serves: str,
    part: str,
    features: tuple[str, ...] | None = None,
    artifact: str | None = None,
    reason: str | None = None,
) -> dict[str, Any]:
    named = None if features is None else ",".join(features)
    return dict(
        zip(MinutesModel.columns, (trained_for, serves, part, named, artifact, reason), strict=True)
    )


def _frame(rows: list[dict[str, Any]]) -> Frame:
    return frame(MinutesModel, {n: [row[n] for row in rows] for n in MinutesModel.columns})
