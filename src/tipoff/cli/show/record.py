"""Print the record of graded predictions: a line per market and season, or all of one market."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tipoff.app.market_names import market_name
from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column
from tipoff.predictions.evaluation.evaluation import BASE_RATE_AT_LINE
from tipoff.predictions.models.systems import BASE_RATE, BLEND, ENSEMBLE, LIGHTGBM
from tipoff.predictions.slate_score import ALL, LINED, THE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.predictions.evaluation.evaluation import Score

Cell = tuple[str, str, str]
"""Population, metric and system of one number."""
SUMMARY: dict[Column, Cell] = {
    Column("model", 1): (ALL, "mae", LIGHTGBM),
    Column("ensemble", 2): (ALL, "mae", ENSEMBLE),
    Column("last10", 1): (ALL, "mae", BASE_RATE),
    Column("in 90", 2): (ALL, "coverage_90", LIGHTGBM),
    Column("blend", 1): (LINED, "log_loss_at_line", BLEND),
    Column("base", 1): (LINED, "log_loss_at_line", BASE_RATE_AT_LINE),
    Column("MAE line", 3): (LINED, "mae", THE_LINE),
}
"""The numbers of a line of the summary."""
METRICS = {
    "mae": Column("MAE"),
    "crps": Column("CRPS", 1),
    "coverage_90": Column("in 90 %", 2),
    "log_loss_at_line": Column("log loss"),
    "hit_rate": Column("hits", 3),
}
"""The numbers of a line of one market."""
NOTHING_GRADED = "No predictions are graded yet: `tipoff run` grades those whose games are final."


def show_summary(scores: Sequence[Score]) -> None:
    """Print a line for each market and season, live and replayed predictions apart."""
    if not scores:
        print_line(NOTHING_GRADED)
    for (record, time, known), section in _sections(
        scores, "record", "prediction_time", "information"
    ):
        rows = []
        for (market, season), line in _sections(section, "market", "season"):
            values = {(s.population, s.metric, s.system): s for s in line}
            games = values.get((ALL, "mae", LIGHTGBM))
            n = None if games is None else games.n
            if not values.keys() & set(SUMMARY.values()):
                continue  # returns, or a breakout's: --market and --json have them
            shown = [_number(values.get(cell)) for cell in SUMMARY.values()]
            rows.append((market_name(market), season, n, *shown))
        if not rows:
            continue
        columns = (Column("market"), Column("season"), Column("n"), *SUMMARY)
        print_line(f"\n{record.capitalize()} predictions, {_told(time, known)}", style="bold")
        print_table("", columns, rows)
    if scores:
        print_line(
            "\nmodel, ensemble, last10: mean absolute error of all who played, last10 by the"
            "\nmean of ten games. in 90: share of them inside the 90 % interval."
            "\nblend, base: log loss at the line, base by the base rate; .6931 is even odds."
            "\nAll systems, with 95 % intervals: --market MARKET, or --json"
        )


def show_market(scores: Sequence[Score]) -> None:
    """Print every system in one market, with 95 % intervals from drawing slates anew."""
    if not scores:
        print_line(NOTHING_GRADED)
    names = ("market", "record", "prediction_time", "information", "season", "population")
    for keys, section in _sections(scores, *names):
        market, record, time, known, season, population = keys
        made = f"{record}, {_told(time, known)}"
        print_line(f"\n{market_name(market)} {season}, {made}: {population}", style="bold")
        rows = [
            (metric.heading, s.system, s.n, *(f"{v:.4f}" for v in (s.value, s.low, s.high)))
            for name, metric in METRICS.items()
            for s in section
            if s.metric == name
        ]
        print_table("", ("metric", "system", "n", "value", "low", "high"), rows)


def _sections(scores: Sequence[Score], *names: str) -> list[tuple[tuple[str, ...], list[Score]]]:
    """Return the scores by the values of some of their fields, in order."""

    def key(score: Score) -> tuple[str, ...]:
        return tuple(getattr(score, name) for name in names)

    return [(found, list(group)) for found, group in groupby(sorted(scores, key=key), key)]


def _told(time: str, known: str) -> str:
    """Return the prediction time, and what was known then where that is not named alike."""
    return time if known == time else f"{time}, {known}"


def _number(score: Score | None) -> str:
    return "" if score is None else f"{score.value:.4f}"
