"""Games of a season by hand: played, under way and to come."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from support.worked_example import DAY, TIP, computed
from tipoff.domain.league_time import is_tip_of
from tipoff.raw.schedule import Schedule

GAME = {
    "gameId": "0022300061",
    "season": "2023-24",
    "gameDate": DAY,
    "gameStatus": 3,
    "gameDateTimeUTC": TIP,
    "arenaName": "The Hall",
    "homeTeamId": 10,
    "homeTeamName": "Ant Town Ants",
    "homeTeamTricode": "ANT",
    "awayTeamId": 20,
    "awayTeamName": "Bee Town Bees",
    "awayTeamTricode": "BEE",
    "homePoints": 110,
    "awayPoints": 102,
}


TIP_RULE = "tip_is_of_the_date"


def _from_midnight(**later: int) -> datetime:
    """Return a time after the UTC midnight with which the date begins."""
    return datetime.combine(DAY, time()) + timedelta(**later)


@pytest.mark.parametrize("hours", [4, 16, 24, 34])
def test_a_game_abroad_begins_in_the_eastern_morning_and_a_late_one_past_its_midnight(
    hours: int,
) -> None:
    tip = _from_midnight(hours=hours)
    computed("schedule", league_schedule=[{**GAME, "gameDateTimeUTC": tip}]).expect(
        "tip_at", (tip,)
    )
    assert is_tip_of(DAY, tip)
    assert not is_tip_of(DAY, tip - timedelta(days=2))


def test_games_that_wait_for_their_times_do_not_count_against_the_schedule() -> None:
    """A service lists games of the Cup and the playoffs before it gives them a time."""
    assert Schedule.is_excused("tip_at", "not null")
    assert Schedule.is_excused("tip_at", TIP_RULE)
    assert not Schedule.is_excused("home_team_id", "not null")
    assert Schedule.tolerates(0, 30, excused=29)


def test_a_game_that_is_over() -> None:
    computed("schedule", league_schedule=[GAME]).expect_row(
        {
            "payload": 1,
            "game_id": "0022300061",
            "game_date": DAY,
            "season": "2023-24",
            "tip_at": TIP,
            "status": 3,
            "is_final": True,
            "home_team_id": 10,
            "home_team_name": "Ant Town Ants",
            "home_team_code": "ANT",
            "away_team_id": 20,
            "away_team_name": "Bee Town Bees",
            "away_team_code": "BEE",
            "home_points": 110,
            "away_points": 102,
            "arena": "The Hall",
        }
    )


@pytest.mark.parametrize(("status", "is_final"), [(1, False), (2, False), (3, True)])
def test_only_status_3_is_final(status: int, is_final: bool) -> None:
    open_game = {**GAME, "gameStatus": status, "homePoints": None, "awayPoints": None}
    outcome = computed("schedule", league_schedule=[open_game])
    outcome.expect("status is_final home_points away_points", (status, is_final, None, None))


@pytest.mark.parametrize(
    ("change", "blamed"),
    [
        ({"gameStatus": 4}, ("status", "<= 3")),
        ({"gameStatus": 0}, ("status", ">= 1")),
        ({"gameDateTimeUTC": None}, ("tip_at", "not null")),
        ({"gameDateTimeUTC": datetime(1900, 1, 1)}, ("tip_at", TIP_RULE)),
        ({"gameDateTimeUTC": _from_midnight(hours=4, seconds=-1)}, ("tip_at", TIP_RULE)),
        ({"gameDateTimeUTC": _from_midnight(hours=34, seconds=1)}, ("tip_at", TIP_RULE)),
        ({"homePoints": -1}, ("home_points", ">= 0")),
        ({"awayTeamName": None}, ("away_team_name", "not null")),
    ],
)
def test_a_game_outside_its_ranges_is_set_aside_alone(
    change: dict[str, Any], blamed: tuple[str, str]
) -> None:
    bad = {**GAME, "gameId": "0022300062", **change}
    outcome = computed("schedule", league_schedule=[GAME, bad])
    outcome.expect_set_aside(blamed)
    assert [row["game_id"] for row in outcome.rows] == ["0022300061"]
