"""Which information sets there are of each game, and each game's pool as they show it.

Replays are shown what was known at their prediction time, training the last word before tip-off.
Of most recorded games no lineup has a time of capture: both are the box score's then, with the
inactive list. Of a game whose lineup was captured as expected an hour before tip-off and as
confirmed ten minutes before it, the replay as of half an hour before is shown the expected one;
``inactives-known`` shows the confirmed one to training alone.
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
from tipoff.features.known_lineups import Known, as_known, chance, games

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.features.arrays import BoolArray, IntArray
    from tipoff.kernel.declare.annotations import Frame

EARLY = {
    InformationSet.MORNING: 0.3,
    InformationSet.ABSENCES_REPORTED: 0.15,
    InformationSet.LINEUPS_EXPECTED: 0.4,
    InformationSet.LINEUPS_CONFIRMED: 0.15,
}
"""The sets that share their models, each with the share of training games seen by it.

A game teaches these models once, as one of the sets would have shown it, so that they cost no more
than a model of one set. The model of ``inactives-known`` learns from every game on its own.
"""
REPLAYED = {
    InformationSet.MORNING: PredictionTime.MORNING,
    InformationSet.LINEUPS_EXPECTED: PredictionTime.BEFORE_TIP,
    InformationSet.INACTIVES_KNOWN: PredictionTime.BEFORE_TIP,
}
"""The sets that games with a result are predicted with, and when those are known."""
TIMES = {
    **REPLAYED,
    InformationSet.ABSENCES_REPORTED: PredictionTime.MORNING,
    InformationSet.LINEUPS_CONFIRMED: PredictionTime.BEFORE_TIP,
}
INPUTS = {
    PredictionTime.MORNING: (
        "morning_starting",
        "morning_starting_source",
        "morning_out",
        "morning_out_source",
    ),
    PredictionTime.BEFORE_TIP: ("starting", "starting_source", "out", "out_source"),
}
LAST_WORD = {name: f"last_{name}" for name in ("starting", "starting_source", "out", "out_source")}
"""The columns of what was known before tip-off, and those of the last word."""
POOL = [
    "game_id",
    "game_date",
    "player_id",
    "team_id",
    "season",
    *(name for names in INPUTS.values() for name in names),
    *LAST_WORD.values(),
]
ASSIGNMENT = 7
"""The stream of chance that assigns training games to sets."""


@dataclass(frozen=True)
class Slate:
    """Rows of a pool as one information set shows them at one prediction time."""

    rows: IntArray
    """Places in the pool, shape (n,)."""
    known: Known
    prediction_time: PredictionTime
    is_prediction: bool = True
    """Whether it shows what was known at that time; else it is for training alone."""


def early_set(pool: Frame) -> IntArray:
    """Return which of the ``EARLY`` sets each row's game teaches, shape (n,)."""
    drawn = chance(games(pool), np.zeros(pool.num_rows), ASSIGNMENT)
    edges = np.cumsum(list(EARLY.values()))[:-1]
    return np.searchsorted(edges, drawn, side="right")


def training_slates(pool: Frame) -> Iterator[Slate]:
    """Yield a pool of games with results as each set would have shown the games that it teaches.

    ``inactives-known`` shows all games whose starters are recorded, each other set its own share,
    both made from the last word.
    """
    pool = _last_word(pool)
    final, assigned = _final_word(pool), early_set(pool)
    yield _slate(pool, InformationSet.INACTIVES_KNOWN, final)
    for place, information in enumerate(EARLY):
        recorded = final | (information is InformationSet.MORNING)
        yield _slate(pool, information, recorded & (assigned == place))


def replayed_slates(pool: Frame) -> Iterator[Slate]:
    """Yield a pool of games with results for every use: replays of all games, and training.

    A game of which no confirmed lineup was known in time is shown with what was: its expected one.
    """
    known = _final_word(pool)
    for information in REPLAYED:
        yield _slate(pool, information, known | (information is InformationSet.MORNING))
    yield from _shown_as_known(pool, ~known)
    yield from _training_only(_last_word(pool), known)


def _shown_as_known(pool: Frame, chosen: BoolArray) -> Iterator[Slate]:
    """Yield some games with the richest set whose inputs were there before tip-off."""
    for slate in _served(pool, PredictionTime.BEFORE_TIP):
        keep, known = chosen[slate.rows], slate.known
        if keep.any() and known.information is not InformationSet.MORNING:
            kept = Known(known.information, known.starting[keep], known.out[keep])
            yield Slate(slate.rows[keep], kept, slate.prediction_time)


