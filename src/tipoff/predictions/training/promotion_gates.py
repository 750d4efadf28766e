"""Whether a system may become champion of a market: every gate allows it, or one says why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from tipoff.predictions.evaluation.calibration import pit_histogram
from tipoff.predictions.evaluation.intervals import Estimate, bootstrap_mean
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.models.systems import BASE_RATE, SEES_THE_LINE
from tipoff.predictions.odds.conversions import american_to_decimal
from tipoff.predictions.odds.no_vig import no_vig_multiplicative

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.reading import Rows

DAYS = 365
MIN_ROWS = 1_000
MAX_CALIBRATION_ERROR = 0.02
MAX_BIAS = 0.5
TIERS = 4
NOTHING = "no player-game of the last year is graded that all of them predict"
Verdict = Literal["ALLOW", "BLOCK"]


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate's verdict, with what it is based on."""

    name: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Graded:
    """How a challenger and others predicted the same player-games, arrays of shape (n,).

    Args:
        slate: the date of each row, as a number.
        log_score: by system, in nats.
        mean: the challenger's.
        actual: what happened.
        pit_low: the challenger's P(X < actual).
        pit_high: the challenger's P(X <= actual).
        at_line: by system, the log loss at lines with both prices; NaN elsewhere.
    """

    slate: FloatArray
    log_score: dict[str, FloatArray]
    mean: FloatArray
    actual: FloatArray
    pit_low: FloatArray
    pit_high: FloatArray
    at_line: dict[str, FloatArray]


def gates(
    engine: Rows, market: str, challenger: str, champion: str | None, until: date
) -> list[Gate]:
    """Every gate's verdict on a challenger, on the grades of the year before a date.

    A gate that fails to come to a verdict is closed.
    """
    checks: dict[str, Callable[[Graded], Gate]] = {
        "rows": _enough,
        "champion": lambda g: _beats(g, "champion", challenger, champion or challenger),
        "base rate": lambda g: _beats(g, "base rate", challenger, BASE_RATE),
        "market": lambda g: _market(g, challenger),
        "calibration": _calibrated,
        "bias": _unbiased,
    }
    try:
        systems = (challenger, champion or challenger, BASE_RATE)
        graded = read_graded(engine, market, systems, until)
    except Exception as error:
        return [_closed(name, error) for name in checks]
    return [_asked(name, check, graded) for name, check in checks.items()]


def _asked(name: str, check: Callable[[Graded], Gate], graded: Graded) -> Gate:
    try:
        return check(graded) if len(graded.actual) else Gate(name, "BLOCK", NOTHING)
    except Exception as error:
        return _closed(name, error)


def _closed(name: str, error: Exception) -> Gate:
    return Gate(name, "BLOCK", f"could not be decided: {type(error).__name__}: {error}")


def allowed(verdicts: list[Gate]) -> bool:
    """Whether all gates allow it; none asked allow nothing."""
    return bool(verdicts) and all(gate.verdict == "ALLOW" for gate in verdicts)


def read_graded(engine: Rows, market: str, systems: tuple[str, ...], until: date) -> Graded:
    """Return the grades before tip-off that all the systems have, of the year before a date."""
    named = tuple(dict.fromkeys(systems))
    listed = ", ".join(f"'{n}'" for n in named)
    rows = engine.arrow(
        "SELECT game_id, player_id, epoch_ms(game_date) AS slate, system, log_score, mean, actual,"
        " pit_low, pit_high, p_over, over_price, under_price,"
        " CASE result WHEN 'OVER' THEN 1 WHEN 'UNDER' THEN 0 END AS went_over"
        " FROM prediction_grade"
        f" WHERE market = '{market}' AND prediction_time = 'before-tip' AND actual IS NOT NULL"
        f" AND system IN ({listed}) AND game_date < DATE '{until}'"
        f" AND game_date >= DATE '{until}' - {DAYS}"
        " QUALIFY count(*) OVER (PARTITION BY game_id, player_id, record, information)"
        f" = {len(named)} ORDER BY game_id, player_id, record, information, system"
    )
    return _side_by_side(rows, named)


