"""What each player is expected to do, by every information set that shows the game.

Minutes come from the month's minutes models, counts from a player's rates per minute times those
minutes. Before the first model minutes are those of the player's role, scaled to the team's 240.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import chosen, on_dates
from tipoff.features.projection import PROJECTION, projection
from tipoff.features.situation import SITUATION
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.known_rows import POOL, Slate, coming_slates, replayed_slates
from tipoff.predictions.minutes_model import MINUTES, PLAYS, STORED, minutes_features
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.gradient_boosting import BoostedMean
from tipoff.predictions.models.groups import group_of
from tipoff.predictions.pool_rows import FOR_LINEUPS, pool_rows
from tipoff.predictions.slate_games import is_final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame

AT_ONCE = 60
"""Dates whose rows, some thousands each, are held in memory together."""
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
        meaning="whether it shows what was known at the prediction time; else for training alone"
    ),
    **{
        name: number(nullable=True, meaning=meaning)
        for name, meaning in (SITUATION | PROJECTION).items()
    },
}


class PlayerProjection(Schema, columns=COLUMNS):
    """One player before one game, by one information set; nobody who is known to be out."""


@table(
    schema=PlayerProjection,
    reads={"minutes_model": through(SERVED_DAYS)},
    columns={
        "player_pool": POOL,
        "ml_feature_store": ["game_id", "player_id", *STORED, *FOR_LINEUPS],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty="at first",
    dates_at_once=AT_ONCE,
)
def player_projection(
    player_pool: Frame, ml_feature_store: Frame, minutes_model: Frame, schedule: Frame
) -> Frame:
    """Project minutes and counts of everyone who may play, as each information set shows them.

    Games with a result are shown by every set that training and replays need them by; games to
    come by the richest set whose inputs are there at each prediction time.
    """
    import pyarrow as pa

    pool = pool_rows(player_pool, ml_feature_store)
    days = pool["game_date"].unique().to_pylist()
    trained = minutes_model["trained_for"].unique().to_pylist()
    served = served_dates(days, trained)
    early = sorted({*days} - {each for of_model in served.values() for each in of_model})
    made = [frame(PlayerProjection, {n: [] for n in PlayerProjection.columns})]
    for trained_for, month in [(None, early), *served.items()]:
        models = minutes_models(minutes_model, trained_for)
        rows = on_dates(pool, month)
        final = is_final(rows, schedule)
        for part, slates in ((final, replayed_slates), (~final, coming_slates)):
            shown = chosen(rows, part)
            made += [_frame(shown, slate, models) for slate in slates(shown) if len(slate.rows)]
    return pa.concat_tables(made)


Models = dict[tuple[str, str], BoostedMean]
"""Boosters by the information sets that they serve, and by what they predict."""


def minutes_models(minutes_model: Frame, trained_for: object) -> Models:
    """Return the minutes models that were trained for a date; none where none were."""
    return {
        (row["serves"], row["part"]): BoostedMean(
            row["artifact"], tuple(row["features"].split(","))
        )
        for row in minutes_model.to_pylist()
        if row["trained_for"] == trained_for and row["artifact"]
    }


def _frame(pool: Frame, slate: Slate, models: Models) -> Frame:
    features = minutes_features(pool, slate)
    expected, plays = expected_minutes(features, slate.known.information, models)
    rows = pool.take(slate.rows)
    return projected(rows, slate, features, expected, plays)


def projected(
    rows: Frame,
    slate: Slate,
    features: Mapping[str, FloatArray],
    expected: FloatArray,
    plays: FloatArray,
) -> Frame:
    """Return the projection of everyone who is not known to be out.

    Args:
        rows: whole games of the pool, with the store's columns: those that the slate shows.
        slate: what is known of their lineups, and when.
        features: what the minutes models read, shape (n,) each.
        expected: minutes, games sat out counted as 0, shape (n,).
        plays: probability to play, shape (n,).
    """
    import pyarrow as pa

    rows = rows.append_column("role_minutes_slow", [features["role_minutes_slow"]])
    known = slate.known
    made = projection(rows, known.out, expected, plays)
    available = ~known.out
    kept = chosen(rows, available)
    same = {
        "prediction_time": slate.prediction_time.value,
        "information": known.information.value,
        "is_prediction": slate.is_prediction,
    }
    return frame(
        PlayerProjection,
        {
            **{n: kept[n] for n in ("game_id", "game_date", "player_id")},
            **{n: pa.repeat(value, kept.num_rows) for n, value in same.items()},
            **{n: features[n][available] for n in SITUATION},
            **{n: made[n][available] for n in PROJECTION},
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