def _training_only(last_word: Frame, replayed: BoolArray) -> Iterator[Slate]:
    """Yield what training needs beyond the replays: the sets that no game is replayed with.

    And the inactive list of games that are not replayed with it, as it was known too late.
    """
    final, assigned = _final_word(last_word), early_set(last_word)
    chosen = {InformationSet.INACTIVES_KNOWN: final & ~replayed}
    for place, information in enumerate(EARLY):
        if information not in REPLAYED:
            chosen[information] = final & (assigned == place)
    for information, rows in chosen.items():
        if rows.any():
            yield replace(_slate(last_word, information, rows), is_prediction=False)


def _last_word(pool: Frame) -> Frame:
    """Return the pool with the last word before tip-off in the place of what was known."""
    for name, last in LAST_WORD.items():
        pool = pool.set_column(pool.column_names.index(name), name, pool[last])
    return pool


def _slate(pool: Frame, information: InformationSet, chosen: BoolArray) -> Slate:
    rows = np.flatnonzero(chosen)
    return Slate(rows, as_known(pool.take(rows), information), TIMES[information])


def _final_word(pool: Frame) -> BoolArray:
    """Return whether both teams' starters stand as they were confirmed, shape (n,)."""
    confirmed = _is(pool, "starting_source", CONFIRMED_LINEUP, BOX_SCORE)
    return _of_all(pool, confirmed & ~np.isnan(numbers(pool, "starting")))


def _is(pool: Frame, name: str, *values: str) -> BoolArray:
    """Return whether a text column holds one of the values, shape (n,)."""
    return np.array([value in values for value in pool[name].to_pylist()], bool)


def coming_slates(pool: Frame) -> Iterator[Slate]:
    """Yield a pool of games to come, each game with the richest set at each prediction time."""
    for prediction_time in PredictionTime:
        yield from _served(pool, prediction_time)


def _served(pool: Frame, prediction_time: PredictionTime) -> Iterator[Slate]:
    """Yield each game with the richest set whose inputs are there at a prediction time."""
    starting, _, out, _ = INPUTS[prediction_time]
    richest = _richest(pool, *INPUTS[prediction_time])
    for place, information in enumerate(InformationSet):
        rows = np.flatnonzero(richest == place)
        shown = pool.take(rows)
        nothing = np.full(len(rows), np.nan)
        starts = numbers(shown, starting) if information.starters_known else nothing
        is_out = flags(shown, out) & bool(information.absences_known)
        yield Slate(rows, Known(information, starts, is_out), prediction_time)


def _richest(pool: Frame, starting: str, source: str, out: str, out_source: str) -> IntArray:
    """Return the place of the richest set whose inputs are there for each row's game.

    A lineup is known where nobody's part in it is open: of five starters one may be new to the team
    and not in its pool yet.
    """
    lineup = _of_all(pool, ~np.isnan(numbers(pool, starting)))
    sure = lineup & _of_all(pool, _is(pool, source, CONFIRMED_LINEUP, BOX_SCORE))
    absences = _of_each_team(pool, ~np.isnan(numbers(pool, out)))
    inactives = _of_each_team(pool, _is(pool, out_source, DAILY_LINEUP, INACTIVE_LIST))
    found = np.zeros(pool.num_rows, np.int64)
    for information, there in (
        (InformationSet.ABSENCES_REPORTED, absences),
        (InformationSet.LINEUPS_EXPECTED, absences & lineup),
        (InformationSet.LINEUPS_CONFIRMED, absences & sure),
        (InformationSet.INACTIVES_KNOWN, absences & sure & inactives),
    ):
        found[there] = list(InformationSet).index(information)
    return found


def _of_all(pool: Frame, holds: BoolArray) -> BoolArray:
    """Return whether something holds of all rows of each row's game, shape (n,)."""
    game = codes(pool, ("game_id",))
    return np.asarray(np.bincount(game, ~holds)[game] == 0)


def _of_each_team(pool: Frame, holds: BoolArray) -> BoolArray:
    """Return whether something holds of a row of each team of each row's game, shape (n,)."""
    team = codes(pool, ("game_id", "team_id"))
    return _of_all(pool, np.asarray(np.bincount(team, holds)[team] > 0))
