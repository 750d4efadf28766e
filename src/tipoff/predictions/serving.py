"""Trained models at work: from a slate's features to a distribution for each player."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.markets import MARKETS, SINGLES
from tipoff.predictions.distributions.combination import ResidualCorrelation, combined
from tipoff.predictions.distributions.dispersion import DispersionFit
from tipoff.predictions.models.breakout import MARKET as BREAKOUT
from tipoff.predictions.models.catboost_mean import CatBoostMean
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import BoostedMean, MinutesTimesRate
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    MARKET_AWARE,
    MINUTES,
    MINUTES_RATE,
    FloatArray,
    MeanModel,
    columns_of,
    formulas,
)
from tipoff.predictions.training.training import LINE, SMALLEST_MEAN
from tipoff.predictions.training.training_rows import volatility

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa

    from tipoff.analytics.player_pool import PredictionTime
    from tipoff.predictions.distributions.distribution import NegativeBinomial1

KEY_OF = {market.name: market.key for market in SINGLES}
Name = tuple[str, str, str]
"""Market, moment and system."""


@dataclass(frozen=True)
class Said:
    """What one system says of a slate's rows."""

    market: str
    moment: PredictionTime
    system: str
    outcome: NegativeBinomial1


@dataclass(frozen=True)
class Models:
    """A month's models, as they were read from one snapshot."""

    contracts: Mapping[Name, Contract]
    artifacts: Mapping[Name, str]

    @classmethod
    def of(cls, rows: list[dict[str, Any]]) -> Models:
        """The models of counts among rows of ``trained_model``."""
        named = {
            (r["market"], r["moment"], r["system"]): r
            for r in rows
            if r["contract"] and r["market"] != BREAKOUT
        }
        return cls(
            {name: Contract.from_json(r["contract"]) for name, r in named.items()},
            {name: r["artifact"] for name, r in named.items() if r["artifact"]},
        )

    @cached_property
    def _models(self) -> dict[Name, MeanModel]:
        return {name: self._loaded(name) for name, c in self.contracts.items() if not c.correlation}

    def _loaded(self, name: Name) -> MeanModel:
        market, moment, system = name
        features = self.contracts[name].features
        if name not in self.artifacts:
            return formulas(MARKETS[market])[system]
        if system == CATBOOST:
            return CatBoostMean(self.artifacts[name], features)
        boosted = BoostedMean(
            self.artifacts[name], features, LINE if system == MARKET_AWARE else None
        )
        if system != MINUTES_RATE:
            return boosted
        minutes = (MINUTES.key, moment, LIGHTGBM)
        return MinutesTimesRate(
            BoostedMean(self.artifacts[minutes], self.contracts[minutes].features), boosted
        )

    def say(
        self,
        rows: pa.Table,
        lines: Mapping[str, FloatArray],
        moment: PredictionTime,
        *,
        whole: bool = True,
    ) -> Iterator[Said]:
        """What the systems say of the rows, market by market.

        Args:
            rows: of the feature store.
            lines: reference lines by market, shape (n,), NaN where there is none.
            moment: whose models are asked; formulas read no news, and serve at any.
            whole: formulas and sums too, not only what was trained for the moment.

        Raises:
            MissingFeature: the rows lack a feature of a contract; the message names it.
        """
        unsteady = volatility(rows)
        singles: dict[str, NegativeBinomial1] = {}
        for name, contract in self.contracts.items():
            market, trained_at, system = name
            served = trained_at == moment or (whole and name not in self.artifacts)
            if not served or contract.correlation or market == MINUTES.key:
                continue
            if system == MARKET_AWARE and market not in lines:
                continue
            outcome = self._outcome(name, rows, lines, unsteady)
            if system == LIGHTGBM:
                singles[market] = outcome
            yield Said(market, moment, system, outcome)
        if whole:
            yield from self._combinations(singles, moment, unsteady)

    def _outcome(
        self, name: Name, rows: pa.Table, lines: Mapping[str, FloatArray], unsteady: FloatArray
    ) -> NegativeBinomial1:
        model = self._models[name]
        known = columns_of(rows, [n for n in model.features if n != LINE])
        if LINE in model.features:
            known[LINE] = lines[name[0]]
        mean = np.maximum(model.mean(known), SMALLEST_MEAN)
        return DispersionFit.from_dict(self.contracts[name].head).distribution(mean, unsteady)

    def _combinations(
        self,
        singles: Mapping[str, NegativeBinomial1],
        moment: PredictionTime,
        unsteady: FloatArray,
    ) -> Iterator[Said]:
        for (market, _, system), contract in self.contracts.items():
            if contract.correlation:
                parts = [singles[KEY_OF[n]] for n in MARKETS[market].counted]
                scale = DispersionFit.from_dict(contract.head)
                together = ResidualCorrelation.from_tuples(contract.correlation)
                outcome = combined(parts, together.at(scale.standardised(unsteady)))
                yield Said(market, moment, system, outcome)
