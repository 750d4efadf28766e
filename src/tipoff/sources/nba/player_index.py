"""All players of the league, from either of two endpoints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.errors import PayloadError
from tipoff.sources.parsing.json_rows import full_name, result_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.kernel.declare.payload import Payload

EVERYONE = "commonallplayers"


@stream(
    resource="playerindex",
    other_resources=(EVERYONE,),
    columns={
        "SEASON": "string",
        "PERSON_ID": "int64",
        "NAME": "string",
        "NAME_KEY": "string",
        "TEAM_ID": "int64",
    },
    key=("SEASON", "PERSON_ID"),
)
def player_index(payload: Payload) -> Columns:
    """Return players with their teams; the season is that of the request."""
    is_everyone = payload.resource == EVERYONE
    columns = result_set(payload, "CommonAllPlayers" if is_everyone else "PlayerIndex")
    names = _names(columns, is_everyone)
    return {
        "SEASON": [payload.parameters.get("Season")] * len(names),
        "PERSON_ID": _column(columns, "PERSON_ID"),
        "NAME": names,
        "NAME_KEY": [name_key(str(name)) for name in names],
        "TEAM_ID": [value or None for value in _column(columns, "TEAM_ID")],
    }


def _names(columns: Columns, is_everyone: bool) -> Sequence[Any]:
    if is_everyone:
        return _column(columns, "DISPLAY_FIRST_LAST")
    first, last = (_column(columns, f"PLAYER_{part}_NAME") for part in ("FIRST", "LAST"))
    return [*map(full_name, first, last)]


def _column(columns: Columns, name: str) -> Sequence[Any]:
    if name not in columns:
        raise PayloadError(f"columns missing: {name}; there are: {', '.join(columns)}")
    return columns[name]
