"""What is expected of a team if a player whose status is open sits, and if that player plays.

Both cases are predicted by the models of the slate itself: the game is copied with the one player
out, or certain to play, and everything that follows from a lineup is made again. Whoever starts in
place of a starter who sits is the teammate who started most of late.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tipoff.analytics.player_prop_offer import PlayerPropOffer
from tipoff.analytics.reference_line import ReferenceLine
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import chosen, numbers, on_dates
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
    looked_up,
    open_players,
    settled,
)
from tipoff.predictions.champions import champions
from tipoff.predictions.combined_prediction import combined_prediction
from tipoff.predictions.known_rows import POOL, coming_slates
from tipoff.predictions.mean_prediction import BOOSTED, mean_prediction
from tipoff.predictions.minutes_model import STORED as OF_MINUTES
from tipoff.predictions.model_dates import SERVED_DAYS, served_dates
from tipoff.predictions.models.model_features import residual_features, stored_features
from tipoff.predictions.models.systems import PREDICTED, SYSTEMS
from tipoff.predictions.player_outlook import champion_rows
from tipoff.predictions.player_projection import (
    AT_ONCE,
    Models,
    expected_minutes,
    minutes_models,
    projected,
)
from tipoff.predictions.pool_rows import FOR_LINEUPS, features_of, pool_rows
from tipoff.predictions.slate_games import is_final
from tipoff.predictions.spread_terms import STORED as OF_SPREAD
from tipoff.predictions.system_prediction import (
    DISTRIBUTION,
    IDENTITY,
    INFORMATION,
    system_prediction,
)
from tipoff.predictions.training.training import stored_columns
from tipoff.raw.settled_name import FOR_GOOD

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

KEYS = ("game_id", "player_id")
COLUMNS: dict[str, Column] = {
    **{name: IDENTITY[name] for name in ("game_id", "game_date", "player_id", "market")},
    "open_player_id": integer(key=True, meaning="whose status is open"),
    "branch": text(key=True, choices=tuple(Branch), meaning="whether that player sits or plays"),
    "information": text(
        choices=INFORMATION["information"].choices, meaning="what else was known of lineups"
    ),
    "system": text(choices=SYSTEMS, meaning="the market's champion"),
    "p_plays": number(
        minimum=0,
        maximum=1,
        unit="probability",
        meaning="of that player to play, as things stand; the models do not read the status",
    ),
    "minutes": number(
        minimum=0,
        maximum=240,
        unit="minutes",
        meaning="expected in this case, games sat out counted as 0; a team's add up to 240",
    ),
    "current_minutes": number(
        minimum=0, maximum=240, unit="minutes", meaning="the same as things stand"
    ),
    **DISTRIBUTION,
    "current_mean": number(minimum=0, maximum=200, meaning="of the count as things stand"),
}


class BranchOutlook(Schema, columns=COLUMNS):
    """A teammate's count in one case of an open question, or in one case the player's own."""


@table(
    schema=BranchOutlook,
    reads={
        "minutes_model": through(SERVED_DAYS),
        "trained_model": through(SERVED_DAYS),
        "distribution_head": through(SERVED_DAYS),
        "blend_model": through(SERVED_DAYS),
        "promotion": through(FOR_GOOD),
    },
    columns={
        "player_pool": [*POOL, "reported_status"],
        "ml_feature_store": [
            *dict.fromkeys(
                (
                    *KEYS,
                    "tip_at",
                    *OF_MINUTES,
                    *FOR_LINEUPS,
                    *OF_SPREAD,
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
    dates_at_once=AT_ONCE,
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
    """Predict both cases of each open question of games to come, by what is reported until now.

    A game with a result has none. These are not part of the record: they are made again at every
    run, while live predictions are written once.
    """
    import pyarrow as pa

    made = [frame(BranchOutlook, {n: [] for n in BranchOutlook.columns})]
    coming = chosen(player_pool, ~is_final(player_pool, schedule))
    asked = open_players(coming)
    pool = pool_rows(coming, ml_feature_store) if asked else coming.slice(0, 0)
    served = served_dates(
        pool["game_date"].unique().to_pylist(), minutes_model["trained_for"].unique().to_pylist()
    )
    for trained_for, month in served.items():
        of_month = on_dates(pool, month)
        for slate in coming_slates(of_month):
            copies = copies_of(of_month, slate, asked)
            if slate.prediction_time is PredictionTime.BEFORE_TIP and copies is not None:
                projection = _projected(copies, minutes_models(minutes_model, trained_for))
                means = mean_prediction(
                    looked_up(projection, copies, ml_feature_store),
                    projection,
                    looked_up(projection, copies, player_residuals),
                    trained_model,
                )
                store = looked_up(means, copies, ml_feature_store)
                single = system_prediction(means, store, trained_model, distribution_head)
                together = combined_prediction(single, blend_model, *_no_market(), schedule)
                predictions = pa.concat_tables([single, together])
                best = champion_rows(predictions, champions(predictions, promotion))
                made.append(_frame(best, projection, copies))
    return pa.concat_tables(made)


def _projected(copies: Copies, models: Models) -> Frame:
    """Return the projection of everyone on a team with an open question."""
    rows, certain = copies.rows, copies.certain
    information = copies.known.information
    of_lineup = situation(settled(copies), copies.known)
    features = {**features_of(rows, OF_MINUTES), **of_lineup}
    expected, plays = expected_minutes(features, information, models)
    if_plays = np.minimum(expected / np.maximum(plays, MIN_PLAYS), MAX_MINUTES)
    expected = np.where(certain, if_plays, expected)
    plays = np.where(certain, 1.0, plays)
    slate = replace(copies.slate, known=copies.known)
    made = projected(rows, slate, features, expected, plays)
    wanted = copies.wanted[~copies.known.out]
    return chosen(made, wanted)


def _no_market() -> tuple[Frame, Frame]:
    """Return no line and no offer: what a book says is said of the game as things stand."""
    return (
        frame(ReferenceLine, {n: [] for n in ReferenceLine.columns}),
        frame(PlayerPropOffer, {n: [] for n in PlayerPropOffer.columns}),
    )


def _frame(predictions: Frame, projection: Frame, copies: Copies) -> Frame:
    """Return the cases' predictions, each beside what is expected as things stand."""
    minutes, plays = _minutes(projection)
    names, players, markets, means = (
        predictions[n].to_pylist() for n in ("game_id", "player_id", "market", "mean")
    )
    current = dict(zip(zip(names, players, markets, strict=True), means, strict=True))
    kept = np.array([copies.by_name[name].branch is not None for name in names], bool)
    rows = chosen(predictions, kept)
    columns: dict[str, list[Any]] = {n: [] for n in _ADDED}
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
    same = [n for n in BranchOutlook.columns if n not in columns]
    return frame(BranchOutlook, {**{n: rows[n] for n in same}, **columns})


_ADDED = (
    "game_id",
    "open_player_id",
    "branch",
    "p_plays",
    "minutes",
    "current_minutes",
    "current_mean",
)


def _minutes(projection: Frame) -> tuple[dict[Any, float], dict[Any, float]]:
    """Return each player's part of the team's 240 minutes, and chance to play, by game and player.

    The expected minutes of a team add up to a few more or less than 240; each player's part of
    them is that part of 240.
    """
    keys = list(zip(*(projection[n].to_pylist() for n in KEYS), strict=True))
    share = TEAM_MINUTES * numbers(projection, "minutes_share")
    plays = numbers(projection, "p_plays")
    return (
        dict(zip(keys, share.tolist(), strict=True)),
        dict(zip(keys, plays.tolist(), strict=True)),
    )
