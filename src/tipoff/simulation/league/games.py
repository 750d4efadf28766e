"""Playing a season: who is available, who plays how long, and what they do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from tipoff.simulation.league.calendar import ROUNDS, Fixtures
from tipoff.simulation.league.people import ROSTER, ZONE_VALUE, FloatArray, IntArray, Players, Teams

INJURY_CHANCE = 0.028
INJURY_GAMES = 4.0
TRADE_ROUND = 40
ATTEMPTS = 89.0
"""Field-goal attempts of a team in 48 minutes."""
HOME_ACCURACY = 1.012
TIRED_ACCURACY = 0.985
ROTATION = 10
ASSISTS, BLOCKS, FOULS = 2, 4, 6
"""Places among a player's counts."""
MAX_ASSISTED_SHARE = 0.9
"""Of a team's makes, the share that can come off a pass."""
MAX_SECONDS = 42 * 60
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Played:
    """A season's box scores. Rows are sides: game g at home is 2g, on the road 2g + 1.

    Arrays have the shape (sides, roster places), unless stated otherwise.
    """

    fixtures: Fixtures
    team: IntArray
    """Place of the side's team, shape (sides,)."""
    player: IntArray
    available: BoolArray
    seconds: IntArray
    starter: BoolArray
    attempts: IntArray
    """By zone, shape (sides, roster places, zones)."""
    makes: IntArray
    free_throws_attempted: IntArray
    free_throws_made: IntArray
    counts: IntArray
    """Offensive and defensive rebounds, assists, steals, blocks, turnovers, fouls: (..., 7)."""
    expected_points: FloatArray
    """What an omniscient bookmaker would expect."""
    expected_counts: FloatArray

    @cached_property
    def points(self) -> IntArray:
        """Return the points of each player."""
        return np.asarray((self.makes * ZONE_VALUE).sum(axis=2) + self.free_throws_made)

    @cached_property
    def team_points(self) -> IntArray:
        """Return the points of each side, shape (sides,)."""
        return np.asarray(self.points.sum(axis=1))

    @cached_property
    def margin(self) -> IntArray:
        """Return the points of each side less its opponent's, shape (sides,)."""
        points = self.team_points
        return np.asarray(points - points.reshape(-1, 2)[:, ::-1].ravel())


def play(
    fixtures: Fixtures,
    teams: Teams,
    players: Players,
    rosters: IntArray,
    random: np.random.Generator,
) -> tuple[Played, IntArray]:
    """Play every game of a season.

    Args:
        fixtures: the games.
        teams: who plays them.
        players: what each player brings.
        rosters: the players of each team, shape (teams, roster places).
        random: draws everything that happens.

    Returns:
        The box scores, and the rosters as trades leave them.
    """
    traded = _trade(rosters, random)
    team = np.stack([fixtures.home, fixtures.away], axis=1).ravel()
    rounds = np.repeat(fixtures.rounds, 2)
    player = np.where((rounds < TRADE_ROUND)[:, None], rosters[team], traded[team])
    available = _healthy(len(players.ids), random)[rounds[:, None], player]
    overtimes = np.repeat(random.choice([0, 1, 2], len(fixtures.ids), p=[0.94, 0.054, 0.006]), 2)
    minutes = 240 + 25 * overtimes
    form = _form(len(players.ids), random)[rounds[:, None], player]
    seconds = _seconds(players.role[player] * form, available, minutes * 60, random)
    expected = _expectations(fixtures, teams, players, team, player, seconds, minutes)
    accuracy, attempts = expected
    zones, makes, free, scored, counts = _sample(
        players, player, seconds, accuracy, attempts, random
    )
    per_attempt = (players.habit[player] * accuracy * ZONE_VALUE).sum(axis=2)
    per_attempt += players.drawing[player] * players.free_throws[player]
    made = Played(
        fixtures,
        team,
        player,
        _with_inactives(available, seconds),
        seconds,
        _top(seconds, 5),
        zones,
        makes,
        free,
        scored,
        counts,
        expected_points=attempts * per_attempt,
        expected_counts=players.rates[player] * (seconds / 60)[..., None],
    )
    return _without_ties(made), traded


def _healthy(players: int, random: np.random.Generator) -> BoolArray:
    """Return whether each player is fit in each round, shape (rounds, players)."""
    out = np.zeros(players, np.int64)
    fit = np.empty((ROUNDS, players), np.bool_)
    for number in range(ROUNDS):
        hurt = (random.random(players) < INJURY_CHANCE) & (out == 0)
        out = np.where(hurt, random.geometric(1 / INJURY_GAMES, players), np.maximum(out - 1, 0))
        fit[number] = out == 0
    return fit


def _with_inactives(available: BoolArray, seconds: IntArray) -> BoolArray:
    """Return who is available, with somebody inactive in every game, as lists have it.

    Where everyone of a game is fit, the last of the home team's bench is not dressed.
    """
    listed = available.copy()
    whole = available.reshape(-1, 2, available.shape[1]).all(axis=(1, 2))
    home = 2 * np.flatnonzero(whole)
    last = available.shape[1] - 1 - np.argmax(seconds[home, ::-1] == 0, axis=1)
    listed[home, last] = False
    return listed


def _form(players: int, random: np.random.Generator) -> FloatArray:
    """Return a slow walk of each player's standing with the coach, shape (rounds, players)."""
    steps = random.normal(0, 0.03, (ROUNDS, players))
    return np.asarray(np.exp(np.cumsum(steps, axis=0)))


