"""What each player does per minute: rates shrunk to the league's, and points without luck.

A rate is ``(S + k * league) / (M + k)``: the decayed sum S of the count, the decayed minutes M, and
k minutes at the league's own rate. A player with 120 decayed minutes and 72 points stands between
0.60 and the league's 0.47 per minute: with k = 60, ``(72 + 60 * 0.47) / 180 = 0.557``.

Three half-lives (6, 20 and 70 games) see a new role soon and an old talent for long. Points without
luck replace a player's makes of late by attempts of late times long-run shooting: who took eight
threes per 36 minutes and made none of late is still expected to make a third of the next eight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.shooting import FREE_THROW_WEIGHT
from tipoff.features.arrays import FloatArray, numbers
from tipoff.features.decay import Decay, Games, decayed_sums
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Column, Schema, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

LEAGUE = {
    "points": 0.47,
    "rebounds": 0.185,
    "offensive_rebounds": 0.043,
    "assists": 0.104,
    "threes_made": 0.053,
    "threes_attempted": 0.146,
    "field_goals_attempted": 0.368,
    "free_throws_attempted": 0.092,
    "steals": 0.032,
    "blocks": 0.021,
    "personal_fouls": 0.082,
    "possessions_used": 0.4645,
}
"""Counts per minute of an average player, 2020-21: what a player of whom little is known gets."""
FAST, MIDDLE, SLOW = DECAYS = (Decay(6, 0.3), Decay(20, 0.5), Decay(70, 0.7))
SHRINKAGE = np.array([30.0, 60.0, 120.0])
"""Minutes at the league's rate that are added to a rate of each half-life."""
STEADY = np.array([0.0, 0.35, 0.65])
PROJECTED = np.array([0.2, 0.3, 0.5])
"""Weights of the three half-lives in a steady rate, and in the one that projections use."""
RECENT = ("points", "rebounds", "assists", "threes_made", "threes_attempted", "possessions_used")
PER = 36.0
"""Minutes that published rates are per."""

SHOOTING_DECAYS = (Decay(3, 0.2), Decay(8, 0.3), Decay(25, 0.5), Decay(90, 0.75))
SHOOTING_SHRINKAGE = np.array([25.0, 40.0, 80.0, 120.0])
ATTEMPTS = ("twos_attempted", "threes_attempted", "free_throws_attempted")
MAKES = ("twos_made", "threes_made", "free_throws_made")
WORTH = np.array([2.0, 3.0, 1.0])
LEAGUE_ATTEMPTS = np.array([0.222, 0.146, 0.092])
"""Attempts per minute of twos, threes and free throws."""
LEAGUE_SHARES = np.array([0.535, 0.35, 0.76])
SHARE_SHRINKAGE = np.array([80.0, 150.0, 40.0])
"""League shares made, and the attempts at them that are added to a player's own."""
EXPECTED_WEIGHTS = np.array([0.15, 0.2, 0.3, 0.35])
THREES_WEIGHTS = np.array([0.1, 0.2, 0.3, 0.4])


def _rate(meaning: str, unit: str = "per 36 minutes") -> Column:
    column: Column = number(minimum=-100, maximum=200, unit=unit, meaning=meaning)
    return column


COLUMNS: dict[str, Column] = {
    **{f"rate_{n}": _rate(f"{n}, half-lives 20 and 70 games, shrunk") for n in LEAGUE},
    **{f"recent_rate_{n}": _rate(f"{n}, half-life 6 games, shrunk") for n in RECENT},
    **{f"projected_rate_{n}": _rate(f"{n}, all three half-lives, shrunk") for n in LEAGUE},
    "expected_points_last_3": _rate("attempts of half-life 3 at long-run shooting"),
    "expected_points_last_8": _rate("attempts of half-life 8 at long-run shooting"),
    "expected_points_last_25": _rate("attempts of half-life 25 at long-run shooting"),
    "expected_points": _rate("attempts of half-lives 3 to 90 at long-run shooting"),
    "expected_threes_last_8": _rate("threes attempted, half-life 8, at long-run shooting"),
    "expected_threes_last_25": _rate("threes attempted, half-life 25, at long-run shooting"),
    "expected_threes": _rate("threes attempted, half-lives 3 to 90, at long-run shooting"),
    "shooting_luck_last_8": _rate("points above what the attempts of late are worth"),
    "three_share_made": number(minimum=0, maximum=1, unit="share", meaning="long-run, shrunk"),
    "decayed_minutes": number(
        minimum=0, maximum=9_000, unit="minutes", meaning="what the rates stand on, half-life 70"
    ),
}