def _side_by_side(rows: Any, named: tuple[str, ...]) -> Graded:
    """Rows come sorted, one of each system after the other."""
    of = {s: place for place, s in enumerate(sorted(named))}

    def column(name: str, system: str) -> FloatArray:
        values = np.asarray(rows[name].cast("float64").to_numpy())
        return values.reshape(-1, len(named))[:, of[system]]

    first = named[0]
    prices = (american_to_decimal(column(f"{side}_price", first)) for side in ("over", "under"))
    market, _ = no_vig_multiplicative(*prices)
    over = np.where(np.isnan(market), np.nan, column("went_over", first))
    at_line = {s: log_loss(column("p_over", s), over) for s in named}
    return Graded(
        slate=column("slate", first),
        log_score={s: column("log_score", s) for s in named},
        mean=column("mean", first),
        actual=column("actual", first),
        pit_low=column("pit_low", first),
        pit_high=column("pit_high", first),
        at_line={**at_line, "market": log_loss(market, over)},
    )


def difference(graded: Graded, ours: FloatArray, theirs: FloatArray) -> Estimate:
    """Return the mean difference with its interval over slates, where both are known."""
    gap = ours - theirs
    known = ~np.isnan(gap)
    _, slate = np.unique(graded.slate[known], return_inverse=True)
    sums, counts = np.bincount(slate, gap[known]), np.bincount(slate)
    return bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))


def _enough(graded: Graded) -> Gate:
    n = len(graded.actual)
    verdict: Verdict = "ALLOW" if n >= MIN_ROWS else "BLOCK"
    return Gate("rows", verdict, f"{n:,} graded player-games, {MIN_ROWS:,} needed")


def _beats(graded: Graded, name: str, challenger: str, other: str) -> Gate:
    """Better than the other by more than chance: the whole interval lies below zero."""
    if challenger == other:
        return Gate(name, "ALLOW", f"it is the {name} itself")
    found = difference(graded, graded.log_score[challenger], graded.log_score[other])
    if found.n == 0:
        return Gate(name, "BLOCK", NOTHING)
    verdict: Verdict = "ALLOW" if found.high < 0 else "BLOCK"
    return Gate(name, verdict, f"log score less {other}'s: {_shown(found)}")


def _market(graded: Graded, challenger: str) -> Gate:
    """Refuse a system that has seen the line and is worse than the market at it.

    One that has not always is; no bet is made on its word, so that is told and does not block.
    """
    found = difference(graded, graded.at_line[challenger], graded.at_line["market"])
    if found.n == 0:
        return Gate("market", "ALLOW", "no line with both prices to compare at")
    blocked = challenger in SEES_THE_LINE and found.low > 0
    told = f"log loss at the line less the market's: {_shown(found)}"
    return Gate("market", "BLOCK" if blocked else "ALLOW", told)


def _calibrated(graded: Graded) -> Gate:
    error = pit_error(graded.pit_low, graded.pit_high)
    verdict: Verdict = "ALLOW" if error <= MAX_CALIBRATION_ERROR else "BLOCK"
    return Gate(
        "calibration",
        verdict,
        f"calibration error {error:.4f}, at most {MAX_CALIBRATION_ERROR}",
    )


def pit_error(low: FloatArray, high: FloatArray) -> float:
    """How far, on average, the share of outcomes below a quantile is from what it says."""
    histogram = pit_histogram(low, high)
    bins = len(histogram.density)
    reached = np.cumsum(histogram.density)[:-1] / bins
    return float(np.abs(reached - np.arange(1, bins) / bins).mean())


def _unbiased(graded: Graded) -> Gate:
    """In each quarter of the players by expected count, the mean is right within half a count."""
    edges = np.quantile(graded.mean, np.arange(1, TIERS) / TIERS)
    tier = np.searchsorted(edges, graded.mean)
    bias = [float((graded.mean - graded.actual)[tier == t].mean()) for t in np.unique(tier)]
    worst = max(bias, key=abs)
    verdict: Verdict = "ALLOW" if abs(worst) <= MAX_BIAS else "BLOCK"
    told = ", ".join(f"{b:+.2f}" for b in bias)
    return Gate("bias", verdict, f"by tier {told}, at most {MAX_BIAS} either way")


def _shown(found: Estimate) -> str:
    return f"{found.value:+.4f} ({found.low:+.4f} to {found.high:+.4f}), n {found.n:,}"
