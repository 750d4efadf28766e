"""Boosted trees by LightGBM, stored in its own text format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.models.log_linear import LogLinear

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType

    import lightgbm

    from tipoff.features.arrays import FloatArray
    from tipoff.predictions.models.systems import Features

SEED = 1
SEPARATOR = "\f"
"""Separates the boosters of one artifact; LightGBM never writes this character."""
PARAMETERS: Mapping[str, Any] = {
    "objective": "poisson",
    "learning_rate": 0.08,
    "num_leaves": 31,
    "extra_trees": True,  # random thresholds: less overfitting
    "min_data_in_leaf": 150,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.5,
    "bagging_freq": 5,
    "max_bin": 63,
    "bin_construct_sample_cnt": 5_000,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,  # several models are trained in parallel instead
    "verbose": -1,
}


@dataclass(frozen=True)
class Boosting:
    """The number of rounds and the parameters that a booster is trained with."""

    rounds: int
    changes: Mapping[str, Any]
    """Parameters that differ from ``PARAMETERS``."""
    seeds: int = 1
    """The number of boosters that are trained with different seeds and averaged."""

    @property
    def parameters(self) -> dict[str, Any]:
        """Return all parameters, by LightGBM's names."""
        return {**PARAMETERS, **self.changes}


@dataclass(frozen=True)
class BoostedMean:
    """A trained model: boosters in LightGBM's text format, optionally on a log-linear start."""

    artifact: str
    features: tuple[str, ...]

    @cached_property
    def _start(self) -> LogLinear | None:
        first = self.artifact.split(SEPARATOR)[0]
        return LogLinear.from_json(first) if first.startswith("{") else None

    @cached_property
    def _boosters(self) -> list[lightgbm.Booster]:
        texts = self.artifact.split(SEPARATOR)[0 if self._start is None else 1 :]
        return [_library().Booster(model_str=text) for text in texts]

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,)."""
        return np.asarray(np.exp(self.linear(features)))

    def linear(self, features: Features) -> FloatArray:
        """Return the start plus the boosters' mean raw score, before the link, shape (n,)."""
        rows = matrix(features, self.features)
        tree_sums = [each.predict(rows, raw_score=True, num_threads=1) for each in self._boosters]
        start = 0.0 if self._start is None else self._start.linear(rows)
        return np.asarray(start + np.mean(tree_sums, axis=0), dtype=np.float64)


def join_artifact(boosters: Iterable[str], start: LogLinear | None = None) -> str:
    """Return one artifact that holds the start, if any, and then the boosters' texts."""
    return SEPARATOR.join([*([] if start is None else [start.to_json()]), *boosters])


def matrix(features: Features, names: Sequence[str]) -> Any:
    """Return the features as columns of a float32 matrix, shape (n, names)."""
    return np.column_stack([features[name].astype(np.float32) for name in names])


def library_version() -> str:
    """Return the library version for the contract of a trained model."""
    return f"lightgbm {_library().__version__}"


def _library() -> ModuleType:
    import lightgbm

    return lightgbm
