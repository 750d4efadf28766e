"""Each player's recent projection errors, averaged with decay.

Mean errors are shrunk to 0: decayed errors that sum to 16 points over a decayed count of 8 games
give ``16 / (8 + 6) = 1.14`` points with a shrinkage of 6 games. The errors are those of the
projection with the richest information set of each game, both as projected and given the minutes
actually played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.features.arrays import numbers, row_indices, rows_where, values_at
from tipoff.features.decay import Decay, Games, decayed_sums
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray, FloatArray
    from tipoff.kernel.declare.annotations import Frame

DECAYS = {4: (Decay(4, 0.2), 3.0), 12: (Decay(12, 0.4), 6.0), 35: (Decay(35, 0.6), 12.0)}
"""Half-life in games -> decay, and the number of error-free games added for shrinkage."""
PRIOR_VARIANCE = 38.0
"""The squared error of minutes, in minutes squared, that a player's mean is shrunk to."""
MIN_PROJECTED_MINUTES = 3.0
"""Minimum of projected minutes where counts are scaled to the minutes played."""
COUNT_COLUMNS = {
    "points": "points",
    "rebounds": "rebounds",
    "assists": "assists",
    "threes": "threes_made",
}
HALF_LIVES = {
    "minutes": (4, 12, 35),
    "minutes_variance": (12, 35),
    **dict.fromkeys(COUNT_COLUMNS, (12,)),
    **{f"{name}_given_minutes": (12, 35) for name in COUNT_COLUMNS},
}
"""Error -> the half-lives of its averages."""
RESIDUALS = {
    f"{error}_residual_{half_life}": f"mean error of {error.replace('_', ' ')}, half-life"
    f" {half_life} games"
    for error, half_lives in HALF_LIVES.items()
    for half_life in half_lives
}
COLUMNS: dict[str, Column] = {n: number(meaning=meaning) for n, meaning in RESIDUALS.items()}
PROJECTED = ("minutes_if_plays", "projected_minutes", *(f"projected_{n}" for n in COUNT_COLUMNS))


class PlayerResiduals(Schema, columns=COLUMNS):
    """A player's mean projection errors before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")


@table(
    schema=PlayerResiduals,
    reads={"player_projection": past(YEAR), "player_game_summary": past(YEAR)},
    columns={
        "player_pool": ["game_id", "game_date", "player_id", "season"],
        "player_projection": ["game_id", "player_id", "information", *PROJECTED],
        "player_game_summary": [
            "game_id",
            "game_date",
            "player_id",
            "season",
            "seconds",
            *COUNT_COLUMNS.values(),
        ],
    },
    may_be_empty="at first",
)
def player_residuals(
    player_pool: Frame, player_projection: Frame, player_game_summary: Frame
) -> Frame:
    """Average a player's errors over the year before each game, with decaying weights."""
    errors, has_projection = _errors(player_game_summary, _best_known(player_projection))
    history = Games.of(rows_where(player_game_summary, has_projection))
    values = np.stack(
        [*(e[has_projection] for e in errors.values()), np.ones(int(has_projection.sum()))], axis=1
    )
    coming = Games.of(player_pool)
    sums = decayed_sums(coming, history, values, [decay for decay, _ in DECAYS.values()])
    means = {}
    for place, error in enumerate(errors):
        prior = PRIOR_VARIANCE if error == "minutes_variance" else 0.0
        for decay_index, (half_life, (_, games)) in enumerate(DECAYS.items()):
            total = sums[:, decay_index, place] + games * prior
            means[f"{error}_residual_{half_life}"] = total / (sums[:, decay_index, -1] + games)
    keys = {n: player_pool[n] for n in ("game_id", "game_date", "player_id")}
    return frame(PlayerResiduals, {**keys, **means})


def _best_known(player_projection: Frame) -> Frame:
    """Return each game and player's projection with the richest information set."""
    import pyarrow.compute as pc

    order = {str(each): place for place, each in enumerate(InformationSet)}
    rank = np.array([order[i] for i in player_projection["information"].to_pylist()], np.int64)
    ranked = player_projection.append_column("rank", [rank])
    best = ranked.group_by(["game_id", "player_id"]).aggregate([("rank", "max")])
    joined = ranked.join(best, ["game_id", "player_id"], join_type="inner")
    return joined.filter(pc.equal(joined["rank"], joined["rank_max"]))


def _errors(played: Frame, projected: Frame) -> tuple[dict[str, FloatArray], BoolArray]:
    """Return actual less projected values by error, and a mask of games with a projection."""
    indices = row_indices(played, projected)
    expected = {n: values_at(numbers(projected, n), indices) for n in PROJECTED}
    minutes = numbers(played, "seconds") / 60
    error = minutes - expected["minutes_if_plays"]
    share = minutes / np.maximum(expected["projected_minutes"], MIN_PROJECTED_MINUTES)
    errors = {"minutes": error, "minutes_variance": error**2}
    for name, column in COUNT_COLUMNS.items():
        count, projected_count = numbers(played, column), expected[f"projected_{name}"]
        errors[name] = count - projected_count
        errors[f"{name}_given_minutes"] = count - projected_count * share
    return errors, np.asarray(indices >= 0)
