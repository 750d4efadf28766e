"""What is trained of one month: every system of every market, on rows from before it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from tipoff.analytics.player_pool import PredictionTime
from tipoff.features.feature_sets import FEATURE_SETS
from tipoff.features.market_sets import set_name
from tipoff.kernel.fingerprint import digest
from tipoff.markets import SINGLES, Market
from tipoff.predictions.catboost_mean import PARAMETERS as CATBOOST_PARAMETERS
from tipoff.predictions.catboost_mean import CatBoostMean, boost_by_catboost, catboost_version
from tipoff.predictions.combination import residual_correlation
from tipoff.predictions.contract import Contract
from tipoff.predictions.dispersion import DispersionFit, fit_dispersion
from tipoff.predictions.gradient_boosting import (
    SEED,
    BoostedMean,
    Boosting,
    MinutesTimesRate,
    boost,
    library_version,
)
from tipoff.predictions.leaks import refuse_leaks
from tipoff.predictions.systems import (
    CATBOOST,
    LIGHTGBM,
    MARKET_AWARE,
    MINUTES,
    MINUTES_RATE,
    PLAYED_OUT,
    FloatArray,
    MeanModel,
    columns_of,
    formulas,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pyarrow as pa

    from tipoff.predictions.distribution import NegativeBinomial1

BEFORE_TIP, MORNING = PredictionTime.BEFORE_TIP, PredictionTime.MORNING
SMALLEST_MEAN = 0.02
MINIMUM_LINES = 2_000
FEWEST_HELD_OUT = 50
LINE = "line"
FULL = Boosting(350, {"learning_rate": 0.07, "num_leaves": 20})
MORNING_FIT = Boosting(110, {"learning_rate": 0.1})
RARE_FIT = Boosting(110, {"learning_rate": 0.06, "num_leaves": 15})
MINUTES_FIT = Boosting(150, {})
RATE_FIT = Boosting(100, {"num_leaves": 15})
AT_LINE_FIT = Boosting(150, {"learning_rate": 0.03, "num_leaves": 8})
RARE = ("steals", "blocks")
SINGLE = {market.name: market for market in SINGLES}


@dataclass(frozen=True)
class Trained:
    """One system of one market at one moment."""

    contract: Contract
    artifact: str | None


@dataclass(frozen=True)
class TrainingRows:
    """Players who played, before the month: what was known of each, and what he did.

    Args:
        rows: the feature store's rows, with each market's count and ``minutes``.
        lines: reference lines by market, shape (n,), NaN where there was none.
    """

    rows: pa.Table
    lines: Mapping[str, FloatArray]

    def features(self, names: Sequence[str]) -> dict[str, FloatArray]:
        """Features by name, shape (n,)."""
        return columns_of(self.rows, names)

    def counts(self, market: Market) -> FloatArray:
        """What happened, shape (n,)."""
        return np.asarray(market.sum_of(self.rows).cast("float64").to_numpy())

    @cached_property
    def apart(self) -> npt.NDArray[np.bool_]:
        """One game in eight, always the same ones: what spread is fitted on, not the mean."""
        return np.array([_drawn(game) for game in self.rows["game_id"].to_pylist()])

    @cached_property
    def volatility(self) -> FloatArray:
        """Of minutes, shape (n,)."""
        return volatility(self.rows)

    @property
    def window(self) -> tuple[str, str]:
        """The first and the last date."""
        days = self.rows["game_date"]
        return str(days[0]), str(days[-1])


def volatility(rows: pa.Table) -> FloatArray:
    """A player's deviation of minutes by his mean over the last 10, shape (n,)."""
    known = columns_of(rows, ("minutes_std_last_10", "minutes_avg_last_10"))
    minutes = known["minutes_avg_last_10"]
    return np.asarray(known["minutes_std_last_10"] / np.where(minutes > 0, minutes, np.nan))


