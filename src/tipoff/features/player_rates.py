"""Each player's rates per minute, shrunk to the league's, and points without shooting luck.

A rate is ``(S + k * league) / (M + k)`` with the decayed sum S of the count, the decayed minutes M,
and k minutes at the league's rate. The rate of a player with 120 decayed minutes and 72 points lies
between the player's own 0.60 per minute and the league's 0.47: with k = 60, it is
``(72 + 60 * 0.47) / 180 = 0.557``.

Three half-lives are combined: 6 games react quickly to a new role, 20 and 70 games measure lasting
talent. Points without shooting luck replace recent makes by recent attempts times long-run shooting
percentages: a player who recently took eight threes per 36 minutes and missed them all is still
expected to make about a third of the next eight.
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
"""Counts per minute of an average player in 2020-21, to which rates are shrunk."""
FAST, MIDDLE, SLOW = DECAYS = (Decay(6, 0.3), Decay(20, 0.5), Decay(70, 0.7))
SHRINKAGE = np.array([30.0, 60.0, 120.0])
"""Minutes at the league's rate that are added to the rate of each half-life."""
STEADY_WEIGHTS = np.array([0.0, 0.35, 0.65])
"""Weights of the three half-lives in ``rate_NAME``."""
PROJECTED_WEIGHTS = np.array([0.2, 0.3, 0.5])
"""Weights of the three half-lives in ``projected_rate_NAME``."""
RECENT = ("points", "rebounds", "assists", "threes_made", "threes_attempted", "possessions_used")
PER_MINUTES = 36.0
"""Number of minutes to which stored rates refer."""

SHOOTING_DECAYS = (Decay(3, 0.2), Decay(8, 0.3), Decay(25, 0.5), Decay(90, 0.75))
SHOOTING_SHRINKAGE = np.array([25.0, 40.0, 80.0, 120.0])
ATTEMPTS = ("twos_attempted", "threes_attempted", "free_throws_attempted")
MAKES = ("twos_made", "threes_made", "free_throws_made")
ATTEMPT_POINTS = np.array([2.0, 3.0, 1.0])
"""Points of a made two, three and free throw."""
LEAGUE_ATTEMPTS = np.array([0.222, 0.146, 0.092])
"""Attempts per minute of twos, threes and free throws."""
LEAGUE_SHARES = np.array([0.535, 0.35, 0.76])
"""Shares of twos, threes and free throws made in the league."""
SHARE_SHRINKAGE = np.array([80.0, 150.0, 40.0])
"""Attempts at the league's share that are added to a player's own."""
EXPECTED_WEIGHTS = np.array([0.15, 0.2, 0.3, 0.35])
THREES_WEIGHTS = np.array([0.1, 0.2, 0.3, 0.4])
"""Weights of the four shooting half-lives in expected points and in expected threes."""


def _rate(meaning: str, unit: str = "per 36 minutes") -> Column:
    column: Column = number(minimum=-100, maximum=200, unit=unit, meaning=meaning)
    return column


COLUMNS: dict[str, Column] = {
    **{f"rate_{n}": _rate(f"{n}, half-lives 20 and 70 games, shrunk") for n in LEAGUE},
    **{f"recent_rate_{n}": _rate(f"{n}, half-life 6 games, shrunk") for n in RECENT},
    **{f"projected_rate_{n}": _rate(f"{n}, all three half-lives, shrunk") for n in LEAGUE},
    "expected_points_last_3": _rate("points from attempts of half-life 3 at long-run shooting"),
    "expected_points_last_8": _rate("points from attempts of half-life 8 at long-run shooting"),
    "expected_points_last_25": _rate("points from attempts of half-life 25 at long-run shooting"),
    "expected_points": _rate("points from attempts of half-lives 3 to 90 at long-run shooting"),
    "expected_threes_last_8": _rate("threes attempted, half-life 8, at long-run shooting"),
    "expected_threes_last_25": _rate("threes attempted, half-life 25, at long-run shooting"),
    "expected_threes": _rate("threes attempted, half-lives 3 to 90, at long-run shooting"),
    "shooting_luck_last_8": _rate("points less those expected from the attempts, half-life 8"),
    "three_share_made": number(
        minimum=0, maximum=1, unit="share", meaning="long-run share of threes made, shrunk"
    ),
    "decayed_minutes": number(
        minimum=0, maximum=9_000, unit="minutes", meaning="decayed sum of minutes, half-life 70"
    ),
}


