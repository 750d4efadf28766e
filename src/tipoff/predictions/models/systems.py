"""The prediction systems behind one interface, which maps features to expected counts."""

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
SYSTEMS_WITH_LINE = (BLEND,)
"""The systems that read the line."""
BASE_RATE = LAST_10_MEAN
"""The system that every other one must beat."""
PREDICTED = (*(m for m in (*SINGLES, *COMBINATIONS) if m.name != "turnovers"), MINUTES)
"""The markets that are predicted."""
MAJOR_MARKETS = ("points", "rebounds", "assists")
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
    """A weighted mean of averages; weights are renormalised where some are missing."""

    weights: Mapping[str, float]

    @property
    def features(self) -> tuple[str, ...]:
        """The averages that are weighted."""
        return tuple(self.weights)

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,); NaN where every average is missing."""
        values = np.stack([features[name] for name in self.weights])
        weights = np.array(list(self.weights.values()))[:, None] * ~np.isnan(values)
        total = weights.sum(axis=0)
        summed = np.nansum(values * weights, axis=0)
        averages: FloatArray = np.where(total > 0, summed / np.where(total > 0, total, 1.0), np.nan)
        return averages


@dataclass(frozen=True)
class ZoneMatchup:
    """An average, adjusted by how much more the opponent allows per zone than the league does."""

    average: WeightedAverage
    worth: Mapping[str, int]
    """Zone -> value of a made shot there, in the market's unit."""

    @property
    def features(self) -> tuple[str, ...]:
        """The average's features, and attempts and the opponent's weakness by zone."""
        zones = (n for z in self.worth for n in (_attempts(z), _weakness(z)))
        return (*self.average.features, *zones)

    def mean(self, features: Features) -> FloatArray:
        """Return expected counts, shape (n,); NaN where the opponent's weakness is unknown."""
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
    """Return the weighting 0.5 last 5 games + 0.3 last 10 games + 0.2 season."""
    windows = {"last_5": 0.5, "last_10": 0.3, "season": 0.2}
    return WeightedAverage({f"{market.name}_avg_{w}": weight for w, weight in windows.items()})


def formulas(market: Market) -> dict[str, MeanModel]:
    """Return a market's formula systems by name; only the spread around them is fitted."""
    systems: dict[str, MeanModel] = {
        LAST_10_MEAN: WeightedAverage({f"{market.name}_avg_last_10": 1.0})
    }
    if market.name in (*MAJOR_MARKETS, "threes"):
        systems[MOVING_AVERAGE] = moving_average(market)
        systems[SIMILARITY] = WeightedAverage({f"{market.name}_avg_similar": 1.0})
    if market.name == "points":
        systems[SEASON_MEAN] = WeightedAverage({"points_avg_season": 1.0})
        systems[ZONE_MATCHUP] = ZoneMatchup(moving_average(market), ZONE_POINTS)
    if market.name == "threes":
        zones = {zone: 1 for zone in ZONES if zone.endswith("three")}
        systems[ZONE_MATCHUP] = ZoneMatchup(moving_average(market), zones)
    return systems


def columns_of(rows: Any, names: Sequence[str]) -> dict[str, FloatArray]:
    """Return columns of Arrow rows as floats, NULL as NaN.

    Raises:
        MissingFeature: columns are missing; the message names them.
    """
    import pyarrow as pa

    available = set(rows.column_names)
    missing = [name for name in names if name not in available]
    if missing:
        raise MissingFeature(f"features missing: {', '.join(missing)}")
    return {
        name: rows[name].cast(pa.float64()).to_numpy().astype(np.float64, copy=False)
        for name in names
    }


class MissingFeature(ContractError):
    """The rows given to a model lack a feature of its contract."""