def train(
    training: TrainingRows, markets: Sequence[Market], *, catboost: bool = False
) -> Iterator[Trained]:
    """Every system of the markets; a combination's parts must be among them.

    Args:
        training: what was known, and what happened.
        markets: what is predicted.
        catboost: whether the second backend is trained too.

    Raises:
        Blocked: a feature tells more of the outcome than anything known before tip-off can.
    """
    minutes = _boosted(training, MINUTES, BEFORE_TIP)
    yield from _trained(training, MINUTES, LIGHTGBM, minutes)
    heads: dict[str, NegativeBinomial1] = {}
    for market in markets:
        if market.is_combination:
            yield _combination(training, market, heads)
        else:
            for each in _single(training, market, minutes):
                if each.contract.system == LIGHTGBM and each.contract.moment == BEFORE_TIP:
                    heads[market.name] = _held_out(training, each)
                yield each
        if catboost and market.name in PLAYED_OUT:
            yield from _trained(training, market, CATBOOST, _catboost(training, market))
        for system, formula in formulas(market).items():
            yield from _trained(training, market, system, formula)


def _single(training: TrainingRows, market: Market, minutes: BoostedMean) -> Iterator[Trained]:
    """The boosted systems of a market that is no sum."""
    refuse_leaks(
        training.features(_names(market, BEFORE_TIP)), training.counts(market), market.name
    )
    full = _boosted(training, market, BEFORE_TIP)
    yield from _trained(training, market, LIGHTGBM, full)
    morning = _boosted(training, market, MORNING)
    yield from _trained(training, market, LIGHTGBM, morning, moment=MORNING)
    if market.name in PLAYED_OUT:
        rate = _rate(training, market)
        yield from _trained(training, market, MINUTES_RATE, MinutesTimesRate(minutes, rate), rate)
    lines = training.lines.get(market.key)
    if lines is not None and np.isfinite(lines).sum() >= MINIMUM_LINES:
        aware = _market_aware(training, market, lines)
        yield from _trained(training, market, MARKET_AWARE, aware)


def _how(system: str, market: Market, moment: PredictionTime) -> Boosting | None:
    """How a system of LightGBM is trained; None of another."""
    if system == LIGHTGBM:
        usual = FULL if moment is BEFORE_TIP else MORNING_FIT
        special = {MINUTES.name: MINUTES_FIT, **dict.fromkeys(RARE, RARE_FIT)}
        return special.get(market.name, usual)
    return {MINUTES_RATE: RATE_FIT, MARKET_AWARE: AT_LINE_FIT}.get(system)


def _parameters(system: str, market: Market, moment: PredictionTime) -> Mapping[str, Any]:
    if system == CATBOOST:
        return CATBOOST_PARAMETERS
    how = None if market.is_combination else _how(system, market, moment)
    return {} if how is None else {**how.parameters, "rounds": how.rounds}


def _names(market: Market, moment: PredictionTime) -> tuple[str, ...]:
    return tuple(FEATURE_SETS[set_name(market.name, moment)].columns.values())


def _boosted(training: TrainingRows, market: Market, moment: PredictionTime) -> BoostedMean:
    kept = ~training.apart
    features = training.features(_names(market, moment))
    how = _how(LIGHTGBM, market, moment)
    assert how is not None
    artifact = boost({n: v[kept] for n, v in features.items()}, training.counts(market)[kept], how)
    return BoostedMean(artifact, tuple(features))


def _catboost(training: TrainingRows, market: Market) -> CatBoostMean:
    kept = ~training.apart
    features = training.features(_names(market, BEFORE_TIP))
    artifact = boost_by_catboost(
        {n: v[kept] for n, v in features.items()}, training.counts(market)[kept]
    )
    return CatBoostMean(artifact, tuple(features))


def _rate(training: TrainingRows, market: Market) -> BoostedMean:
    """What is done in a minute: trained on minutes as they were, served times those expected."""
    kept = ~training.apart
    features = training.features(_names(market, BEFORE_TIP))
    artifact = boost(
        {n: v[kept] for n, v in features.items()}, training.counts(market)[kept], RATE_FIT,
        np.maximum(training.counts(MINUTES)[kept], 0.5),
    )  # fmt: skip
    return BoostedMean(artifact, tuple(features))


