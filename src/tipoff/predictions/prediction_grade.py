"""What became of each prediction: graded once the game is final, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.prop_result import RESULTS, result_against_line
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, integer, number, text
from tipoff.kernel.table import table
from tipoff.markets import MARKETS
from tipoff.predictions.beside import beside
from tipoff.predictions.system_prediction import AT_ONCE, IDENTITY, distribution_of
from tipoff.predictions.systems import SYSTEMS, FloatArray

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.annotations import Frame
    from tipoff.predictions.distribution import NegativeBinomial1

GRADES = ("HIT", "MISS", "PUSH", "VOID", "NO_LINE")
COVERAGE = 0.90
PARAMETERS = ("mean", "dispersion", "zero_share")


class PredictionGrade(Schema, columns=IDENTITY):
    """One graded prediction."""

    system = text(key=True, choices=SYSTEMS, meaning="what predicted it")
    season = text(meaning="season, such as 2023-24")
    actual = integer(nullable=True, minimum=0, meaning="NULL: he did not play")
    seconds = integer(nullable=True, minimum=0, unit="seconds", meaning="time he played")
    result = text(choices=RESULTS, meaning="what happened against the reference line")
    grade = text(choices=GRADES, meaning="whether the more probable side of the line came in")
    mean = number(meaning="of the distribution")
    median = number(nullable=True, meaning="of the distribution; NULL: he did not play")
    line = number(nullable=True, meaning="the reference line; NULL: NO_LINE")
    p_over = number(nullable=True, minimum=0, maximum=1, unit="probability",
                    meaning="of over the line, pushes aside")  # fmt: skip
    pit_low = number(nullable=True, minimum=0, maximum=1, unit="probability",
                     meaning="of less than the actual")  # fmt: skip
    pit_high = number(nullable=True, minimum=0, maximum=1, unit="probability",
                      meaning="of the actual or less")  # fmt: skip
    inside = number(nullable=True, minimum=0, maximum=1, unit="share",
                    meaning="of the actual's own probability in the middle 90 %")  # fmt: skip
    log_score = number(nullable=True, unit="nats", meaning="minus log probability of the actual")
    crps = number(nullable=True, minimum=0, meaning="continuous ranked probability score, counts")


@table(
    schema=PredictionGrade,
    needs_result=True,
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def prediction_grade(
    system_prediction: Frame,
    combined_prediction: Frame,
    player_game_summary: Frame,
    reference_line: Frame,
    schedule: Frame,
    team_box_score: Frame,
) -> Frame:
    """Every prediction of a game that has a result; VOID of a player who did not play."""
    import pyarrow as pa
    import pyarrow.compute as pc

    boxed = pc.is_in(schedule["game_id"], value_set=team_box_score["game_id"].unique())
    finished = schedule.filter(boxed).select(["game_id", "season"])
    said = pa.concat_tables([system_prediction, combined_prediction])
    said = said.join(finished, "game_id", join_type="inner")
    made = [
        _graded(said.filter(pc.equal(said["market"], market)), market, player_game_summary,
                reference_line.filter(pc.equal(reference_line["market"], market)))
        for market in said["market"].unique().to_pylist()
    ]  # fmt: skip
    return pa.concat_tables(made) if made else frame(
        PredictionGrade, {n: [] for n in PredictionGrade.columns})  # fmt: skip


def _graded(rows: Frame, market: str, player_game_summary: Frame, lines: Frame) -> Frame:
    """The grades of one market."""
    counted = player_game_summary.select(["game_id", "player_id", "seconds"]).append_column(
        "actual", MARKETS[market].sum_of(player_game_summary)
    )
    actual, seconds = beside(rows, counted, "actual"), beside(rows, counted, "seconds")
    line = beside(rows, lines, "line")
    columns = {n: rows[n] for n in PredictionGrade.columns if n in rows.column_names}
    columns |= {"actual": actual, "seconds": seconds, "line": line}
    return frame(PredictionGrade, {**columns, **graded(distribution_of(rows), actual, line)})


def graded(outcome: NegativeBinomial1, actual: FloatArray, line: FloatArray) -> dict[str, Any]:
    """Results, grades and scores, arrays of shape (n,); a score is NaN where he did not play."""
    result = result_against_line(actual, line)
    over, under = outcome.p_over(line), outcome.p_under(line)
    right = np.where(over >= under, result == "OVER", result == "UNDER")
    decided = np.isin(result, ("OVER", "UNDER"))
    grade = np.where(decided, np.where(right, "HIT", "MISS"), result)
    return {
        "result": result,
        "grade": grade,
        "p_over": over / (over + under),
        **_scores(outcome, actual),
    }


def _scores(outcome: NegativeBinomial1, actual: FloatArray) -> Mapping[str, FloatArray]:
    """The median, and proper scores of the whole distribution, where it is known what happened."""
    played = ~np.isnan(actual)
    said, happened = outcome[played], actual[played]
    low, high = said.pit_bounds(happened)
    values = {
        "median": said.median(),
        "pit_low": low,
        "pit_high": np.minimum(high, 1.0),
        "inside": np.minimum(said.covers(happened, COVERAGE), 1.0),
        "log_score": -said.log_pmf(happened),
        "crps": said.crps(happened),
    }
    scores = {name: np.full(len(actual), np.nan) for name in values}
    for name, found in values.items():
        scores[name][played] = found
    return scores
