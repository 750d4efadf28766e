"""The points models: one of each system for each month, trained on what lay before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.features.feature_sets import POINTS
from tipoff.features.readiness import INSUFFICIENT_HISTORY
from tipoff.kernel.arrow import frame
from tipoff.kernel.schema import Schema, day, text
from tipoff.kernel.table import past, table
from tipoff.predictions.dispersion import fit_dispersion
from tipoff.predictions.gradient_boosting import (
    PARAMETERS,
    ROUNDS,
    BoostedMean,
    Contract,
    held_out,
    library_version,
    train,
)
from tipoff.predictions.systems import (
    BASELINES,
    LIGHTGBM,
    SYSTEMS,
    Features,
    FloatArray,
    columns_of,
)
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tipoff.kernel.annotations import Dates, Frame

TRAINING_DAYS = 3 * YEAR
MINIMUM_ROWS = 1_000


class PointsModel(Schema):
    """One system, as it stood on one month's first date of games."""

    trained_for = day(key=True, partition=True, meaning="the first date it may predict")
    system = text(key=True, meaning="the system's name")
    contract = text(nullable=True, meaning="JSON: features in order, window, head, metrics")
    artifact = text(nullable=True, meaning="the trained model in its library's own text form")
    reason = text(nullable=True, choices=(INSUFFICIENT_HISTORY,), meaning="why there is none")


@table(
    schema=PointsModel,
    every="month",
    reads={
        "ml_feature_store": past(TRAINING_DAYS),
        "player_game_summary": past(TRAINING_DAYS),
    },
)
def points_model(ml_feature_store: Frame, player_game_summary: Frame, dates: Dates) -> Frame:
    """A boosted mean and the baselines, each with its negative-binomial head."""
    (trained_for,) = dates  # a month at a time: the kernel shows no row on or after its date
    happened = player_game_summary.select(["game_id", "player_id", "points"])
    rows = ml_feature_store.join(happened, ["game_id", "player_id"], join_type="inner")
    rows = rows.sort_by(
        [("game_date", "ascending"), ("game_id", "ascending"), ("player_id", "ascending")]
    )
    if rows.num_rows < MINIMUM_ROWS:
        return _models(trained_for, dict.fromkeys(SYSTEMS), {}, INSUFFICIENT_HISTORY)
    features = columns_of(rows, tuple(POINTS.columns.values()))
    points = columns_of(rows, ["points"])["points"]
    window = (str(rows["game_date"][0]), str(rows["game_date"][-1]))
    apart = held_out(rows["game_id"].to_pylist())
    boosted = train({n: v[~apart] for n, v in features.items()}, points[~apart])
    models: dict[str, Any] = {LIGHTGBM: boosted, **BASELINES}
    contracts = {
        system: _contract(model, features, points, apart, window).to_json()
        for system, model in models.items()
    }
    return _models(trained_for, contracts, {LIGHTGBM: boosted.artifact}, None)


def _models(
    trained_for: date,
    contracts: Mapping[str, str | None],
    artifacts: Mapping[str, str],
    reason: str | None,
) -> Frame:
    columns = {
        "trained_for": [trained_for] * len(contracts),
        "system": list(contracts),
        "contract": list(contracts.values()),
        "artifact": [artifacts.get(system) for system in contracts],
        "reason": [reason] * len(contracts),
    }
    return frame(PointsModel, columns)


def _contract(
    model: Any, features: Features, points: FloatArray, apart: Any, window: tuple[str, str]
) -> Contract:
    """The model's contract, with its head fitted and its error measured on games held out."""
    mean = model.mean({name: features[name][apart] for name in model.features})
    known = ~np.isnan(mean)
    head = fit_dispersion(points[apart][known], np.maximum(mean[known], 0.05))
    error = np.abs(head.distribution(np.maximum(mean[known], 0.05)).median() - points[apart][known])
    boosted = isinstance(model, BoostedMean)
    return Contract(
        features=model.features,
        trained_from=window[0],
        trained_to=window[1],
        rows=len(points),
        parameters={**PARAMETERS, "rounds": ROUNDS} if boosted else {},
        library=library_version() if boosted else "",
        head=head.to_dict(),
        metrics={"held_out_rows": int(known.sum()), "held_out_mae": round(float(error.mean()), 4)},
    )
