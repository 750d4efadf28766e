"""Choose each game's information sets, and build its pool rows as each of them shows them.

Replays use what was known at their prediction time; training uses the last state before tip-off.
Most recorded games have no lineup with a capture time: there, both use the box score's lineup and
the inactive list. If a lineup was captured as expected an hour before tip-off and as confirmed ten
minutes before it, the replay as of half an hour before tip-off uses the expected lineup, and the
``inactives-known`` rows, which have the confirmed lineup, serve training alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tipoff.analytics.player_pool import DAILY_LINEUP, INACTIVE_LIST
from tipoff.analytics.pool_lineups import BOX_SCORE, CONFIRMED_LINEUP
from tipoff.domain.information import InformationSet
from tipoff.domain.prediction_time import PredictionTime
from tipoff.features.arrays import codes, flags, numbers
from tipoff.features.known_lineups import KnownLineups, game_numbers, known_lineups, uniform_draws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.arrays import BoolArray, IntArray
    from tipoff.kernel.declare.annotations import Frame

EARLY_SET_SHARES = {
    InformationSet.MORNING: 0.3,
    InformationSet.ABSENCES_REPORTED: 0.15,
    InformationSet.LINEUPS_EXPECTED: 0.4,
    InformationSet.LINEUPS_CONFIRMED: 0.15,
}
"""The information sets that share models, each with its share of the training games.

Each game trains these models once, as one of the sets shows it, so that they cost no more than the
model of one set. The model of ``inactives-known`` is separate and is trained on every game.
"""
REPLAY_TIMES = {
    InformationSet.MORNING: PredictionTime.MORNING,
    InformationSet.LINEUPS_EXPECTED: PredictionTime.BEFORE_TIP,
    InformationSet.INACTIVES_KNOWN: PredictionTime.BEFORE_TIP,
}
"""The information sets of replays -> the prediction time at which each is known."""
PREDICTION_TIMES = {
    **REPLAY_TIMES,
    InformationSet.ABSENCES_REPORTED: PredictionTime.MORNING,
    InformationSet.LINEUPS_CONFIRMED: PredictionTime.BEFORE_TIP,
}
"""Information set -> the prediction time at which it is known."""
INPUT_COLUMNS = {
    PredictionTime.MORNING: (
        "morning_starting",
        "morning_starting_source",
        "morning_out",
        "morning_out_source",
    ),
    PredictionTime.BEFORE_TIP: ("starting", "starting_source", "out", "out_source"),
}
"""Prediction time -> columns of the starters and absences known then, each with its source."""
LAST_STATE_COLUMNS = {
    name: f"last_{name}" for name in ("starting", "starting_source", "out", "out_source")
}
"""Column of what was known half an hour before tip-off -> column of the last state before it."""
POOL = [
    "game_id",
    "game_date",
    "player_id",
    "team_id",
    "season",
    *(name for names in INPUT_COLUMNS.values() for name in names),
    *LAST_STATE_COLUMNS.values(),
]
ASSIGNMENT_STREAM = 7
"""The random stream that assigns training games to information sets."""


@dataclass(frozen=True)
class PoolView:
    """Pool rows as one information set shows them at one prediction time."""

    rows: IntArray
    """Indices into the pool, shape (n,)."""
    known: KnownLineups
    prediction_time: PredictionTime
    is_prediction: bool = True
    """Whether this was known at that time; if not, the rows are for training alone."""


def early_set(pool: Frame) -> IntArray:
    """Return the index of the ``EARLY_SET_SHARES`` set that each row's game trains, shape (n,)."""
    draws = uniform_draws(game_numbers(pool), np.zeros(pool.num_rows), ASSIGNMENT_STREAM)
    edges = np.cumsum(list(EARLY_SET_SHARES.values()))[:-1]
    return np.searchsorted(edges, draws, side="right")


def training_views(pool: Frame) -> Iterator[PoolView]:
    """Yield the training rows of each information set, for a pool of games with results.

    ``inactives-known`` has all games whose starters are recorded, each early set its own share.
    All are derived from the last state before tip-off.
    """
    pool = _with_last_states(pool)
    has_lineups, assigned = _has_confirmed_lineups(pool), early_set(pool)
    yield _view(pool, InformationSet.INACTIVES_KNOWN, has_lineups)
    for place, information in enumerate(EARLY_SET_SHARES):
        recorded = has_lineups | (information is InformationSet.MORNING)
        yield _view(pool, information, recorded & (assigned == place))


def replay_views(pool: Frame) -> Iterator[PoolView]:
    """Yield the replays of a pool of games with results, and the further rows that training needs.

    A game without a confirmed lineup in time is replayed with the richest set that was known.
    """
    has_lineups = _has_confirmed_lineups(pool)
    for information in REPLAY_TIMES:
        yield _view(pool, information, has_lineups | (information is InformationSet.MORNING))
    yield from _partial_replays(pool, ~has_lineups)
    yield from _training_only(_with_last_states(pool), has_lineups)


