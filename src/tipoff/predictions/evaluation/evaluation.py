"""The record of graded predictions as flat rows, each with its baselines beside it."""

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
"""Each metric as the sum and the count it is the ratio of."""
NAMES = tuple(METRICS)
EVEN_ODDS, BASE_RATE_AT_LINE = "even odds", "base rate"
SLOT = ("season", "market", "record", "prediction_time", "information", "population", "system")
SAME_DECIMALS = 9
"""Decimals to which two systems' values are the same: beyond them is the order of adding up."""
Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One metric of one system over one population of one season."""

    season: str
    market: str
    record: str
    prediction_time: str
    information: str
    """What was known of lineups and absences."""
    population: str
    system: str
    metric: str
    n: int
    value: float
    low: float
    high: float


def evaluate(
    rows: Rows,
    asked: DateRange | None = None,
    market: str | None = None,
    graded: GradedRows | None = None,
) -> list[Score]:
    """Return scores of every system, season and population with 95 % intervals over slates.

    Live and replayed predictions are scored apart, and so are the morning's and those before tip.
    Populations are of players whom LightGBM and the base rate both predict; a system that predicts
    nothing for some of them has a smaller n.

    Args:
        rows: the tables.
        asked: the dates; all, if None.
        market: the key of a market; all, if None.
        graded: ``graded_rows`` of these dates and this market, where the caller has them.
    """
    where = within(asked, market)
    graded = graded or graded_rows(rows, where)
    lines = lines_decided(graded.lines)
    scores = _of_means([*_of_slates(rows, where), *_of_bets(graded), *_by_age(lines)])
    scores += _baselines_at_line(scores)
    scores += [
        _score((*group, population, system), metric, estimate)
        for (*group, system), population, metric, estimate in (
            *calibration_errors(lines),
            *disagreements(lines),
        )
    ]
    if market in (None, breakout.MARKET):
        scores += _breakouts(rows, within(asked, None))
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


def _of_means(found: Sequence[tuple[Slot, str, SlateMean]]) -> list[Score]:
    estimates = estimated([mean for _, _, mean in found])
    named = zip(found, estimates, strict=True)
    return [_score(slot, metric, estimate) for (slot, metric, _), estimate in named]


def _of_bets(graded: GradedRows) -> Iterator[tuple[Slot, str, SlateMean]]:
    for found in (returns(graded.published), rule_returns(graded.rule_bets)):
        for group, population, metric, mean in found:
            yield (*group, population, BLEND), metric, mean


def _by_age(lines: Lines) -> Iterator[tuple[Slot, str, SlateMean]]:
    for (*group, system), population, metric, mean in losses_by_age(lines):
        yield (*group, population, system), metric, mean


def within(asked: DateRange | None, market: str | None) -> str:
    """Return an SQL condition on ``game_date`` and ``market``: those asked for."""
    dates = "TRUE"
    if asked is not None:
        dates = f"game_date BETWEEN DATE '{asked.first}' AND DATE '{asked.last}'"
    return f"{dates} AND market = '{market}'" if market else dates


def _of_slates(rows: Rows, where: str) -> Iterator[tuple[Slot, str, SlateMean]]:
    """Yield the metrics of every slot of ``slate_score``."""
    named = dict.fromkeys(n for pair in METRICS.values() for n in pair)
    columns = {n: n for n in ("overs", *named)}
    for slot, sums in grouped(rows, columns, SLOT, f"slate_score WHERE {where}"):
        for metric, mean in _ratios(slot, sums):
            yield slot, metric, mean


def _ratios(slot: Slot, of: dict[str, FloatArray]) -> Iterator[tuple[str, SlateMean]]:
    """Yield each metric that is known of any slate."""
    sums, counts = (np.stack([of[pair[n]] for pair in METRICS.values()]) for n in (0, 1))
    known = ~np.isnan(sums) & (counts > 0)
    sums, counts = np.where(known, sums, 0.0), np.where(known, counts, 0.0)
    for place in np.flatnonzero(known.any(axis=1)):
        yield NAMES[place], SlateMean(sums[place], counts[place])
    if slot[-1] == THE_LINE and of["at_line"].sum():
        yield "over_rate", SlateMean(of["overs"], of["at_line"])


def _score(slot: Slot, metric: str, e: Estimate) -> Score:
    season, market, record, prediction_time, information, population, system = slot
    named = (season, market, record, prediction_time, information, population, system)
    return Score(*named, metric, e.n, e.value, e.low, e.high)


def _baselines_at_line(scores: Iterable[Score]) -> list[Score]:
    """Return the scores of predicting one half, and the season's share of overs, at every line."""
    made = []
    for s in scores:
        if s.metric == "over_rate":
            rate = np.clip(s.value, 1e-6, 1 - 1e-6)
            told = float(-(rate * np.log(rate) + (1 - rate) * np.log(1 - rate)))
            slot = (s.season, s.market, s.record, s.prediction_time, s.information, s.population)
            for system, value in ((EVEN_ODDS, float(np.log(2))), (BASE_RATE_AT_LINE, told)):
                estimate = Estimate(value, value, value, s.n)
                made.append(_score((*slot, system), "log_loss_at_line", estimate))
    return made


def _breakouts(rows: Rows, where: str) -> list[Score]:
    """Return how the breakout classifier did, beside its base rate; nothing made after tip-off."""
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
    made = []
    for (season, record), of in grouped(rows, columns, ("season", "record"), source):
        known = str(InformationSet.INACTIVES_KNOWN)
        slot = (season, breakout.MARKET, record, "before-tip", known, breakout.POPULATION)
        slates = of["day"].astype(np.int64)
        made += [
            _score((*slot, system), metric, estimate)
            for system, metric, estimate in breakout.scored(
                of["predicted"], of["base"], of["happened"], slates
            )
        ]
    return made
