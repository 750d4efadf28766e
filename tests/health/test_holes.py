"""Gaps that ``status`` reports, of games that are over and of games not played."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from support.table_session import TableSession
from tipoff.domain.league_time import naive_utc
from tipoff.domain.source_names import NBA, ODDS
from tipoff.health.holes import Holes, holes

TODAY = date(2024, 1, 10)
NOW = datetime(2024, 1, 10, 16, tzinfo=UTC)
YESTERDAY = TODAY - timedelta(1)
OF_GAMES = ("player_box_score", "team_box_score", "player_rotation", "shot")


def _game(number: int, day: date = YESTERDAY, **more: Any) -> dict[str, Any]:
    base = {"game_id": f"g{number}", "game_date": day, "status": 3, "is_final": True}
    base |= {"season": "2023-24"}
    return {**base, "home_team_code": f"H{number}", "away_team_code": f"A{number}", **more}


def _holes(session: TableSession, *given_up: tuple[date, str]) -> Holes:
    days = {table: held.days for table, held in session.contents.items()}
    return holes(session, days, TODAY, NOW, given_up)


@pytest.fixture
def league() -> TableSession:
    """Two final games yesterday with everything, and one today that is not played yet."""
    new_session = TableSession()
    new_session.load("schedule", [_game(1), _game(2), _game(3, TODAY, status=1, is_final=False)])
    for table in OF_GAMES:
        new_session.load(table, [{"game_id": f"g{n}", "game_date": YESTERDAY} for n in (1, 2)])
    return new_session


def _drop(session: TableSession, table: str, game: str) -> None:
    session.connection.execute(f"DELETE FROM {table} WHERE game_id = '{game}'")


def _played(session: TableSession, *days: date) -> None:
    """Add dates with a game each that is over and has all rows of the league's own tables."""
    games = [{"game_id": f"g{day.day * 10}", "game_date": day} for day in days]
    session.load("schedule", [_game(day.day * 10, day) for day in days])
    for table in OF_GAMES:
        session.load(table, games)


def test_a_league_with_everything_has_no_holes(league: TableSession) -> None:
    assert _holes(league) == Holes()


@pytest.mark.parametrize("table", ["player_box_score", "team_box_score"])
def test_a_final_game_without_box_scores_beside_others_is_named(
    league: TableSession, table: str
) -> None:
    _drop(league, table, "g2")
    assert _holes(league).problems == (
        f"grid: 1 date lacks rows of games that are over (1 of {table}): 2024-01-09 {table}:"
        " 1 of 2 games without rows (A2 @ H2 g2): `tipoff heal` asks for them",
    )


@pytest.mark.parametrize("table", OF_GAMES)
def test_a_date_without_any_rows_of_the_league_is_a_problem(
    league: TableSession, table: str
) -> None:
    for game in ("g1", "g2"):
        _drop(league, table, game)
    (problem,) = _holes(league).problems
    assert f"2024-01-09 {table}: 2 of 2 games without rows: `tipoff heal`" in problem


def test_playing_time_that_lacks_is_reported_and_stops_nothing(league: TableSession) -> None:
    _drop(league, "player_rotation", "g1")
    holes_found = _holes(league)
    assert holes_found.problems == ()
    assert "2024-01-09 player_rotation: 1 of 2 games without rows" in holes_found.warnings[0]


def test_gaps_of_all_dates_and_tables_are_counted_in_one_line(league: TableSession) -> None:
    days = [TODAY - timedelta(n) for n in range(2, 7)]
    league.load("schedule", [_game(day.day * 10, day) for day in days])
    (problem,) = _holes(league).problems
    assert problem.startswith("grid: 5 dates lack rows of games that are over (5 of ")
    assert all(f"5 of {table}" in problem for table in OF_GAMES)
    assert problem.count("2024-01-08") == 3, "the newest are named"
    assert [(each.table, each.dates, each.first_date) for each in _holes(league).gaps] == [
        (table, 5, date(2024, 1, 4)) for table in sorted(OF_GAMES)
    ]