class PlayerRates(Schema, columns=COLUMNS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")


READ = (
    "points",
    "rebounds",
    "offensive_rebounds",
    "assists",
    "threes_made",
    "threes_attempted",
    "field_goals_made",
    "field_goals_attempted",
    "free_throws_made",
    "free_throws_attempted",
    "steals",
    "blocks",
    "turnovers",
    "personal_fouls",
    "seconds",
)


@table(
    schema=PlayerRates,
    reads={"player_game_summary": past(YEAR)},
    columns={
        "player_pool": ["game_id", "game_date", "player_id", "season"],
        "player_game_summary": ["game_date", "player_id", "season", *READ],
    },
    may_be_empty="at first",
)
def player_rates(player_pool: Frame, player_game_summary: Frame) -> Frame:
    """Compute rates per minute and points without luck over the year before each game."""
    coming, history = Games.of(player_pool), Games.of(player_game_summary)
    done = counts(player_game_summary)
    keys = {n: player_pool[n] for n in ("game_id", "game_date", "player_id")}
    found = {**_rates(coming, history, done), **_shooting(coming, history, done)}
    return frame(PlayerRates, {**keys, **found})


def counts(rows: Frame) -> dict[str, FloatArray]:
    """Return what each player did in each game, by name, with minutes and possessions used."""
    found = {n: numbers(rows, n) for n in READ}
    found["minutes"] = found.pop("seconds") / 60
    tripped = FREE_THROW_WEIGHT * found["free_throws_attempted"]
    found["possessions_used"] = found["field_goals_attempted"] + tripped + found["turnovers"]
    found["twos_attempted"] = found["field_goals_attempted"] - found["threes_attempted"]
    found["twos_made"] = found["field_goals_made"] - found["threes_made"]
    return found


def _rates(coming: Games, history: Games, done: dict[str, FloatArray]) -> dict[str, FloatArray]:
    values = np.stack([done["minutes"], *(done[n] for n in LEAGUE)], axis=1)
    sums = decayed_sums(coming, history, values, DECAYS)
    prior = np.array(list(LEAGUE.values()))
    minutes = sums[:, :, 0] + SHRINKAGE
    rates = PER * (sums[:, :, 1:] + SHRINKAGE[:, None] * prior) / minutes[:, :, None]
    place = {name: i for i, name in enumerate(LEAGUE)}
    return {
        **{f"rate_{n}": _weighed(rates[:, :, i], STEADY) for n, i in place.items()},
        **{f"recent_rate_{n}": rates[:, 0, place[n]] for n in RECENT},
        **{f"projected_rate_{n}": _weighed(rates[:, :, i], PROJECTED) for n, i in place.items()},
        "decayed_minutes": sums[:, 2, 0],
    }


def _shooting(coming: Games, history: Games, done: dict[str, FloatArray]) -> dict[str, FloatArray]:
    names = ("minutes", "points", *ATTEMPTS, *MAKES)
    sums = decayed_sums(coming, history, np.stack([done[n] for n in names], 1), SHOOTING_DECAYS)
    attempts, makes = sums[:, :, 2:5], sums[:, -1, 5:8]
    shares = (makes + SHARE_SHRINKAGE * LEAGUE_SHARES) / (attempts[:, -1] + SHARE_SHRINKAGE)
    minutes = sums[:, :, 0] + SHOOTING_SHRINKAGE
    more = SHOOTING_SHRINKAGE[:, None] * LEAGUE_ATTEMPTS
    worth = PER * (attempts + more) / minutes[:, :, None] * (shares * WORTH)[:, None]
    expected = worth[:, :, 0] + worth[:, :, 1] + worth[:, :, 2]
    threes = worth[:, :, 1] / 3
    earned = attempts * (shares * WORTH)[:, None]
    luck = sums[:, :, 1] - (earned[:, :, 0] + earned[:, :, 1] + earned[:, :, 2])
    return {
        **{f"expected_points_last_{n}": expected[:, i] for i, n in enumerate((3, 8, 25))},
        "expected_points": _weighed(expected, EXPECTED_WEIGHTS),
        "expected_threes_last_8": threes[:, 1],
        "expected_threes_last_25": threes[:, 2],
        "expected_threes": _weighed(threes, THREES_WEIGHTS),
        "shooting_luck_last_8": PER * luck[:, 1] / minutes[:, 1],
        "three_share_made": shares[:, 1],
    }


def _weighed(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Add up a row's values by weight, one after the other: a matrix product rounds by its size."""
    total = np.zeros(len(values))
    for place, weight in enumerate(weights):
        total = total + weight * values[:, place]
    return total
