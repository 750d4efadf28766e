"""The schedule of a season, or of one date from the scoreboard.

Two kinds of listings are not games of their date. Games of the Cup and the play-in are listed
before their teams are decided. A postponed game stays listed on its original date: its status text
becomes "PPD" while its status stays 1 (scheduled). Once it has a new date, the same id is listed on
both, and the original listing may become "Final" without a score. The field ``postponedStatus`` is
useless here: the service has sent "Y" for games that were played.

A game without a decided time has the status text "TBD" and the time midnight Eastern, or the year
1900. Its tip-off is NULL.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import EASTERN, utc_timestamp
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.sources.parsing.json_rows import by_column, document, field, items, league_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

SCOREBOARD = "scoreboardv3"
FINAL = 3
SIDES = ("homeTeam", "awayTeam")
EXHIBITIONS = ("001", "003")
"""Prefixes of the ids of preseason and All-Star games, which do not count and are left out."""
POSTPONED = re.compile(r"\s*(ppd|postponed|cancell?ed)\b", re.IGNORECASE)
"""The beginning of the status text of a game that is not played on its date."""
UNDECIDED_TIME = re.compile(r"\s*tbd\b", re.IGNORECASE)
GAME_ID = re.compile(r"\d{3}(\d\d)\d{5}", re.ASCII)
FIRST_SEASON = 46
"""The league's first season began in 1946; lower two-digit years in an id are of this century."""


@stream(
    resource="scheduleleaguev2",
    other_resources=(SCOREBOARD,),
    columns={
        "gameId": "string",
        "season": "string",
        "gameDate": "date",
        "gameStatus": "int64",
        "gameDateTimeUTC": "timestamp",
        "arenaName": "string",
        "homeTeamId": "int64",
        "homeTeamName": "string",
        "homeTeamTricode": "string",
        "awayTeamId": "int64",
        "awayTeamName": "string",
        "awayTeamTricode": "string",
        "homePoints": "int64",
        "awayPoints": "int64",
    },
    key=("gameId",),
)
def league_schedule(payload: Payload) -> Columns:
    """Return the games of a season or date that count, are not postponed and have both teams.

    The scoreboard has no arenas.
    """
    games = _on_scoreboard(payload) if payload.resource == SCOREBOARD else _scheduled(payload)
    return by_column(list(games), tuple(league_schedule.columns))


def undecided_games(payload: Payload) -> list[str]:
    """Return the ids of a season's games that count and do not have decided teams yet.

    Raises:
        PayloadError: the payload is not a season's schedule.
    """
    return [str(game["gameId"]) for _, game in _listed(payload) if is_undecided(game)]


def postponed_games(payload: Payload) -> dict[str, str]:
    """Return descriptions of a season's postponed games, as in "BOS @ NYK of 2026-01-24", by id.

    Raises:
        PayloadError: the payload is not a season's schedule.
    """
    return {
        str(game["gameId"]): f"{matchup(game)} of {listed_on}"
        for listed_on, game in _listed(payload)
        if is_postponed(game)
    }


def postponed_dates(payload: Payload) -> set[date]:
    """Return the dates of a season on which a postponed game is listed.

    Raises:
        PayloadError: the payload is not a season's schedule.
    """
    dates = (listed_on for listed_on, game in _listed(payload) if is_postponed(game))
    return {listed_on for listed_on in dates if isinstance(listed_on, date)}


def matchup(game: Any) -> str:
    """Return the codes of a game's teams, as in "BOS @ NYK"."""
    home, away = ((game[side] or {}).get("teamTricode") or "?" for side in SIDES)
    return f"{away} @ {home}"


def is_undecided(game: Any) -> bool:
    """Return whether a game that is not over lacks a team on either side: null, or id 0."""
    is_over = field(game, "gameStatus") == FINAL
    return not is_over and not all(_team_id(field(game, side)) for side in SIDES)


