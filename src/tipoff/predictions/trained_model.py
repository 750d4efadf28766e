"""The models of each month: every system of every market, trained on what lay before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.analytics.player_pool import PredictionTime
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import TableDefinition, past, table
from tipoff.predictions.lookup import KEYS, lines_beside
from tipoff.predictions.models.systems import LIGHTGBM, PREDICTED, SYSTEMS
from tipoff.predictions.training.training import Trained, features_read, train
from tipoff.predictions.training.training_rows import TrainingRows, played
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.domain.markets import Market
    from tipoff.kernel.declare.annotations import Dates, Frame

TRAINING_DAYS = 3 * YEAR
MINIMUM_ROWS = 1_000


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
        columns={"ml_feature_store": ["game_date", *KEYS, *features_read(markets)]},
    )
    def trained_model(
        ml_feature_store: Frame, player_game_summary: Frame, reference_line: Frame, dates: Dates
    ) -> Frame:
        """Every system of every market, each with its contract; walk-forward, month by month."""
        (trained_for,) = dates  # the kernel shows no row on or after its date
        rows = played(ml_feature_store, player_game_summary)
        if rows.num_rows < MINIMUM_ROWS:
            return _none(trained_for, markets)
        training = TrainingRows(rows, lines_beside(rows, reference_line))
        return _rows(trained_for, train(training, markets, catboost=catboost))

    return trained_model


trained_model = of_markets(PREDICTED)


def _none(trained_for: Any, markets: tuple[Market, ...]) -> Frame:
    same = {
        "trained_for": trained_for,
        "moment": PredictionTime.BEFORE_TIP.value,
        "system": LIGHTGBM,
        "contract": None,
        "artifact": None,
        "reason": INSUFFICIENT_HISTORY,
    }
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