def _partial_replays(pool: Frame, chosen: BoolArray) -> Iterator[PoolView]:
    """Yield the chosen games with the richest information set available before tip-off."""
    for view in _richest_views(pool, PredictionTime.BEFORE_TIP):
        keep, known = chosen[view.rows], view.known
        if keep.any() and known.information is not InformationSet.MORNING:
            kept = KnownLineups(known.information, known.starting[keep], known.out[keep])
            yield PoolView(view.rows[keep], kept, view.prediction_time)


def _training_only(last_states: Frame, replayed: BoolArray) -> Iterator[PoolView]:
    """Yield the rows that training needs beyond the replays.

    They are the information sets that no game is replayed with, and ``inactives-known`` for games
    whose inactive list came too late for a replay.
    """
    has_lineups, assigned = _has_confirmed_lineups(last_states), early_set(last_states)
    masks = {InformationSet.INACTIVES_KNOWN: has_lineups & ~replayed}
    for place, information in enumerate(EARLY_SET_SHARES):
        if information not in REPLAY_TIMES:
            masks[information] = has_lineups & (assigned == place)
    for information, mask in masks.items():
        if mask.any():
            yield replace(_view(last_states, information, mask), is_prediction=False)


def _with_last_states(pool: Frame) -> Frame:
    """Return the pool with the last states before tip-off in place of what was known earlier."""
    for name, last in LAST_STATE_COLUMNS.items():
        pool = pool.set_column(pool.column_names.index(name), name, pool[last])
    return pool


def _view(pool: Frame, information: InformationSet, chosen: BoolArray) -> PoolView:
    rows = np.flatnonzero(chosen)
    return PoolView(
        rows, known_lineups(pool.take(rows), information), PREDICTION_TIMES[information]
    )


def _has_confirmed_lineups(pool: Frame) -> BoolArray:
    """Return whether the starters of both teams are known and confirmed, shape (n,)."""
    confirmed = _is_one_of(pool, "starting_source", CONFIRMED_LINEUP, BOX_SCORE)
    return _holds_for_game(pool, confirmed & ~np.isnan(numbers(pool, "starting")))


def _is_one_of(pool: Frame, name: str, *values: str) -> BoolArray:
    """Return whether a text column has one of the values, shape (n,)."""
    return np.array([value in values for value in pool[name].to_pylist()], bool)


def upcoming_views(pool: Frame) -> Iterator[PoolView]:
    """Yield the upcoming games of a pool with the richest set at each prediction time."""
    for prediction_time in PredictionTime:
        yield from _richest_views(pool, prediction_time)


def _richest_views(pool: Frame, prediction_time: PredictionTime) -> Iterator[PoolView]:
    """Yield each game with the richest information set available at a prediction time."""
    starting_column, _, out_column, _ = INPUT_COLUMNS[prediction_time]
    richest = _richest(pool, *INPUT_COLUMNS[prediction_time])
    for place, information in enumerate(InformationSet):
        rows = np.flatnonzero(richest == place)
        pool_rows = pool.take(rows)
        unknown = np.full(len(rows), np.nan)
        starting = numbers(pool_rows, starting_column) if information.starters_known else unknown
        is_out = flags(pool_rows, out_column) & bool(information.absences_known)
        yield PoolView(rows, KnownLineups(information, starting, is_out), prediction_time)


def _richest(pool: Frame, starting: str, source: str, out: str, out_source: str) -> IntArray:
    """Return the index of the richest information set available for each row's game.

    A lineup counts as known if no pool player's status in it is open. The number of starters is not
    checked: a starter who is new to the team may not be in its pool yet.
    """
    lineup = _holds_for_game(pool, ~np.isnan(numbers(pool, starting)))
    confirmed = lineup & _holds_for_game(
        pool, _is_one_of(pool, source, CONFIRMED_LINEUP, BOX_SCORE)
    )
    absences = _holds_for_both_teams(pool, ~np.isnan(numbers(pool, out)))
    inactives = _holds_for_both_teams(
        pool, _is_one_of(pool, out_source, DAILY_LINEUP, INACTIVE_LIST)
    )
    richest = np.zeros(pool.num_rows, np.int64)
    for information, is_available in (
        (InformationSet.ABSENCES_REPORTED, absences),
        (InformationSet.LINEUPS_EXPECTED, absences & lineup),
        (InformationSet.LINEUPS_CONFIRMED, absences & confirmed),
        (InformationSet.INACTIVES_KNOWN, absences & confirmed & inactives),
    ):
        richest[is_available] = list(InformationSet).index(information)
    return richest


def _holds_for_game(pool: Frame, condition: BoolArray) -> BoolArray:
    """Return whether a condition holds for all rows of each row's game, shape (n,)."""
    game = codes(pool, ("game_id",))
    return np.asarray(np.bincount(game, ~condition)[game] == 0)


def _holds_for_both_teams(pool: Frame, condition: BoolArray) -> BoolArray:
    """Return whether a condition holds for a row of each team in each row's game, shape (n,)."""
    team = codes(pool, ("game_id", "team_id"))
    return _holds_for_game(pool, np.asarray(np.bincount(team, condition)[team] > 0))