class PlayerRates(Schema, columns=COLUMNS):
    """One player before one game."""

    game_id = text(key=True, meaning="the coming game")
    game_date = day(partition=True, meaning="its date, US Eastern")
    player_id = integer(key=True, meaning="the player")


COUNTS_READ = (
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
        "player_game_summary": ["game_date", "player_id", "season", *COUNTS_READ],
    },
    may_be_empty="at first",
)
def player_rates(player_pool: Frame, player_game_summary: Frame) -> Frame:
    """Compute rates and points without shooting luck from the year before each game."""
    coming, history = Games.of(player_pool), Games.of(player_game_summary)
    values = counts(player_game_summary)
    keys = {n: player_pool[n] for n in ("game_id", "game_date", "player_id")}
    rates = {**_rates(coming, history, values), **_shooting(coming, history, values)}
    return frame(PlayerRates, {**keys, **rates})


def counts(rows: Frame) -> dict[str, FloatArray]:
    """Return each count of each row by name, with minutes, twos and possessions used."""
    values = {n: numbers(rows, n) for n in COUNTS_READ}
    values["minutes"] = values.pop("seconds") / 60
    trips = FREE_THROW_WEIGHT * values["free_throws_attempted"]
    values["possessions_used"] = values["field_goals_attempted"] + trips + values["turnovers"]
    values["twos_attempted"] = values["field_goals_attempted"] - values["threes_attempted"]
    values["twos_made"] = values["field_goals_made"] - values["threes_made"]
    return values


def _rates(coming: Games, history: Games, values: dict[str, FloatArray]) -> dict[str, FloatArray]:
    stacked = np.stack([values["minutes"], *(values[n] for n in LEAGUE)], axis=1)
    sums = decayed_sums(coming, history, stacked, DECAYS)
    prior = np.array(list(LEAGUE.values()))
    minutes = sums[:, :, 0] + SHRINKAGE
    rates = PER_MINUTES * (sums[:, :, 1:] + SHRINKAGE[:, None] * prior) / minutes[:, :, None]
    index = {name: i for i, name in enumerate(LEAGUE)}
    return {
        **{f"rate_{n}": _weighted_sum(rates[:, :, i], STEADY_WEIGHTS) for n, i in index.items()},
        **{f"recent_rate_{n}": rates[:, 0, index[n]] for n in RECENT},
        **{
            f"projected_rate_{n}": _weighted_sum(rates[:, :, i], PROJECTED_WEIGHTS)
            for n, i in index.items()
        },
        "decayed_minutes": sums[:, 2, 0],
    }


def _shooting(
    coming: Games, history: Games, values: dict[str, FloatArray]
) -> dict[str, FloatArray]:
    names = ("minutes", "points", *ATTEMPTS, *MAKES)
    sums = decayed_sums(coming, history, np.stack([values[n] for n in names], 1), SHOOTING_DECAYS)
    attempts, makes = sums[:, :, 2:5], sums[:, -1, 5:8]
    shares = (makes + SHARE_SHRINKAGE * LEAGUE_SHARES) / (attempts[:, -1] + SHARE_SHRINKAGE)
    minutes = sums[:, :, 0] + SHOOTING_SHRINKAGE
    prior = SHOOTING_SHRINKAGE[:, None] * LEAGUE_ATTEMPTS
    rates = PER_MINUTES * (attempts + prior) / minutes[:, :, None]
    worth = rates * (shares * ATTEMPT_POINTS)[:, None]
    expected = worth[:, :, 0] + worth[:, :, 1] + worth[:, :, 2]
    threes = worth[:, :, 1] / 3
    earned = attempts * (shares * ATTEMPT_POINTS)[:, None]
    luck = sums[:, :, 1] - (earned[:, :, 0] + earned[:, :, 1] + earned[:, :, 2])
    return {
        **{f"expected_points_last_{n}": expected[:, i] for i, n in enumerate((3, 8, 25))},
        "expected_points": _weighted_sum(expected, EXPECTED_WEIGHTS),
        "expected_threes_last_8": threes[:, 1],
        "expected_threes_last_25": threes[:, 2],
        "expected_threes": _weighted_sum(threes, THREES_WEIGHTS),
        "shooting_luck_last_8": PER_MINUTES * luck[:, 1] / minutes[:, 1],
        "three_share_made": shares[:, 1],
    }


def _weighted_sum(values: FloatArray, weights: FloatArray) -> FloatArray:
    """Return each row's weighted sum, added up in a fixed order.

    The rounding of a matrix product would depend on the number of rows.
    """
    total = np.zeros(len(values))
    for index, weight in enumerate(weights):
        total = total + weight * values[:, index]
    return total
