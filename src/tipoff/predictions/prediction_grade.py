"""What became of each prediction: graded once the game is final, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.prop_result import RESULTS, result_against_line
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, day, integer, number, text
from tipoff.kernel.table import table
from tipoff.predictions.distribution import NegativeBinomial1
from tipoff.predictions.player_prediction import LIVE, REPLAYED
from tipoff.predictions.systems import SYSTEMS, FloatArray, columns_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from tipoff.kernel.annotations import Frame

GRADES = ("HIT", "MISS", "PUSH", "VOID", "NO_LINE")


class PredictionGrade(Schema):
    """One graded prediction."""

    game_id = text(key=True, meaning="the game")
    game_date = day(partition=True, meaning="date of the game, US Eastern")
    player_id = integer(key=True, meaning="the player")
    market = text(key=True, meaning="what was predicted")
    system = text(key=True, choices=SYSTEMS, meaning="what predicted it")
    record = text(key=True, choices=(LIVE, REPLAYED), meaning="kept apart everywhere")
    season = text(meaning="season, such as 2023-24")
    actual = integer(nullable=True, minimum=0, unit="points", meaning="NULL: he did not play")
    seconds = integer(nullable=True, minimum=0, unit="seconds", meaning="time he played")
    result = text(choices=RESULTS, meaning="what happened against the reference line")
    grade = text(choices=GRADES, meaning="whether the more probable side of the line came in")
    mean = number(nullable=True, unit="points")
    median = number(nullable=True, unit="points")
    line = number(nullable=True, unit="points")
    error = number(nullable=True, unit="points", meaning="median less actual")
    within_interval = number(nullable=True, minimum=0, maximum=1, unit="share",
                             meaning="1 if the 90 % interval held the actual")  # fmt: skip
    log_score = number(nullable=True, unit="nats", meaning="minus log probability of the actual")
    crps = number(nullable=True, minimum=0, unit="points",
                  meaning="continuous ranked probability score")  # fmt: skip
    log_loss = number(nullable=True, minimum=0, unit="nats",
                      meaning="of over against under, pushes aside")  # fmt: skip
    brier = number(nullable=True, minimum=0, maximum=1,
                   meaning="of over against under, pushes aside")  # fmt: skip


@table(schema=PredictionGrade, needs_result=True, append_only=True, may_be_empty="at first")
def prediction_grade(
    player_prediction: Frame, player_game_summary: Frame, team_box_score: Frame
) -> Frame:
    """Every prediction of a game that has a result; VOID of a player who did not play."""
    import pyarrow.compute as pc

    finished = team_box_score["game_id"].unique()
    rows = player_prediction.filter(pc.is_in(player_prediction["game_id"], value_set=finished))
    happened = player_game_summary.select(["game_id", "player_id", "points", "seconds"])
    rows = rows.join(happened, ["game_id", "player_id"], join_type="left outer")
    values = columns_of(
        rows, ("points", "line", "mean", "median", "low", "high", "dispersion", "zero_share",
               "p_over", "p_under"),
    )  # fmt: skip
    kept = {n: rows[n] for n in PredictionGrade.columns if n in rows.column_names}
    return frame(PredictionGrade, {**kept, **graded(values), "actual": rows["points"]})


def graded(values: dict[str, FloatArray]) -> dict[str, Any]:
    """Results, grades and scores; a score is NaN where the prediction or the actual is."""
    actual, line = values["points"], values["line"]
    result = result_against_line(actual, line)
    over_share = values["p_over"] / (values["p_over"] + values["p_under"])
    decided = np.isin(result, ("OVER", "UNDER")) & ~np.isnan(over_share)
    went_over = np.where(decided, result == "OVER", np.nan)
    right = np.where(went_over == 1, over_share, 1 - over_share)
    said_over = values["p_over"] >= values["p_under"]
    hit = np.where(said_over, result == "OVER", result == "UNDER")
    grade = np.where(
        decided,
        np.where(hit, "HIT", "MISS"),
        np.where(np.isin(result, ("OVER", "UNDER")), "VOID", result),
    )
    inside = (values["low"] <= actual) & (actual <= values["high"])
    known = ~np.isnan(actual) & ~np.isnan(values["mean"])
    return {
        "result": result.tolist(),
        "grade": grade.tolist(),
        "error": values["median"] - actual,
        "within_interval": np.where(known, inside, np.nan),
        **_scores(values, known),
        "log_loss": np.where(decided, -np.log(np.clip(right, 1e-6, 1)), np.nan),
        "brier": np.where(decided, (over_share - went_over) ** 2, np.nan),
    }


def _scores(values: dict[str, FloatArray], known: npt.NDArray[np.bool_]) -> dict[str, FloatArray]:
    """Proper scores of the whole distribution."""
    share = values["zero_share"][known]
    outcome = NegativeBinomial1(
        values["mean"][known] / (1 - share), values["dispersion"][known], share
    )
    scores = {name: np.full(known.shape, np.nan) for name in ("log_score", "crps")}
    scores["log_score"][known] = -outcome.log_pmf(values["points"][known])
    scores["crps"][known] = outcome.crps(values["points"][known])
    return scores
