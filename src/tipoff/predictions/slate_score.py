"""Scores of each system on each slate, as sums from which any date range can be scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.quotes import implied
from tipoff.expressions import cases, least, literal, union
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.evaluation.scores import MIN_PROBABILITY
from tipoff.predictions.models.systems import BASE_RATE, LIGHTGBM
from tipoff.predictions.player_projection import DATES_IN_MEMORY
from tipoff.predictions.prediction_grade import PredictionGrade
from tipoff.predictions.system_prediction import IDENTITY, RECORD
from tipoff.windows.rolling import BILLION, billionths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import Table

ALL, ROTATION, LINED, PRICED = (
    "all who played",
    "rotation, 20 minutes or more",
    "players with a line",
    "players with both prices",
)
POPULATIONS = (ALL, ROTATION, LINED, PRICED)
ROTATION_SECONDS = 1_200
THE_LINE, NO_VIG = "the line", "no-vig market"
COMPARED = (LIGHTGBM, BASE_RATE)
"""Only players that both of these systems predict, and who played, are scored."""
SUMS: dict[str, Column] = {
    "absolute_error": number(nullable=True, meaning="absolute error of the median"),
    "absolute_error_of_mean": number(nullable=True),
    "error_of_mean": number(nullable=True, meaning="mean less actual"),
    "crps": number(nullable=True),
    "log_score": number(nullable=True, meaning="negative log probability of the actual"),
    "inside": number(nullable=True, meaning="actuals inside the central 90 %"),
    "log_loss": number(nullable=True, meaning="at the line, without pushes"),
    "brier": number(nullable=True, meaning="at the line, without pushes"),
    "hits": integer(nullable=True, meaning="lines whose more probable side won"),
    "overs": integer(nullable=True, meaning="counts over the line"),
}
COUNTS = ("games", "at_line")


class SlateScore(
    Schema,
    columns={
        **{n: IDENTITY[n] for n in ("market", "prediction_time")},
        "information": PredictionGrade.columns["information"],
        "record": RECORD["record"],
        **SUMS,
    },
):
    """One system's score sums in one market on one date, over one population."""

    game_date = day(key=True, partition=True, meaning="date of the games, US Eastern")
    season = text(key=True, meaning="season, such as 2023-24")
    population = text(key=True, choices=POPULATIONS, meaning="the players that are scored")
    system = text(key=True, meaning="the system, or the line, or the no-vig market")
    games = integer(minimum=1, unit="player-games", meaning="player-games scored")
    at_line = integer(
        minimum=0, unit="player-games", meaning="player-games that went over or under a line"
    )


@table(schema=SlateScore, needs_result=True, may_be_empty="at first", dates_at_once=DATES_IN_MEMORY)
def slate_score(prediction_grade: Table) -> Table:
    """Sum up the scores of the players that both LightGBM and the base rate predict.

    A system without predictions for some of them has a smaller count. The line and the market's
    probability are those at which the predictions were graded.
    """
    row = _compared(prediction_grade)
    scores = []
    for population, members in _populations(row).items():
        scores.append(_summed(row.filter(members), population, _metrics))
    base_rows = row.filter(row.system == BASE_RATE)
    memberships = _populations(base_rows)
    scores.append(
        _summed(base_rows.filter(memberships[LINED]).mutate(system=literal(THE_LINE)), LINED, _line)
    )
    scores.append(
        _summed(
            base_rows.filter(memberships[PRICED]).mutate(system=literal(NO_VIG)), PRICED, _no_vig
        )
    )
    return union(*scores).select(*SlateScore.columns)


def _compared(prediction_grade: Table) -> Table:
    """Return the comparable graded rows of players who played, with the market's probability."""
    slot = ["game_date", "market", "prediction_time", "information", "record"]
    played = prediction_grade.filter(prediction_grade.actual.notnull())
    is_compared = played.system.isin(COMPARED).cast("int64")
    counted_rows = played.mutate(
        compared=is_compared.sum().over(group_by=["game_id", "player_id", *slot[1:]])
    )
    counted_rows = counted_rows.mutate(most=counted_rows.compared.max().over(group_by=slot))
    row = counted_rows.filter(counted_rows.compared == counted_rows.most)
    over, under = implied(row.over_price), implied(row.under_price)
    return row.mutate(market_over=over / (over + under))


def _populations(row: Table) -> Mapping[str, Any]:
    return {
        ALL: row.actual.notnull(),
        ROTATION: row.seconds >= ROTATION_SECONDS,
        LINED: row.line.notnull(),
        PRICED: row.line.notnull() & row.market_over.notnull(),
    }


def _summed(row: Table, population: str, metrics: Any) -> Table:
    sums = {n: _exact_sum(v, SUMS[n].dtype) for n, v in metrics(row).items()}
    is_decided = row.result.isin(["OVER", "UNDER"])
    slot = ("game_date", "season", "market", "prediction_time", "information", "record", "system")
    grouped = row.group_by(*slot).aggregate(
        games=row.count(),
        at_line=is_decided.sum().cast("int64"),
        overs=(row.result == "OVER").sum().cast("int64"),
        **sums,
    )
    missing = {n: literal(None, c.dtype) for n, c in SUMS.items() if n not in grouped.columns}
    return grouped.mutate(population=literal(population), **missing).select(*SlateScore.columns)


def _exact_sum(values: Any, dtype: str) -> Any:
    """Return the sum; fractions are summed as billionths, so that the order does not matter."""
    if dtype == "int64":
        return values.sum().cast("int64")
    return billionths(values).sum().cast("float64") / BILLION


def _metrics(row: Table) -> Mapping[str, Any]:
    at_line = _at_line(row, row.p_over)
    return {
        "absolute_error": (row["median"] - row.actual).abs(),
        "absolute_error_of_mean": (row["mean"] - row.actual).abs(),
        "error_of_mean": row["mean"] - row.actual,
        "crps": row.crps,
        "log_score": row.log_score,
        "inside": row.inside,
        **at_line,
    }


def _line(row: Table) -> Mapping[str, Any]:
    return {
        "absolute_error": (row.line - row.actual).abs(),
        "absolute_error_of_mean": (row.line - row.actual).abs(),
        "error_of_mean": row.line - row.actual,
    }


def _no_vig(row: Table) -> Mapping[str, Any]:
    return _at_line(row, row.market_over)


def _at_line(row: Table, p_over: Any) -> Mapping[str, Any]:
    """Return the scores of a probability of the over; NULL for a push."""
    over = cases((row.result == "OVER", 1.0), (row.result == "UNDER", 0.0))
    p_actual = cases((over == 1, p_over), (over == 0, 1 - p_over))
    bounded = cases((p_actual < MIN_PROBABILITY, MIN_PROBABILITY), otherwise=least(p_actual, 1.0))
    return {
        "log_loss": -bounded.ln(),
        "brier": (p_over - over) * (p_over - over),
        "hits": cases((over.notnull(), ((p_over >= 0.5) == (over == 1)).cast("int64"))),
    }
