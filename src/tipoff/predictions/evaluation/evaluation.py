"""Score the record of graded predictions: flat rows of metrics, baselines included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.features.player_trends import BREAKOUT_FACTOR
from tipoff.predictions.evaluation.at_line import (
    calibration_errors,
    disagreements,
    lines_decided,
    losses_by_age,
)
from tipoff.predictions.evaluation.graded_rows import TIP, graded_rows
from tipoff.predictions.evaluation.grouped import grouped
from tipoff.predictions.evaluation.intervals import Estimate, SlateMean, estimated
from tipoff.predictions.evaluation.rule import rule_returns
from tipoff.predictions.evaluation.staking import returns
from tipoff.predictions.models import breakout
from tipoff.predictions.models.systems import BLEND
from tipoff.predictions.slate_score import THE_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.reading import Rows
    from tipoff.predictions.evaluation.at_line import Lines
    from tipoff.predictions.evaluation.graded_rows import GradedRows

METRICS = {
    "mae": ("absolute_error", "games"),
    "mae_of_mean": ("absolute_error_of_mean", "games"),
    "bias_of_mean": ("error_of_mean", "games"),
    "crps": ("crps", "games"),
    "log_score": ("log_score", "games"),
    "coverage_90": ("inside", "games"),
    "log_loss_at_line": ("log_loss", "at_line"),
    "brier_at_line": ("brier", "at_line"),
    "hit_rate": ("hits", "at_line"),
}
"""Metric -> the columns of its numerator and its denominator."""
NAMES = tuple(METRICS)
EVEN_ODDS, BASE_RATE_AT_LINE = "even odds", "base rate"
SLOT = ("season", "market", "record", "prediction_time", "information", "population", "system")
SAME_DECIMALS = 9
"""Decimals compared when scores are sorted: further ones depend on the order of summation."""
Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One metric of one system over one population of one season."""

    season: str
    market: str
    record: str
    prediction_time: str
    information: str
    """The information set: what was known of lineups and absences."""
    population: str
    system: str
    metric: str
    n: int
    value: float
    low: float
    high: float


def evaluate(
    rows: Rows,
    dates: DateRange | None = None,
    market: str | None = None,
    graded: GradedRows | None = None,
) -> list[Score]:
    """Return the scores of every system, season and population, with 95 % intervals over slates.

    Live and replayed predictions are scored separately, as are the morning's and those before tip.
    A population contains the players that both LightGBM and the base rate predict; a system that
    lacks predictions for some of them has a smaller n.

    Args:
        rows: a reader of the tables.
        dates: the dates to score; None for all.
        market: the key of a market; None for all.
        graded: the ``graded_rows`` of these dates and this market, if already read.
    """
    where = within(dates, market)
    graded = graded or graded_rows(rows, where)
    lines = lines_decided(graded.lines)
    scores = _mean_scores([*_slate_means(rows, where), *_bet_means(graded), *_age_means(lines)])
    scores += _baselines_at_line(scores)
    scores += [
        _score((*group, population, system), metric, estimate)
        for (*group, system), population, metric, estimate in (
            *calibration_errors(lines),
            *disagreements(lines),
        )
    ]
    if market in (None, breakout.MARKET):
        scores += _breakouts(rows, within(dates, None))
    return sorted(
        scores,
        key=lambda s: (
            s.record,
            s.prediction_time,
            s.information,
            s.market,
            s.season,
            s.population,
            s.metric,
            round(s.value, SAME_DECIMALS),
            s.system,
        ),
    )


def _mean_scores(slot_means: Sequence[tuple[Slot, str, SlateMean]]) -> list[Score]:
    estimates = estimated([mean for _, _, mean in slot_means])
    pairs = zip(slot_means, estimates, strict=True)
    return [_score(slot, metric, estimate) for (slot, metric, _), estimate in pairs]


def _bet_means(graded: GradedRows) -> Iterator[tuple[Slot, str, SlateMean]]:
    for returned_means in (returns(graded.published), rule_returns(graded.rule_bets)):
        for group, population, metric, mean in returned_means:
            yield (*group, population, BLEND), metric, mean