@pytest.mark.parametrize(
    "table", ["prop_price", "game_price", "injury_report", "daily_lineup", "inactive_player"]
)
def test_a_source_lacks_the_dates_between_its_first_and_its_last_of_a_season(
    league: TableSession, table: str
) -> None:
    first, *between, last = (date(2024, 1, n) for n in range(3, 9))
    _played(league, date(2024, 1, 2), first, *between, last)
    assert _holes(league) == Holes(), "a source that was never asked lacks nothing"
    league.load(table, [{"game_date": day} for day in (first, between[1], last)])
    holes_found = _holes(league)
    assert [(each.dates, each.games) for each in holes_found.gaps] == [(3, 3)]
    (problem,) = holes_found.problems
    assert f"(3 of {table})" in problem
    assert all(f"{day} {table}: 1 of 1" in problem for day in (between[0], *between[2:]))


def test_what_was_requested_as_often_as_it_is_tried_stops_nothing(league: TableSession) -> None:
    _drop(league, "shot", "g1")
    _drop(league, "shot", "g2")
    assert _holes(league, (YESTERDAY, ODDS)).problems
    holes_found = _holes(league, (YESTERDAY, NBA))
    assert holes_found.problems == ()
    assert "given up; `tipoff heal --again`" in holes_found.warnings[0]
    assert [(each.dates, each.given_up) for each in holes_found.gaps] == [(1, 1)]


def test_a_game_of_a_past_date_that_never_became_final_is_named(league: TableSession) -> None:
    day = TODAY - timedelta(2)
    league.load("schedule", [_game(4, day, status=1, is_final=False)])
    (message,) = _holes(league).problems
    assert message == (
        "schedule: 1 game of past dates not final: A4 @ H4 of 2024-01-08 (g4):"
        " `tipoff ingest nba --season 2023-24` asks for the schedule again"
    )


@pytest.mark.parametrize(
    ("day", "moved_to", "problem"),
    [
        (TODAY, None, "(postponed)"),
        (TODAY, TODAY + timedelta(5), "(moved to 2024-01-15)"),
        (YESTERDAY, None, "(postponed)"),
        (TODAY - timedelta(2), None, None),  # everybody was told
    ],
)
def test_predictions_of_a_game_that_is_not_played_are_named_until_they_are_graded(
    league: TableSession, day: date, moved_to: date | None, problem: str | None
) -> None:
    if moved_to is not None:
        league.load("schedule", [_game(9, moved_to, status=1, is_final=False)])
    league.load("player_prediction", [{"game_id": "g9", "game_date": day}] * 2)
    league.load("player_prediction", [{"game_id": "g3", "game_date": TODAY}])
    problems = _holes(league).problems
    assert len(problems) == (problem is not None)
    if problem is not None:
        assert f"2 predictions of {day} for game g9" in problems[0]
        assert problem in problems[0]


def test_predictions_of_a_game_that_is_not_played_are_called_void_once_they_are_graded(
    league: TableSession,
) -> None:
    of = {"game_id": "g9", "game_date": TODAY}
    league.load("player_prediction", [of])
    assert _holes(league).problems[0].endswith("not published, not graded yet")
    league.load("prediction_grade", [{**of, "grade": "VOID"}])
    assert _holes(league).problems[0].endswith("not published, graded VOID")


def _live(session: TableSession, game: str, day: date, prediction_time: str) -> None:
    session.load(
        "live_prediction",
        [{"game_id": game, "game_date": day, "prediction_time": prediction_time}],
    )


def test_a_game_that_began_without_a_prediction_before_tip_off_is_reported(
    league: TableSession,
) -> None:
    for game, hours in (("g1", -17), ("g2", -16), ("g3", 1)):
        tip = naive_utc(NOW + timedelta(hours=hours))
        league.connection.execute(f"UPDATE schedule SET tip_at = '{tip}' WHERE game_id = '{game}'")
    assert _holes(league).warnings == (), "nothing is predicted live here"
    _live(league, "g1", YESTERDAY, "before-tip")
    _live(league, "g2", YESTERDAY, "morning")
    assert _holes(league).warnings == (
        "live_prediction: 1 game began without a prediction before tip-off:"
        f" A2 @ H2 of {YESTERDAY} (g2)",
    )
    _live(league, "g2", YESTERDAY, "before-tip")
    assert _holes(league).warnings == ()


def test_what_was_predicted_live_waits_for_a_schedule_that_is_missing() -> None:
    session = TableSession()
    assert _holes(session) == Holes()
    _live(session, "g1", YESTERDAY, "before-tip")
    (problem,) = _holes(session).problems
    assert problem.startswith("schedule: no game is known, and live predictions of 1 date are not")
