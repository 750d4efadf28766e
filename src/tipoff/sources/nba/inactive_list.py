"""Inactive lists of games, in each form in which the league has published them.

The second version of the game summary has empty inactive lists for games since April 2025. It is
still parsed for recordings of older games; the current form is the third version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.errors import PayloadError
from tipoff.sources.nba.live_box_score import (
    LIVE_BOX_SCORE,
    is_listed_inactive,
    live_players,
    reason_of,
)
from tipoff.sources.parsing.json_rows import (
    by_column,
    document,
    field,
    full_name,
    items,
    result_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

SUMMARY, OLD_SUMMARY = "boxscoresummaryv3", "boxscoresummaryv2"
OLD_COLUMNS = ("PLAYER_ID", "FIRST_NAME", "LAST_NAME", "TEAM_ID")


@stream(
    resource=SUMMARY,
    other_resources=(OLD_SUMMARY, LIVE_BOX_SCORE),
    columns={
        "gameId": "string",
        "teamId": "int64",
        "personId": "int64",
        "playerName": "string",
        "nameKey": "string",
        "reason": "string",
        "source": "string",
    },
    key=("gameId", "personId"),
)
def inactive_list(payload: Payload) -> Columns:
    """Return the players declared inactive for a game, with the reason if the source has one."""
    readers = {OLD_SUMMARY: _of_old_summary, LIVE_BOX_SCORE: _of_feed}
    players = readers.get(payload.resource, _of_summary)(payload)
    rows = [
        (game, team, player, name, name_key(name), reason, payload.resource)
        for game, team, player, name, reason in players
    ]
    return by_column(rows, tuple(inactive_list.columns))


def _of_summary(payload: Payload) -> Iterator[tuple[Any, ...]]:
    summary = document(payload, "boxScoreSummary")
    for side in ("homeTeam", "awayTeam"):
        team = field(summary, side)
        for player in items(team, "inactives"):
            yield field(summary, "gameId"), field(team, "teamId"), *_person(player), None


def _of_feed(payload: Payload) -> Iterator[tuple[Any, ...]]:
    for game, team, player in live_players(payload):
        if is_listed_inactive(player):
            yield game, team, *_person(player), reason_of(player)


def _of_old_summary(payload: Payload) -> Iterator[tuple[Any, ...]]:
    columns = result_set(payload, "InactivePlayers")
    missing = [name for name in OLD_COLUMNS if name not in columns]
    if missing:
        present = ", ".join(columns)
        raise PayloadError(f"columns missing: {', '.join(missing)}; there are: {present}")
    game = payload.parameters.get("GameID")
    for player, first, last, team in zip(*(columns[name] for name in OLD_COLUMNS), strict=True):
        yield game, team, player, full_name(first, last), None


def _person(player: Any) -> tuple[Any, str]:
    name = full_name(field(player, "firstName"), field(player, "familyName"))
    return field(player, "personId"), name
