"""Conversions of answers about one game between current and older formats of the services.

An archive holds a game's box score and inactive list in the format in which they were recorded; a
service that is asked for another format converts them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from collections.abc import Iterable

INACTIVE_HEADERS = (
    "PLAYER_ID",
    "FIRST_NAME",
    "LAST_NAME",
    "JERSEY_NUM",
    "TEAM_ID",
    "TEAM_CITY",
    "TEAM_NAME",
    "TEAM_ABBREVIATION",
)
SIDES = ("homeTeam", "awayTeam")
COACH, INJURY = "DNP_COACH", "INACTIVE_INJURY"
Record = dict[str, Any]


def summary_of_today(old: Record, box: Record) -> bytes:
    """Return ``boxscoresummaryv3`` of a game, from ``boxscoresummaryv2`` and its box score."""
    result = next(r for r in old["resultSets"] if r["name"] == "InactivePlayers")
    rows = [dict(zip(result["headers"], row, strict=True)) for row in result["rowSet"]]
    sides = {
        side: {
            **_team(box[side]),
            "inactives": [_listed(r) for r in rows if r["TEAM_ID"] == box[side]["teamId"]],
        }
        for side in SIDES
    }
    return _json({"boxScoreSummary": {"gameId": box["gameId"], **sides}}, old)


def old_summary(summary: Record, *, with_inactives: bool) -> bytes:
    """Return ``boxscoresummaryv2`` of a game; since April 2025 it has no inactive players."""
    content = summary["boxScoreSummary"]
    rows = [
        [
            p["personId"],
            p["firstName"],
            p["familyName"],
            "",
            team["teamId"],
            *(team[name] for name in ("teamCity", "teamName", "teamTricode")),
        ]
        for team in (content[side] for side in SIDES)
        for p in team["inactives"]
    ]
    result = {
        "name": "InactivePlayers",
        "headers": INACTIVE_HEADERS,
        "rowSet": rows if with_inactives else [],
    }
    request = {"resource": "boxscoresummary", "parameters": {"GameID": content["gameId"]}}
    return _json({**request, "resultSets": [result]}, summary)


def live_box_score(box: Record, summary: Record, tip: str) -> bytes:
    """Return the live feed's box score of a game, from two answers of the statistics service.

    Args:
        box: the answer with the players' statistics.
        summary: the answer with the inactive players.
        tip: the tip-off time, US Eastern, such as "2025-01-14T19:30:00".
    """
    traditional, listed = box["boxScoreTraditional"], summary["boxScoreSummary"]
    sides = {
        side: {
            **_team(traditional[side]),
            **_totals(traditional[side]["players"]),
            "players": [
                *(_dressed(p) for p in traditional[side]["players"]),
                *_inactive(listed[side]["inactives"]),
            ],
        }
        for side in SIDES
    }
    game = {"gameId": traditional["gameId"], "gameEt": f"{tip}-05:00", "gameStatus": 3, **sides}
    return _json({"meta": {"version": 1, "code": 200}, "game": game}, box)


def _team(team: Record) -> Record:
    return {name: team.get(name) for name in ("teamId", "teamCity", "teamName", "teamTricode")}


def _totals(players: Iterable[Record]) -> Record:
    """Return a team's score and statistics: sums over its players, partly under other names."""
    sums: Counter[str] = Counter()
    for player in players:
        counts = player["statistics"]
        sums.update({name: n for name, n in counts.items() if isinstance(n, int)})
        minutes, _, seconds = counts["minutes"].partition(":")
        sums["seconds"] += 60 * int(minutes or 0) + int(seconds or 0)
    seconds = sums.pop("seconds")
    own = {"reboundsPersonal": sums["reboundsTotal"], "turnoversTotal": sums["turnovers"]}
    clock = _clock(f"{seconds // 60}:{seconds % 60:02d}")
    return {"score": sums["points"], "statistics": {**sums, **own, "minutes": clock}}


def _listed(row: Record) -> Record:
    return {
        "personId": row["PLAYER_ID"],
        "firstName": row["FIRST_NAME"],
        "familyName": row["LAST_NAME"],
        "jerseyNum": row.get("JERSEY_NUM", ""),
    }


def _dressed(player: Record) -> Record:
    minutes = player["statistics"]["minutes"]
    played = bool(minutes) and not player["comment"]
    return {
        **_person(player),
        "status": "ACTIVE",
        **({} if played else {"notPlayingReason": COACH}),
        "starter": "1" if player["position"] else "0",
        "played": "1" if played else "0",
        "statistics": {**player["statistics"], "minutes": _clock(minutes if played else "0:00")},
    }


def _inactive(players: Iterable[Record]) -> list[Record]:
    return [
        {
            **_person(player),
            "status": "INACTIVE",
            "notPlayingReason": INJURY,
            "starter": "0",
            "played": "0",
            "statistics": {"minutes": _clock("0:00"), "points": 0},
        }
        for player in players
    ]


def _person(player: Record) -> Record:
    return {name: player[name] for name in ("personId", "firstName", "familyName")}


def _clock(written: str) -> str:
    """Return a time such as "34:19" in the live feed's format: PT34M19.00S."""
    minutes, _, seconds = written.partition(":")
    return f"PT{minutes:0>2}M{seconds:0>2}.00S"


def _json(document: Record, made_from: Record) -> bytes:
    """Return a document as JSON, labelled as simulated if its source document is."""
    label = {"simulated": True} if made_from.get("simulated") else {}
    return orjson.dumps({**label, **document})
