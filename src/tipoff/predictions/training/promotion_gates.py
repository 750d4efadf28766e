"""The promotion gates: a system becomes champion of a market only if every gate allows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from tipoff.predictions.evaluation.calibration import pit_histogram
from tipoff.predictions.evaluation.intervals import Estimate, bootstrap_mean
from tipoff.predictions.evaluation.scores import log_loss
from tipoff.predictions.models.systems import BASE_RATE, SYSTEMS_WITH_LINE
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
NOTHING = "no graded player-game of the last year has predictions of all these systems"
Verdict = Literal["ALLOW", "BLOCK"]


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate's verdict, with what it is based on."""

    name: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Graded:
    """Grades of a challenger and other systems on the same player-games, arrays of shape (n,).

    Args:
        slate: the date of each row, as a number.
        log_score: system -> log scores, in nats.
        mean: the challenger's expected counts.
        actual: actual counts.
        pit_low: the challenger's P(X < actual).
        pit_high: the challenger's P(X <= actual).
        at_line: system, or "market" -> log loss at lines with both prices; NaN elsewhere.
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
    """Return every gate's verdict on a challenger, from the grades of the year before a date.

    A gate that cannot reach a verdict blocks.
    """
    checks: dict[str, Callable[[Graded], Gate]] = {
        "rows": _rows_gate,
        "champion": lambda g: _comparison_gate(g, "champion", challenger, champion or challenger),
        "base rate": lambda g: _comparison_gate(g, "base rate", challenger, BASE_RATE),
        "market": lambda g: _market_gate(g, challenger),
        "calibration": _calibration_gate,
        "bias": _bias_gate,
    }
    try:
        systems = (challenger, champion or challenger, BASE_RATE)
        graded = read_graded(engine, market, systems, until)
    except Exception as error:
        return [_blocked_by_error(name, error) for name in checks]
    return [_verdict(name, check, graded) for name, check in checks.items()]


def _verdict(name: str, check: Callable[[Graded], Gate], graded: Graded) -> Gate:
    try:
        return check(graded) if len(graded.actual) else Gate(name, "BLOCK", NOTHING)
    except Exception as error:
        return _blocked_by_error(name, error)


def _blocked_by_error(name: str, error: Exception) -> Gate:
    return Gate(name, "BLOCK", f"could not be decided: {type(error).__name__}: {error}")


def allowed(verdicts: list[Gate]) -> bool:
    """Return whether all gates allow the promotion; without verdicts it is not allowed."""
    return bool(verdicts) and all(gate.verdict == "ALLOW" for gate in verdicts)


def read_graded(engine: Rows, market: str, systems: tuple[str, ...], until: date) -> Graded:
    """Return the before-tip grades that all systems share, from the year before a date."""
    distinct = tuple(dict.fromkeys(systems))
    system_list = ", ".join(f"'{n}'" for n in distinct)
    rows = engine.arrow(
        "SELECT game_id, player_id, epoch_ms(game_date) AS slate, system, log_score, mean, actual,"
        " pit_low, pit_high, p_over, over_price, under_price,"
        " CASE result WHEN 'OVER' THEN 1 WHEN 'UNDER' THEN 0 END AS went_over"
        " FROM prediction_grade"
        f" WHERE market = '{market}' AND prediction_time = 'before-tip' AND actual IS NOT NULL"
        f" AND system IN ({system_list}) AND game_date < DATE '{until}'"
        f" AND game_date >= DATE '{until}' - {DAYS}"
        " QUALIFY count(*) OVER (PARTITION BY game_id, player_id, record, information)"
        f" = {len(distinct)} ORDER BY game_id, player_id, record, information, system"
    )
    return _by_system(rows, distinct)


def _by_system(rows: Any, systems: tuple[str, ...]) -> Graded:
    """Split rows that are sorted with one row per system for each player-game."""
    column_of = {s: place for place, s in enumerate(sorted(systems))}

    def column(name: str, system: str) -> FloatArray:
        values = np.asarray(rows[name].cast("float64").to_numpy())
        return values.reshape(-1, len(systems))[:, column_of[system]]

    challenger = systems[0]
    prices = (
        american_to_decimal(column(f"{side}_price", challenger)) for side in ("over", "under")
    )
    market, _ = no_vig_multiplicative(*prices)
    over = np.where(np.isnan(market), np.nan, column("went_over", challenger))
    at_line = {s: log_loss(column("p_over", s), over) for s in systems}
    return Graded(
        slate=column("slate", challenger),
        log_score={s: column("log_score", s) for s in systems},
        mean=column("mean", challenger),
        actual=column("actual", challenger),
        pit_low=column("pit_low", challenger),
        pit_high=column("pit_high", challenger),
        at_line={**at_line, "market": log_loss(market, over)},
    )


def difference(graded: Graded, ours: FloatArray, theirs: FloatArray) -> Estimate:
    """Return the mean difference where both are known, with its interval over slates."""
    gap = ours - theirs
    known = ~np.isnan(gap)
    _, slate = np.unique(graded.slate[known], return_inverse=True)
    sums, counts = np.bincount(slate, gap[known]), np.bincount(slate)
    return bootstrap_mean(sums.astype(np.float64), counts.astype(np.float64))


def _rows_gate(graded: Graded) -> Gate:
    n = len(graded.actual)
    verdict: Verdict = "ALLOW" if n >= MIN_ROWS else "BLOCK"
    return Gate("rows", verdict, f"{n:,} graded player-games, {MIN_ROWS:,} needed")


def _comparison_gate(graded: Graded, name: str, challenger: str, opponent: str) -> Gate:
    """Allow a challenger whose log score is better: the gap's whole interval lies below zero."""
    if challenger == opponent:
        return Gate(name, "ALLOW", f"it is the {name} itself")
    gap = difference(graded, graded.log_score[challenger], graded.log_score[opponent])
    if gap.n == 0:
        return Gate(name, "BLOCK", NOTHING)
    verdict: Verdict = "ALLOW" if gap.high < 0 else "BLOCK"
    return Gate(name, verdict, f"log score less {opponent}'s: {_formatted(gap)}")