def is_postponed(game: Any) -> bool:
    """Return whether a game is listed on a date on which it is not played."""
    if POSTPONED.match(str(game.get("gameStatusText") or "")):
        return True
    return field(game, "gameStatus") == FINAL and _is_scoreless(game)


def season_of(game_id: Any) -> str | None:
    """Return the season in a game's id: 2025-26 for 0022500171; None for other forms of ids."""
    match = GAME_ID.fullmatch(str(game_id))
    if match is None:
        return None
    year = int(match[1])
    century = 1900 if year >= FIRST_SEASON else 2000
    return f"{century + year}-{(year + 1) % 100:02d}"


def _scheduled(payload: Payload) -> Iterator[tuple[Any, ...]]:
    season = field(document(payload, "leagueSchedule"), "seasonYear")
    for listed_on, game in _listed(payload):
        if _is_played(game):
            tip = field(game, "gameDateTimeUTC")
            yield _row(game, season, listed_on, tip, game.get("arenaName"))


def _on_scoreboard(payload: Payload) -> Iterator[tuple[Any, ...]]:
    board = document(payload, "scoreboard")
    listed_on = league_date(field(board, "gameDate"))
    for game in _without_exhibitions(items(board, "games")):
        if _is_played(game):
            season = season_of(field(game, "gameId"))
            yield _row(game, season, listed_on, field(game, "gameTimeUTC"), None)


def _listed(payload: Payload) -> Iterator[tuple[date | Any, Any]]:
    """Yield the listed date and the record of each of a season's games that count."""
    for day in items(document(payload, "leagueSchedule"), "gameDates"):
        listed_on = league_date(field(day, "gameDate"))
        for game in _without_exhibitions(items(day, "games")):
            yield listed_on, game


def _without_exhibitions(games: list[Any]) -> Iterator[Any]:
    return (game for game in games if str(field(game, "gameId"))[:3] not in EXHIBITIONS)


def _is_played(game: Any) -> bool:
    return not is_undecided(game) and not is_postponed(game)


def _is_scoreless(game: Any) -> bool:
    """Return whether both teams have a score field without any points."""
    teams = [game.get(side) for side in SIDES]
    return all(isinstance(t, dict) and "score" in t and t["score"] in (0, None) for t in teams)


def _team_id(team: Any) -> Any:
    return None if team is None else field(team, "teamId")


def _row(game: Any, season: Any, listed_on: date | Any, tip: Any, arena: Any) -> tuple[Any, ...]:
    home, away = field(game, "homeTeam"), field(game, "awayTeam")
    return (
        field(game, "gameId"),
        season,
        listed_on,
        field(game, "gameStatus"),
        _tip_off(game, tip),
        arena,
        *_team(home),
        *_team(away),
        *_score(game, home, away),
    )


def _tip_off(game: Any, tip: Any) -> object:
    """Return a game's tip-off in UTC; NULL for a future game without a decided time."""
    tip_at = utc_timestamp(tip)
    if field(game, "gameStatus") == FINAL:
        return tip_at
    if UNDECIDED_TIME.match(str(game.get("gameStatusText") or "")):
        return None
    if not isinstance(tip_at, datetime):
        return tip_at
    return None if tip_at.replace(tzinfo=UTC).astimezone(EASTERN).time() == time() else tip_at


def _score(game: Any, home: Any, away: Any) -> tuple[Any, Any]:
    """Return the points of a game that is over; NULL for others, whose scores are not final."""
    if field(game, "gameStatus") != FINAL:
        return None, None
    return tuple(team.get("score") if team else None for team in (home, away))  # type: ignore[return-value]


def _team(team: Any) -> tuple[Any, str | None, Any]:
    """Return a team's id, name and code; NULLs for a missing team, so that its row fails."""
    if not _team_id(team):
        return None, None, None
    city, name = field(team, "teamCity"), field(team, "teamName")
    return team["teamId"], f"{city} {name}", field(team, "teamTricode")
