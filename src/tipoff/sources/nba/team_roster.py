"""Rosters of each team and season, from the league's statistics service."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.errors import PayloadError
from tipoff.sources.parsing.json_rows import convert, result_set

if TYPE_CHECKING:
    from tipoff.kernel.declare.payload import Payload

UNUSED = (
    "LeagueID",
    "NICKNAME",
    "PLAYER_SLUG",
    "NUM",
    "HEIGHT",
    "WEIGHT",
    "AGE",
    "EXP",
    "SCHOOL",
    "HOW_ACQUIRED",
)


@stream(
    resource="commonteamroster",
    columns={
        "TeamID": "int64",
        "SEASON": "string",
        "PLAYER": "string",
        "NAME_KEY": "string",
        "POSITION": "string",
        "BIRTH_DATE": "date",
        "PLAYER_ID": "int64",
    },
    key=("SEASON", "TeamID", "PLAYER_ID"),
    unused=UNUSED,
)
def team_roster(payload: Payload) -> Columns:
    """Return all players on a team's roster; the season has the usual form, as 2025-26."""
    columns = result_set(payload, "CommonTeamRoster")
    convert(columns, "SEASON", _season)
    convert(columns, "BIRTH_DATE", _birth_date)
    columns["NAME_KEY"] = [name_key(str(value)) for value in columns.get("PLAYER", ())]
    return columns


def _season(value: Any) -> str:
    """Return the season 2025-26 for the service's number 2025."""
    try:
        return f"{int(value)}-{(int(value) + 1) % 100:02d}"
    except (TypeError, ValueError):
        raise PayloadError(f"SEASON {value!r} is not a year") from None


def _birth_date(value: Any) -> date | Any:
    """Parse a date like "FEB 05, 1999"; return other values, so that their rows are set aside."""
    try:
        return datetime.strptime(value, "%b %d, %Y").date()
    except (TypeError, ValueError):
        return value or None
