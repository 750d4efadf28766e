"""Predictions for a team both if a player whose status is open sits and if that player plays.

Both cases are predicted by the same models as the slate: the game is copied with that one player
out, or certain to play, and everything that depends on the lineup is computed again. A starter who
sits is replaced by the teammate who started most often lately.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_prop_offer import PlayerPropOffer
from tipoff.analytics.reference_line import ReferenceLine
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import numbers, on_dates, rows_where
from tipoff.features.projection import MAX_MINUTES, MIN_PLAYS
from tipoff.features.situation import TEAM_MINUTES, situation
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Column, Schema, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.predictions.branch_rows import (
    Branch,
    Copies,
    copies_of,
    lookup_by_copy,
    open_players,
    with_certain_players,
)
from tipoff.predictions.champions import champions
from tipoff.predictions.combined_prediction import combined_prediction
from tipoff.predictions.known_rows import POOL, upcoming_views
from tipoff.predictions.mean_prediction import BOOSTED, mean_prediction
from tipoff.predictions.minutes_model import STORE_COLUMNS as MINUTES_COLUMNS
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.model_features import residual_features, stored_features
from tipoff.predictions.models.systems import PREDICTED, SYSTEMS
from tipoff.predictions.player_outlook import champion_rows
from tipoff.predictions.player_projection import (
    DATES_IN_MEMORY,
    Models,
    expected_minutes,
    minutes_models,
    projection_frame,
)
from tipoff.predictions.pool_rows import LINEUP_COLUMNS, features_of, pool_rows
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.spread_terms import STORE_COLUMNS as SPREAD_COLUMNS
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    INFORMATION,
    system_prediction,
)
from tipoff.predictions.training.training import stored_columns
from tipoff.raw.settled_name import UNLIMITED_DAYS

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

KEYS = ("game_id", "player_id")
COLUMNS: dict[str, Column] = {
    **{name: IDENTITY[name] for name in ("game_id", "game_date", "player_id", "market")},
    "open_player_id": integer(key=True, meaning="the player whose status is open"),
    "branch": text(key=True, choices=tuple(Branch), meaning="whether that player sits or plays"),
    "information": text(
        choices=INFORMATION["information"].choices,
        meaning="what else was known of lineups and absences",
    ),
    "system": text(choices=SYSTEMS, meaning="the market's champion"),
    "p_plays": number(
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="probability that that player plays; the models ignore the injury status",
    ),
    "minutes": number(
        minimum=0,
        maximum=240,
        unit="minutes",
        meaning="expected in this case, counting games sat out as 0; a team's add up to 240",
    ),
    "current_minutes": number(
        minimum=0, maximum=240, unit="minutes", meaning="the same for the current state"
    ),
    **DISTRIBUTION,
    "current_mean": number(
        minimum=0, maximum=200, meaning="mean of the count in the current state"
    ),
}


class BranchOutlook(Schema, columns=COLUMNS):
    """The count of a team's player in one case of an open status."""


@table(
    schema=BranchOutlook,
    reads={
        "minutes_model": through(SERVED_DAYS),
        "trained_model": through(SERVED_DAYS),
        "distribution_head": through(SERVED_DAYS),
        "blend_model": through(SERVED_DAYS),
        "promotion": through(UNLIMITED_DAYS),
    },
    columns={
        "player_pool": [*POOL, "reported_status"],
        "ml_feature_store": [
            *dict.fromkeys(
                (
                    *KEYS,
                    "tip_at",
                    *MINUTES_COLUMNS,
                    *LINEUP_COLUMNS,
                    *SPREAD_COLUMNS,
                    *(n for m in BOOSTED for n in stored_features(m)),
                    *stored_columns(PREDICTED),
                )
            )
        ],
        "player_residuals": [
            *KEYS,
            "minutes_variance_residual_35",
            *dict.fromkeys(n for m in BOOSTED for n in residual_features(m)),
        ],
        "schedule": ["game_id", "is_final"],
    },
    may_be_empty=True,
    dates_at_once=DATES_IN_MEMORY,
)
def branch_outlook(
    player_pool: Frame,
    ml_feature_store: Frame,
    player_residuals: Frame,
    minutes_model: Frame,
    trained_model: Frame,
    distribution_head: Frame,
    blend_model: Frame,
    promotion: Frame,
    schedule: Frame,
) -> Frame:
    """Predict both cases of each open status in upcoming games, from the reports so far.

    Games with a result have none. These rows are not part of the record: every run computes them
    again, while live predictions are written once.
    """
    import pyarrow as pa

    parts = [frame(BranchOutlook, {n: [] for n in BranchOutlook.columns})]
    coming = rows_where(player_pool, ~is_final(player_pool, schedule))
    open_questions = open_players(coming)
    pool = pool_rows(coming, ml_feature_store) if open_questions else coming.slice(0, 0)
    served = served_dates(
        pool["game_date"].unique().to_pylist(), minutes_model["trained_for"].unique().to_pylist()
    )
    for trained_for, month in served.items():
        month_pool = on_dates(pool, month)
        for view in upcoming_views(month_pool):
            copies = copies_of(month_pool, view, open_questions)
            if view.prediction_time is PredictionTime.BEFORE_TIP and copies is not None:
                projection = _projected(copies, minutes_models(minutes_model, trained_for))
                means = mean_prediction(
                    lookup_by_copy(projection, copies, ml_feature_store),
                    projection,
                    lookup_by_copy(projection, copies, player_residuals),
                    trained_model,
                )
                store = lookup_by_copy(means, copies, ml_feature_store)
                system_rows = system_prediction(means, store, trained_model, distribution_head)
                combined_rows = combined_prediction(
                    system_rows, blend_model, *_empty_market(), schedule
                )
                predictions = pa.concat_tables([system_rows, combined_rows])
                champion_predictions = champion_rows(predictions, champions(predictions, promotion))
                parts.append(_frame(champion_predictions, projection, copies))
    return pa.concat_tables(parts)


