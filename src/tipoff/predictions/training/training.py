"""What is trained of one month: every system of every market, on rows from before it."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.domain.markets import POINTS, SINGLES, Market
from tipoff.features.feature_sets import FEATURE_SETS
from tipoff.features.market_sets import set_name
from tipoff.kernel.fingerprints import digest
from tipoff.predictions.distributions.combination import ResidualCorrelation, residual_correlation
from tipoff.predictions.distributions.dispersion import DispersionFit, fit_dispersion
from tipoff.predictions.models import breakout
from tipoff.predictions.models.catboost_mean import PARAMETERS as CATBOOST_PARAMETERS
from tipoff.predictions.models.catboost_mean import (
    CatBoostMean,
    boost_by_catboost,
    catboost_version,
)
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import (
    SEED,
    BoostedMean,
    Boosting,
    MinutesTimesRate,
    boost,
    library_version,
)
from tipoff.predictions.models.systems import (
    CATBOOST,
    LIGHTGBM,
    MARKET_AWARE,
    MINUTES,
    MINUTES_RATE,
    PLAYED_OUT,
    FloatArray,
    MeanModel,
    formulas,
)
from tipoff.predictions.training.leaks import refuse_leaks
from tipoff.predictions.training.training_rows import VOLATILITY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from tipoff.predictions.distributions.distribution import NegativeBinomial1
    from tipoff.predictions.training.training_rows import TrainingRows

BEFORE_TIP, MORNING = PredictionTime.BEFORE_TIP, PredictionTime.MORNING
SMALLEST_MEAN = 0.02
SHORTEST_MINUTES = 0.5
"""Less time on the floor counts as this much: a rate by next to nothing says nothing."""
MINIMUM_LINES = 2_000
FEWEST_HELD_OUT = 50
LINE = "line"
COMMON, RARE = ("rebounds", "assists", "threes"), ("steals", "blocks")
MORE_ROWS = {"bagging_fraction": 0.7}
RARE_FIT = Boosting(80, {"learning_rate": 0.08, "num_leaves": 15})
FITS = {
    BEFORE_TIP: {
        "minutes": Boosting(120, {"learning_rate": 0.1, "num_leaves": 24}),
        "points": Boosting(350, {"learning_rate": 0.07, "num_leaves": 20, **MORE_ROWS}),
        **dict.fromkeys(COMMON, Boosting(200, {"learning_rate": 0.12, "num_leaves": 16})),
        **dict.fromkeys(RARE, RARE_FIT),
    },
    MORNING: {
        **dict.fromkeys(("points", *COMMON), Boosting(110, {"learning_rate": 0.1, **MORE_ROWS})),
        **dict.fromkeys(RARE, RARE_FIT),
    },
}
"""How LightGBM is trained, by moment and market."""
RATE_FIT = Boosting(100, {"num_leaves": 15})
AT_LINE_FIT = Boosting(150, {"learning_rate": 0.03, "num_leaves": 8})
SINGLE = {market.name: market for market in SINGLES}


@dataclass(frozen=True)
class Trained:
    """One system of one market at one moment."""

    contract: Contract
    artifact: str | None


def features_read(markets: Sequence[Market]) -> list[str]:
    """Every feature that some system of the markets is trained on."""
    named = [*VOLATILITY, *_names(MINUTES, BEFORE_TIP)]
    for market in markets:
        if market is POINTS:
            named += breakout.FEATURES
        if not market.is_combination:
            named += [*_names(market, BEFORE_TIP), *_names(market, MORNING)]
        named += [name for formula in formulas(market).values() for name in formula.features]
    return list(dict.fromkeys(named))


def train(
    training: TrainingRows, markets: Sequence[Market], *, catboost: bool = False
) -> list[Trained]:
    """Every system of the markets, several at a time; a combination's parts must be among them.

    Args:
        training: what was known, and what happened.
        markets: what is predicted.
        catboost: whether the second backend is trained too.

    Raises:
        Blocked: a feature tells more of the outcome than anything known before tip-off can.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # LightGBM lets go of Python's lock
        minutes = pool.submit(_boosted, training, MINUTES, BEFORE_TIP)
        fits = _fits(training, markets, minutes, catboost=catboost)
        found = [each for fitted in pool.map(lambda fit: fit(), fits) for each in fitted]
    spoke = {
        each.contract.market: each
        for each in found
        if each.contract.system == LIGHTGBM and each.contract.moment == BEFORE_TIP
    }
    sums = [market for market in markets if market.is_combination]
    parts = {part: spoke[SINGLE[part].key] for market in sums for part in market.counted}
    heads = {part: _held_out(training, model) for part, model in parts.items()}
    return found + [_combination(training, market, parts, heads) for market in sums]


