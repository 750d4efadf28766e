"""What is trained of one month: every system of every market, on rows from before it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.domain.markets import POINTS, Market
from tipoff.kernel.fingerprints import digest
from tipoff.kernel.workers import HERE, MadeWhenDue
from tipoff.predictions.distributions.dispersion import DispersionFit, fit_dispersion
from tipoff.predictions.model_dates import is_due
from tipoff.predictions.models import breakout
from tipoff.predictions.models.catboost_mean import PARAMETERS as CATBOOST_PARAMETERS
from tipoff.predictions.models.catboost_mean import (
    CatBoostJob,
    boost_by_catboost,
    catboost_version,
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
from tipoff.predictions.models.systems import CATBOOST, LIGHTGBM, PLAYED_OUT, MeanModel, formulas
from tipoff.predictions.pool_rows import withheld
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
"""How LightGBM is trained, by market, after a log-linear start: so few rounds are left to do."""
MIN_ROWS_PER_FEATURE = 60
"""Of fewer rows there is no start: a regression would follow the few games that lack an input."""
ROUNDS_ALONE = 4
"""How many times the rounds trees take without a start."""
BENT = ("projected_{}", "projected_minutes", "{}_avg_last_10")
"""What a count does not follow in proportion, by the market's name."""
EARLY_ROUNDS = 0.7
"""The share of rounds for sets before the inactive list: they know less, and learn less."""
SECONDARY, SECONDARY_TIMES = ("threes", "steals", "blocks"), 2
"""Markets whose boosters are trained anew half as often: they change least."""


@dataclass(frozen=True)
class TrainingPlan:
    """What is trained of a month."""

    trained_for: date
    """The first date that the models may predict."""
    retrain_months: int = 1
    catboost: bool = False
    """Whether the second backend is trained too."""

    def months(self, market: Market) -> int:
        """Return in every how many months a market's boosters are trained anew."""
        return self.retrain_months * (SECONDARY_TIMES if market.name in SECONDARY else 1)


@dataclass(frozen=True)
class Trained:
    """One system of one market, for one group of information sets."""

    contract: Contract
    artifact: str | None


def stored_columns(markets: Sequence[Market]) -> list[str]:
    """Return every feature of the store that a formula, a head or the breakout model reads."""
    named = [*VOLATILITY]
    for market in markets:
        named += [name for formula in formulas(market).values() for name in formula.features]
        if market is POINTS:
            named += breakout.FEATURES
    return list(dict.fromkeys(named))


def boosted_markets(markets: Iterable[Market]) -> list[Market]:
    """Return the markets that have boosters of their own: no sums of others, and no minutes."""
    return [market for market in markets if market.name in HYPERPARAMETERS]


def train(
    groups: Mapping[str, TrainingRows],
    markets: Sequence[Market],
    plan: TrainingPlan,
    workers: Workers = HERE,
) -> list[Trained]:
    """Train every system of the markets that is due.

    Args:
        groups: what was known and what happened, by group of information sets.
        markets: what is predicted.
        plan: for when, how often, and by which libraries.
        workers: whoever trains the boosters.

    Raises:
        Blocked: a feature tells more of the outcome than anything known before tip-off can, or a
            booster's process crashed twice.
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
    also = breakout.Training.of(final) if POINTS in markets else None
    makers: list[Callable[[], BoosterJob]] = [partial(_job, *each) for each in due]
    jobs = MadeWhenDue([*makers, *([also.job] if also else [])])
    with ThreadPoolExecutor(1) as aside:  # the formulas are fitted while others train
        started = aside.submit(workers.run, jobs, train_booster)
        by_formula = [each for market in markets for each in _formulas(final, market)]
        artifacts = started.result()
    trained = [
        Trained(_boosted_contract(*each), artifact)
        for each, artifact in zip(due, artifacts[: len(due)], strict=True)
    ]
    trained += by_formula
    if plan.catboost:
        trained += _by_catboost(final, [m for m in boosted if m.name in PLAYED_OUT], workers)
    return trained + ([Trained(*also.with_contract(artifacts[-1]))] if also else [])


def _job(rows: TrainingRows, market: Market, group: str) -> BoosterJob:
    names = features_of_market(market)
    features = withheld(rows.rows, rows.features(names))
    return BoosterJob(
        f"{market.key} of {group}",
        matrix(features, names),
        names,
        rows.counts(market),
        **_how(rows, market, group),
    )


def _how(rows: TrainingRows, market: Market, group: str) -> dict[str, Any]:
    """Return how a booster is trained."""
    hyperparameters = HYPERPARAMETERS[market.name]
    share = 1.0 if group == FINAL_GROUP else EARLY_ROUNDS
    starts = rows.rows.num_rows >= MIN_ROWS_PER_FEATURE * len(features_of_market(market))
    return {
        "parameters": hyperparameters.parameters,
        "rounds": round(share * hyperparameters.rounds * (1 if starts else ROUNDS_ALONE)),
        "seeds": hyperparameters.seeds,
        "bent": tuple(name.format(market.name) for name in BENT) if starts else None,
    }


def _boosted_contract(rows: TrainingRows, market: Market, group: str) -> Contract:
    how = _how(rows, market, group)
    parameters = {
        **how["parameters"],
        "rounds": how["rounds"],
        "seeds": how["seeds"],
        "start": "none" if how["bent"] is None else "log-linear",
        "bent": list(how["bent"] or ()),
    }
    names = features_of_market(market)
    return _contract(rows, market, LIGHTGBM, group, names, library_version(), parameters)


def _formulas(rows: TrainingRows, market: Market) -> Iterator[Trained]:
    """Yield the formulas of a market, each with the spread it had on the training rows.

    A formula has learned nothing from those rows, so its errors on them are honest.
    """
    for system, formula in formulas(market).items():
        mean = np.maximum(formula.mean(rows.features(formula.features)), MIN_MEAN)
        known = ~np.isnan(mean)
        if known.sum() < MIN_HEAD_ROWS:
            continue
        counts, unsteady = rows.counts(market)[known], rows.volatility[known]
        head = fit_dispersion(counts, mean[known], unsteady)
        outcome = head.distribution(mean[known], unsteady)
        metrics = {
            "rows": int(known.sum()),
            "mae": round(float(np.abs(outcome.median() - counts).mean()), 4),
            "log_score": round(float(-outcome.log_pmf(counts).mean()), 4),
        }
        yield _formula(rows, market, system, formula, head, metrics)


def _formula(
    rows: TrainingRows,
    market: Market,
    system: str,
    formula: MeanModel,
    head: DispersionFit,
    metrics: Mapping[str, float],
) -> Trained:
    contract = _contract(rows, market, system, FINAL_GROUP, formula.features, "", {})
    return Trained(replace(contract, head=head.to_dict(), metrics=metrics), None)


def _by_catboost(
    rows: TrainingRows, markets: Sequence[Market], workers: Workers
) -> Iterator[Trained]:
    """Yield the boosters of the second backend."""
    jobs = MadeWhenDue([partial(_catboost_job, rows, market) for market in markets])
    artifacts = workers.run(jobs, boost_by_catboost)
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