def _market_gate(graded: Graded, challenger: str) -> Gate:
    """Block a system that reads the line and is worse than the market at it.

    A system that does not read the line always is worse; no bet is based on it, so the gap is only
    reported.
    """
    gap = difference(graded, graded.at_line[challenger], graded.at_line["market"])
    if gap.n == 0:
        return Gate("market", "ALLOW", "no line with both prices to compare at")
    blocked = challenger in SYSTEMS_WITH_LINE and gap.low > 0
    reason = f"log loss at the line less the market's: {_formatted(gap)}"
    return Gate("market", "BLOCK" if blocked else "ALLOW", reason)


def _calibration_gate(graded: Graded) -> Gate:
    error = pit_error(graded.pit_low, graded.pit_high)
    verdict: Verdict = "ALLOW" if error <= MAX_CALIBRATION_ERROR else "BLOCK"
    return Gate(
        "calibration",
        verdict,
        f"calibration error {error:.4f}, at most {MAX_CALIBRATION_ERROR}",
    )


def pit_error(low: FloatArray, high: FloatArray) -> float:
    """Return the mean gap between quantile levels and the share of outcomes below them."""
    histogram = pit_histogram(low, high)
    bins = len(histogram.density)
    reached = np.cumsum(histogram.density)[:-1] / bins
    return float(np.abs(reached - np.arange(1, bins) / bins).mean())


def _bias_gate(graded: Graded) -> Gate:
    """Allow a mean error of at most half a count in each quartile of the expected count."""
    edges = np.quantile(graded.mean, np.arange(1, TIERS) / TIERS)
    tier = np.searchsorted(edges, graded.mean)
    bias = [float((graded.mean - graded.actual)[tier == t].mean()) for t in np.unique(tier)]
    worst = max(bias, key=abs)
    verdict: Verdict = "ALLOW" if abs(worst) <= MAX_BIAS else "BLOCK"
    listed = ", ".join(f"{b:+.2f}" for b in bias)
    return Gate("bias", verdict, f"by tier {listed}, at most {MAX_BIAS} either way")


def _formatted(estimate: Estimate) -> str:
    return f"{estimate.value:+.4f} ({estimate.low:+.4f} to {estimate.high:+.4f}), n {estimate.n:,}"
