"""Copies of games with a player whose status is open: one copy per case, sits or plays.

Each copy has its own game name, so that all code that predicts games predicts copies as well. If
player 203999 is questionable in game 0022300061, the copies are ``0022300061`` (the current state),
``0022300061/203999/sits`` and ``0022300061/203999/plays``. A copy fixes the status of one player
and leaves everything else unchanged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers, row_indices
from tipoff.features.known_lineups import KnownLineups

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.known_rows import PoolView

OPEN_STATUSES = ("questionable", "doubtful")
"""Statuses in the injury report of players who may or may not play."""
CONFIRMED = 2
"""``starters_known`` of a confirmed lineup, whose starters are certain to play."""


class Branch(StrEnum):
    """The two cases of an open status."""

    SITS = "sits"
    PLAYS = "plays"


@dataclass(frozen=True)
class Copy:
    """A game in its current state, or with the status of one player fixed."""

    game_id: str
    player_id: int | None = None
    """The player whose status is fixed; None for the current state."""
    branch: Branch | None = None

    @property
    def name(self) -> str:
        """Return the name under which the copy is predicted."""
        suffix = "" if self.branch is None else f"/{self.player_id}/{self.branch}"
        return self.game_id + suffix


@dataclass(frozen=True)
class Copies:
    """The rows of several copies; arrays of shape (n,)."""

    rows: Frame
    """Pool rows with the store's columns; ``game_id`` is the copy's name."""
    known: KnownLineups
    certain: BoolArray
    """Whether the player is certain to play."""
    is_affected: BoolArray
    """Whether the row's team is affected by the open status; other teams are opponents only."""
    view: PoolView
    by_name: dict[str, Copy]


def open_players(player_pool: Frame) -> set[tuple[str, int]]:
    """Return the (game, player) pairs whose status the newest injury report leaves open."""
    names = ("game_id", "player_id", "reported_status", "out")
    rows = zip(*(player_pool[n].to_pylist() for n in names), strict=True)
    return {
        (game, player) for game, player, status, out in rows if status in OPEN_STATUSES and not out
    }


def copies_of(
    pool: Frame, view: PoolView, open_questions: Collection[tuple[str, int]]
) -> Copies | None:
    """Return copies of the games with an open status: the current state and both cases of each.

    Args:
        pool: whole games, with the store's columns.
        view: some of the pool's games, as one information set shows them.
        open_questions: (game, player) pairs with an open status.

    Returns:
        None if the view has no open status; players in a confirmed lineup are certain to play.
    """
    rows, known = pool.take(view.rows), view.known
    game, player = rows["game_id"].to_pylist(), rows["player_id"].to_pylist()
    plays_for_sure = (known.starting == 1) & (known.information.starters_known == CONFIRMED)
    is_open = np.array([key in open_questions for key in zip(game, player, strict=True)], bool)
    is_open &= ~known.out & ~plays_for_sure
    if not is_open.any():
        return None
    team = codes(rows, ("game_id", "team_id"))
    copied = [
        _copy_rows(rows, known, copy, place, is_open, team)
        for copy, place in _copies_with_rows(rows, is_open)
    ]
    return Copies(
        rows=_rows_of_copies(rows, copied),
        known=KnownLineups(
            known.information,
            np.concatenate([each.starting for each in copied]),
            np.concatenate([each.out for each in copied]),
        ),
        certain=np.concatenate([each.certain for each in copied]),
        is_affected=np.concatenate([each.is_affected for each in copied]),
        view=view,
        by_name={each.copy.name: each.copy for each in copied},
    )


def with_certain_players(copies: Copies) -> Frame:
    """Return the rows with play shares of 1 for players who are certain to play."""
    rows = copies.rows
    for name in ("play_share", "appear_share"):
        share = np.where(copies.certain, 1.0, numbers(rows, name))
        rows = rows.set_column(rows.column_names.index(name), name, [share])
    return rows


def lookup_by_copy(rows: Frame, copies: Copies, other: Frame) -> Frame:
    """Return another table's row for each row's original game and player, under the copy's name."""
    import pyarrow as pa

    place = rows.column_names.index("game_id")
    names = rows["game_id"].to_pylist()
    game_ids = pa.array([copies.by_name[name].game_id for name in names], pa.string())
    indices = row_indices(rows.set_column(place, "game_id", game_ids), other)
    own = other.column_names.index("game_id")
    return other.take(indices).set_column(own, "game_id", rows["game_id"])


@dataclass(frozen=True)
class _CopyRows:
    copy: Copy
    place: IntArray
    """Indices into the view's rows, shape (m,)."""
    starting: FloatArray
    out: BoolArray
    certain: BoolArray
    is_affected: BoolArray


def _copies_with_rows(rows: Frame, is_open: BoolArray) -> Iterator[tuple[Copy, IntArray]]:
    """Yield every copy with the indices of its game's rows."""
    game = codes(rows, ("game_id",))
    for number in np.unique(game[is_open]):
        place = np.flatnonzero(game == number)
        game_id = rows["game_id"][int(place[0])].as_py()
        yield Copy(game_id), place
        for index in place[is_open[place]]:
            player = rows["player_id"][int(index)].as_py()
            yield from ((Copy(game_id, player, branch), place) for branch in Branch)


def _copy_rows(
    rows: Frame,
    known: KnownLineups,
    copy: Copy,
    place: IntArray,
    is_open: BoolArray,
    team: IntArray,
) -> _CopyRows:
    """Return the rows of a copy, with the status of its player fixed."""
    team_of_row, nobody = team[place], np.zeros(len(place), bool)
    copied = _CopyRows(
        copy,
        place,
        known.starting[place],
        known.out[place],
        nobody,
        np.isin(team_of_row, team_of_row[is_open[place]]),
    )
    if copy.branch is None:
        return copied
    is_player = numbers(rows, "player_id")[place] == copy.player_id
    copied = replace(copied, is_affected=team_of_row == team_of_row[is_player])
    if copy.branch is Branch.PLAYS:
        return replace(copied, certain=is_player)
    out = copied.out | is_player
    starting = _replacement_lineup(rows.take(place), copied.starting, out, is_player, team_of_row)
    return replace(copied, out=out, starting=starting)


def _replacement_lineup(
    rows: Frame, starting: FloatArray, out: BoolArray, is_player: BoolArray, team: IntArray
) -> FloatArray:
    """Return the lineup with a replacement for a starter who sits.

    The replacement is the available teammate outside the lineup who started most often lately.
    """
    if not (starting[is_player] == 1).any():
        return starting
    score = numbers(rows, "start_share") + 1e-3 * numbers(rows, "starter_minutes_fast")
    is_candidate = (team == team[is_player]) & ~out & (starting == 0)
    lineup = np.where(is_player, 0.0, starting)
    if is_candidate.any():
        lineup[np.argmax(np.where(is_candidate, score, -np.inf))] = 1.0
    return lineup


def _rows_of_copies(rows: Frame, copied: list[_CopyRows]) -> Frame:
    import pyarrow as pa

    result = rows.take(np.concatenate([each.place for each in copied]))
    names = [each.copy.name for each in copied for _ in each.place]
    place = result.column_names.index("game_id")
    return result.set_column(place, "game_id", pa.array(names, pa.string()))
