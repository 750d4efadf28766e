"""What each player did of late above or below what was projected: a memory of the errors made.

A mean error is shrunk to none: games whose decayed errors add up to 16 points and whose decayed
count is 8 make ``16 / (8 + 6) = 1.14`` points with a shrinkage of 6 games. What is remembered are
errors of the projection that knew most of a game, once with the minutes expected and once given the
minutes that were played.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.domain.information import InformationSet
from tipoff.features.arrays import chosen, numbers, places, taken
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
"""Half-life in games -> how games fade, and the games without error that are added."""
USUAL_VARIANCE = 38.0
"""Squared minutes: what a player's errors of minutes are shrunk to."""
SHORTEST = 3.0
"""Projected minutes count as this much at least where counts are set against minutes played."""
COUNTED = {
    "points": "points",
    "rebounds": "rebounds",
    "assists": "assists",
    "threes": "threes_made",
}
KEPT = {
    "minutes": (4, 12, 35),
    "minutes_variance": (12, 35),
    **dict.fromkeys(COUNTED, (12,)),
    **{f"{name}_given_minutes": (12, 35) for name in COUNTED},
}
"""Error -> the half-lives it is kept with."""
RESIDUALS = {
    f"{error}_residual_{half_life}": f"mean error of {error.replace('_', ' ')}, half-life"
    f" {half_life} games"
    for error, half_lives in KEPT.items()
    for half_life in half_lives
}
COLUMNS: dict[str, Column] = {n: number(meaning=meaning) for n, meaning in RESIDUALS.items()}
PROJECTED = ("minutes_if_plays", "projected_minutes", *(f"projected_{n}" for n in COUNTED))


class PlayerResiduals(Schema, columns=COLUMNS):
    """One player before one game."""

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
            *COUNTED.values(),
        ],
    },
    may_be_empty="at first",
)
def player_residuals(
    player_pool: Frame, player_projection: Frame, player_game_summary: Frame
) -> Frame:
    """Average a player's errors over the year before each game, older ones counting less."""
    errors, known = _errors(player_game_summary, _best_known(player_projection))
    history = Games.of(chosen(player_game_summary, known))
    values = np.stack([*(e[known] for e in errors.values()), np.ones(int(known.sum()))], axis=1)
    coming = Games.of(player_pool)
    sums = decayed_sums(coming, history, values, [decay for decay, _ in DECAYS.values()])
    means = {}
    for place, error in enumerate(errors):
        usual = USUAL_VARIANCE if error == "minutes_variance" else 0.0
        for speed, (half_life, (_, games)) in enumerate(DECAYS.items()):
            total = sums[:, speed, place] + games * usual
            means[f"{error}_residual_{half_life}"] = total / (sums[:, speed, -1] + games)
    keys = {n: player_pool[n] for n in ("game_id", "game_date", "player_id")}
    return frame(PlayerResiduals, {**keys, **means})


def _best_known(player_projection: Frame) -> Frame:
    """Return the projection of each game and player that knew most."""
    import pyarrow.compute as pc

    order = {str(each): place for place, each in enumerate(InformationSet)}
    rank = np.array([order[i] for i in player_projection["information"].to_pylist()], np.int64)
    ranked = player_projection.append_column("rank", [rank])
    best = ranked.group_by(["game_id", "player_id"]).aggregate([("rank", "max")])
    joined = ranked.join(best, ["game_id", "player_id"], join_type="inner")
    return joined.filter(pc.equal(joined["rank"], joined["rank_max"]))


def _errors(played: Frame, projected: Frame) -> tuple[dict[str, FloatArray], BoolArray]:
    """Return what was done less what was projected, and for which games that is known."""
    at = places(played, projected)
    expected = {n: taken(numbers(projected, n), at) for n in PROJECTED}
    minutes = numbers(played, "seconds") / 60
    error = minutes - expected["minutes_if_plays"]
    share = minutes / np.maximum(expected["projected_minutes"], SHORTEST)
    errors = {"minutes": error, "minutes_variance": error**2}
    for name, column in COUNTED.items():
        count, projected_count = numbers(played, column), expected[f"projected_{name}"]
        errors[name] = count - projected_count
        errors[f"{name}_given_minutes"] = count - projected_count * share
    return errors, np.asarray(at >= 0)
