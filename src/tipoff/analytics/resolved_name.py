"""Resolve the names in feeds to players; no other module does this.

Candidates are the players who may play in the game that the feed names: its pool, and its teams'
rosters, which also include players who have not played for the team yet. A name that fits nobody,
or more than one player, waits with its candidates until a person settles it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tipoff.analytics.name_directory import ROSTER_DAYS, Directories, Directory, League
from tipoff.analytics.name_matching import Method
from tipoff.analytics.seen_name import INJURIES, PRICES
from tipoff.domain.names import spelling_key
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.settled_name import UNLIMITED_DAYS
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

UNRESOLVED, UNPLACED, NO_GAME = "unresolved", "unplaced", "no game"
WAITING = (UNRESOLVED, UNPLACED)
OUTCOMES = (*(method.value for method in Method), *WAITING, NO_GAME)
SHOWN_CANDIDATES = 3
SEEN_COLUMNS = ("game_date", "source", "setting", "player_name")
ANSWER_COLUMNS = ("outcome", "player_id", "game_id", "candidates")


class ResolvedName(Schema):
    """One spelling of a name in one feed, for one game or team of a date, and its player."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    source = text(key=True, choices=(PRICES, INJURIES), meaning="the kind of feed")
    setting = text(
        key=True,
        meaning="the feed's game as AWAY @ HOME, or the team; empty where it names neither",
    )
    player_name = text(key=True, meaning="the name as the feed writes it")
    outcome = text(
        choices=OUTCOMES,
        meaning="the rule that matched the player; unresolved: it waits in `tipoff names`;"
        " unplaced: the player is known, but not the game; no game: the schedule has no game of"
        " this setting",
    )
    player_id = integer(nullable=True, meaning="the player; NULL while unresolved")
    game_id = text(nullable=True, meaning="the game in which the player may play")
    candidates = text(
        nullable=True,
        meaning="JSON of likely players with their similarity; NULL once resolved",
    )
    times_seen = integer(minimum=1, unit="rows", meaning="number of rows with this name")


@table(
    schema=ResolvedName,
    reads={
        "pool_member": through(YEAR),
        "roster": through(ROSTER_DAYS),
        "settled_name": through(UNLIMITED_DAYS),
    },
    may_be_empty=True,
)
def resolved_name(
    seen_name: Frame, schedule: Frame, pool_member: Frame, roster: Frame, settled_name: Frame
) -> Frame:
    """Match each name to its player, or list the most likely players."""
    settled = dict(
        zip(*(settled_name[name].to_pylist() for name in ("spelling", "player_id")), strict=True)
    )
    directories = Directories(schedule, League(pool_member, roster))
    keys = (seen_name[name].to_pylist() for name in SEEN_COLUMNS)
    answers = [
        _answer(name, directories.directory(day, source, setting), settled.get(spelling_key(name)))
        for day, source, setting, name in zip(*keys, strict=True)
    ]
    columns = dict(
        zip(ANSWER_COLUMNS, zip(*answers, strict=True) if answers else ((),) * 4, strict=True)
    )
    kept = {name: seen_name[name] for name in (*SEEN_COLUMNS, "times_seen")}
    return frame(ResolvedName, {**kept, **{name: list(v) for name, v in columns.items()}})


def _answer(name: str, directory: Directory, settled: int | None) -> tuple[Any, ...]:
    """Return outcome, player, game and candidates of a name, in the order of ``ANSWER_COLUMNS``."""
    if not directory.has_game:
        return NO_GAME, None, None, None
    resolved = directory.resolve(name, settled)
    if resolved is not None:
        player, method = resolved
        return method.value if player.game_id else UNPLACED, player.player_id, player.game_id, None
    candidates = [
        {"player_id": player.player_id, "name": player.key, "score": round(score, 2)}
        for score, player in directory.likely(name, SHOWN_CANDIDATES)
    ]
    return UNRESOLVED, None, None, json.dumps(candidates) if candidates else None
