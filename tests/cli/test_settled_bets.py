"""Bets are settled by the rule of the grades: on the date and by the box scores of their game."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from support.bets import BET
from support.publishing_league import AL, PLAYED, game, offer
from support.table_session import TableSession
from tipoff.app.bets import Bet
from tipoff.app.bets.settling import Settled, settled

GAME = {**game(PLAYED, "001"), "is_final": True}
TEAMS = (GAME["home_team_id"], GAME["away_team_id"])
LOGS = ("player_box_score", "team_box_score")
LATER = PLAYED + timedelta(days=10)


def _settled(
    *,
    points: int | None = 30,
    logs: tuple[str, ...] = LOGS,
    teams: Any = TEAMS,
    scheduled: bool = True,
    **at: Any,
) -> Settled:
    """Settle an over 20.5 points at -110 on the game, which the schedule has somewhere else."""
    session = TableSession()
    session.load("schedule", [{**GAME, **at}] if scheduled else [])
    session.load("player_prop_offer", [offer(GAME, AL, "draftkings", 20.5, -110.0, -110.0)])
    on = {"game_id": "001", "game_date": at.get("game_date", PLAYED)}
    for log in logs:
        session.load(log, [{**on, "team_id": team} for team in teams])
    if points is not None:
        played = {**on, "player_id": AL[0], "points": points}
        session.load("player_game_summary", [played])
    (bet,) = settled(session, [Bet(**{**BET, "date": str(PLAYED)})])
    return bet


@pytest.mark.parametrize(
    ("points", "result", "gain"), [(21, "won", 1 / 1.1), (20, "lost", -1.0), (None, "void", 0.0)]
)
def test_a_complete_game_settles_a_bet(points: int | None, result: str, gain: float) -> None:
    bet = _settled(points=points)
    assert (bet.actual, bet.result, bet.closing_line) == (points, result, 20.5)
    assert bet.gain == pytest.approx(gain)


@pytest.mark.parametrize(
    "known",
    [
        {"logs": ()},
        {"logs": LOGS[:1]},
        {"logs": LOGS[1:]},
        {"teams": TEAMS[:1]},
        {"is_final": False},
        {"scheduled": False},
        {"game_date": PLAYED + timedelta(days=60)},
    ],
    ids=[
        "no box score",
        "no teams' log",
        "no players' log",
        "one team",
        "no result",
        "no schedule",
        "another season",
    ],
)
def test_without_complete_box_scores_a_bet_is_to_come(known: dict[str, Any]) -> None:
    """A final score alone does not say that a player without a row did not play."""
    bet = _settled(**{"points": None, **known})
    assert (bet.actual, bet.result, bet.gain) == (None, None, None)


def test_a_bet_on_a_game_that_was_moved_is_void_whatever_happened_later() -> None:
    session = TableSession()
    session.load("schedule", [{**GAME, "game_date": LATER}, game(PLAYED, "002")])
    played = {"game_id": "001", "game_date": LATER, "player_id": AL[0], "points": 30}
    session.load("player_game_summary", [played])
    (bet,) = settled(session, [Bet(**{**BET, "date": str(PLAYED)})])
    assert (bet.actual, bet.result, bet.gain) == (None, "void", 0.0)


def test_the_close_of_a_moved_game_s_later_date_is_not_the_bet_s() -> None:
    session = TableSession()
    session.load("schedule", [{**GAME, "game_date": LATER}])
    late = {**offer(GAME, AL, "draftkings", 20.5, -150.0, 130.0), "game_date": LATER}
    session.load("player_prop_offer", [late])
    (bet,) = settled(session, [Bet(**{**BET, "date": str(PLAYED)})])
    assert (bet.closing_line, bet.closing_line_value) == (None, None)


def test_no_bets_are_no_results() -> None:
    assert settled(TableSession(), []) == []
