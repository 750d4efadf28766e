"""Games of which it is open whether a player plays, copied once for either case.

Each copy is a game of its own under a name of its own, so that everything that predicts a game
predicts a copy of it by the same code. Of game 0022300061, in which 203999 is questionable, the
copies are ``0022300061``, as things stand, ``0022300061/203999/sits`` and
``0022300061/203999/plays``. In a copy one player's part is settled; all else is as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from tipoff.features.arrays import codes, numbers, places
from tipoff.features.known_lineups import Known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tipoff.features.arrays import BoolArray, FloatArray, IntArray
    from tipoff.kernel.declare.annotations import Frame
    from tipoff.predictions.known_rows import Slate

OPEN_STATUSES = ("questionable", "doubtful")
"""What an injury report says of players who may or may not play."""
CONFIRMED = 2
"""``starters_known`` of a confirmed lineup: who is in it plays."""


class Branch(StrEnum):
    """How an open question is settled."""

    SITS = "sits"
    PLAYS = "plays"


@dataclass(frozen=True)
class Copy:
    """A game as it stands, or as it is once one player's part in it is settled."""

    game_id: str
    player_id: int | None = None
    """Whose part is settled; None as things stand."""
    branch: Branch | None = None

    @property
    def name(self) -> str:
        """Return the name under which the copy is predicted."""
        settled = "" if self.branch is None else f"/{self.player_id}/{self.branch}"
        return self.game_id + settled


@dataclass(frozen=True)
class Copies:
    """The rows of some copies; arrays of shape (n,)."""

    rows: Frame
    """Of the pool with the store's columns, under the names of the copies."""
    known: Known
    certain: BoolArray
    """Known to play."""
    wanted: BoolArray
    """Of a team with an open question; the other team is there to play against."""
    slate: Slate
    by_name: dict[str, Copy]


def open_players(player_pool: Frame) -> set[tuple[str, int]]:
    """Return the game and player of each whom the newest injury report leaves open."""
    names = ("game_id", "player_id", "reported_status", "out")
    rows = zip(*(player_pool[n].to_pylist() for n in names), strict=True)
    return {(game, who) for game, who, status, out in rows if status in OPEN_STATUSES and not out}


def copies_of(pool: Frame, slate: Slate, asked: Collection[tuple[str, int]]) -> Copies | None:
    """Return the games with an open question, as they stand and in both cases of each question.

    Args:
        pool: whole games, with the store's columns.
        slate: some of its games as an information set shows them.
        asked: games and players of the open questions.

    Returns:
        None where the slate has no open question: who starts by a confirmed lineup plays.
    """
    rows, known = pool.take(slate.rows), slate.known
    game, player = rows["game_id"].to_pylist(), rows["player_id"].to_pylist()
    sure = (known.starting == 1) & (known.information.starters_known == CONFIRMED)
    is_open = np.array([key in asked for key in zip(game, player, strict=True)], bool)
    is_open &= ~known.out & ~sure
    if not is_open.any():
        return None
    team = codes(rows, ("game_id", "team_id"))
    made = [
        _copied(rows, known, copy, place, is_open, team) for copy, place in _listed(rows, is_open)
    ]
    return Copies(
        rows=_renamed(rows, made),
        known=Known(
            known.information,
            np.concatenate([each.starting for each in made]),
            np.concatenate([each.out for each in made]),
        ),
        certain=np.concatenate([each.certain for each in made]),
        wanted=np.concatenate([each.wanted for each in made]),
        slate=slate,
        by_name={each.copy.name: each.copy for each in made},
    )


def settled(copies: Copies) -> Frame:
    """Return the rows in which whoever is certain to play appears in every game of late."""
    rows = copies.rows
    for name in ("play_share", "appear_share"):
        share = np.where(copies.certain, 1.0, numbers(rows, name))
        rows = rows.set_column(rows.column_names.index(name), name, [share])
    return rows


def looked_up(rows: Frame, copies: Copies, other: Frame) -> Frame:
    """Return what another table holds of each row's game and player, under the copy's name."""
    import pyarrow as pa

    place = rows.column_names.index("game_id")
    names = rows["game_id"].to_pylist()
    real = pa.array([copies.by_name[name].game_id for name in names], pa.string())
    at = places(rows.set_column(place, "game_id", real), other)
    own = other.column_names.index("game_id")
    return other.take(at).set_column(own, "game_id", rows["game_id"])


@dataclass(frozen=True)
class _Copied:
    copy: Copy
    place: IntArray
    """Rows of the slate, shape (m,)."""
    starting: FloatArray
    out: BoolArray
    certain: BoolArray
    wanted: BoolArray


def _listed(rows: Frame, is_open: BoolArray) -> Iterator[tuple[Copy, IntArray]]:
    """Yield every copy with the rows of its game."""
    game = codes(rows, ("game_id",))
    for number in np.unique(game[is_open]):
        place = np.flatnonzero(game == number)
        game_id = rows["game_id"][int(place[0])].as_py()
        yield Copy(game_id), place
        for at in place[is_open[place]]:
            player = rows["player_id"][int(at)].as_py()
            yield from ((Copy(game_id, player, branch), place) for branch in Branch)


def _copied(
    rows: Frame, known: Known, copy: Copy, place: IntArray, is_open: BoolArray, team: IntArray
) -> _Copied:
    """Return a copy with the one player's part settled; as things stand, with nothing changed."""
    own, nobody = team[place], np.zeros(len(place), bool)
    found = _Copied(
        copy,
        place,
        known.starting[place],
        known.out[place],
        nobody,
        np.isin(own, own[is_open[place]]),
    )
    if copy.branch is None:
        return found
    who = numbers(rows, "player_id")[place] == copy.player_id
    found = replace(found, wanted=own == own[who])
    if copy.branch is Branch.PLAYS:
        return replace(found, certain=who)
    out = found.out | who
    starting = _without(rows.take(place), found.starting, out, who, own)
    return replace(found, out=out, starting=starting)


def _without(
    rows: Frame, starting: FloatArray, out: BoolArray, who: BoolArray, team: IntArray
) -> FloatArray:
    """Return the lineup in which the place of a starter who sits is taken.

    The available teammate who started most of late and is not in the lineup starts instead.
    """
    if not (starting[who] == 1).any():
        return starting
    score = numbers(rows, "start_share") + 1e-3 * numbers(rows, "starter_minutes_fast")
    free = (team == team[who]) & ~out & (starting == 0)
    taken = np.where(who, 0.0, starting)
    if free.any():
        taken[np.argmax(np.where(free, score, -np.inf))] = 1.0
    return taken


def _renamed(rows: Frame, made: list[_Copied]) -> Frame:
    import pyarrow as pa

    found = rows.take(np.concatenate([each.place for each in made]))
    names = [each.copy.name for each in made for _ in each.place]
    place = found.column_names.index("game_id")
    return found.set_column(place, "game_id", pa.array(names, pa.string()))
