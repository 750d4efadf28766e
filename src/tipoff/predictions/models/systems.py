"""The systems that predict, behind one interface: from a row's features to its mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from tipoff.domain.markets import COMBINATIONS, MINUTES, SINGLES, Market
from tipoff.features.arrays import FloatArray
from tipoff.features.team_defense_zone_analysis import POINTS as ZONE_POINTS
from tipoff.predictions.models.contract import ContractError
from tipoff.raw.shot import ZONES

Features = Mapping[str, FloatArray]
"""Feature name -> values, shape (n,); NaN where the feature is missing."""

LAST_10_MEAN, SEASON_MEAN, MOVING_AVERAGE = "last_10_mean", "season_mean", "moving_average"
ZONE_MATCHUP, SIMILARITY = "zone_matchup", "similarity"
LIGHTGBM, CATBOOST = "lightgbm", "catboost"
ENSEMBLE, BLEND = "ensemble", "blend"
SYSTEMS = (
    LIGHTGBM,
    CATBOOST,
    ENSEMBLE,
    BLEND,
    ZONE_MATCHUP,
    SIMILARITY,
    MOVING_AVERAGE,
    LAST_10_MEAN,
    SEASON_MEAN,
)
SEES_THE_LINE = (BLEND,)
BASE_RATE = LAST_10_MEAN
"""What a system must beat to say anything."""
PREDICTED = (*(m for m in (*SINGLES, *COMBINATIONS) if m.name != "turnovers"), MINUTES)
"""The markets that are predicted."""
PLAYED_OUT = ("points", "rebounds", "assists")
"""The markets that every book quotes."""


class MeanModel(Protocol):
    """Anything that turns features into expected counts."""

    @property
    def features(self) -> tuple[str, ...]:
        """The features it reads, by name and in order."""
        ...

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,); NaN where there is no prediction."""
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
        """Return expected counts, shape (n,); NaN where no average is known."""
        values = np.stack([features[name] for name in self.weights])
        weights = np.array(list(self.weights.values()))[:, None] * ~np.isnan(values)
        total = weights.sum(axis=0)
        summed = np.nansum(values * weights, axis=0)
        averages: FloatArray = np.where(total > 0, summed / np.where(total > 0, total, 1.0), np.nan)
        return averages


@dataclass(frozen=True)
class ZoneMatchup:
    """An average, moved by how much more the opponent allows from each zone than the league."""

    average: WeightedAverage
    worth: Mapping[str, int]
    """Zone -> what a make there counts for."""

    @property
    def features(self) -> tuple[str, ...]:
        """The average's, and attempts and the opponent's weakness by zone."""
        zones = (n for z in self.worth for n in (_attempts(z), _weakness(z)))
        return (*self.average.features, *zones)

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,); NaN where the opponent's weakness is not known."""
        gained = [
            features[_attempts(zone)] * features[_weakness(zone)] / 100 * worth
            for zone, worth in self.worth.items()
        ]
        return np.asarray(self.average.mean(features) + np.sum(gained, axis=0))


def _attempts(zone: str) -> str:
    return f"{zone}_attempts_avg_last_10"


def _weakness(zone: str) -> str:
    return f"opponent_{zone}_weakness"


def moving_average(market: Market) -> WeightedAverage:
    """0.5 of the last 5 games, 0.3 of the last 10, 0.2 of the season."""
    windows = {"last_5": 0.5, "last_10": 0.3, "season": 0.2}
    return WeightedAverage({f"{market.name}_avg_{w}": weight for w, weight in windows.items()})


def formulas(market: Market) -> dict[str, MeanModel]:
    """Return the systems of a market that are formulas, by name: only their spread is fitted."""
    found: dict[str, MeanModel] = {
        LAST_10_MEAN: WeightedAverage({f"{market.name}_avg_last_10": 1.0})
    }
    if market.name in (*PLAYED_OUT, "threes"):
        found[MOVING_AVERAGE] = moving_average(market)
        found[SIMILARITY] = WeightedAverage({f"{market.name}_avg_similar": 1.0})
    if market.name == "points":
        found[SEASON_MEAN] = WeightedAverage({"points_avg_season": 1.0})
        found[ZONE_MATCHUP] = ZoneMatchup(moving_average(market), ZONE_POINTS)
    if market.name == "threes":
        zones = {zone: 1 for zone in ZONES if zone.endswith("three")}
        found[ZONE_MATCHUP] = ZoneMatchup(moving_average(market), zones)
    return found


def columns_of(rows: Any, names: Sequence[str]) -> dict[str, FloatArray]:
    """Columns of Arrow rows as floats, NULL as NaN.

    Raises:
        MissingFeature: a column is not there; the message names each.
    """
    import pyarrow as pa

    held = set(rows.column_names)
    missing = [name for name in names if name not in held]
    if missing:
        raise MissingFeature(f"features missing: {', '.join(missing)}")
    return {
        name: rows[name].cast(pa.float64()).to_numpy().astype(np.float64, copy=False)
        for name in names
    }


class MissingFeature(ContractError):
    """A model was given rows without a feature of its contract."""
