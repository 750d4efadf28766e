"""The schedule, of a season and of one date's scoreboard."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from support.wire_reader import NOW, rows_of, wire
from tipoff.kernel.declare.payload import Payload
from tipoff.sources.nba.league_schedule import (
    SCOREBOARD,
    league_schedule,
    postponed_games,
    season_of,
    undecided_games,
)

TEAM = {"teamId": 1, "teamCity": "Some", "teamName": "Team", "teamTricode": "SOM"}
NOBODY = {"teamId": 0, "teamCity": None, "teamName": None, "teamTricode": None}


def _season(*games: dict[str, Any]) -> bytes:
    days = [{"gameDate": "12/04/2026 00:00:00", "games": list(games)}]
    return json.dumps({"leagueSchedule": {"seasonYear": "2026-27", "gameDates": days}}).encode()


def _game(number: int, home: Any = TEAM, away: Any = TEAM, status: int = 1) -> dict[str, Any]:
    return {
        "gameId": f"00226{number:05d}",
        "gameStatus": status,
        "homeTeam": home,
        "awayTeam": away,
        "gameDateTimeUTC": "2026-12-05T00:00:00Z",
        "arenaName": "",
    }


@pytest.mark.parametrize(
    ("home", "away"),
    [(NOBODY, NOBODY), (TEAM, NOBODY), (None, TEAM), ({**TEAM, "teamId": None},) * 2],
)
def test_games_whose_teams_are_not_decided_are_no_games_yet(home: Any, away: Any) -> None:
    body = _season(_game(1), *(_game(n, home, away) for n in range(2, 40)))
    assert [row["gameId"] for row in rows_of(league_schedule, body)] == ["0022600001"]
    payload = Payload("nba_stats", "scheduleleaguev2", {}, body, NOW)
    assert len(undecided_games(payload)) == 38


def test_a_game_that_is_over_and_has_no_team_is_a_row_to_be_set_aside() -> None:
    (row,) = rows_of(league_schedule, _season(_game(1, None, TEAM, status=3)))
    assert (row["homeTeamId"], row["homeTeamName"], row["awayTeamId"]) == (None, None, 1)


POSTPONED = [
    {"gameStatusText": "PPD"},
    {"gameStatusText": " Postponed"},
    {"gameStatusText": "Cancelled"},
    {"gameStatus": 3, "gameStatusText": "Final", "homeTeam": {**TEAM, "score": 0}},
    {"gameStatus": 3, "gameStatusText": "Final", "homeTeam": {**TEAM, "score": None}},
]


@pytest.mark.parametrize("marks", POSTPONED)
def test_a_postponed_game_is_none_of_its_date(marks: dict[str, Any]) -> None:
    visitor = {**TEAM, "teamId": 2, "teamTricode": "OTH", "score": 0}
    body = _season(_game(1), {**_game(2, away=visitor), **marks})
    assert [row["gameId"] for row in rows_of(league_schedule, body)] == ["0022600001"]
    payload = Payload("nba_stats", "scheduleleaguev2", {}, body, NOW)
    assert postponed_games(payload) == {"0022600002": "OTH @ SOM of 2026-12-04"}


def test_a_rescheduled_game_stands_on_its_new_date_though_it_is_listed_on_both() -> None:
    old = {**_game(1), "gameStatusText": "PPD"}
    new = {**_game(1), "gameStatusText": "7:00 pm ET"}
    days = [
        {"gameDate": "12/04/2026 00:00:00", "games": [old]},
        {"gameDate": "12/05/2026 00:00:00", "games": [new]},
    ]
    schedule = {"leagueSchedule": {"seasonYear": "2026-27", "gameDates": days}}
    (row,) = rows_of(league_schedule, json.dumps(schedule).encode())
    assert row["gameDate"] == date(2026, 12, 5)


def test_what_the_service_calls_postponed_and_plays_is_a_game() -> None:
    """In October 2026 it sent ``postponedStatus`` Y for every game of the season."""
    played = {**_game(1), "gameStatusText": "7:00 pm ET", "postponedStatus": "Y"}
    assert len(rows_of(league_schedule, _season(played))) == 1


def test_the_real_schedule_of_2026_27_has_six_undecided_cup_games() -> None:
    body = wire("2026/nba_stats_scheduleleaguev2_2026-27_cup_undecided.json.gz")
    rows = rows_of(league_schedule, body)
    assert len(rows) == 18
    assert min(row["homeTeamId"] for row in rows) > 1_610_612_736
    first = rows[0]
    assert (first["gameId"], first["homeTeamName"], first["awayTeamTricode"]) == (
        "0022600001",
        "Detroit Pistons",
        "BOS",
    )
    assert first["gameDateTimeUTC"] == datetime(2026, 10, 20, 19)
    payload = Payload("nba_stats", "scheduleleaguev2", {}, body, NOW)
    assert undecided_games(payload) == [
        "0022601201",
        "0022601202",
        "0022601203",
        "0022601204",
        "0022601229",
        "0022601230",
    ]


def test_the_real_schedule_is_read() -> None:
    rows = rows_of(league_schedule, wire("nba_stats_scheduleleaguev2_2024-25.json.gz"))
    assert len(rows) > 1_230
    assert {r["season"] for r in rows} == {"2024-25"}
    assert len({r["gameId"] for r in rows}) == len(rows)
    assert {season_of(r["gameId"]) for r in rows} == {"2024-25"}


def test_the_real_scoreboard_is_read() -> None:
    rows = rows_of(league_schedule, wire("nba_stats_scoreboardv3.json.gz"), resource=SCOREBOARD)
    assert len(rows) == 11
    assert {r["gameStatus"] for r in rows} == {3}
    assert {(r["gameDate"], r["season"]) for r in rows} == {(date(2025, 11, 5), "2025-26")}
    assert all(0 <= (r["gameDateTimeUTC"] - datetime(2025, 11, 5)).days <= 1 for r in rows)
    assert all(r["homeTeamId"] != r["awayTeamId"] for r in rows)


def test_a_scoreboard_is_the_schedule_but_for_the_arena() -> None:
    game: dict[str, Any] = {
        "gameId": "0022500171",
        "gameStatus": 2,
        "homeTeam": TEAM,
        "awayTeam": {**TEAM, "teamId": 2},
    }
    tip = "2025-11-06T00:00:00Z"
    board = {"gameDate": "2025-11-05", "games": [{**game, "gameTimeUTC": tip}]}
    listed = {**game, "gameDateTimeUTC": tip, "arenaName": "Hall"}
    season = {
        "seasonYear": "2025-26",
        "gameDates": [{"gameDate": "11/05/2025 00:00:00", "games": [listed]}],
    }
    (brief,) = rows_of(
        league_schedule, json.dumps({"scoreboard": board}).encode(), resource=SCOREBOARD
    )
    (full,) = rows_of(league_schedule, json.dumps({"leagueSchedule": season}).encode())
    assert (brief.pop("arenaName"), full.pop("arenaName")) == (None, "Hall")
    assert brief == full


@pytest.mark.parametrize(
    ("game_id", "season"),
    [
        ("0022500171", "2025-26"),
        ("0029900001", "1999-00"),
        ("0024600001", "1946-47"),
        ("22500171", None),
        ("00225001x1", None),
        (22500171, None),
        (None, None),
    ],
)
def test_a_season_is_what_the_id_says(game_id: Any, season: str | None) -> None:
    assert season_of(game_id) == season


def test_the_real_scoreboard_in_today_s_form_is_read() -> None:
    body = wire("2026/nba_stats_scoreboardv3_2025-11-05.json.gz")
    rows = {row["gameId"]: row for row in rows_of(league_schedule, body, resource=SCOREBOARD)}
    assert len(rows) == 11
    game = rows["0022500171"]
    assert (game["homeTeamName"], game["homePoints"]) == ("Cleveland Cavaliers", 132)
    assert (game["awayTeamTricode"], game["awayPoints"]) == ("PHI", 121)
    assert game["gameDateTimeUTC"] == datetime(2025, 11, 6)


@pytest.mark.parametrize(
    ("more", "tip"),
    [
        ({}, datetime(2026, 12, 5)),
        ({"gameStatusText": "TBD"}, None),
        ({"gameDateTimeUTC": "2026-12-04T05:00:00Z"}, None),
        ({"gameDateTimeUTC": "2026-12-04T05:00:00Z", "gameStatus": 3}, datetime(2026, 12, 4, 5)),
        ({"gameDateTimeUTC": "1900-01-01T00:00:00Z"}, datetime(1900, 1, 1)),
        ({"gameDateTimeUTC": ""}, None),
    ],
)
def test_the_tip_off_of_a_game_whose_time_is_not_decided_is_missing(
    more: dict[str, Any], tip: datetime | None
) -> None:
    """Midnight in the East is what the service sends then; a year that cannot be stays, to be told.

    A game that is over keeps what it has: nothing is predicted by it.
    """
    (row,) = rows_of(league_schedule, _season({**_game(1), **more}))
    assert row["gameDateTimeUTC"] == tip
