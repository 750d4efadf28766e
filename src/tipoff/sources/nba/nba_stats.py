"""The statistics service's game logs and shot charts as rows."""

from __future__ import annotations

from collections import defaultdict
from itertools import compress, count
from typing import TYPE_CHECKING, Any

from tipoff.domain.names import name_key
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.nba.live_box_score import LIVE_BOX_SCORE
from tipoff.sources.nba.live_game_log import live_player_lines, live_team_lines
from tipoff.sources.parsing.json_rows import by_column, convert, league_date, result_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.schema import DataType
    from tipoff.kernel.declare.stream import Stream

BOX_SCORE: dict[str, DataType] = {
    "FGM": "int64",
    "FGA": "int64",
    "FG3M": "int64",
    "FG3A": "int64",
    "FTM": "int64",
    "FTA": "int64",
    "OREB": "int64",
    "DREB": "int64",
    "REB": "int64",
    "AST": "int64",
    "STL": "int64",
    "BLK": "int64",
    "TOV": "int64",
    "PF": "int64",
    "PTS": "int64",
    "PLUS_MINUS": "int64",
}
TEAM_LINE: dict[str, DataType] = {
    "TEAM_ID": "int64",
    "TEAM_ABBREVIATION": "string",
    "GAME_ID": "string",
    "GAME_DATE": "date",
    "MATCHUP": "string",
    "WL": "string",
    "MIN": "int64",
    **BOX_SCORE,
    "FROM_LOG": "boolean",
}
SHARES = ("FG_PCT", "FG3_PCT", "FT_PCT")
LINE_UNUSED = ("SEASON_ID", "TEAM_NAME", "VIDEO_AVAILABLE", *SHARES)
SHOT_UNUSED = (
    "GRID_TYPE",
    "GAME_EVENT_ID",
    "PLAYER_NAME",
    "TEAM_NAME",
    "EVENT_TYPE",
    "SHOT_ZONE_AREA",
    "SHOT_ZONE_RANGE",
    "SHOT_ATTEMPTED_FLAG",
    "HTM",
    "VTM",
)


@stream(
    resource="leaguegamelog",
    parameters={"PlayerOrTeam": "P"},
    other_resources=(LIVE_BOX_SCORE,),
    columns={
        "PLAYER_ID": "int64",
        "PLAYER_NAME": "string",
        "NAME_KEY": "string",
        **TEAM_LINE,
    },
    key=("GAME_ID", "PLAYER_ID"),
    unused=(*LINE_UNUSED, "FANTASY_PTS", "NBA_FANTASY_PTS"),
)
def player_game_log(payload: Payload) -> Columns:
    """Return all players' box-score lines of a season or a game, for games that are over."""
    if payload.resource == LIVE_BOX_SCORE:
        return _in_columns(live_player_lines(payload), player_game_log)
    columns = _game_log(payload)
    columns["NAME_KEY"] = [name_key(str(value)) for value in columns.get("PLAYER_NAME", ())]
    return columns


@stream(
    resource="leaguegamelog",
    parameters={"PlayerOrTeam": "T"},
    other_resources=(LIVE_BOX_SCORE,),
    columns=TEAM_LINE,
    key=("GAME_ID", "TEAM_ID"),
    unused=LINE_UNUSED,
)
def team_game_log(payload: Payload) -> Columns:
    """Return all teams' box-score lines of a season or a game, for games that are over."""
    if payload.resource == LIVE_BOX_SCORE:
        return _in_columns(live_team_lines(payload), team_game_log)
    return _game_log(payload)


def _game_log(payload: Payload) -> dict[str, Sequence[Any]]:
    """Return a log without the lines of live games, which do not have a winner yet.

    For some teams' lines the service gives a fraction as the plus-minus (12.2 in a game won by 15).
    Such a value is wrong and becomes NULL.
    """
    columns = result_set(payload, "LeagueGameLog")
    if "WL" in columns and None in columns["WL"]:
        is_over = [winner is not None for winner in columns["WL"]]
        columns = {name: [*compress(values, is_over)] for name, values in columns.items()}
    convert(columns, "GAME_DATE", league_date)
    convert(columns, "PLUS_MINUS", _whole_or_null)
    columns["FROM_LOG"] = [True] * len(columns.get("GAME_ID", ()))
    return columns


def _in_columns(lines: Iterable[Mapping[str, Any]], log: Stream) -> Columns:
    """Return lines as the columns of a log."""
    return by_column([[line[name] for name in log.columns] for line in lines], tuple(log.columns))


def _whole_or_null(value: Any) -> Any:
    return None if isinstance(value, float) and not value.is_integer() else value


@stream(
    resource="shotchartdetail",
    columns={
        "GAME_ID": "string",
        "PLAYER_ID": "int64",
        "TEAM_ID": "int64",
        "PERIOD": "int64",
        "MINUTES_REMAINING": "int64",
        "SECONDS_REMAINING": "int64",
        "ACTION_TYPE": "string",
        "SHOT_TYPE": "string",
        "SHOT_ZONE_BASIC": "string",
        "SHOT_DISTANCE": "int64",
        "LOC_X": "int64",
        "LOC_Y": "int64",
        "SHOT_MADE_FLAG": "int64",
        "GAME_DATE": "date",
        "N": "int64",
    },
    key=("GAME_ID", "PLAYER_ID", "N"),
    unused=SHOT_UNUSED,
)
def shot_chart(payload: Payload) -> Columns:
    """Return all field-goal attempts of a chart; N numbers a player's attempts in a game."""
    columns = result_set(payload, "Shot_Chart_Detail")
    convert(columns, "GAME_DATE", league_date)
    shooters = zip(columns.get("GAME_ID", ()), columns.get("PLAYER_ID", ()), strict=False)
    columns["N"] = _attempt_numbers(shooters)
    return columns


def _attempt_numbers(shooters: Iterable[tuple[Any, Any]]) -> list[int | None]:
    """Return the number of each attempt among its shooter's, from 1; NULL for an invalid id."""
    counters: defaultdict[tuple[Any, Any], Iterator[int]] = defaultdict(lambda: count(1))
    all_shooters = list(shooters)
    try:
        return [next(counters[shooter]) for shooter in all_shooters]
    except TypeError:  # an id that is a list or a record is not hashable: its row is set aside
        hashable = [shooter if _is_hashable(shooter) else None for shooter in all_shooters]
    counters.clear()
    return [None if shooter is None else next(counters[shooter]) for shooter in hashable]


def _is_hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
