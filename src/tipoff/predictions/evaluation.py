"""The record, with its baselines beside it: flat rows that every reader shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.player_trends import BREAKOUT_FACTOR
from tipoff.predictions import breakout
from tipoff.predictions.calibration import calibration_error
from tipoff.predictions.intervals import Estimate, bootstrap_mean
from tipoff.predictions.slate_score import LINED, THE_LINE
from tipoff.predictions.staking import returns
from tipoff.predictions.systems import BLEND, ENSEMBLE, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.graph import DateRange

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
EVEN_ODDS, BASE_RATE_AT_LINE = "even odds", "base rate"
CALIBRATED = (LIGHTGBM, ENSEMBLE, BLEND)
SLOT = ("season", "market", "record", "moment", "population", "system")
Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """One metric of one system over one population of one season."""

    season: str
    market: str
    record: str
    moment: str
    population: str
    system: str
    metric: str
    n: int
    value: float
    low: float
    high: float


def evaluate(
    engine: Engine, asked: DateRange | None = None, market: str | None = None
) -> list[Score]:
    """Scores of every system, season and population, each with a 95 % interval over slates.

    Live and replayed predictions are scored apart, and so are the morning's and those before tip.
    Systems are compared on the rows that all of a market predict.
    """
    if not engine.columns("main", "slate_score"):
        return []
    where = within(asked, market)
    slates = _slates(engine, where)
    scores = [
        _score(slot, metric, estimate)
        for slot, sums in slates.items()
        for metric, estimate in _estimates(slot, sums)
    ]
    scores += [*_baselines_at_line(scores), *_calibration(engine, where)]
    scores += [
        _score((season, of_market, record, moment, population, BLEND), metric, estimate)
        for (season, of_market, record, moment), population, metric, estimate in returns(
            engine, where
        )
    ]
    if market in (None, breakout.MARKET):
        scores += _breakouts(engine, within(asked, None))
    return sorted(
        scores,
        key=lambda s: (s.record, s.moment, s.market, s.season, s.population, s.metric, s.value),
    )


def within(asked: DateRange | None, market: str | None) -> str:
    """An SQL condition: the dates and the market asked for."""
    dates = "TRUE"
    if asked is not None:
        dates = f"game_date BETWEEN DATE '{asked.first}' AND DATE '{asked.last}'"
    return f"{dates} AND market = '{market}'" if market else dates


def _slates(engine: Engine, where: str) -> dict[Slot, dict[str, Any]]:
    """The sums and counts of each slot, arrays with an element a slate."""
    named = list(dict.fromkeys(n for pair in METRICS.values() for n in pair))
    wanted = ", ".join([*SLOT, *(f"{n}::DOUBLE" for n in (*named, "overs"))])
    rows: dict[Slot, list[Any]] = defaultdict(list)
    for row in engine.query(
        f"SELECT {wanted} FROM slate_score WHERE {where} ORDER BY game_date, {', '.join(SLOT)}"
    ):
        rows[row[: len(SLOT)]].append(row[len(SLOT) :])
    return {
        slot: dict(zip((*named, "overs"), np.array(values, dtype=np.float64).T, strict=True))
        for slot, values in rows.items()
    }


def _estimates(slot: Slot, sums: dict[str, Any]) -> Iterable[tuple[str, Estimate]]:
    for metric, (summed, counted) in METRICS.items():
        known = ~np.isnan(sums[summed]) & (sums[counted] > 0)
        if known.any():
            yield metric, bootstrap_mean(sums[summed][known], sums[counted][known])
    if slot[-1] == THE_LINE and sums["at_line"].sum():
        yield "over_rate", bootstrap_mean(sums["overs"], sums["at_line"])


def _score(slot: Slot, metric: str, e: Estimate) -> Score:
    season, market, record, moment, population, system = slot
    return Score(
        season, market, record, moment, population, system, metric, e.n, e.value, e.low, e.high
    )


def _baselines_at_line(scores: Iterable[Score]) -> list[Score]:
    """What saying one half of every line scores, and saying the season's share of overs."""
    made = []
    for s in scores:
        if s.metric == "over_rate":
            rate = np.clip(s.value, 1e-6, 1 - 1e-6)
            told = float(-(rate * np.log(rate) + (1 - rate) * np.log(1 - rate)))
            slot = (s.season, s.market, s.record, s.moment, s.population)
            for system, value in ((EVEN_ODDS, float(np.log(2))), (BASE_RATE_AT_LINE, told)):
                estimate = Estimate(value, value, value, s.n)
                made.append(_score((*slot, system), "log_loss_at_line", estimate))
    return made


def _breakouts(engine: Engine, where: str) -> list[Score]:
    """How the breakout classifier did, beside its base rate."""
    if not engine.columns("main", "breakout_prediction"):
        return []
    rows: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for season, record, *values in engine.query(
        "SELECT p.season, p.record, epoch_ms(p.game_date), probability, base_rate,"
        f" (points >= {BREAKOUT_FACTOR} * season_mean)::INT"
        " FROM breakout_prediction p JOIN player_game_summary s USING (game_id, player_id)"
        f" WHERE {where.replace('game_date', 'p.game_date')} ORDER BY ALL"
    ):
        rows[season, record].append(values)
    made = []
    for (season, record), values in rows.items():
        slot = (season, breakout.MARKET, record, "before-tip", breakout.POPULATION)
        day, said, base, happened = np.array(values, dtype=np.float64).T
        slates = day.astype(np.int64)
        made += [
            _score((*slot, system), metric, estimate)
            for system, metric, estimate in breakout.scored(said, base, happened, slates)
        ]
    return made


def _calibration(engine: Engine, where: str) -> list[Score]:
    """The calibration error at the line of what is published and of the market."""
    systems = ", ".join(f"'{s}'" for s in CALIBRATED)
    rows: dict[Slot, list[Any]] = defaultdict(list)
    for *slot, day, p_over, over in engine.query(
        "SELECT season, market, record, moment, system, game_date, p_over,"
        f" (result = 'OVER')::INT FROM prediction_grade WHERE {where} AND system IN ({systems})"
        " AND result IN ('OVER', 'UNDER') AND p_over IS NOT NULL ORDER BY ALL"
    ):
        rows[tuple(slot)].append((p_over, over, day.toordinal()))
    made = []
    for (*head, system), values in rows.items():
        p_over, over, days = np.array(values).T
        found = calibration_error(p_over, over, days.astype(np.int64))
        made.append(_score((*head, LINED, system), "ece_at_line", found))
    return made