def _market_aware(training: TrainingRows, market: Market, lines: FloatArray) -> BoostedMean:
    """By what factor the mean differs from the line."""
    kept = ~training.apart & np.isfinite(lines)
    features = {**training.features(_names(market, BEFORE_TIP)), LINE: lines}
    artifact = boost(
        {n: v[kept] for n, v in features.items()}, training.counts(market)[kept], AT_LINE_FIT,
        lines[kept],
    )  # fmt: skip
    return BoostedMean(artifact, tuple(features), offset=LINE)


def _trained(
    training: TrainingRows,
    market: Market,
    system: str,
    model: MeanModel,
    kept: BoostedMean | None = None,
    moment: PredictionTime = BEFORE_TIP,
) -> Iterator[Trained]:
    """The model with its contract; its head is fitted and its error measured on games apart.

    None, if it says nothing of so many of them that its spread is not known.
    """
    apart, counts = training.apart, training.counts(market)
    features = {n: _feature(training, market, n)[apart] for n in model.features}
    mean = np.maximum(model.mean(features), SMALLEST_MEAN)
    known = ~np.isnan(mean)
    if known.sum() < FEWEST_HELD_OUT:
        return
    unsteady = training.volatility[apart][known]
    head = fit_dispersion(counts[apart][known], mean[known], unsteady)
    outcome = head.distribution(mean[known], unsteady)
    boosted = kept or (model if isinstance(model, (BoostedMean, CatBoostMean)) else None)
    named = boosted.features if boosted else model.features
    metrics = {
        "held_out_rows": int(known.sum()),
        "held_out_mae": _error(outcome, counts[apart][known]),
        "held_out_log_score": round(float(-outcome.log_pmf(counts[apart][known]).mean()), 4),
    }
    contract = _contract(training, market, system, moment, named, head, metrics)
    yield Trained(contract, boosted.artifact if boosted else None)


def _feature(training: TrainingRows, market: Market, name: str) -> FloatArray:
    return training.lines[market.key] if name == LINE else training.features([name])[name]


def _contract(
    training: TrainingRows,
    market: Market,
    system: str,
    moment: PredictionTime,
    features: tuple[str, ...],
    head: DispersionFit,
    metrics: Mapping[str, float],
    correlation: FloatArray | None = None,
) -> Contract:
    libraries = {**dict.fromkeys((LIGHTGBM, MINUTES_RATE, MARKET_AWARE), library_version),
                 CATBOOST: catboost_version}  # fmt: skip
    return Contract(
        system=system,
        market=market.key,
        moment=moment,
        features=features,
        trained_from=training.window[0],
        trained_to=training.window[1],
        rows=training.rows.num_rows,
        code=digest(train),
        seed=SEED,
        library=libraries[system]() if system in libraries else "",
        parameters=_parameters(system, market, moment),
        head=head.to_dict(),
        metrics=metrics,
        correlation=() if correlation is None else tuple(map(tuple, correlation.tolist())),
    )


def _combination(
    training: TrainingRows, market: Market, heads: Mapping[str, NegativeBinomial1]
) -> Trained:
    """A sum: how its parts go together given their means, from games held out."""
    parts = [heads[name] for name in market.counted]
    actual = np.stack([training.counts(SINGLE[n])[training.apart] for n in market.counted])
    correlation = residual_correlation(parts, actual)
    return Trained(
        _contract(training, market, LIGHTGBM, BEFORE_TIP, (), DispersionFit(0, 0, 0, 0),
                  {"held_out_rows": int(training.apart.sum())}, correlation),
        None,
    )  # fmt: skip


def _held_out(training: TrainingRows, model: Trained) -> NegativeBinomial1:
    """What a system said of the games held out."""
    assert model.artifact is not None
    contract = model.contract
    features = {n: v[training.apart] for n, v in training.features(contract.features).items()}
    mean = BoostedMean(model.artifact, contract.features).mean(features)
    head = DispersionFit.from_dict(contract.head)
    return head.distribution(np.maximum(mean, SMALLEST_MEAN), training.volatility[training.apart])


def _error(outcome: NegativeBinomial1, counts: FloatArray) -> float:
    return round(float(np.abs(outcome.median() - counts).mean()), 4)


def _drawn(game_id: str) -> bool:
    return hashlib.blake2b(game_id.encode(), digest_size=1).digest()[0] < 32
