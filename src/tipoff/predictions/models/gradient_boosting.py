"""Trees boosted by LightGBM, kept in its own text form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    import lightgbm

    from tipoff.predictions.models.systems import Features, FloatArray

SEED = 1
PARAMETERS: Mapping[str, Any] = {
    "objective": "poisson",
    "learning_rate": 0.08,
    "num_leaves": 31,
    "extra_trees": True,  # random thresholds: less is learned by heart
    "min_data_in_leaf": 150,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.5,
    "bagging_freq": 5,
    "max_bin": 63,
    "bin_construct_sample_cnt": 20_000,
    "lambda_l2": 5.0,
    "seed": SEED,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,  # several models are trained side by side instead
    "verbose": -1,
}


@dataclass(frozen=True)
class Boosting:
    """How a mean is boosted."""

    rounds: int
    changes: Mapping[str, Any]
    """Parameters that are not as in ``PARAMETERS``."""

    @property
    def parameters(self) -> dict[str, Any]:
        """All parameters, by LightGBM's names."""
        return {**PARAMETERS, **self.changes}


@dataclass(frozen=True)
class BoostedMean:
    """A trained model in LightGBM's own text form.

    With an ``offset`` the trees say by what factor the mean differs from that feature.
    """

    artifact: str
    features: tuple[str, ...]
    offset: str | None = None

    @cached_property
    def _booster(self) -> lightgbm.Booster:
        booster: lightgbm.Booster = _library().Booster(model_str=self.artifact)
        return booster

    def mean(self, features: Features) -> FloatArray:
        """Expected counts, shape (n,); NaN where the offset is missing."""
        offset = 1.0 if self.offset is None else features[self.offset]
        return np.asarray(np.exp(self.raw(matrix(features, self.features))) * offset)

    def raw(self, rows: Any) -> FloatArray:
        """What the trees add up to, before the link, shape (n,)."""
        return np.asarray(self._booster.predict(rows, raw_score=True), dtype=np.float64)


@dataclass(frozen=True)
class MinutesTimesRate:
    """Minutes expected, times what is expected of each."""

    minutes: BoostedMean
    rate: BoostedMean

    @property
    def features(self) -> tuple[str, ...]:
        """What either reads."""
        return tuple(dict.fromkeys((*self.minutes.features, *self.rate.features)))

    def mean(self, features: Features) -> FloatArray:
        """Expected counts, shape (n,)."""
        return self.minutes.mean(features) * self.rate.mean(features)


def boost(
    features: Features, counts: FloatArray, how: Boosting, offset: FloatArray | None = None
) -> str:
    """Fit expected counts; the same rows give the same text.

    Args:
        features: name -> values, shape (n,), NaN where missing.
        counts: what happened, shape (n,).
        how: rounds and parameters.
        offset: what the trees multiply, shape (n,), above 0; 1 if not given.
    """
    library = _library()
    score = None if offset is None else np.log(offset)
    data = library.Dataset(
        matrix(features, tuple(features)),
        counts,
        init_score=score,
        params=how.parameters,
        feature_name=list(features),
    )
    return str(library.train(how.parameters, data, how.rounds).model_to_string())


def matrix(features: Features, names: tuple[str, ...]) -> Any:
    """The features side by side, shape (n, names), in half the usual width."""
    return np.column_stack([features[name].astype(np.float32) for name in names])


def library_version() -> str:
    """The version a model is trained with, part of its contract."""
    return f"lightgbm {_library().__version__}"


def _library() -> ModuleType:
    import lightgbm

    return lightgbm
