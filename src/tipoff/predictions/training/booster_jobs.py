"""One booster to train, as it is sent to whoever trains it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tipoff.predictions.models.gradient_boosting import joined
from tipoff.predictions.models.log_linear import fit_log_linear

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray


@dataclass(frozen=True)
class BoosterJob:
    """One booster to train, as it is sent to another process."""

    name: str
    """What a message calls it, such as ``player_points of inactives-known``."""
    matrix: Any
    """Features side by side, float32, shape (n, features), NaN where missing."""
    features: tuple[str, ...]
    target: FloatArray
    """What happened, shape (n,)."""
    parameters: Mapping[str, Any]
    rounds: int
    seeds: int = 1
    """How many boosters are trained that differ by chance alone, for their mean."""
    bent: tuple[str, ...] | None = None
    """The features whose logs are bent in a log-linear start; None of boosters without a start."""


def train_booster(job: BoosterJob) -> str:
    """Train a job's boosters and return them in LightGBM's own text form; same rows, same text."""
    import lightgbm

    start, parameters = None, dict(job.parameters)
    data = lightgbm.Dataset(
        job.matrix, job.target, params=parameters, feature_name=list(job.features)
    )
    if job.bent is not None:
        places = [job.features.index(name) for name in job.bent]
        start = fit_log_linear(job.matrix, job.target, places)
        data.set_init_score(start.linear(job.matrix))
    seeds = ({**parameters, "seed": parameters["seed"] + n} for n in range(job.seeds))
    trained = (lightgbm.train(each, data, job.rounds).model_to_string() for each in seeds)
    return joined(trained, start)
