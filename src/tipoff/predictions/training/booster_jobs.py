"""Booster training jobs that can be sent to worker processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.predictions.models.gradient_boosting import join_artifact
from tipoff.predictions.models.log_linear import fit_log_linear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray


@dataclass(frozen=True)
class BoosterJob:
    """One booster to train, in a form that can be sent to another process."""

    name: str
    """The job's name in messages, such as ``player_points of inactives-known``."""
    matrix: Any
    """Feature matrix, float32, shape (n, features), NaN where missing."""
    features: tuple[str, ...]
    target: FloatArray
    """The values to predict, shape (n,)."""
    parameters: Mapping[str, Any]
    rounds: int
    seeds: int = 1
    """The number of boosters that are trained with different seeds and averaged."""
    squared_logs: tuple[str, ...] | None = None
    """The features whose logs also enter squared in the log-linear start; None without a start."""


def train_booster(job: BoosterJob) -> str:
    """Train a job's boosters and return them as text; the same rows give the same text."""
    import lightgbm

    start, parameters = None, dict(job.parameters)
    data = lightgbm.Dataset(
        job.matrix, job.target, params=parameters, feature_name=list(job.features)
    )
    if job.squared_logs is not None:
        places = [job.features.index(name) for name in job.squared_logs]
        start = fit_log_linear(job.matrix, job.target, places)
        data.set_init_score(start.linear(job.matrix))
    seeds = ({**parameters, "seed": parameters["seed"] + n} for n in range(job.seeds))
    trained = (lightgbm.train(each, data, job.rounds).model_to_string() for each in seeds)
    return join_artifact(trained, start)
