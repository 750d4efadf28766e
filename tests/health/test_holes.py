"""Holes in single games: one date with eight final games of which one has no rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from support.table_session import TableSession
from tipoff.health.holes import Holes, holes

TODAY = date(2024, 1, 10)
YESTERDAY = TODAY - timedelta(1)
BUILT = frozenset(
    ("schedule", "player_box_score", "team_box_score", "player_rotation", "player_prediction")
)


def _game(number: int, day: date = YESTERDAY, **more: Any) -> dict[str, Any]:
    base = {"game_id": f"g{number}", "game_date": day, "status": 3, "is_final": True}
    return {**base, "home_team_code": f"H{number}", "away_team_code": f"A{number}", **more}


def _found(session: TableSession) -> Holes:
    return holes(session, BUILT, TODAY)


@pytest.fixture
def league() -> TableSession:
    """Two final games yesterday with everything, and one today that is not played yet."""
    made = TableSession()
    made.load("schedule", [_game(1), _game(2), _game(3, TODAY, status=1, is_final=False)])
    for table in ("player_box_score", "team_box_score", "player_rotation"):
        made.load(table, [{"game_id": f"g{n}", "game_date": YESTERDAY} for n in (1, 2)])
    return made


def _drop(session: TableSession, table: str, game: str) -> None:
    session.connection.execute(f"DELETE FROM {table} WHERE game_id = '{game}'")


def test_a_league_with_everything_has_no_holes(league: TableSession) -> None:
    assert _found(league) == Holes((), ())


@pytest.mark.parametrize("table", ["player_box_score", "team_box_score"])
def test_a_final_game_without_box_scores_beside_others_is_named(
    league: TableSession, table: str
) -> None:
    _drop(league, table, "g2")
    assert _found(league).problems == (
        f"{table}: 1 final game without rows on dates that have others: A2 @ H2 of 2024-01-09 (g2)",
    )


def test_a_date_without_any_rows_is_the_grid_s_affair(league: TableSession) -> None:
    for game in ("g1", "g2"):
        _drop(league, "team_box_score", game)
    assert _found(league).problems == ()


def test_playing_time_that_lacks_is_told_and_stops_nothing(league: TableSession) -> None:
    _drop(league, "player_rotation", "g1")
    found = _found(league)
    assert found.problems == ()
    assert found.warnings[0].startswith("player_rotation: 1 final game without rows")


def test_only_the_newest_of_many_are_named(league: TableSession) -> None:
    days = [TODAY - timedelta(n) for n in range(2, 7)]
    league.load("schedule", [_game(day.day * 10, day) for day in days])
    league.load("schedule", [_game(day.day * 10 + 1, day) for day in days])
    played = [{"game_id": f"g{day.day * 10}", "game_date": day} for day in days]
    for table in ("player_box_score", "team_box_score", "player_rotation"):
        league.load(table, played)
    (found, _) = _found(league).problems
    assert found.startswith("player_box_score: 5 final games without rows")
    assert found.endswith(
        "A81 @ H81 of 2024-01-08 (g81), A71 @ H71 of 2024-01-07 (g71),"
        " A61 @ H61 of 2024-01-06 (g61) and 2 more"
    )


def test_a_game_of_a_past_date_that_never_became_final_is_named(league: TableSession) -> None:
    day = TODAY - timedelta(2)
    league.load("schedule", [_game(4, day, status=1, is_final=False)])
    (found,) = _found(league).problems
    assert found.startswith("schedule: 1 game of past dates not final: A4 @ H4 of 2024-01-08 (g4)")


@pytest.mark.parametrize(
    ("day", "moved_to", "told"),
    [
        (TODAY, None, "(postponed)"),
        (TODAY, TODAY + timedelta(5), "(moved to 2024-01-15)"),
        (YESTERDAY, None, "(postponed)"),
        (TODAY - timedelta(2), None, None),  # graded VOID by now
    ],
)
def test_predictions_of_a_game_that_is_not_played_are_named_until_they_are_graded(
    league: TableSession, day: date, moved_to: date | None, told: str | None
) -> None:
    if moved_to is not None:
        league.load("schedule", [_game(9, moved_to, status=1, is_final=False)])
    league.load("player_prediction", [{"game_id": "g9", "game_date": day}] * 2)
    league.load("player_prediction", [{"game_id": "g3", "game_date": TODAY}])
    found = _found(league).problems
    assert len(found) == (told is not None)
    if told is not None:
        assert f"2 predictions of {day} of game g9" in found[0]
        assert told in found[0]
