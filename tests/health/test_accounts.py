"""Accounts of prices by hand: every price under one heading, every feed's game with its outcome."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from support.table_session import TableSession
from support.worked_example import DAY, TIP
from tipoff.health.feed_account import feed_account
from tipoff.health.price_account import AFTER_TIP, NO_GAME, OFFERED, WAITING, price_account

TEAMS = {"home_team_name": "Ants", "away_team_name": "Bees"}
EARLY = TIP - timedelta(hours=1)


def _price(player: str, captured: Any = EARLY, **more: Any) -> dict[str, Any]:
    base = {"game_date": DAY, "player_name": player, "captured_at": captured, "tip_at": TIP}
    return {**base, **TEAMS, **more}


def _name(player: str, outcome: str, game: str | None = None, **more: Any) -> dict[str, Any]:
    base = {"game_date": DAY, "source": "prices", "setting": "Bees @ Ants", "player_name": player}
    return {**base, "outcome": outcome, "game_id": game, **more}


@pytest.fixture
def session() -> TableSession:
    new_session = TableSession()
    new_session.load("schedule", [{"game_id": "g1", "game_date": DAY, "tip_at": TIP}])
    names = [
        _name("Al Doe", "exact", "g1"),
        _name("Di Roe", "unresolved"),
        _name("Ed Noe", "no game"),
    ]
    new_session.load("resolved_name", names)
    return new_session


@pytest.mark.parametrize(
    ("price", "heading"),
    [
        (_price("Al Doe"), OFFERED),
        (_price("Al Doe", None), OFFERED),  # a closing price, whose capture is not known
        (_price("Al Doe", TIP), AFTER_TIP),
        (
            _price("Al Doe", TIP - timedelta(minutes=5), tip_at=TIP - timedelta(minutes=5)),
            AFTER_TIP,
        ),
        (_price("Di Roe"), WAITING),
        (_price("Ed Noe"), NO_GAME),
        (_price("Bo Poe"), NO_GAME),  # nobody has looked for the name yet
        (_price("Al Doe", home_team_name=None), NO_GAME),  # another setting than the name's
    ],
)
def test_each_price_is_under_one_heading(
    session: TableSession, price: dict[str, Any], heading: str
) -> None:
    session.load("prop_price", [price])
    assert price_account(session) == {heading: 1}


def test_the_headings_add_up_to_all_prices(session: TableSession) -> None:
    prices = [_price("Al Doe"), _price("Al Doe"), _price("Al Doe", TIP), _price("Di Roe")]
    session.load("prop_price", prices)
    assert price_account(session) == {OFFERED: 2, AFTER_TIP: 1, WAITING: 1}
    assert list(price_account(session)) == [OFFERED, AFTER_TIP, WAITING], "the most first"


def test_each_feed_s_prices_by_what_became_of_their_game(session: TableSession) -> None:
    """Two prices of a game that was matched, one of another date, one that names no game."""
    session.load("feed_game", [{"game_date": DAY, **TEAMS, "game_id": "g1", "outcome": "found"}])
    other = DAY + timedelta(1)
    session.load(
        "prop_price",
        [
            _price("Al Doe"),
            _price("Di Roe"),
            _price("Al Doe", game_date=other),
            _price("Al Doe", home_team_name=None),
        ],
    )
    session.load("game_price", [{"game_date": DAY, **TEAMS}])
    assert feed_account(session) == {
        "player props": {"found": 2, "no games on the date": 1},
        "game odds": {"found": 1},
    }


def test_nothing_landed_is_nothing_counted(session: TableSession) -> None:
    assert price_account(session) == {}
    assert feed_account(session) == {"player props": {}, "game odds": {}}
