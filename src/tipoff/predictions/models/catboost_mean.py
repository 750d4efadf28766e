"""Boosted trees by CatBoost, stored in its JSON format: a second backend, optional extra."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.kernel.errors import UsageError
from tipoff.predictions.models.gradient_boosting import SEED, matrix

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.models.systems import Features

PARAMETERS: Mapping[str, Any] = {
    "loss_function": "Poisson",
    "iterations": 250,
    "learning_rate": 0.08,
    "depth": 6,
    "l2_leaf_reg": 8.0,
    "rsm": 0.4,
    "border_count": 64,
    "random_seed": SEED,
    "thread_count": 2,
    "allow_writing_files": False,
    "verbose": False,
}


@dataclass(frozen=True)
class CatBoostMean:
    """A trained model in CatBoost's JSON format."""

    artifact: str
    features: tuple[str, ...]

    @cached_property
    def _model(self) -> Any:
        model = _library().CatBoost()
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "model.json"
            path.write_text(self.artifact)
            model.load_model(str(path), format="json")
        return model

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,)."""
        raw = self._model.predict(matrix(features, self.features), prediction_type="RawFormulaVal")
        return np.asarray(np.exp(raw), dtype=np.float64)


@dataclass(frozen=True)
class CatBoostJob:
    """One booster to train, in a form that can be sent to another process."""

    name: str
    """The job's name in messages, such as ``player_points by catboost``."""
    features: Features
    """Name -> values, shape (n,), NaN where missing."""
    counts: FloatArray
    """Actual counts, shape (n,)."""


def train_catboost(job: CatBoostJob) -> str:
    """Train a model and return it as text; the same rows give the same text.

    Raises:
        UsageError: CatBoost is not installed.
    """
    model = _library().CatBoost(dict(PARAMETERS))
    model.fit(matrix(job.features, tuple(job.features)), job.counts)
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "model.json"
        model.save_model(str(path), format="json")
        return path.read_text()


def catboost_version() -> str:
    """Return the library version for the contract of a trained model."""
    return f"catboost {_library().__version__}"


def _library() -> ModuleType:
    try:
        import catboost
    except ImportError:
        raise UsageError(
            "the system catboost needs its library: pip install 'tipoff[catboost]',"
            " or leave the setting catboost off"
        ) from None
    library: ModuleType = catboost
    return library