def _projected(copies: Copies, models: Models) -> Frame:
    """Return the projection of all players on teams with an open status."""
    rows, certain = copies.rows, copies.certain
    information = copies.known.information
    lineup_features = situation(with_certain_players(copies), copies.known)
    features = {**features_of(rows, MINUTES_COLUMNS), **lineup_features}
    expected, p_plays = expected_minutes(features, information, models)
    if_plays = np.minimum(expected / np.maximum(p_plays, MIN_PLAYS), MAX_MINUTES)
    expected = np.where(certain, if_plays, expected)
    p_plays = np.where(certain, 1.0, p_plays)
    view = replace(copies.view, known=copies.known)
    projection = projection_frame(rows, view, features, expected, p_plays)
    is_affected = copies.is_affected[~copies.known.out]
    return rows_where(projection, is_affected)


def _empty_market() -> tuple[Frame, Frame]:
    """Return empty lines and offers, since books price the game in its current state."""
    return (
        frame(ReferenceLine, {n: [] for n in ReferenceLine.columns}),
        frame(PlayerPropOffer, {n: [] for n in PlayerPropOffer.columns}),
    )


def _frame(predictions: Frame, projection: Frame, copies: Copies) -> Frame:
    """Return the predictions of each case with the expectations of the current state."""
    minutes, plays = _minutes(projection)
    copy_names, players, markets, means = (
        predictions[n].to_pylist() for n in ("game_id", "player_id", "market", "mean")
    )
    current = dict(zip(zip(copy_names, players, markets, strict=True), means, strict=True))
    is_case = np.array([copies.by_name[name].branch is not None for name in copy_names], bool)
    rows = rows_where(predictions, is_case)
    columns: dict[str, list[Any]] = {n: [] for n in _ADDED_COLUMNS}
    slots = zip(*(rows[n].to_pylist() for n in ("game_id", "player_id", "market")), strict=True)
    for name, player, market in slots:
        copy = copies.by_name[name]
        columns["game_id"].append(copy.game_id)
        columns["open_player_id"].append(copy.player_id)
        columns["branch"].append(copy.branch)
        columns["p_plays"].append(plays[copy.game_id, copy.player_id])
        columns["minutes"].append(minutes[name, player])
        columns["current_minutes"].append(minutes[copy.game_id, player])
        columns["current_mean"].append(current[copy.game_id, player, market])
    copied_columns = [n for n in BranchOutlook.columns if n not in columns]
    return frame(BranchOutlook, {**{n: rows[n] for n in copied_columns}, **columns})


_ADDED_COLUMNS = (
    "game_id",
    "open_player_id",
    "branch",
    "p_plays",
    "minutes",
    "current_minutes",
    "current_mean",
)


def _minutes(projection: Frame) -> tuple[dict[Any, float], dict[Any, float]]:
    """Return expected minutes, and the probability to play, by game and player.

    A team's minutes models do not add up to exactly 240, so minutes are each player's share of the
    team's expected minutes times 240.
    """
    keys = list(zip(*(projection[n].to_pylist() for n in KEYS), strict=True))
    minutes = TEAM_MINUTES * numbers(projection, "minutes_share")
    plays = numbers(projection, "p_plays")
    return (
        dict(zip(keys, minutes.tolist(), strict=True)),
        dict(zip(keys, plays.tolist(), strict=True)),
    )
