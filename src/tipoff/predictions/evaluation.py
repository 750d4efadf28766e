"""The record, with its baselines beside it: flat rows that every reader shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.predictions.intervals import Estimate, bootstrap_mean
from tipoff.predictions.systems import CHAMPION

if TYPE_CHECKING:
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.graph import DateRange

WITH_A_LINE = "with a line"
POPULATIONS = {"all who played": "TRUE", WITH_A_LINE: "line IS NOT NULL"}
METRICS = {
    "mae": "abs(error)",
    "mae_of_mean": "abs(mean - actual)",
    "bias_of_mean": "mean - actual",
    "crps": "crps",
    "coverage_90": "within_interval",
}
"""Each metric as the expression that is averaged over graded rows."""
METRICS_AT_LINE = {
    "log_loss_at_line": "log_loss",
    "brier_at_line": "brier",
    "hit_rate": "CASE grade WHEN 'HIT' THEN 1 WHEN 'MISS' THEN 0 END",
}
LINE_METRICS = {
    "mae": "abs(line - actual)",
    "bias_of_mean": "line - actual",
    "over_rate": "CASE result WHEN 'OVER' THEN 1 WHEN 'UNDER' THEN 0 END",
}
THE_LINE = "the line"
EVEN_ODDS = "even odds"


@dataclass(frozen=True, slots=True)
class Score:
    """One metric of one system over one population of one season."""

    season: str
    market: str
    record: str
    population: str
    system: str
    metric: str
    n: int
    value: float
    low: float
    high: float


def evaluate(engine: Engine, asked: DateRange | None = None) -> list[Score]:
    """Scores of every system, season and population, each with a 95 % interval over slates.

    Live and replayed predictions are scored apart. Systems are compared on the rows they all
    predict.
    """
    if not engine.columns("main", "prediction_grade"):
        return []
    within = "TRUE"
    if asked is not None:
        within = f"game_date BETWEEN DATE '{asked.first}' AND DATE '{asked.last}'"
    scores: list[Score] = []
    for population, condition in POPULATIONS.items():
        where = f"{within} AND {condition} AND actual IS NOT NULL"
        metrics = METRICS if population != WITH_A_LINE else {**METRICS, **METRICS_AT_LINE}
        scores += _scored(engine, population, "system", metrics, f"{where} AND {_ALL_PREDICT}")
        if population == WITH_A_LINE:
            once = f"{where} AND {_ALL_PREDICT} AND system = '{CHAMPION}'"
            scores += _scored(engine, population, f"'{THE_LINE}'", LINE_METRICS, once)
            scores += _even_odds(scores)
    return sorted(scores, key=lambda s: (s.record, s.season, s.population, s.metric, s.value))


_ALL_PREDICT = (
    "(game_id, player_id, record) IN (SELECT (game_id, player_id, record) FROM prediction_grade"
    " GROUP BY game_id, player_id, record HAVING count(*) = count(mean))"
)


def _scored(
    engine: Engine, population: str, system: str, metrics: dict[str, str], where: str
) -> list[Score]:
    """Sums and counts a slate, from one pass over the grades, then means and intervals."""
    sums = ", ".join(f"sum({sql})::DOUBLE, count({sql})" for sql in metrics.values())
    found = engine.query(
        f"SELECT season, market, record, {system}, {sums} FROM prediction_grade"
        f" WHERE {where} GROUP BY game_date, season, market, record, {system} ORDER BY ALL"
    )
    slates: dict[tuple[str, str, str, str], list[Any]] = defaultdict(list)
    for season, market, record, named, *values in found:
        slates[season, market, record, named].append([v or 0.0 for v in values])
    scores = []
    for (season, market, record, named), rows in slates.items():
        table = np.array(rows, dtype=np.float64)
        for place, metric in enumerate(metrics):
            estimate = bootstrap_mean(table[:, 2 * place], table[:, 2 * place + 1])
            if estimate.n:
                scores.append(_score(season, market, record, population, named, metric, estimate))
    return scores


def _score(
    season: str, market: str, record: str, population: str, system: str, metric: str, e: Estimate
) -> Score:
    return Score(season, market, record, population, system, metric, e.n, e.value, e.low, e.high)


def _even_odds(scores: list[Score]) -> list[Score]:
    """Saying one half of every line: what a log loss or Brier score must beat to mean anything."""
    worth = {"log_loss_at_line": float(np.log(2)), "brier_at_line": 0.25}
    return [
        replace(s, system=EVEN_ODDS, value=value, low=value, high=value)
        for s in scores
        if s.system == CHAMPION
        for value in [worth.get(s.metric)]
        if value is not None
    ]
