"""Train one month's models: every system of every market, on rows from before the month."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.markets import POINTS, Market
from tipoff.kernel.fingerprints import digest
from tipoff.kernel.workers import SERIAL_WORKERS, LazyJobs
from tipoff.predictions.distributions.dispersion import DispersionFit, fit_dispersion
from tipoff.predictions.model_dates import is_due
from tipoff.predictions.models import breakout
from tipoff.predictions.models.catboost_mean import PARAMETERS as CATBOOST_PARAMETERS
from tipoff.predictions.models.catboost_mean import (
    CatBoostJob,
    catboost_version,
    train_catboost,
)
from tipoff.predictions.models.contract import Contract
from tipoff.predictions.models.gradient_boosting import (
    SEED,
    Boosting,
    library_version,
    matrix,
)
from tipoff.predictions.models.groups import FINAL_GROUP
from tipoff.predictions.models.model_features import features_of_market
from tipoff.predictions.models.systems import CATBOOST, LIGHTGBM, MAJOR_MARKETS, MeanModel, formulas
from tipoff.predictions.pool_rows import withhold_inputs
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster
from tipoff.predictions.training.leaks import refuse_leaks
from tipoff.predictions.training.training_rows import VOLATILITY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tipoff.kernel.workers import Workers
    from tipoff.predictions.training.training_rows import TrainingRows

MIN_MEAN = 0.02
MIN_ROWS = 1_000
MIN_HEAD_ROWS = 50
HYPERPARAMETERS = {
    "points": Boosting(90, {"learning_rate": 0.07, "num_leaves": 20, "bagging_fraction": 0.7}),
    "rebounds": Boosting(30, {"learning_rate": 0.1, "num_leaves": 16}),
    "assists": Boosting(30, {"learning_rate": 0.1, "num_leaves": 16}),
    "threes": Boosting(45, {"learning_rate": 0.1, "num_leaves": 16}),
    "steals": Boosting(15, {"learning_rate": 0.08, "num_leaves": 15}),
    "blocks": Boosting(15, {"learning_rate": 0.08, "num_leaves": 15}),
}
"""LightGBM's hyperparameters by market; the log-linear start makes few rounds sufficient."""
MIN_ROWS_PER_FEATURE = 60
"""Minimum rows per feature for a start: with fewer, it would overfit games that lack an input."""
ROUNDS_FACTOR_WITHOUT_START = 4
"""The factor on the number of rounds without a start."""
SQUARED_LOGS = ("projected_{}", "projected_minutes", "{}_avg_last_10")
"""Features that counts are not proportional to (templates with the market's name): their logs also
enter squared."""
EARLY_ROUNDS_SHARE = 0.7
"""The share of rounds for information sets before the inactive list: less is left to fit."""
SECONDARY_MARKETS, SECONDARY_FACTOR = ("threes", "steals", "blocks"), 2
"""Markets whose boosters are retrained half as often, since they change least."""


@dataclass(frozen=True)
class TrainingPlan:
    """The settings of one month's training."""

    trained_for: date
    """The first date that the models may predict."""
    retrain_months: int = 1
    """The number of months from one training of the boosters to the next."""
    catboost: bool = False
    """Whether CatBoost, the second backend, is trained too."""

    def months(self, market: Market) -> int:
        """Return the number of months between trainings of a market's boosters."""
        return self.retrain_months * (SECONDARY_FACTOR if market.name in SECONDARY_MARKETS else 1)


@dataclass(frozen=True)
class Trained:
    """One system of one market, for one group of information sets."""

    contract: Contract
    artifact: str | None


def stored_columns(markets: Sequence[Market]) -> list[str]:
    """Return the feature store columns that formulas, heads and the breakout model read."""
    columns = [*VOLATILITY]
    for market in markets:
        columns += [name for formula in formulas(market).values() for name in formula.features]
        if market is POINTS:
            columns += breakout.FEATURES
    return list(dict.fromkeys(columns))


def boosted_markets(markets: Iterable[Market]) -> list[Market]:
    """Return the markets that have boosters of their own: neither sums of markets nor minutes."""
    return [market for market in markets if market.name in HYPERPARAMETERS]


def train(
    groups: Mapping[str, TrainingRows],
    markets: Sequence[Market],
    plan: TrainingPlan,
    workers: Workers = SERIAL_WORKERS,
) -> list[Trained]:
    """Train every system of the markets that is due this month.

    Args:
        groups: training rows by group of information sets.
        markets: the markets to predict.
        plan: the month, cadence and backends.
        workers: the worker processes that train boosters.

    Raises:
        Blocked: a feature correlates with the outcome more than anything known before tip-off can,
            or a booster's process crashed twice.
    """
    final = groups[FINAL_GROUP]
    boosted = boosted_markets(markets)
    for market in boosted:
        refuse_leaks(final.features(features_of_market(market)), final.counts(market), market.name)
    due = [
        (rows, market, group)
        for group, rows in groups.items()
        if rows.rows.num_rows >= MIN_ROWS
        for market in boosted
        if is_due(plan.trained_for, plan.months(market), rows.rows, MIN_ROWS)
    ]
    breakout_training = breakout.Training.of(final) if POINTS in markets else None
    makers: list[Callable[[], BoosterJob]] = [partial(_job, *each) for each in due]
    jobs = LazyJobs([*makers, *([breakout_training.job] if breakout_training else [])])
    with ThreadPoolExecutor(1) as executor:  # formulas are fitted while boosters train
        boosting = executor.submit(workers.run, jobs, train_booster)
        by_formula = [each for market in markets for each in _train_formulas(final, market)]
        artifacts = boosting.result()
    trained = [
        Trained(_boosted_contract(*each), artifact)
        for each, artifact in zip(due, artifacts[: len(due)], strict=True)
    ]
    trained += by_formula
    if plan.catboost:
        trained += _train_by_catboost(
            final, [m for m in boosted if m.name in MAJOR_MARKETS], workers
        )
    return trained + (
        [Trained(*breakout_training.with_contract(artifacts[-1]))] if breakout_training else []
    )


