"""Everyone the league knows, as two of its services list them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import PayloadError
from tipoff.kernel.table import Columns, stream
from tipoff.sources.names import name_key
from tipoff.sources.nba_stats import document, field, full_name, result_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipoff.kernel.payload import Payload

EVERYONE = "commonallplayers"


@stream(
    resource="playerindex",
    also=(EVERYONE,),
    columns={
        "SEASON": "string",
        "PERSON_ID": "int64",
        "NAME": "string",
        "NAME_KEY": "string",
        "TEAM_ID": "int64",
        "FROM_YEAR": "int64",
        "TO_YEAR": "int64",
    },
    key=("SEASON", "PERSON_ID"),
)
def player_index(payload: Payload) -> Columns:
    """Players with the team they are with and their first and last season."""
    everyone = payload.resource == EVERYONE
    columns = result_set(payload, "CommonAllPlayers" if everyone else "PlayerIndex")
    names = _names(columns, everyone)
    season = field(document(payload, "parameters"), "Season")
    return {
        "SEASON": [season] * len(names),
        "PERSON_ID": _column(columns, "PERSON_ID"),
        "NAME": names,
        "NAME_KEY": [name_key(str(name)) for name in names],
        "TEAM_ID": [value or None for value in _column(columns, "TEAM_ID")],
        "FROM_YEAR": [_year(value) for value in _column(columns, "FROM_YEAR")],
        "TO_YEAR": [_year(value) for value in _column(columns, "TO_YEAR")],
    }


def _names(columns: Columns, everyone: bool) -> Sequence[Any]:
    if everyone:
        return _column(columns, "DISPLAY_FIRST_LAST")
    first, last = (_column(columns, f"PLAYER_{part}_NAME") for part in ("FIRST", "LAST"))
    return [*map(full_name, first, last)]


def _column(columns: Columns, name: str) -> Sequence[Any]:
    if name not in columns:
        raise PayloadError(f"columns missing: {name}; there are: {', '.join(columns)}")
    return columns[name]


def _year(value: Any) -> Any:
    """1990 of "1990"; anything else stays, to be set aside."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value or None
