"""Answers that contradict each other: the game is named, and only its rows are lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import THROUGH, World, build, read_by
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service.forms import live_box_score

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TABLES = pipeline().only("player_absence", "game_agreement")
BOX, SUMMARY = "boxscoretraditionalv3", "boxscoresummaryv3"


def _game(payloads: list[Payload]) -> str:
    return next(p.parameters["GameID"] for p in payloads if p.resource == BOX)


def _document(payloads: list[Payload], resource: str, **parameters: str) -> Any:
    return next(
        orjson.loads(p.body)
        for p in payloads
        if p.resource == resource and parameters.items() <= p.parameters.items()
    )


def _tip(payloads: list[Payload], game: str) -> str:
    """Return when a game of the schedule began, Eastern."""
    days = _document(payloads, "scheduleleaguev2")["leagueSchedule"]["gameDates"]
    day = next(d["gameDate"][:10] for d in days if game in {g["gameId"] for g in d["games"]})
    return f"{day[6:]}-{day[:2]}-{day[3:5]}T19:00:00"


def _edited(
    payloads: list[Payload], resource: str, edit: Callable[[Any], None], **parameters: str
) -> list[Payload]:
    def edited(payload: Payload) -> Payload:
        document = orjson.loads(payload.body)
        edit(document)
        return replace(payload, body=orjson.dumps(document))

    return [
        edited(p) if p.resource == resource and parameters.items() <= p.parameters.items() else p
        for p in payloads
    ]


def _set_aside(payloads: list[Payload], directory: Path) -> tuple[World, list[tuple[Any, ...]]]:
    """Build the payloads: what was set aside as (table, rule, key)."""
    world = World(Home(directory, threads=2))
    assert build(world.home, read_by(TABLES, payloads), TABLES).skipped == {}
    quarantined = sorted((table, rule, key) for table, rule, _, _, key in world.quarantine())
    return world, [(table, rule, *orjson.loads(key).values()) for table, rule, key in quarantined]


def _line_of(log: Any, game: str) -> tuple[list[Any], Callable[[str], int]]:
    result = log["resultSets"][0]
    return next(r for r in result["rowSet"] if game in r), result["headers"].index


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("GAME_DATE", "2025-01-01", "date_is_the_schedule_s"),
        ("MATCHUP", "A @ B", "side_is_the_schedule_s"),
        ("FTM", None, "points_are_the_schedule_s"),
    ],
)
def test_a_team_s_line_that_the_schedule_contradicts_is_set_aside(
    small_league: list[Payload], tmp_path: Path, column: str, value: Any, rule: str
) -> None:
    games = _document(small_league, "scheduleleaguev2")["leagueSchedule"]["gameDates"][0]["games"]
    game, home = games[0]["gameId"], games[0]["homeTeam"]["teamId"]

    def edit(log: Any) -> None:
        result = log["resultSets"][0]
        place = result["headers"].index
        row = next(r for r in result["rowSet"] if game in r and home in r)
        if value is None:
            row[place("FTM")] += 1
            row[place("FTA")] += 1
            row[place("PTS")] += 1
        else:
            row[place(column)] = value

    payloads = _edited(small_league, "leaguegamelog", edit, PlayerOrTeam="T")
    _, aside = _set_aside(payloads, tmp_path)
    assert ("team_box_score", rule, game, home) in aside
    assert len([each for each in aside if each[0] != "game_agreement"]) == 1


def test_a_game_that_the_schedule_moved_costs_its_own_lines_and_no_others(
    small_league: list[Payload], small_world: World, tmp_path: Path
) -> None:
    """Twenty players' lines are more than are tolerated of a season's."""
    moved = _game(small_league)

    def later(document: Any) -> None:
        dates = document["leagueSchedule"]["gameDates"]
        (first,) = [d for d in dates if moved in {g["gameId"] for g in d["games"]}]
        (game,) = [g for g in first["games"] if g["gameId"] == moved]
        first["games"].remove(game)
        game["gameDateTimeUTC"] = dates[-1]["games"][0]["gameDateTimeUTC"]
        dates[-1]["games"].append(game)

    world, aside = _set_aside(_edited(small_league, "scheduleleaguev2", later), tmp_path)
    logs = ("player_box_score", "team_box_score")
    contradicted = {each[:3] for each in aside if each[0] in logs}
    assert contradicted == {(log, "date_is_the_schedule_s", moved) for log in logs}
    for log in logs:
        others = f"SELECT count(*) FROM {log} WHERE game_id <> '{moved}'"
        assert world.query(others) == small_world.query(others)


def test_nobody_has_a_playing_record_and_an_absence(
    small_league: list[Payload], tmp_path: Path
) -> None:
    game = _game(small_league)
    players = _document(small_league, BOX)["boxScoreTraditional"]["homeTeam"]["players"]
    sitter, listed = players[0], players[1]

    def sits(box: Any) -> None:
        player = box["boxScoreTraditional"]["homeTeam"]["players"][0]
        player["comment"], player["statistics"]["minutes"] = "DNP - Coach's Decision", "0:00"

    def lists(summary: Any) -> None:
        inactives = summary["boxScoreSummary"]["homeTeam"]["inactives"]
        inactives.append({n: listed[n] for n in ("personId", "firstName", "familyName")})

    payloads = _edited(small_league, BOX, sits, GameID=game)
    payloads = _edited(payloads, SUMMARY, lists, GameID=game)
    world, aside = _set_aside(payloads, tmp_path)
    assert aside == [
        ("game_agreement", "answers_agree", game, "who played"),
        ("game_agreement", "answers_agree", game, "who was inactive"),
    ]
    absent = {r["player_id"] for r in world.rows("player_absence", f"game_id = '{game}'")}
    assert not absent & {sitter["personId"], listed["personId"]}
    both = "FROM player_absence JOIN player_box_score USING (game_id, player_id)"
    assert world.query(f"SELECT count(*) {both}") == [(0,)]


def test_minutes_that_the_log_contradicts_are_reported_and_hide_no_starter(
    small_league: list[Payload], tmp_path: Path
) -> None:
    game = _game(small_league)
    player = _document(small_league, BOX)["boxScoreTraditional"]["homeTeam"]["players"][0]

    def edit(box: Any) -> None:
        box["boxScoreTraditional"]["homeTeam"]["players"][0]["statistics"]["minutes"] = "2:00"

    world, aside = _set_aside(_edited(small_league, BOX, edit, GameID=game), tmp_path)
    assert aside == [("game_agreement", "answers_agree", game, "minutes")]
    where = f"game_id = '{game}' AND player_id = {player['personId']}"
    assert [r["seconds"] for r in world.rows("player_rotation", where)] == [120]


def test_no_time_and_no_comment_is_an_appearance_if_the_log_has_it(
    small_league: list[Payload], tmp_path: Path
) -> None:
    """Two players with 0:00: one has a line of no minutes in the log, one has none."""
    game = _game(small_league)
    players = _document(small_league, BOX)["boxScoreTraditional"]["homeTeam"]["players"]
    idle = [p["personId"] for p in players if not p["statistics"]["minutes"]][:2]

    def appears(box: Any) -> None:
        for player in box["boxScoreTraditional"]["homeTeam"]["players"]:
            if player["personId"] in idle:
                player["comment"], player["statistics"]["minutes"] = "", "0:00"

    def logs(log: Any) -> None:
        row, place = _line_of(log, game)
        team = players_team
        row = next(r for r in log["resultSets"][0]["rowSet"] if game in r and team in r)
        added = [0 if isinstance(value, int) else value for value in row]
        for name in ("TEAM_ID", "GAME_ID", "WL", "SEASON_ID"):
            added[place(name)] = row[place(name)]
        added[place("PLAYER_ID")] = idle[0]
        log["resultSets"][0]["rowSet"].append(added)

    players_team = _document(small_league, BOX)["boxScoreTraditional"]["homeTeam"]["teamId"]
    payloads = _edited(small_league, BOX, appears, GameID=game)
    payloads = _edited(payloads, "leaguegamelog", logs, PlayerOrTeam="P")
    world, aside = _set_aside(payloads, tmp_path)
    assert aside == []
    absent = {r["player_id"] for r in world.rows("player_absence", f"game_id = '{game}'")}
    assert (idle[0] in absent, idle[1] in absent) == (False, True)


def test_both_hosts_answers_are_compared_game_by_game(
    small_league: list[Payload], tmp_path: Path
) -> None:
    boxes = [p for p in small_league if p.resource == BOX][:2]
    games = [p.parameters["GameID"] for p in boxes]
    live = [
        live_box_score(
            orjson.loads(box.body),
            _document(small_league, SUMMARY, GameID=game),
            _tip(small_league, game),
        )
        for box, game in zip(boxes, games, strict=True)
    ]
    other = orjson.loads(live[1])
    other["game"]["homeTeam"]["players"][3]["statistics"]["minutes"] = "PT01M00.00S"
    bodies = [live[0], orjson.dumps(other)]
    later = boxes[0].fetched_at
    added = [
        Payload("demo", "boxscore", {"GameID": game}, body, later)
        for game, body in zip(games, bodies, strict=True)
    ]
    world, aside = _set_aside([*added, *small_league], tmp_path)
    fact = "time and starters by either host"
    assert [each for each in aside if each[0] == "game_agreement"] == [
        ("game_agreement", "answers_agree", games[1], "minutes"),
        ("game_agreement", "answers_agree", games[1], fact),
    ]
    (row,) = world.rows("game_agreement", f"game_id = '{games[0]}' AND fact = '{fact}'")
    assert (row["differing"], row["compared"] > 20) == (0, True)
    sources = world.query("SELECT DISTINCT source FROM box_score_source ORDER BY ALL")
    assert sources == [("boxscore",), (BOX,)]
    assert str(row["game_date"]) < str(THROUGH)