def _job(rows: TrainingRows, market: Market, group: str) -> BoosterJob:
    names = features_of_market(market)
    features = withhold_inputs(rows.rows, rows.features(names))
    return BoosterJob(
        f"{market.key} of {group}",
        matrix(features, names),
        names,
        rows.counts(market),
        **_booster_settings(rows, market, group),
    )


def _booster_settings(rows: TrainingRows, market: Market, group: str) -> dict[str, Any]:
    """Return the settings of a booster's training, by field of ``BoosterJob``."""
    hyperparameters = HYPERPARAMETERS[market.name]
    share = 1.0 if group == FINAL_GROUP else EARLY_ROUNDS_SHARE
    has_start = rows.rows.num_rows >= MIN_ROWS_PER_FEATURE * len(features_of_market(market))
    return {
        "parameters": hyperparameters.parameters,
        "rounds": round(
            share * hyperparameters.rounds * (1 if has_start else ROUNDS_FACTOR_WITHOUT_START)
        ),
        "seeds": hyperparameters.seeds,
        "squared_logs": tuple(name.format(market.name) for name in SQUARED_LOGS)
        if has_start
        else None,
    }


def _boosted_contract(rows: TrainingRows, market: Market, group: str) -> Contract:
    settings = _booster_settings(rows, market, group)
    parameters = {
        **settings["parameters"],
        "rounds": settings["rounds"],
        "seeds": settings["seeds"],
        "start": "none" if settings["squared_logs"] is None else "log-linear",
        "bent": list(settings["squared_logs"] or ()),
    }
    names = features_of_market(market)
    return _contract(rows, market, LIGHTGBM, group, names, library_version(), parameters)


def _train_formulas(rows: TrainingRows, market: Market) -> Iterator[Trained]:
    """Yield a market's formula systems, each with its spread on the training rows.

    A formula is not fitted to those rows, so its errors on them are out of sample.
    """
    for system, formula in formulas(market).items():
        mean = np.maximum(formula.mean(rows.features(formula.features)), MIN_MEAN)
        known = ~np.isnan(mean)
        if known.sum() < MIN_HEAD_ROWS:
            continue
        counts, minutes_volatility = rows.counts(market)[known], rows.volatility[known]
        head = fit_dispersion(counts, mean[known], minutes_volatility)
        outcome = head.distribution(mean[known], minutes_volatility)
        metrics = {
            "rows": int(known.sum()),
            "mae": round(float(np.abs(outcome.median() - counts).mean()), 4),
            "log_score": round(float(-outcome.log_pmf(counts).mean()), 4),
        }
        yield _trained_formula(rows, market, system, formula, head, metrics)


def _trained_formula(
    rows: TrainingRows,
    market: Market,
    system: str,
    formula: MeanModel,
    head: DispersionFit,
    metrics: Mapping[str, float],
) -> Trained:
    contract = _contract(rows, market, system, FINAL_GROUP, formula.features, "", {})
    return Trained(replace(contract, head=head.to_dict(), metrics=metrics), None)


def _train_by_catboost(
    rows: TrainingRows, markets: Sequence[Market], workers: Workers
) -> Iterator[Trained]:
    """Train and yield the boosters of the second backend."""
    jobs = LazyJobs([partial(_catboost_job, rows, market) for market in markets])
    artifacts = workers.run(jobs, train_catboost)
    version, hyperparameters = catboost_version(), dict(CATBOOST_PARAMETERS)
    for market, artifact in zip(markets, artifacts, strict=True):
        names = features_of_market(market)
        contract = _contract(rows, market, CATBOOST, FINAL_GROUP, names, version, hyperparameters)
        yield Trained(contract, artifact)


def _catboost_job(rows: TrainingRows, market: Market) -> CatBoostJob:
    features = rows.features(features_of_market(market))
    return CatBoostJob(f"{market.key} by {CATBOOST}", features, rows.counts(market))


def _contract(
    rows: TrainingRows,
    market: Market,
    system: str,
    group: str,
    features: tuple[str, ...],
    library: str,
    parameters: Mapping[str, Any],
) -> Contract:
    return Contract(
        system=system,
        market=market.key,
        serves=group,
        features=features,
        trained_from=rows.window[0],
        trained_to=rows.window[1],
        rows=rows.rows.num_rows,
        code=digest(train),
        seed=SEED,
        library=library,
        parameters=dict(parameters),
        head={},
        metrics={"rows": rows.rows.num_rows},
    )
