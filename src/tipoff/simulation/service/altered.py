"""Alterations of the league's answers: each introduces one error or unusual situation.

Each function takes the body of an answer and returns it altered. A body to which the alteration
does not apply is returned unchanged in content.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEDULED = 1
SIDES = ("homeTeam", "awayTeam")
RENAMED = {
    b'"TEAM_ID"': b'"FRANCHISE_ID"',
    b'"TeamID":': b'"FranchiseID":',
    b'"TeamID",': b'"FranchiseID",',
    b'"teamId"': b'"franchiseId"',
    b'"gameId"': b'"contestId"',
}
NOBODY = {"teamId": 0, "teamCity": None, "teamName": None, "teamTricode": None, "score": 0}
"""A team that is not decided yet, as in the schedule."""


def document_of(body: bytes) -> Any:
    """Return the parsed JSON of a body; None if it is not JSON."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


def cut(body: bytes, day: date) -> bytes:
    """Return the answer as of the morning of a date: without results of that date or later."""
    document = document_of(body)
    if not isinstance(document, dict):
        return body
    for result, place in _dated(document):
        result["rowSet"] = [row for row in result["rowSet"] if _day(row[place]) < day]
    for played_on, game in scheduled(document):
        if played_on >= day and game.get("gameStatus") != SCHEDULED:
            game["gameStatus"] = SCHEDULED
            for side in SIDES:
                game[side]["score"] = 0
    return orjson.dumps(document)


def stale(body: bytes) -> bytes:
    """Return the answer as of the morning of its last date with results, as from an old cache."""
    document = document_of(body)
    if not isinstance(document, dict):
        return body
    days = [_day(row[place]) for result, place in _dated(document) for row in result["rowSet"]]
    days += [day for day, game in scheduled(document) if game.get("gameStatus") != SCHEDULED]
    return cut(body, max(days)) if days else body


def renamed(body: bytes) -> bytes:
    """Return the answer with renamed columns."""
    for name, other in RENAMED.items():
        body = body.replace(name, other)
    return body


def duplicated(body: bytes) -> bytes:
    """Return the answer with the rows of the last date twice."""
    document = document_of(body)
    for result, place in _dated(document):
        last = max((row[place] for row in result["rowSet"]), default=None)
        result["rowSet"] += [row for row in result["rowSet"] if row[place] == last]
    return body if document is None else orjson.dumps(document)


def uncorrected(body: bytes) -> bytes:
    """Return a log before a correction: its last row has one steal more."""
    document = document_of(body)
    for last, places in _last_lines(document, "STL"):
        last[places["STL"]] += 1
    return body if document is None else orjson.dumps(document)


def fractional(body: bytes) -> bytes:
    """Return a log whose last row has fractional minutes."""
    document = document_of(body)
    for last, places in _last_lines(document, "MIN"):
        last[places["MIN"]] += 0.93
    return body if document is None else orjson.dumps(document)


def extended(body: bytes) -> bytes:
    """Return rows with an undeclared first column."""
    document = document_of(body)
    for result, _ in _dated(document):
        result["headers"] = ["SPONSOR", *result["headers"]]
        result["rowSet"] = [["", *row] for row in result["rowSet"]]
    return body if document is None else orjson.dumps(document)


def stub(body: bytes) -> bytes:
    """Return the answer about one game with null teams, as the service gives for some games."""
    document = document_of(body)
    for content in _of_one_game(document):
        content.update(dict.fromkeys(SIDES))
    return body if document is None else orjson.dumps(document)


def unlisted(body: bytes) -> bytes:
    """Return the answer about one game without inactive players, as before a game begins."""
    document = document_of(body)
    for content in _of_one_game(document):
        for team in (content[side] or {} for side in SIDES):
            if "inactives" in team:
                team["inactives"] = []
            team["players"] = [p for p in team.get("players", ()) if p.get("status") != "INACTIVE"]
    return body if document is None else orjson.dumps(document)


def live(body: bytes) -> bytes:
    """Return a log in which the last game is in progress: it has no winner."""
    document = document_of(body)
    for result, _ in _dated(document):
        if result["rowSet"] and "WL" in result["headers"]:
            game, winner = (result["headers"].index(name) for name in ("GAME_ID", "WL"))
            last = result["rowSet"][-1][game]
            for row in result["rowSet"]:
                row[winner] = None if row[game] == last else row[winner]
    return body if document is None else orjson.dumps(document)


def undecided(body: bytes) -> bytes:
    """Return a schedule with additional Cup games whose teams are 0, null or missing."""
    document = document_of(body)
    days = document.get("leagueSchedule", {}).get("gameDates") if isinstance(document, dict) else ()
    for day in days[-1:] if days else ():
        to_come = {"gameStatus": SCHEDULED, "gameDateTimeUTC": None, "arenaName": ""}
        for number, team in enumerate((NOBODY, {**NOBODY, "teamId": None}, None)):
            game = {"gameId": f"006999900{number}", "homeTeam": team, "awayTeam": NOBODY}
            day["games"].append({**to_come, **game})
    return body if document is None else orjson.dumps(document)


def undone(body: bytes) -> bytes:
    """Return a schedule in which the first finished game is scheduled again."""
    document = document_of(body)
    first = next((g for _, g in scheduled(document) if g.get("gameStatus") != SCHEDULED), None)
    if first is not None:
        first["gameStatus"] = SCHEDULED
    return body if document is None else orjson.dumps(document)


def postponed(body: bytes) -> bytes:
    """Return a schedule in which the first game to come is postponed."""
    document = document_of(body)
    first = next((g for _, g in scheduled(document) if g.get("gameStatus") == SCHEDULED), None)
    if first is not None:
        first["gameStatusText"] = "PPD"
    return body if document is None else orjson.dumps(document)


def scratched(body: bytes) -> bytes:
    """Return lineups in which the first starter has become inactive."""
    document = document_of(body)
    games = document.get("games") if isinstance(document, dict) else None
    for game in games[:1] if isinstance(games, list) else ():
        for player in (game.get(SIDES[0]) or {}).get("players", [])[:1]:
            player |= {"position": "", "rosterStatus": "Inactive"}
    return body if document is None else orjson.dumps(document)


def scheduled(document: Any) -> Iterator[tuple[date, dict[str, Any]]]:
    """Yield the date and the record of each game of a schedule."""
    schedule = document.get("leagueSchedule", {}) if isinstance(document, dict) else {}
    for day in schedule.get("gameDates", ()):
        played_on = datetime.strptime(day["gameDate"][:10], "%m/%d/%Y").date()
        for game in day["games"]:
            yield played_on, game


def _of_one_game(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        for name in ("boxScoreTraditional", "boxScoreSummary", "game"):
            content = document.get(name)
            if isinstance(content, dict) and SIDES[0] in content:
                yield content


def _dated(document: Any) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each result set with a date column, and the index of that column."""
    results = document.get("resultSets") if isinstance(document, dict) else None
    for result in results or ():
        if "GAME_DATE" in result["headers"]:
            yield result, result["headers"].index("GAME_DATE")


def _last_lines(document: Any, column: str) -> Iterator[tuple[list[Any], dict[str, int]]]:
    """Yield the last row of each log that has a column, with the indices of its columns."""
    for result, _ in _dated(document):
        if result["rowSet"] and column in result["headers"]:
            yield result["rowSet"][-1], {n: p for p, n in enumerate(result["headers"])}


def _day(written: str) -> date:
    return datetime.strptime(written.replace("-", ""), "%Y%m%d").date()
