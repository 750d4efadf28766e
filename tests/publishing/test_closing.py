"""Live picks against the close, worked out by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from support.publishing_league import AL, BET, BO, CY, PLAYED, game, offer, prediction
from support.table_session import TableSession
from tipoff.kernel.declare.graph import DateRange
from tipoff.publishing.closing import closing_record

GAME = game(PLAYED, "001")
TIP: datetime = GAME["tip_at"]
WRITTEN = TIP - timedelta(hours=6)


def _pick(player: tuple[int, str], line: float, side: str = "over", **more: Any) -> dict[str, Any]:
    """Return a live pick at even money, written six hours before tip-off."""
    bet = {**BET, "bet_line": line, "bet_side": side, "recommendation": side.upper()}
    live = {"record": "live", "created_at": WRITTEN, **more}
    return prediction(GAME, player, "player_points", 20.0, **bet, **live)


def _close(
    player: tuple[int, str], line: float, over: float, under: float, hours: float, **more: Any
) -> dict[str, Any]:
    at = TIP - timedelta(hours=hours)
    quote = offer(GAME, player, "draftkings", line, over, under, **more)
    return {**quote, "captured_at": at, "is_alternate": more.get("is_alternate", False)}


def _record(*rows: tuple[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    session = TableSession()
    session.load("schedule", [GAME])
    for table, of_table in rows:
        session.load(table, of_table)
    return closing_record(session, DateRange(PLAYED, PLAYED))


def test_a_price_is_worth_what_the_close_without_margin_makes_of_it() -> None:
    """Even money at a line that closes as a coin flip is worth nothing; one at -130/+110 more."""
    picks = [_pick(AL, 20.5), _pick(BO, 15.5)]
    closes = [_close(AL, 20.5, -110.0, -110.0, 1), _close(BO, 15.5, -130.0, 110.0, 3)]
    (every, points) = _record(("player_prediction", picks), ("player_prop_offer", closes))
    assert {**every, "by": "market", "value": "player_points"} == points
    assert (every["picks"], every["closes"], every["priced"]) == (2, 2, 2)
    assert (every["points"], every["hours_before_tip"]) == (0.0, 2.0)
    over = 130 / 230 / (130 / 230 + 100 / 210)  # proportional; the power method is within 0.3 %
    assert every["gain"] == pytest.approx((0 + 2 * over - 1) / 2, abs=0.003)


def test_points_of_line_are_gained_where_the_line_moved_away() -> None:
    picks = [_pick(AL, 20.5), _pick(BO, 15.5, "under"), _pick(CY, 9.5)]
    closes = [
        _close(AL, 22.0, -110.0, -110.0, 1),
        _close(AL, 20.5, -150.0, 130.0, 1, is_alternate=True),
        _close(BO, 16.5, -110.0, -110.0, 1),
    ]
    every, _ = _record(("player_prediction", picks), ("player_prop_offer", closes))
    assert (every["picks"], every["closes"], every["priced"]) == (3, 2, 1)
    assert every["points"] == pytest.approx((1.5 - 1.0) / 2)
    assert every["gain"] > 0.1, "an over at even money that closes at -150"


@pytest.mark.parametrize(
    "close",
    [
        _close(AL, 20.5, -110.0, -110.0, 7),
        {**_close(AL, 20.5, 300.0, 300.0, 1), "suspect": "both sides positive"},
        {**_close(AL, 20.5, -110.0, -110.0, 1), "bookmaker": "fanduel"},
    ],
    ids=["before the pick", "suspect", "another book"],
)
def test_what_is_no_close_of_the_pick_does_not_count(close: dict[str, Any]) -> None:
    every, _ = _record(("player_prediction", [_pick(AL, 20.5)]), ("player_prop_offer", [close]))
    assert (every["picks"], every["closes"], every["priced"]) == (1, 0, 0)
    assert every["gain"] != every["gain"], "missing, not 0"


def test_a_pick_of_a_game_that_was_moved_has_no_part_in_it() -> None:
    """The later date's close, of the same player at the same line, is of another bet."""
    late = PLAYED + timedelta(days=2)
    moved = {**GAME, "game_date": late, "tip_at": TIP + timedelta(days=2)}
    session = TableSession()
    session.load("schedule", [moved, game(PLAYED, "002")])
    staying = {**_pick(BO, 15.5), "game_id": "002"}
    session.load("player_prediction", [_pick(AL, 20.5), staying])
    close = {**_close(AL, 20.5, -150.0, 130.0, 1), "game_date": late}
    session.load(
        "player_prop_offer", [{**close, "captured_at": moved["tip_at"] - timedelta(hours=1)}]
    )
    every, _ = closing_record(session, DateRange(PLAYED, late))
    assert (every["picks"], every["closes"], every["priced"]) == (1, 0, 0)


def test_replays_and_passes_have_no_close() -> None:
    rows = [
        _pick(AL, 20.5, record="replayed", created_at=None),
        {**_pick(BO, 20.5), "recommendation": "PASS"},
    ]
    close = _close(AL, 20.5, -110.0, -110.0, 1)
    assert _record(("player_prediction", rows), ("player_prop_offer", [close])) == []
