"""The schedule, of a season and of one date's scoreboard."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

import pytest

from tipoff.sources.league_schedule import SCOREBOARD, league_schedule, season_of
from wire_reader import rows_of, wire

TEAM = {"teamId": 1, "teamCity": "Some", "teamName": "Team", "teamTricode": "SOM"}


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
    game: dict[str, Any] = {"gameId": "0022500171", "gameStatus": 2, "homeTeam": TEAM,
                            "awayTeam": {**TEAM, "teamId": 2}}  # fmt: skip
    tip = "2025-11-06T00:00:00Z"
    board = {"gameDate": "2025-11-05", "games": [{**game, "gameTimeUTC": tip}]}
    listed = {**game, "gameDateTimeUTC": tip, "arenaName": "Hall"}
    season = {"seasonYear": "2025-26",
              "gameDates": [{"gameDate": "11/05/2025 00:00:00", "games": [listed]}]}  # fmt: skip
    (brief,) = rows_of(
        league_schedule, json.dumps({"scoreboard": board}).encode(), resource=SCOREBOARD
    )
    (full,) = rows_of(league_schedule, json.dumps({"leagueSchedule": season}).encode())
    assert (brief.pop("arenaName"), full.pop("arenaName")) == (None, "Hall")
    assert brief == full


@pytest.mark.parametrize(
    ("game_id", "season"),
    [("0022500171", "2025-26"), ("0029900001", "1999-00"), ("0024600001", "1946-47"),
     ("22500171", None), ("00225001x1", None), (22500171, None), (None, None)],
)  # fmt: skip
def test_a_season_is_what_the_id_says(game_id: Any, season: str | None) -> None:
    assert season_of(game_id) == season
