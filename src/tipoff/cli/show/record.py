"""Print the scores of graded predictions: a summary of all markets, or one market in detail."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from tipoff.app.market_names import market_name
from tipoff.cli.show.console import print_line, print_table, width
from tipoff.cli.show.layout import Column, fitting
from tipoff.predictions.evaluation.evaluation import BASE_RATE_AT_LINE
from tipoff.predictions.models.systems import BASE_RATE, BLEND, ENSEMBLE, LIGHTGBM
from tipoff.predictions.slate_score import ALL, LINED, THE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from tipoff.predictions.evaluation.evaluation import Score

Cell = tuple[str, str, str]
"""The population, metric and system of one number."""
SUMMARY: dict[Column, Cell] = {
    Column("model", 1): (ALL, "mae", LIGHTGBM),
    Column("ensemble", 2): (ALL, "mae", ENSEMBLE),
    Column("last10", 1): (ALL, "mae", BASE_RATE),
    Column("in 90", 2): (ALL, "coverage_90", LIGHTGBM),
    Column("blend", 1): (LINED, "log_loss_at_line", BLEND),
    Column("base", 1): (LINED, "log_loss_at_line", BASE_RATE_AT_LINE),
    Column("MAE line", 3): (LINED, "mae", THE_LINE),
}
"""The columns of the summary and the number in each."""
COVERAGE = 0.9
FOOTER = {
    "n": "predictions of all who played; a score of fewer has its own number in parentheses",
    "lines": "the same of predictions with a line that was not pushed",
    "model": "mean absolute error of all who played",
    "ensemble": "the same",
    "last10": "the same by the mean of ten games",
    "in 90": "share of their results inside the 90 % interval",
    "blend": "log loss at the line; .6931 is even odds",
    "base": "the same by the base rate",
    "MAE line": "mean absolute error of the line",
}
"""Explanations of the summary's columns, printed below it."""
NOTHING_GRADED = "No predictions are graded yet: `tipoff run` grades those whose games are final."


def _lower_is_better(value: float) -> float:
    return value


def _higher_is_better(value: float) -> float:
    return -value


METRICS: dict[str, tuple[str, Callable[[float], float]]] = {
    "mae": ("MAE", _lower_is_better),
    "mae_of_mean": ("MAE of mean", _lower_is_better),
    "bias_of_mean": ("bias of mean", abs),
    "crps": ("CRPS", _lower_is_better),
    "log_score": ("log score", _lower_is_better),
    "coverage_90": ("in 90 %", lambda value: abs(value - COVERAGE)),
    "log_loss_at_line": ("log loss at line", _lower_is_better),
    "brier_at_line": ("Brier at line", _lower_is_better),
    "ece_at_line": ("calibration error", _lower_is_better),
    "hit_rate": ("hit rate", _higher_is_better),
    "over_rate": ("share of overs", _higher_is_better),
    "disagreement": ("disagreement", _higher_is_better),
    "roi": ("return per unit", _higher_is_better),
    "win_rate": ("win rate", _higher_is_better),
    "auc": ("AUC", _higher_is_better),
    "log_loss": ("log loss", _lower_is_better),
    "brier": ("Brier", _lower_is_better),
    "ece": ("calibration error", _lower_is_better),
}
"""Each metric's heading, and a function of its value that is smaller for better values."""


def show_summary(scores: Sequence[Score]) -> None:
    """Print a line for each market and season, in separate tables for live and replayed."""
    sections = [
        (f"{record.capitalize()} predictions, {_made_at(time, known)}", _summarized(section))
        for (record, time, known), section in _sections(
            scores, "record", "prediction_time", "information"
        )
    ]
    columns = (Column("market"), Column("season"), Column("n"), Column("lines", 1), *SUMMARY)
    kept = fitting(columns, [row for _, rows in sections for row in rows], width())
    if not scores:
        print_line(NOTHING_GRADED)
        return
    for title, rows in sections:
        if rows:  # returns and breakouts are shown only by --market and --json
            print_line(f"\n{title}", style="bold")
            headings = [columns[place].heading for place in kept]
            print_table("", headings, [[row[place] for place in kept] for row in rows])
    print_line()
    for place in kept:
        heading = columns[place].heading
        if heading in FOOTER:
            print_line(f"{heading}: {FOOTER[heading]}")
    print_line("All systems, with 95 % intervals: --market MARKET, or --json")


def _summarized(section: Sequence[Score]) -> list[list[Any]]:
    """Return a row of the summary for each market and season with any of its numbers."""
    rows = []
    for (market, season), line in _sections(section, "market", "season"):
        values = {(s.population, s.metric, s.system): s for s in line}
        if values.keys() & set(SUMMARY.values()):
            scores = [values.get(cell) for cell in SUMMARY.values()]
            counts = _counts(scores)
            shown = [_number(score, counts) for score in scores]
            n = counts.get(ALL), counts.get(LINED)
            rows.append([market_name(market), season, *n, *shown])
    return rows


def _counts(scores: Iterable[Score | None]) -> dict[str, int]:
    """Return the n of each population: that of its first score in the order of the columns."""
    counts: dict[str, int] = {}
    for score in scores:
        if score is not None:
            counts.setdefault(score.population, score.n)
    return counts


def show_market(scores: Sequence[Score]) -> None:
    """Print every system in one market, with 95 % intervals from resampling slates.

    Within a metric, systems scored over more player-games come first, then better ones.
    """
    if not scores:
        print_line(NOTHING_GRADED)
        return
    names = ("market", "record", "prediction_time", "information", "season", "population")
    for keys, section in _sections(scores, *names):
        market, record, time, known, season, population = keys
        made_at = f"{record}, {_made_at(time, known)}"
        print_line(f"\n{market_name(market)} {season}, {made_at}: {population}", style="bold")
        rows = [
            (METRICS[s.metric][0], s.system, s.n, *(f"{v:.4f}" for v in (s.value, s.low, s.high)))
            for s in sorted(section, key=_rank)
        ]
        print_table("", ("metric", "system", "n", "value", "low", "high"), rows)
    print_line(
        "\nLow and high are the 95 % interval. Compare values with the same n only:"
        "\na system that leaves out some predictions, as the blend does without a line,"
        "\nis scored over fewer."
    )


def _rank(score: Score) -> tuple[int, int, float]:
    """Return the sort key of the scores in a section."""
    _, rank_of = METRICS[score.metric]
    return list(METRICS).index(score.metric), -score.n, rank_of(score.value)


def _sections(scores: Sequence[Score], *names: str) -> list[tuple[tuple[str, ...], list[Score]]]:
    """Group scores by the values of some of their fields, sorted by these."""

    def key(score: Score) -> tuple[str, ...]:
        return tuple(getattr(score, name) for name in names)

    return [(values, list(group)) for values, group in groupby(sorted(scores, key=key), key)]


def _made_at(time: str, known: str) -> str:
    """Return the prediction time, and the information set if it has another name."""
    return time if known == time else f"{time}, {known}"


def _number(score: Score | None, counts: Mapping[str, int]) -> str:
    """Return a score, followed by its n in parentheses if that is not its population's."""
    if score is None:
        return ""
    n = "" if score.n == counts[score.population] else f" ({score.n:,})"
    return f"{score.value:.4f}{n}"