def _trade(rosters: IntArray, random: np.random.Generator) -> IntArray:
    """Return rosters after a few players have changed teams, one for another."""
    teams = len(rosters)
    traded = rosters.copy()
    order = random.permutation(teams)
    for one, other in zip(order[::2], order[1::2], strict=False):
        place = random.integers(3, 10)
        traded[one, place], traded[other, place] = rosters[other, place], rosters[one, place]
    return traded


def _seconds(
    weight: FloatArray, available: BoolArray, total: IntArray, random: np.random.Generator
) -> IntArray:
    """Return the seconds of each player: the total shared by weight among the fit."""
    wanted = np.where(available, weight * random.lognormal(0, 0.12, weight.shape), 0.0)
    rotation = _top(wanted, ROTATION) & (wanted > 0)
    wanted = np.where(rotation, wanted, 0.0)
    longest = MAX_SECONDS + (total - 14_400)[:, None] // 5
    shared = np.zeros_like(wanted)
    for _ in range(4):
        left = total - shared.sum(axis=1)
        room = (shared < longest) & (wanted > 0)
        share = np.where(room, wanted, 0.0)
        whole = np.maximum(share.sum(axis=1, keepdims=True), 1e-9)
        shared = np.minimum(shared + share / whole * left[:, None], longest)
    seconds = np.floor(shared).astype(np.int64)
    most_room = np.argmax(np.where(seconds > 0, longest - seconds, -1), axis=1)
    seconds[np.arange(len(seconds)), most_room] += total - seconds.sum(axis=1)
    return seconds


def _top(values: FloatArray | IntArray, count: int) -> BoolArray:
    """Return whether each value is among the ``count`` largest of its row."""
    order = np.argsort(-values, axis=1, kind="stable")
    ranks = np.argsort(order, axis=1, kind="stable")
    return np.asarray(ranks < count)


def _expectations(
    fixtures: Fixtures,
    teams: Teams,
    players: Players,
    team: IntArray,
    player: IntArray,
    seconds: IntArray,
    minutes: IntArray,
) -> tuple[FloatArray, FloatArray]:
    """Return the accuracy by zone, and the expected attempts, of every player."""
    opponent = team.reshape(-1, 2)[:, ::-1].ravel()
    pace = (teams.pace[team] + teams.pace[opponent]) / 2
    weight = players.shooting[player] * seconds
    share = weight / weight.sum(axis=1, keepdims=True)
    attempts = share * (ATTEMPTS * pace * minutes / 240)[:, None]
    setting = np.tile([HOME_ACCURACY, 1 / HOME_ACCURACY], len(fixtures.ids))
    setting = np.where(_tired(fixtures, team), setting * TIRED_ACCURACY, setting)
    factor = setting[:, None] * teams.defense[opponent]
    accuracy = np.clip(players.accuracy[player] * factor[:, None, :], 0.05, 0.95)
    return accuracy, attempts


def _tired(fixtures: Fixtures, team: IntArray) -> BoolArray:
    """Return whether each side played the day before."""
    played_on: dict[int, int] = {}
    tired = np.zeros(len(team), np.bool_)
    for side, place in enumerate(team.tolist()):
        day = fixtures.dates[side // 2].toordinal()
        tired[side] = played_on.get(place) == day - 1
        played_on[place] = day
    return tired


def _sample(
    players: Players,
    player: IntArray,
    seconds: IntArray,
    accuracy: FloatArray,
    attempts: FloatArray,
    random: np.random.Generator,
) -> tuple[IntArray, ...]:
    """Return attempts and makes by zone, free throws and counts, with more spread than chance.

    A team's attempts vary little; who takes them varies from night to night.
    """
    whole = random.poisson(attempts.sum(axis=1))
    share = attempts * random.gamma(28.0, 1 / 28.0, attempts.shape)
    taken = random.multinomial(whole, share / share.sum(axis=1, keepdims=True))
    zones = random.multinomial(taken, players.habit[player])
    makes = random.binomial(zones, accuracy)
    free = random.poisson(taken * players.drawing[player])
    scored = random.binomial(free, players.free_throws[player])
    hustle = random.gamma(7.0, 1 / 7.0, (*seconds.shape, players.rates.shape[1]))
    counts = random.poisson(players.rates[player] * (seconds / 60)[..., None] * hustle)
    counts[..., FOULS] = np.minimum(counts[..., FOULS], 6)
    counts[..., ASSISTS] = _within(counts[..., ASSISTS], makes.sum(axis=2))
    return zones, makes, free, scored, counts


def _within(assists: IntArray, makes: IntArray) -> IntArray:
    """Return the assists that teammates' makes have room for, shape (sides, roster places)."""
    team = makes.sum(axis=1, keepdims=True)
    own = np.minimum(assists, team - makes)
    so_far = np.minimum(own.cumsum(axis=1), (team * MAX_ASSISTED_SHARE).astype(np.int64))
    return np.asarray(np.diff(so_far, axis=1, prepend=0))


def _without_ties(made: Played) -> Played:
    """Return the games without ties: the home team's star makes one more free throw."""
    level = np.flatnonzero((made.margin == 0) & (np.arange(len(made.team)) % 2 == 0))
    star = np.argmax(made.seconds[level], axis=1)
    extra = np.zeros_like(made.free_throws_made)
    extra[level, star] = 1
    return replace(
        made,
        free_throws_attempted=made.free_throws_attempted + extra,
        free_throws_made=made.free_throws_made + extra,
    )


def initial_rosters(teams: int) -> IntArray:
    """Return fifteen players per team, the first of each a star."""
    return np.arange(teams * ROSTER).reshape(teams, ROSTER)
