"""Resolve the names that feeds write: the one place where a name becomes a player.

Candidates are the players who may play in the game that the feed names: the pool, and the rosters
of its teams, which also have those who have not played for them yet. A name that fits nobody, or
more than one, waits with its candidates until a person settles it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tipoff.analytics.name_directory import ROSTER_DAYS, Directory, League, Settings
from tipoff.analytics.name_matching import Method
from tipoff.analytics.seen_name import INJURIES, PRICES
from tipoff.domain.names import spelling_key
from tipoff.kernel.declare.arrow import frame
from tipoff.kernel.declare.inputs import through
from tipoff.kernel.declare.schema import Schema, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.raw.settled_name import FOR_GOOD
from tipoff.windows.as_of import YEAR

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame

UNRESOLVED, UNPLACED, NO_GAME = "unresolved", "unplaced", "no game"
WAITING = (UNRESOLVED, UNPLACED)
OUTCOMES = (*(method.value for method in Method), *WAITING, NO_GAME)
SHOWN_CANDIDATES = 3
SEEN = ("game_date", "source", "setting", "player_name")
ANSWERED = ("outcome", "player_id", "game_id", "candidates")


class ResolvedName(Schema):
    """One spelling of a name in one feed, for one game or team of a date, and whose it is."""

    game_date = day(key=True, partition=True, meaning="date of the game, US Eastern")
    source = text(key=True, choices=(PRICES, INJURIES), meaning="which kind of feed")
    setting = text(
        key=True,
        meaning="the feed's game as AWAY @ HOME, or the team; empty where it tells neither",
    )
    player_name = text(key=True, meaning="the name as the feed writes it")
    outcome = text(
        choices=OUTCOMES,
        meaning="the rule that found the player; unresolved: it waits in"
        " `tipoff names`; unplaced: the player is known, the game is not; no game: the"
        " schedule has none there",
    )
    player_id = integer(nullable=True, meaning="the player; NULL while unresolved")
    game_id = text(nullable=True, meaning="the game that the player may play in")
    candidates = text(
        nullable=True,
        meaning="likely players with their similarity, as JSON; NULL once resolved",
    )
    times_seen = integer(minimum=1, unit="rows", meaning="of the feed that have it")


@table(
    schema=ResolvedName,
    reads={
        "pool_member": through(YEAR),
        "roster": through(ROSTER_DAYS),
        "settled_name": through(FOR_GOOD),
    },
    may_be_empty=True,
)
def resolved_name(
    seen_name: Frame, schedule: Frame, pool_member: Frame, roster: Frame, settled_name: Frame
) -> Frame:
    """Match each name to its player, or list the likely ones."""
    settled = dict(
        zip(*(settled_name[name].to_pylist() for name in ("spelling", "player_id")), strict=True)
    )
    settings = Settings(schedule, League(pool_member, roster))
    keys = (seen_name[name].to_pylist() for name in SEEN)
    answers = [
        _answer(name, settings.directory(day, source, setting), settled.get(spelling_key(name)))
        for day, source, setting, name in zip(*keys, strict=True)
    ]
    answered = dict(
        zip(ANSWERED, zip(*answers, strict=True) if answers else ((),) * 4, strict=True)
    )
    kept = {name: seen_name[name] for name in (*SEEN, "times_seen")}
    return frame(ResolvedName, {**kept, **{name: list(v) for name, v in answered.items()}})


def _answer(name: str, there: Directory, settled: int | None) -> tuple[Any, ...]:
    """Return outcome, player, game and candidates of a name in a setting."""
    if not there.has_game:
        return NO_GAME, None, None, None
    resolved = there.resolve(name, settled)
    if resolved is not None:
        player, method = resolved
        return method.value if player.game_id else UNPLACED, player.player_id, player.game_id, None
    may_be = [
        {"player_id": player.player_id, "name": player.key, "score": round(score, 2)}
        for score, player in there.likely(name, SHOWN_CANDIDATES)
    ]
    return UNRESOLVED, None, None, json.dumps(may_be) if may_be else None