def _fits(
    training: TrainingRows,
    markets: Sequence[Market],
    minutes: Future[BoostedMean],
    *,
    catboost: bool,
) -> Iterator[Callable[[], list[Trained]]]:
    """What can be trained side by side."""
    for market in (m for m in markets if not m.is_combination):
        yield partial(_before_tip, training, market)
        if market.name in PLAYED_OUT:
            yield partial(_minutes_rate, training, market, minutes)
        if catboost and market.name in PLAYED_OUT:
            yield partial(_catboost, training, market)
        yield partial(_morning, training, market)
        lines = training.lines.get(market.key)
        if lines is not None and np.isfinite(lines).sum() >= MINIMUM_LINES:
            yield partial(_market_aware, training, market)
        if market is POINTS:
            yield partial(_breakout, training)
    for market in markets:
        yield partial(_formulas, training, market)
    yield lambda: _trained(training, MINUTES, LIGHTGBM, minutes.result())


def _before_tip(training: TrainingRows, market: Market) -> list[Trained]:
    fitted = training.fitted
    refuse_leaks(fitted.features(_names(market, BEFORE_TIP)), fitted.counts(market), market.name)
    return _trained(training, market, LIGHTGBM, _boosted(training, market, BEFORE_TIP))


def _morning(training: TrainingRows, market: Market) -> list[Trained]:
    model = _boosted(training, market, MORNING)
    return _trained(training, market, LIGHTGBM, model, moment=MORNING)


def _minutes_rate(
    training: TrainingRows, market: Market, minutes: Future[BoostedMean]
) -> list[Trained]:
    rate = _rate(training, market)
    model = MinutesTimesRate(minutes.result(), rate)
    return _trained(training, market, MINUTES_RATE, model, rate)


def _formulas(training: TrainingRows, market: Market) -> list[Trained]:
    return [
        each
        for system, formula in formulas(market).items()
        for each in _trained(training, market, system, formula)
    ]


def _breakout(training: TrainingRows) -> list[Trained]:
    found = breakout.fit(training)
    return [Trained(*found)] if found else []


def _parameters(system: str, market: Market, moment: PredictionTime) -> Mapping[str, Any]:
    """How a system is trained; nothing of a formula or a sum, which are not."""
    if system == CATBOOST:
        return CATBOOST_PARAMETERS
    how = {MINUTES_RATE: RATE_FIT, MARKET_AWARE: AT_LINE_FIT}.get(system)
    if system == LIGHTGBM and not market.is_combination:
        how = FITS[moment][market.name]
    return {} if how is None else {**how.parameters, "rounds": how.rounds}


def _names(market: Market, moment: PredictionTime) -> tuple[str, ...]:
    return tuple(FEATURE_SETS[set_name(market.name, moment)].columns.values())


def _boosted(training: TrainingRows, market: Market, moment: PredictionTime) -> BoostedMean:
    names, fitted = _names(market, moment), training.fitted
    how = FITS[moment][market.name]
    return BoostedMean(boost(fitted.features(names), fitted.counts(market), how), names)


def _rate(training: TrainingRows, market: Market) -> BoostedMean:
    """What is done in a minute: trained on minutes as they were, served times those expected."""
    names, fitted = _names(market, BEFORE_TIP), training.fitted
    minutes = np.maximum(fitted.counts(MINUTES), SHORTEST_MINUTES)
    artifact = boost(fitted.features(names), fitted.counts(market), RATE_FIT, minutes)
    return BoostedMean(artifact, names)


