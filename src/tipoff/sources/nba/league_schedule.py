"""The schedule: a season's, or one date's games as the scoreboard has them.

Two kinds of listings are no games of their date. Games of the Cup and the play-in are listed
before their teams are decided. And a game that is postponed stays listed on the date that it is
not played on: its status text becomes "PPD" while its status stays 1 (scheduled). Once it has a
new date the same id is listed on both, and the old listing may turn to "Final" without a score.
``postponedStatus`` says nothing of this: the service has sent "Y" for games that were played.

A game whose time is not decided has "TBD" for its status text, and for its time midnight in the
East, or the year 1900: its tip-off is missing.
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
"""How the ids of preseason and All-Star games begin: they count for nothing, and not here."""
POSTPONED = re.compile(r"\s*(ppd|postponed|cancell?ed)\b", re.IGNORECASE)
"""How the status text begins of a game that is not played on its date."""
UNDECIDED_TIME = re.compile(r"\s*tbd\b", re.IGNORECASE)
GAME_ID = re.compile(r"\d{3}(\d\d)\d{5}", re.ASCII)
FIRST_SEASON = 46
"""The league's first began in 1946: lower years in an id are of this century."""


@stream(
    resource="scheduleleaguev2",
    also=(SCOREBOARD,),
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
    """Return every game of a season or date that counts, is not postponed and has two teams.

    A scoreboard has no arena.
    """
    games = _on_scoreboard(payload) if payload.resource == SCOREBOARD else _scheduled(payload)
    return by_column(list(games), tuple(league_schedule.columns))


def undecided_games(payload: Payload) -> list[str]:
    """Return the ids of a season's games that count and whose teams are not decided yet.

    Raises:
        PayloadError: the payload is no schedule of a season.
    """
    return [str(game["gameId"]) for _, game in _listed(payload) if is_undecided(game)]


def postponed_games(payload: Payload) -> dict[str, str]:
    """Return the postponed games of a season by id, as in "BOS @ NYK of 2026-01-24".

    Raises:
        PayloadError: the payload is no schedule of a season.
    """
    return {
        str(game["gameId"]): f"{matchup(game)} of {played_on}"
        for played_on, game in _listed(payload)
        if is_postponed(game)
    }


def postponed_dates(payload: Payload) -> set[date]:
    """Return the dates of a season on which a postponed game is listed.

    Raises:
        PayloadError: the payload is no schedule of a season.
    """
    listed = (played_on for played_on, game in _listed(payload) if is_postponed(game))
    return {played_on for played_on in listed if isinstance(played_on, date)}


def matchup(game: Any) -> str:
    """Return the codes of a game's teams, as in "BOS @ NYK"."""
    home, away = ((game[side] or {}).get("teamTricode") or "?" for side in SIDES)
    return f"{away} @ {home}"


def is_undecided(game: Any) -> bool:
    """Return whether a game that is not over has a side without a team: null, or id 0."""
    over = field(game, "gameStatus") == FINAL
    return not over and not all(_team_id(field(game, side)) for side in SIDES)


def is_postponed(game: Any) -> bool:
    """Return whether a game is listed on a date that it is not played on."""
    if POSTPONED.match(str(game.get("gameStatusText") or "")):
        return True
    return field(game, "gameStatus") == FINAL and _is_scoreless(game)


def season_of(game_id: Any) -> str | None:
    """Return the season that a game's id names, as 0022500171 does 2025-26; None of another id."""
    named = GAME_ID.fullmatch(str(game_id))
    if named is None:
        return None
    year = int(named[1])
    century = 1900 if year >= FIRST_SEASON else 2000
    return f"{century + year}-{(year + 1) % 100:02d}"


def _scheduled(payload: Payload) -> Iterator[tuple[Any, ...]]:
    season = field(document(payload, "leagueSchedule"), "seasonYear")
    for played_on, game in _listed(payload):
        if _is_a_game(game):
            tip = field(game, "gameDateTimeUTC")
            yield _game(game, season, played_on, tip, game.get("arenaName"))


def _on_scoreboard(payload: Payload) -> Iterator[tuple[Any, ...]]:
    board = document(payload, "scoreboard")
    played_on = league_date(field(board, "gameDate"))
    for game in _that_count(items(board, "games")):
        if _is_a_game(game):
            season = season_of(field(game, "gameId"))
            yield _game(game, season, played_on, field(game, "gameTimeUTC"), None)


def _listed(payload: Payload) -> Iterator[tuple[date | Any, Any]]:
    """Yield the date and the record of each game of a season that counts."""
    for day in items(document(payload, "leagueSchedule"), "gameDates"):
        played_on = league_date(field(day, "gameDate"))
        for game in _that_count(items(day, "games")):
            yield played_on, game


def _that_count(games: list[Any]) -> Iterator[Any]:
    return (game for game in games if str(field(game, "gameId"))[:3] not in EXHIBITIONS)


def _is_a_game(game: Any) -> bool:
    return not is_undecided(game) and not is_postponed(game)


def _is_scoreless(game: Any) -> bool:
    """Return whether both teams have a score field, and neither has any points."""
    teams = [game.get(side) for side in SIDES]
    return all(isinstance(t, dict) and "score" in t and t["score"] in (0, None) for t in teams)


def _team_id(team: Any) -> Any:
    return None if team is None else field(team, "teamId")


def _game(game: Any, season: Any, played_on: date | Any, tip: Any, arena: Any) -> tuple[Any, ...]:
    home, away = field(game, "homeTeam"), field(game, "awayTeam")
    return (
        field(game, "gameId"),
        season,
        played_on,
        field(game, "gameStatus"),
        _tip_off(game, tip),
        arena,
        *_team(home),
        *_team(away),
        *_score(game, home, away),
    )


def _tip_off(game: Any, tip: Any) -> object:
    """Return when a game tips off, UTC; NULL of a game to come whose time is not decided."""
    at = utc_timestamp(tip)
    if field(game, "gameStatus") == FINAL:
        return at
    if UNDECIDED_TIME.match(str(game.get("gameStatusText") or "")):
        return None
    if not isinstance(at, datetime):
        return at
    return None if at.replace(tzinfo=UTC).astimezone(EASTERN).time() == time() else at


def _score(game: Any, home: Any, away: Any) -> tuple[Any, Any]:
    """Return the points of a game that is over; NULL of others, which have 0 or what they have."""
    if field(game, "gameStatus") != FINAL:
        return None, None
    return tuple(team.get("score") if team else None for team in (home, away))  # type: ignore[return-value]


def _team(team: Any) -> tuple[Any, str | None, Any]:
    """Return a team's id, name and code; NULL of a team that is missing, for its row to fail."""
    if not _team_id(team):
        return None, None, None
    city, name = field(team, "teamCity"), field(team, "teamName")
    return team["teamId"], f"{city} {name}", field(team, "teamTricode")
