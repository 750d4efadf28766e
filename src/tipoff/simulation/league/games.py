"""Simulate a season: availability, playing time and statistics of every player."""

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
"""Indices into the last axis of ``BoxScores.counts``."""
MAX_ASSISTED_SHARE = 0.9
"""Maximum share of a team's makes that have an assist."""
MAX_SECONDS = 42 * 60
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class BoxScores:
    """A season's box scores. Rows are sides: the home side of game g is 2g, the away side 2g + 1.

    Arrays have the shape (sides, roster places), unless stated otherwise.
    """

    fixtures: Fixtures
    team: IntArray
    """Index of the side's team, shape (sides,)."""
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
    """Points that a bookmaker who knows the playing time and all parameters would expect."""
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
        """Return the points of each side minus its opponent's, shape (sides,)."""
        points = self.team_points
        return np.asarray(points - points.reshape(-1, 2)[:, ::-1].ravel())


def play(
    fixtures: Fixtures,
    teams: Teams,
    players: Players,
    rosters: IntArray,
    random: np.random.Generator,
) -> tuple[BoxScores, IntArray]:
    """Simulate every game of a season.

    Args:
        fixtures: the games.
        teams: the parameters of the teams.
        players: the parameters of the players.
        rosters: the players of each team, shape (teams, roster places).
        random: generator for all draws.

    Returns:
        The box scores, and the rosters after trades.
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
    box_scores = BoxScores(
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
    return _without_ties(box_scores), traded


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
    """Return who is available, with at least one inactive player in every game, as in real lists.

    If everyone in a game is fit, the last player on the home team's bench is inactive.
    """
    listed = available.copy()
    whole = available.reshape(-1, 2, available.shape[1]).all(axis=(1, 2))
    home = 2 * np.flatnonzero(whole)
    last = available.shape[1] - 1 - np.argmax(seconds[home, ::-1] == 0, axis=1)
    listed[home, last] = False
    return listed


def _form(players: int, random: np.random.Generator) -> FloatArray:
    """Return a random walk of each player's weight in sharing minutes, shape (rounds, players)."""
    steps = random.normal(0, 0.03, (ROUNDS, players))
    return np.asarray(np.exp(np.cumsum(steps, axis=0)))


def _trade(rosters: IntArray, random: np.random.Generator) -> IntArray:
    """Return rosters after a few one-for-one trades."""
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
    """Return the seconds of each player: the total, shared by weight among available players."""
    weights = np.where(available, weight * random.lognormal(0, 0.12, weight.shape), 0.0)
    rotation = _top(weights, ROTATION) & (weights > 0)
    weights = np.where(rotation, weights, 0.0)
    longest = MAX_SECONDS + (total - 14_400)[:, None] // 5
    shared = np.zeros_like(weights)
    for _ in range(4):
        left = total - shared.sum(axis=1)
        room = (shared < longest) & (weights > 0)
        share = np.where(room, weights, 0.0)
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
    """Return each player's accuracy by zone and expected attempts."""
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
    """Return attempts and makes by zone, free throws attempted and made, and other counts.

    They are overdispersed: a team's attempts vary little, but each player's share of them varies
    from game to game.
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
    """Return assists limited by the makes of teammates, shape (sides, roster places)."""
    team = makes.sum(axis=1, keepdims=True)
    own = np.minimum(assists, team - makes)
    so_far = np.minimum(own.cumsum(axis=1), (team * MAX_ASSISTED_SHARE).astype(np.int64))
    return np.asarray(np.diff(so_far, axis=1, prepend=0))


def _without_ties(box_scores: BoxScores) -> BoxScores:
    """Return box scores without ties: a home player makes one more free throw in each."""
    level = np.flatnonzero((box_scores.margin == 0) & (np.arange(len(box_scores.team)) % 2 == 0))
    star = np.argmax(box_scores.seconds[level], axis=1)
    extra = np.zeros_like(box_scores.free_throws_made)
    extra[level, star] = 1
    return replace(
        box_scores,
        free_throws_attempted=box_scores.free_throws_attempted + extra,
        free_throws_made=box_scores.free_throws_made + extra,
    )


def initial_rosters(teams: int) -> IntArray:
    """Return rosters of fifteen players per team, of whom the first is a star."""
    return np.arange(teams * ROSTER).reshape(teams, ROSTER)