def _market_aware(training: TrainingRows, market: Market) -> list[Trained]:
    """By what factor the mean differs from the line."""
    lined = training.fitted.where(np.isfinite(training.fitted.lines[market.key]))
    features = _features(lined, market, (*_names(market, BEFORE_TIP), LINE))
    artifact = boost(features, lined.counts(market), AT_LINE_FIT, features[LINE])
    model = BoostedMean(artifact, tuple(features), offset=LINE)
    return _trained(training, market, MARKET_AWARE, model)


def _catboost(training: TrainingRows, market: Market) -> list[Trained]:
    names, fitted = _names(market, BEFORE_TIP), training.fitted
    artifact = boost_by_catboost(fitted.features(names), fitted.counts(market))
    return _trained(training, market, CATBOOST, CatBoostMean(artifact, names))


def _trained(
    training: TrainingRows,
    market: Market,
    system: str,
    model: MeanModel,
    kept: BoostedMean | None = None,
    moment: PredictionTime = BEFORE_TIP,
) -> list[Trained]:
    """The model with its contract; its head is fitted and its error measured on games held out.

    None, if it says nothing of so many of them that its spread is not known.
    """
    apart = training.held_out
    mean = np.maximum(model.mean(_features(apart, market, model.features)), SMALLEST_MEAN)
    known = ~np.isnan(mean)
    if known.sum() < FEWEST_HELD_OUT:
        return []
    counts, unsteady = apart.counts(market)[known], apart.volatility[known]
    head = fit_dispersion(counts, mean[known], unsteady)
    outcome = head.distribution(mean[known], unsteady)
    boosted = kept or (model if isinstance(model, (BoostedMean, CatBoostMean)) else None)
    named = boosted.features if boosted else model.features
    metrics = {
        "held_out_rows": int(known.sum()),
        "held_out_mae": round(float(np.abs(outcome.median() - counts).mean()), 4),
        "held_out_log_score": round(float(-outcome.log_pmf(counts).mean()), 4),
    }
    contract = _contract(training, market, system, moment, named, head, metrics)
    return [Trained(contract, boosted.artifact if boosted else None)]


def _features(rows: TrainingRows, market: Market, names: Sequence[str]) -> Mapping[str, FloatArray]:
    """Features by name; the market's line is one of them, where it is asked for."""
    found = rows.features([name for name in names if name != LINE])
    return {**found, LINE: rows.lines[market.key]} if LINE in names else found


def _contract(
    training: TrainingRows,
    market: Market,
    system: str,
    moment: PredictionTime,
    features: tuple[str, ...],
    head: DispersionFit,
    metrics: Mapping[str, float],
    correlation: ResidualCorrelation | None = None,
) -> Contract:
    libraries = {
        **dict.fromkeys((LIGHTGBM, MINUTES_RATE, MARKET_AWARE), library_version),
        CATBOOST: catboost_version,
    }
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
        correlation=() if correlation is None else correlation.to_tuples(),
    )


def _combination(
    training: TrainingRows,
    market: Market,
    models: Mapping[str, Trained],
    heads: Mapping[str, NegativeBinomial1],
) -> Trained:
    """A sum: how its parts go together given their means, from games held out."""
    apart = training.held_out
    first = DispersionFit.from_dict(models[market.counted[0]].contract.head)
    scale = DispersionFit(0, 0, 0, 0, usual=first.usual, deviation=first.deviation)
    found = residual_correlation(
        [heads[part] for part in market.counted],
        np.stack([apart.counts(SINGLE[part]) for part in market.counted]),
        scale.standardised(apart.volatility),
    )
    metrics = {"held_out_rows": apart.rows.num_rows}
    contract = _contract(training, market, LIGHTGBM, BEFORE_TIP, (), scale, metrics, found)
    return Trained(contract, None)


def _held_out(training: TrainingRows, model: Trained) -> NegativeBinomial1:
    """What a system said of the games held out."""
    assert model.artifact is not None
    contract, apart = model.contract, training.held_out
    mean = BoostedMean(model.artifact, contract.features).mean(apart.features(contract.features))
    head = DispersionFit.from_dict(contract.head)
    return head.distribution(np.maximum(mean, SMALLEST_MEAN), apart.volatility)
