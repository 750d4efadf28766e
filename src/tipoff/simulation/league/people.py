"""Fictional teams and players, with the parameters of their play."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from tipoff.simulation.league.invented_names import (
    CITIES,
    FIRST_NAMES,
    LAST_NAMES,
    NICKNAMES,
    SUFFIXES,
)

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
ROSTER = 15
FIRST_TEAM_ID = 9_900_000_001
FIRST_PLAYER_ID = 9_910_000_001
OLDEST = date(1985, 1, 1)
YOUNGEST_DAYS = 20 * 365
DEBUT_AGE, CAREER_YEARS = 18, 20
PREDECESSORS = 2
"""Number of earlier holders of each roster place in the longest possible league."""
ZONES = ("Restricted Area", "In The Paint (Non-RA)", "Mid-Range", "Corner 3", "Above the Break 3")
ZONE_VALUE = np.array([2, 2, 2, 3, 3])
ZONE_ACCURACY = np.array([0.66, 0.44, 0.42, 0.385, 0.355])
ZONE_HABIT = np.array([5.0, 3.4, 2.2, 1.7, 5.2])


@dataclass(frozen=True)
class Teams:
    """The teams, as arrays of shape (teams, ...)."""

    ids: IntArray
    cities: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
    pace: FloatArray
    defense: FloatArray
    """Factor on opponents' accuracy in each zone, shape (teams, zones)."""


@dataclass(frozen=True)
class Players:
    """The parameters of the players, as arrays of shape (players, ...)."""

    ids: IntArray
    names: tuple[str, ...]
    born: tuple[date, ...]
    names_before: tuple[str, ...]
    """Names of the players' predecessors in their roster places, one generation after another."""
    role: FloatArray
    """Weight in the sharing of minutes."""
    shooting: FloatArray
    """Weight in the sharing of attempts, while on the floor."""
    habit: FloatArray
    """Share of attempts from each zone, shape (players, zones)."""
    accuracy: FloatArray
    """Share of attempts made in each zone, shape (players, zones)."""
    drawing: FloatArray
    """Free throws attempted per field-goal attempt."""
    free_throws: FloatArray
    rates: FloatArray
    """Offensive and defensive rebounds, assists, steals, blocks, turnovers and fouls per minute."""


def make_teams(count: int, random: np.random.Generator) -> Teams:
    """Return teams with invented names, a pace and a defense."""
    places = range(count)
    cities = tuple(CITIES[p] for p in places)
    return Teams(
        ids=FIRST_TEAM_ID + np.arange(count),
        cities=cities,
        names=tuple(NICKNAMES[p % len(NICKNAMES)] for p in places),
        codes=tuple(f"{CITIES[p][0]}{p:02d}" for p in places),
        pace=random.normal(1.0, 0.025, count),
        defense=random.normal(1.0, 0.035, (count, len(ZONES))),
    )


def make_players(count: int, random: np.random.Generator, seed: int) -> Players:
    """Return players with invented names; the first of every fifteen is a star."""
    days = np.random.default_rng([seed, 1]).integers(0, YOUNGEST_DAYS, count).tolist()
    names = _names(count * (1 + PREDECESSORS), random)
    slot = np.arange(count) % ROSTER
    role = np.array([35, 33, 31, 29, 27, 22, 19, 16, 13, 10, 7, 5, 3, 2, 1.5])[slot]
    minute_rates = np.array([0.044, 0.138, 0.105, 0.031, 0.021, 0.058, 0.083])
    return Players(
        ids=FIRST_PLAYER_ID + np.arange(count),
        names=names[:count],
        born=tuple(OLDEST + timedelta(each) for each in days),
        names_before=names[count:],
        role=role * random.lognormal(0, 0.12, count),
        shooting=np.linspace(1.35, 0.75, ROSTER)[slot] * random.lognormal(0, 0.22, count),
        habit=random.dirichlet(ZONE_HABIT, count),
        accuracy=ZONE_ACCURACY * random.normal(1.0, 0.06, (count, len(ZONES))),
        drawing=random.gamma(6, 0.042, count),
        free_throws=random.beta(16, 4.5, count),
        rates=minute_rates * random.gamma(5, 0.2, (count, len(minute_rates))),
    )


def of_season(players: Players, year: int) -> Players:
    """Return the players who hold the roster places in the season that begins in a year.

    Players too young for that season are replaced by a predecessor with the same parameters, born
    one or more careers earlier.
    """
    count = len(players.ids)
    missing = [max(born.year + DEBUT_AGE - year, 0) for born in players.born]
    turns = [-(-years // CAREER_YEARS) for years in missing]
    every = [*players.names, *players.names_before]
    return replace(
        players,
        ids=players.ids + count * np.array(turns),
        names=tuple(every[turn * count + place] for place, turn in enumerate(turns)),
        born=tuple(
            born.replace(year=born.year - turn * CAREER_YEARS)
            for born, turn in zip(players.born, turns, strict=True)
        ),
    )


def _names(count: int, random: np.random.Generator) -> tuple[str, ...]:
    """Return distinct names; once all combinations are used, a middle initial is added."""
    pairs = [(first, last) for first in FIRST_NAMES for last in LAST_NAMES]
    order = random.permutation(len(pairs))
    names = []
    for place in range(count):
        turn, at = divmod(place, len(pairs))
        first, last = pairs[order[at]]
        middle = f" {chr(64 + turn)}." if turn else ""
        names.append(f"{first}{middle} {last}{SUFFIXES[place % len(SUFFIXES)]}")
    return tuple(names)
