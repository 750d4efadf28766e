"""A LightGBM mean with its contract, saved as text."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import lightgbm

    from tipoff.predictions.systems import Features, FloatArray

ROUNDS = 200
PARAMETERS: Mapping[str, Any] = {
    "objective": "poisson",
    "learning_rate": 0.05,
    "num_leaves": 31,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "max_bin": 63,
    "lambda_l2": 5.0,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 2,
    "verbose": -1,
}


@dataclass(frozen=True)
class Contract:
    """What a model was made from and must be served with."""

    features: tuple[str, ...]
    trained_from: str
    trained_to: str
    rows: int
    parameters: Mapping[str, Any]
    library: str
    head: Mapping[str, float]
    metrics: Mapping[str, float]

    @property
    def schema_hash(self) -> str:
        """A digest of the features' names and order."""
        return hashlib.sha256("\n".join(self.features).encode()).hexdigest()[:16]

    def to_json(self) -> str:
        """The contract as text, the same for equal contracts."""
        return json.dumps({**asdict(self), "schema_hash": self.schema_hash}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Contract:
        """The contract that ``to_json`` wrote."""
        values = json.loads(text)
        del values["schema_hash"]
        return cls(**{**values, "features": tuple(values["features"])})


@dataclass(frozen=True)
class BoostedMean:
    """A trained model in LightGBM's own text form."""

    artifact: str
    features: tuple[str, ...]

    @cached_property
    def _booster(self) -> lightgbm.Booster:
        import lightgbm

        return lightgbm.Booster(model_str=self.artifact)

    def mean(self, features: Features) -> FloatArray:
        """Expected counts, shape (n,)."""
        matrix = np.column_stack([features[name] for name in self.features])
        return np.asarray(self._booster.predict(matrix), dtype=np.float64)


def train(features: Features, counts: FloatArray) -> BoostedMean:
    """Fit expected counts; the same rows give the same text.

    Args:
        features: name -> values, shape (n,), NaN where missing.
        counts: what happened, shape (n,).
    """
    import lightgbm

    names = tuple(features)
    matrix = np.column_stack(list(features.values()))
    data = lightgbm.Dataset(matrix, counts, feature_name=list(names))
    booster = lightgbm.train(dict(PARAMETERS), data, ROUNDS)
    return BoostedMean(booster.model_to_string(), names)


def library_version() -> str:
    """The version a model is trained with, part of its contract."""
    import lightgbm

    return f"lightgbm {lightgbm.__version__}"


def held_out(game_ids: Sequence[str]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """One game in eight, always the same ones: what the spread is fitted on, not the mean."""
    return np.array([hashlib.blake2b(g.encode(), digest_size=1).digest()[0] < 32 for g in game_ids])
