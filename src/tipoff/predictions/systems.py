"""The systems that predict, behind one interface: from a row's features to its mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
Features = Mapping[str, FloatArray]
"""Feature name -> values, shape (n,); NaN where the feature is missing."""


class MeanModel(Protocol):
    """Anything that turns features into expected counts."""

    @property
    def features(self) -> tuple[str, ...]:
        """The features it reads, by name and in order."""
        ...

    def mean(self, features: Features) -> FloatArray:
        """Expected counts, shape (n,); NaN where it cannot say."""
        ...


@dataclass(frozen=True)
class WeightedAverage:
    """A weighted mean of averages; where one is missing, of the others."""

    weights: Mapping[str, float]

    @property
    def features(self) -> tuple[str, ...]:
        """The averages it weighs."""
        return tuple(self.weights)

    def mean(self, features: Features) -> FloatArray:
        """Expected counts, shape (n,); NaN where no average is known."""
        values = np.stack([features[name] for name in self.weights])
        weights = np.array(list(self.weights.values()))[:, None] * ~np.isnan(values)
        total = weights.sum(axis=0)
        summed = np.nansum(values * weights, axis=0)
        averages: FloatArray = np.where(total > 0, summed / np.where(total > 0, total, 1.0), np.nan)
        return averages


BASELINES: Mapping[str, WeightedAverage] = {
    "last_10_mean": WeightedAverage({"points_avg_last_10": 1.0}),
    "season_mean": WeightedAverage({"points_avg_season": 1.0}),
    "moving_average": WeightedAverage(
        {"points_avg_last_5": 0.5, "points_avg_last_10": 0.3, "points_avg_season": 0.2}
    ),
}
LIGHTGBM = "lightgbm"
CHAMPION = LIGHTGBM
SYSTEMS = (LIGHTGBM, *BASELINES)


def columns_of(rows: Any, names: Sequence[str]) -> dict[str, FloatArray]:
    """Columns of Arrow rows as floats, NULL as NaN.

    Raises:
        MissingFeature: a column is not there.
    """
    import pyarrow as pa

    missing = [name for name in names if name not in rows.column_names]
    if missing:
        raise MissingFeature(f"features missing: {', '.join(missing)}")
    return {
        name: rows[name].cast(pa.float64()).to_numpy().astype(np.float64, copy=False)
        for name in names
    }


class MissingFeature(ValueError):
    """A model was given rows without a feature of its contract."""
