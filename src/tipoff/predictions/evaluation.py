"""The record, with its baselines beside it: flat rows that every reader shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.player_trends import BREAKOUT_FACTOR
from tipoff.predictions import breakout
from tipoff.predictions.calibration import calibration_error
from tipoff.predictions.grouped import grouped
from tipoff.predictions.intervals import Estimate, bootstrap_mean, bootstrap_means
from tipoff.predictions.slate_score import LINED, THE_LINE
from tipoff.predictions.staking import returns
from tipoff.predictions.systems import BLEND, ENSEMBLE, LIGHTGBM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.graph import DateRange
    from tipoff.predictions.intervals import FloatArray

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
KEYS_AT_LINE = ("season", "market", "record", "moment", "system")
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
    Populations are of players whom LightGBM and the base rate both predict; a system that says
    nothing of some of them has a smaller n.
    """
    if not engine.columns("main", "slate_score"):
        return []
    where = within(asked, market)
    scores = [
        _score(slot, metric, estimate)
        for slot, sums in _slates(engine, where)
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


def _slates(engine: Engine, where: str) -> Iterator[tuple[Slot, dict[str, FloatArray]]]:
    """The sums and counts of each slot, arrays with an element a slate."""
    named = dict.fromkeys(n for pair in METRICS.values() for n in pair)
    columns = {"day": "epoch_ms(game_date)", "overs": "overs", **{n: n for n in named}}
    return grouped(engine, columns, SLOT, f"slate_score WHERE {where}")


def _estimates(slot: Slot, sums: dict[str, FloatArray]) -> Iterable[tuple[str, Estimate]]:
    known = {m: ~np.isnan(sums[s]) & (sums[c] > 0) for m, (s, c) in METRICS.items()}
    metrics = [metric for metric, rows in known.items() if rows.any()]
    totals, counts = (
        np.column_stack([np.where(known[m], sums[METRICS[m][place]], 0.0) for m in metrics])
        for place in (0, 1)
    )
    yield from zip(metrics, bootstrap_means(totals, counts), strict=True)
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
    source = (
        "(SELECT b.*, points FROM breakout_prediction b JOIN player_game_summary s"
        f" USING (game_id, player_id)) WHERE {where}"
    )
    columns = {"day": "epoch_ms(game_date)", "said": "probability", "base": "base_rate",
               "happened": f"(points >= {BREAKOUT_FACTOR} * season_mean)::INT"}  # fmt: skip
    made = []
    for (season, record), rows in grouped(engine, columns, ("season", "record"), source):
        slot = (season, breakout.MARKET, record, "before-tip", breakout.POPULATION)
        slates = rows["day"].astype(np.int64)
        made += [
            _score((*slot, system), metric, estimate)
            for system, metric, estimate in breakout.scored(
                rows["said"], rows["base"], rows["happened"], slates
            )
        ]
    return made


def _calibration(engine: Engine, where: str) -> list[Score]:
    """The calibration error at the line of what is published."""
    systems = ", ".join(f"'{s}'" for s in CALIBRATED)
    source = (
        f"prediction_grade WHERE {where} AND system IN ({systems})"
        " AND result IN ('OVER', 'UNDER') AND p_over IS NOT NULL AND actual IS NOT NULL"
    )
    columns = {"day": "epoch_ms(game_date)", "said": "p_over", "over": "(result = 'OVER')::INT"}
    made = []
    for group, rows in grouped(engine, columns, KEYS_AT_LINE, source):
        *head, system = group
        found = calibration_error(rows["said"], rows["over"], rows["day"].astype(np.int64))
        made.append(_score((*head, LINED, system), "ece_at_line", found))
    return made
