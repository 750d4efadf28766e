"""The models of each month: every system of every market, trained on what lay before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_pool import PredictionTime
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, day, text
from tipoff.kernel.table import TableDefinition, past, table
from tipoff.markets import SINGLES
from tipoff.predictions.systems import LIGHTGBM, PREDICTED, SYSTEMS
from tipoff.predictions.training import Trained, TrainingRows, train
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.annotations import Dates, Frame
    from tipoff.markets import Market
    from tipoff.predictions.systems import FloatArray

TRAINING_DAYS = 3 * YEAR
MINIMUM_ROWS = 1_000
KEYS = ["game_id", "player_id"]


class TrainedModel(Schema):
    """One system of one market at one moment, as it stood on a month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    market = text(key=True, meaning="what it predicts; player_minutes serves the others")
    moment = text(key=True, choices=tuple(PredictionTime), meaning="when what it reads is known")
    system = text(key=True, choices=SYSTEMS, meaning="the system's name")
    contract = text(nullable=True, meaning="JSON: features in order, window, head, metrics, seed")
    artifact = text(nullable=True, meaning="the trained model in its library's own text form")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is none")


def of_markets(markets: tuple[Market, ...], *, catboost: bool = False) -> TableDefinition:
    """The table of models, of some markets only, or with a second backend."""

    @table(
        schema=TrainedModel,
        every="month",
        reads={
            "ml_feature_store": past(TRAINING_DAYS),
            "player_game_summary": past(TRAINING_DAYS),
            "reference_line": past(TRAINING_DAYS),
        },
    )
    def trained_model(
        ml_feature_store: Frame, player_game_summary: Frame, reference_line: Frame, dates: Dates
    ) -> Frame:
        """Every system of every market, each with its contract; walk-forward, month by month."""
        (trained_for,) = dates  # the kernel shows no row on or after its date
        rows = played(ml_feature_store, player_game_summary)
        if rows.num_rows < MINIMUM_ROWS:
            return _none(trained_for, markets)
        training = TrainingRows(rows, _lines(rows, reference_line))
        return _rows(trained_for, list(train(training, markets, catboost=catboost)))

    return trained_model


trained_model = of_markets(PREDICTED)


def _none(trained_for: Any, markets: tuple[Market, ...]) -> Frame:
    same = {"trained_for": trained_for, "moment": PredictionTime.BEFORE_TIP.value,
            "system": LIGHTGBM, "contract": None, "artifact": None,
            "reason": INSUFFICIENT_HISTORY}  # fmt: skip
    columns: dict[str, Any] = {n: [value] * len(markets) for n, value in same.items()}
    return frame(TrainedModel, {**columns, "market": [market.key for market in markets]})


def _rows(trained_for: Any, found: list[Trained]) -> Frame:
    return frame(
        TrainedModel,
        {
            "trained_for": [trained_for] * len(found),
            "market": [t.contract.market for t in found],
            "moment": [t.contract.moment for t in found],
            "system": [t.contract.system for t in found],
            "contract": [t.contract.to_json() for t in found],
            "artifact": [t.artifact for t in found],
            "reason": [None] * len(found),
        },
    )


def played(ml_feature_store: Frame, player_game_summary: Frame) -> Frame:
    """Feature rows of those who played, in order, with what they did."""
    import pyarrow.compute as pc

    counted = dict.fromkeys(column for market in SINGLES for column in market.counted)
    happened = player_game_summary.select([*KEYS, *counted, "seconds"])
    minutes = pc.divide(happened["seconds"].cast("float64"), 60.0)
    happened = happened.drop_columns(["seconds"]).append_column("minutes", minutes)
    rows = ml_feature_store.join(happened, KEYS, join_type="inner")
    return rows.sort_by([(n, "ascending") for n in ("game_date", *KEYS)])


def _lines(rows: Frame, reference_line: Frame) -> Mapping[str, FloatArray]:
    """Each market's line of each row, NaN where there is none."""
    import pyarrow.compute as pc

    found = {}
    for market in reference_line["market"].unique().to_pylist():
        of_market = reference_line.filter(pc.equal(reference_line["market"], market))
        found[market] = beside(rows, of_market, "line")
    return found


def beside(rows: Frame, other: Frame, column: str) -> FloatArray:
    """A column of another table at each row's game and player, NaN where it has none."""
    numbered = rows.select(KEYS).append_column("place", [np.arange(rows.num_rows)])
    joined = numbered.join(other.select([*KEYS, column]), KEYS, join_type="left outer")
    values = joined.sort_by("place")[column].cast("float64").to_numpy()
    return np.asarray(values, dtype=np.float64)
