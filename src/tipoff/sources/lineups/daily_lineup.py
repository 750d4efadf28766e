"""The league's daily lineups: expected or confirmed starters, and inactive players.

The file of a date changes during the day, so every answer is kept as a snapshot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import naive_utc, utc_timestamp
from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.nba.league_schedule import EXHIBITIONS, SIDES
from tipoff.sources.parsing.json_rows import by_column, field, full_name, items, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

DAILY_LINEUPS = "daily_lineups"
CONFIRMED, EXPECTED = "Confirmed", "Expected"
INACTIVE, ACTIVE = "Inactive", "Active"


@stream(
    resource=DAILY_LINEUPS,
    columns={
        "gameId": "string",
        "teamId": "int64",
        "personId": "int64",
        "playerName": "string",
        "nameKey": "string",
        "lineupStatus": "string",
        "position": "string",
        "rosterStatus": "string",
        "capturedAt": "timestamp",
    },
    key=("gameId", "personId", "capturedAt"),
)
def lineup_snapshot(payload: Payload) -> Columns:
    """Return all players in a date's lineups, for games that count, with the time of capture.

    A recording has the time of capture in its parameter ``CapturedAt``. The feed's own timestamps
    have no time zone and are not used.
    """
    return by_column(list(_players(payload)), tuple(lineup_snapshot.columns))


def _players(payload: Payload) -> Iterator[tuple[Any, ...]]:
    captured_at = _captured_at(payload)
    for game in items(load(payload), "games"):
        game_id = field(game, "gameId")
        if str(game_id)[:3] in EXHIBITIONS:
            continue
        for team in (field(game, side) for side in SIDES):
            for player in items(team, "players") if team is not None else ():
                name = full_name(field(player, "firstName"), field(player, "lastName"))
                yield (
                    game_id,
                    field(team, "teamId"),
                    field(player, "personId"),
                    name,
                    name_key(name),
                    field(player, "lineupStatus") or None,
                    field(player, "position") or None,
                    field(player, "rosterStatus") or None,
                    captured_at,
                )


def _captured_at(payload: Payload) -> Any:
    recorded = payload.parameters.get("CapturedAt")
    return utc_timestamp(recorded) or naive_utc(payload.fetched_at)
