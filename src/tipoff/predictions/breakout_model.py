"""Each month's breakout classifier, trained on what lay before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, day, text
from tipoff.kernel.table import past, table
from tipoff.predictions.breakout import fit
from tipoff.predictions.trained_model import TRAINING_DAYS, played
from tipoff.predictions.training import TrainingRows

if TYPE_CHECKING:
    from tipoff.kernel.annotations import Dates, Frame


class BreakoutModel(Schema):
    """The classifier as it stood on one month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    contract = text(nullable=True, meaning="JSON: features in order, window, how it did")
    artifact = text(nullable=True, meaning="the trained model in its library's own text form")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is none")


@table(
    schema=BreakoutModel,
    every="month",
    reads={
        "ml_feature_store": past(TRAINING_DAYS),
        "player_game_summary": past(TRAINING_DAYS),
    },
)
def breakout_model(ml_feature_store: Frame, player_game_summary: Frame, dates: Dates) -> Frame:
    """Trees for P(points of at least 1.5 times the season's mean), and how they did."""
    (trained_for,) = dates
    rows = played(ml_feature_store, player_game_summary)
    found = fit(TrainingRows(rows, {})) if rows.num_rows else None
    contract, artifact = (found[0].to_json(), found[1]) if found else (None, None)
    reason = None if found else INSUFFICIENT_HISTORY
    columns = {"trained_for": [trained_for], "contract": [contract], "artifact": [artifact],
               "reason": [reason]}  # fmt: skip
    return frame(BreakoutModel, columns)
