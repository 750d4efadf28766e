"""Project each player's minutes and counts under each information set of the game.

Minutes come from the month's minutes models, counts from the player's rates per minute times those
minutes. Before the first model, minutes are those of the player's role, scaled to the team's 240.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import on_dates, rows_where
from tipoff.features.projection import PROJECTION, projection
from tipoff.features.situation import SITUATION
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.known_rows import POOL, PoolView, replay_views, upcoming_views
from tipoff.predictions.minutes_model import MINUTES, PLAYS, STORE_COLUMNS, minutes_features
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.gradient_boosting import BoostedMean
from tipoff.predictions.models.groups import group_of
from tipoff.predictions.pool_rows import LINEUP_COLUMNS, pool_rows
from tipoff.predictions.slate_games import is_final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

DATES_IN_MEMORY = 60
"""The number of dates, of some thousand rows each, held in memory at once."""
MAX_MINUTES = 44.0
IDENTITY: dict[str, Column] = {
    "game_id": text(key=True, meaning="the game"),
    "game_date": day(partition=True, meaning="date of the game, US Eastern"),
    "player_id": integer(key=True, meaning="the player"),
    "prediction_time": text(
        key=True,
        choices=tuple(PredictionTime),
        meaning="the prediction time: morning or before-tip",
    ),
    "information": text(
        key=True, choices=tuple(InformationSet), meaning="what was known of lineups and absences"
    ),
}
COLUMNS: dict[str, Column] = {
    **IDENTITY,
    "is_prediction": boolean(
        meaning="whether this was known at the prediction time; if not, for training alone"
    ),
    **{
        name: number(nullable=True, meaning=meaning)
        for name, meaning in (SITUATION | PROJECTION).items()
    },
}


class PlayerProjection(Schema, columns=COLUMNS):
    """A player before a game under one information set, unless known to be out."""


@table(
    schema=PlayerProjection,
    reads={"minutes_model": through(SERVED_DAYS)},
    columns={
        "player_pool": POOL,
        "ml_feature_store": ["game_id", "player_id", *STORE_COLUMNS, *LINEUP_COLUMNS],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty="at first",
    dates_at_once=DATES_IN_MEMORY,
)
def player_projection(
    player_pool: Frame, ml_feature_store: Frame, minutes_model: Frame, schedule: Frame
) -> Frame:
    """Project minutes and counts of every player who may play, under each information set.

    Games with a result have rows of every set that training and replays need; upcoming games have
    rows of the richest set available at each prediction time.
    """
    import pyarrow as pa

    pool = pool_rows(player_pool, ml_feature_store)
    days = pool["game_date"].unique().to_pylist()
    trained = minutes_model["trained_for"].unique().to_pylist()
    served = served_dates(days, trained)
    dates_without_model = sorted(
        {*days} - {each for of_model in served.values() for each in of_model}
    )
    parts = [frame(PlayerProjection, {n: [] for n in PlayerProjection.columns})]
    for trained_for, month in [(None, dates_without_model), *served.items()]:
        models = minutes_models(minutes_model, trained_for)
        rows = on_dates(pool, month)
        final = is_final(rows, schedule)
        for mask, make_views in ((final, replay_views), (~final, upcoming_views)):
            pool_part = rows_where(rows, mask)
            parts += [
                _projected_view(pool_part, view, models)
                for view in make_views(pool_part)
                if len(view.rows)
            ]
    return pa.concat_tables(parts)


Models = dict[tuple[str, str], BoostedMean]
"""Minutes boosters by (group of information sets, predicted part)."""


def minutes_models(minutes_model: Frame, trained_for: object) -> Models:
    """Return the minutes models trained for a date, if any."""
    return {
        (row["serves"], row["part"]): BoostedMean(
            row["artifact"], tuple(row["features"].split(","))
        )
        for row in minutes_model.to_pylist()
        if row["trained_for"] == trained_for and row["artifact"]
    }


def _projected_view(pool: Frame, view: PoolView, models: Models) -> Frame:
    features = minutes_features(pool, view)
    expected, p_plays = expected_minutes(features, view.known.information, models)
    rows = pool.take(view.rows)
    return projection_frame(rows, view, features, expected, p_plays)


def projection_frame(
    rows: Frame,
    view: PoolView,
    features: Mapping[str, FloatArray],
    expected: FloatArray,
    p_plays: FloatArray,
) -> Frame:
    """Return the projection of all players who are not known to be out.

    Args:
        rows: the view's pool rows (whole games) with the store's columns.
        view: the known lineups, with information set and prediction time.
        features: the minutes models' features, shape (n,) each.
        expected: expected minutes, counting games sat out as 0, shape (n,).
        p_plays: probability to play, shape (n,).
    """
    import pyarrow as pa

    rows = rows.append_column("role_minutes_slow", [features["role_minutes_slow"]])
    known = view.known
    values = projection(rows, known.out, expected, p_plays)
    available = ~known.out
    available_rows = rows_where(rows, available)
    constants = {
        "prediction_time": view.prediction_time.value,
        "information": known.information.value,
        "is_prediction": view.is_prediction,
    }
    return frame(
        PlayerProjection,
        {
            **{n: available_rows[n] for n in ("game_id", "game_date", "player_id")},
            **{n: pa.repeat(value, available_rows.num_rows) for n, value in constants.items()},
            **{n: features[n][available] for n in SITUATION},
            **{n: values[n][available] for n in PROJECTION},
        },
    )


def expected_minutes(
    features: Mapping[str, FloatArray], information: InformationSet, models: Models
) -> tuple[FloatArray, FloatArray]:
    """Return expected minutes and the probability to play, shape (n,) each."""
    serves = group_of(information)
    if (serves, MINUTES) not in models:
        return features["minutes_prior"] * features["plays_prior"], features["plays_prior"]
    minutes, plays = models[serves, MINUTES], models[serves, PLAYS]
    expected = np.clip(minutes.linear(features), 0.0, MAX_MINUTES)
    return expected, 1 / (1 + np.exp(-plays.linear(features)))
