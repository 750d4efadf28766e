"""Answers as they might have been: of an earlier day, under other columns, twice, uncorrected."""

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


def document_of(body: bytes) -> Any:
    """The body as JSON; None of what is not."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return None


def cut(body: bytes, day: date) -> bytes:
    """The answer as it was on the morning of a date: nothing of that date or later is played."""
    document = document_of(body)
    if not isinstance(document, dict):
        return body
    for result, place in _dated(document):
        result["rowSet"] = [row for row in result["rowSet"] if _day(row[place]) < day]
    for played_on, game in _scheduled(document):
        if played_on >= day and game.get("gameStatus") != SCHEDULED:
            game["gameStatus"] = SCHEDULED
            for side in ("homeTeam", "awayTeam"):
                game[side]["score"] = 0
    return orjson.dumps(document)


def stale(body: bytes) -> bytes:
    """The answer of the morning of the last date that has results: a cache nobody renewed."""
    document = document_of(body)
    if not isinstance(document, dict):
        return body
    days = [_day(row[place]) for result, place in _dated(document) for row in result["rowSet"]]
    days += [day for day, game in _scheduled(document) if game.get("gameStatus") != SCHEDULED]
    return cut(body, max(days)) if days else body


def renamed(body: bytes) -> bytes:
    """The answer under other names of columns."""
    for name, other in RENAMED.items():
        body = body.replace(name, other)
    return body


def duplicated(body: bytes) -> bytes:
    """The answer with the last game's rows in it twice."""
    document = document_of(body)
    for result, place in _dated(document) if isinstance(document, dict) else ():
        last = max((row[place] for row in result["rowSet"]), default=None)
        result["rowSet"] += [row for row in result["rowSet"] if row[place] == last]
    return body if document is None else orjson.dumps(document)


def uncorrected(body: bytes) -> bytes:
    """A log as it was before a steal of its last line was taken away."""
    document = document_of(body)
    for result, _ in _dated(document) if isinstance(document, dict) else ():
        if result["rowSet"] and "STL" in result["headers"]:
            result["rowSet"][-1][result["headers"].index("STL")] += 1
    return body if document is None else orjson.dumps(document)


def stub(body: bytes) -> bytes:
    """Return the answer about one game as the service gives it of some: with null teams."""
    document = document_of(body)
    for content in _of_one_game(document):
        content.update(dict.fromkeys(SIDES))
    return body if document is None else orjson.dumps(document)


def unlisted(body: bytes) -> bytes:
    """Return the answer about one game with nobody inactive, as of one that has not begun."""
    document = document_of(body)
    for content in _of_one_game(document):
        for team in (content[side] for side in SIDES):
            if "inactives" in team:
                team["inactives"] = []
            team["players"] = [p for p in team.get("players", ()) if p.get("status") != "INACTIVE"]
    return body if document is None else orjson.dumps(document)


def live(body: bytes) -> bytes:
    """Return a log in which the last game is still being played: nobody has won it."""
    document = document_of(body)
    for result, _ in _dated(document) if isinstance(document, dict) else ():
        if result["rowSet"] and "WL" in result["headers"]:
            game, winner = (result["headers"].index(name) for name in ("GAME_ID", "WL"))
            last = result["rowSet"][-1][game]
            for row in result["rowSet"]:
                row[winner] = None if row[game] == last else row[winner]
    return body if document is None else orjson.dumps(document)


def undecided(body: bytes) -> bytes:
    """Return a schedule with more games of the Cup, whose teams are 0, null or missing."""
    document = document_of(body)
    days = document.get("leagueSchedule", {}).get("gameDates") if isinstance(document, dict) else ()
    for day in days[-1:] if days else ():
        to_come = {"gameStatus": SCHEDULED, "gameDateTimeUTC": None, "arenaName": ""}
        nobody = {"teamId": 0, "teamCity": None, "teamName": None, "teamTricode": None, "score": 0}
        for number, team in enumerate((nobody, {**nobody, "teamId": None}, None)):
            game = {"gameId": f"006999900{number}", "homeTeam": team, "awayTeam": nobody}
            day["games"].append({**to_come, **game})
    return body if document is None else orjson.dumps(document)


def undone(body: bytes) -> bytes:
    """Return a schedule in which the first game that was over is to come again."""
    document = document_of(body)
    scheduled = _scheduled(document) if isinstance(document, dict) else iter(())
    first = next((game for _, game in scheduled if game.get("gameStatus") != SCHEDULED), None)
    if first is not None:
        first["gameStatus"] = SCHEDULED
    return body if document is None else orjson.dumps(document)


def _of_one_game(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        for name in ("boxScoreTraditional", "boxScoreSummary", "game"):
            content = document.get(name)
            if isinstance(content, dict) and SIDES[0] in content:
                yield content


def _dated(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int]]:
    """Each result set whose rows have a date, and the date's place in a row."""
    for result in document.get("resultSets") or ():
        if "GAME_DATE" in result["headers"]:
            yield result, result["headers"].index("GAME_DATE")


def _scheduled(document: dict[str, Any]) -> Iterator[tuple[date, dict[str, Any]]]:
    for day in document.get("leagueSchedule", {}).get("gameDates", ()):
        played_on = datetime.strptime(day["gameDate"][:10], "%m/%d/%Y").date()
        for game in day["games"]:
            yield played_on, game


def _day(written: str) -> date:
    return datetime.strptime(written.replace("-", ""), "%Y%m%d").date()