def _age_means(lines: Lines) -> Iterator[tuple[Slot, str, SlateMean]]:
    for (*group, system), population, metric, mean in losses_by_age(lines):
        yield (*group, population, system), metric, mean


def within(dates: DateRange | None, market: str | None) -> str:
    """Return an SQL condition that selects a date range and a market; None selects all."""
    date_condition = "TRUE"
    if dates is not None:
        date_condition = f"game_date BETWEEN DATE '{dates.first}' AND DATE '{dates.last}'"
    return f"{date_condition} AND market = '{market}'" if market else date_condition


def _slate_means(rows: Rows, where: str) -> Iterator[tuple[Slot, str, SlateMean]]:
    """Yield the metrics of every slot of ``slate_score``."""
    metric_columns = dict.fromkeys(n for pair in METRICS.values() for n in pair)
    columns = {n: n for n in ("overs", *metric_columns)}
    for slot, sums in grouped(rows, columns, SLOT, f"slate_score WHERE {where}"):
        for metric, mean in _ratios(slot, sums):
            yield slot, metric, mean


def _ratios(slot: Slot, slot_columns: dict[str, FloatArray]) -> Iterator[tuple[str, SlateMean]]:
    """Yield each metric that is known for at least one slate."""
    sums, counts = (np.stack([slot_columns[pair[n]] for pair in METRICS.values()]) for n in (0, 1))
    known = ~np.isnan(sums) & (counts > 0)
    sums, counts = np.where(known, sums, 0.0), np.where(known, counts, 0.0)
    for place in np.flatnonzero(known.any(axis=1)):
        yield NAMES[place], SlateMean(sums[place], counts[place])
    if slot[-1] == THE_LINE and slot_columns["at_line"].sum():
        yield "over_rate", SlateMean(slot_columns["overs"], slot_columns["at_line"])


def _score(slot: Slot, metric: str, estimate: Estimate) -> Score:
    season, market, record, prediction_time, information, population, system = slot
    labels = (season, market, record, prediction_time, information, population, system)
    return Score(*labels, metric, estimate.n, estimate.value, estimate.low, estimate.high)


def _baselines_at_line(scores: Iterable[Score]) -> list[Score]:
    """Return the log loss of predicting 0.5, and of the season's share of overs, at every line."""
    baselines = []
    for score in scores:
        if score.metric == "over_rate":
            rate = np.clip(score.value, 1e-6, 1 - 1e-6)
            base_rate_loss = float(-(rate * np.log(rate) + (1 - rate) * np.log(1 - rate)))
            slot = (
                score.season,
                score.market,
                score.record,
                score.prediction_time,
                score.information,
                score.population,
            )
            for system, value in (
                (EVEN_ODDS, float(np.log(2))),
                (BASE_RATE_AT_LINE, base_rate_loss),
            ):
                estimate = Estimate(value, value, value, score.n)
                baselines.append(_score((*slot, system), "log_loss_at_line", estimate))
    return baselines


def _breakouts(rows: Rows, where: str) -> list[Score]:
    """Score the breakout classifier and its base rate, without predictions made after tip-off."""
    source = (
        "(SELECT b.*, points FROM breakout_prediction b JOIN player_game_summary s"
        f" USING (game_id, game_date, player_id) JOIN {TIP} USING (game_id, game_date)"
        " WHERE b.created_at IS NULL OR b.created_at < tip_at)"
        f" WHERE {where}"
    )
    columns = {
        "predicted": "probability",
        "base": "base_rate",
        "happened": f"(points >= {BREAKOUT_FACTOR} * season_mean)::INT",
    }
    scores = []
    for (season, record), group_columns in grouped(rows, columns, ("season", "record"), source):
        information = str(InformationSet.INACTIVES_KNOWN)
        slot = (season, breakout.MARKET, record, "before-tip", information, breakout.POPULATION)
        slates = group_columns["day"].astype(np.int64)
        scores += [
            _score((*slot, system), metric, estimate)
            for system, metric, estimate in breakout.score_estimates(
                group_columns["predicted"], group_columns["base"], group_columns["happened"], slates
            )
        ]
    return scores
