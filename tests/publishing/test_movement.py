"""Line movement: captures at which a line or price changed, of books captured again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from support import browser as chromium
from support.publishing_league import AL, BO, TO_COME, game, member, offer, prediction
from support.site_server import serving
from support.table_session import TableSession
from tipoff.publishing.documents import documents
from tipoff.publishing.movement import moves
from tipoff.publishing.release import CURRENT, Publication

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.publishing.inputs import Inputs

    Made = Callable[..., Inputs]

GAME = game(TO_COME, "002")
TIP: datetime = GAME["tip_at"]
NOW = datetime(2025, 1, 15, 23, tzinfo=UTC)


def _quotes(
    hours: float, book: str, line: float, over: float, under: float, **more: Any
) -> list[dict[str, Any]]:
    """Return both sides of a quote on Al Doe's points, captured some hours before tip-off."""
    at = TIP - timedelta(hours=hours)
    return [
        {
            "game_date": TO_COME,
            "player_name": AL[1],
            "market": "player_points",
            "bookmaker": book,
            "line": line,
            "side": side,
            "price": price,
            "capture": f"{at:%H%M}",
            "captured_at": at,
            "tip_at": TIP,
            **more,
        }
        for side, price in (("over", over), ("under", under))
    ]


def _session(*quotes: list[dict[str, Any]]) -> TableSession:
    session = TableSession()
    session.load("schedule", [GAME])
    session.load("player_pool", [member(GAME, AL), member(GAME, BO)])
    session.load("player_prediction", [prediction(GAME, AL, "player_points", 21.0, line=20.5)])
    session.load("prop_price", [row for quote in quotes for row in quote])
    named = {"game_date": TO_COME, "source": "prices", "setting": "", "player_name": AL[1]}
    session.load("resolved_name", [{**named, "player_id": AL[0], "game_id": "002"}])
    return session


def _moves(session: TableSession) -> list[tuple[Any, ...]]:
    names = ("bookmaker", "captured_at", "line", "over_price", "under_price")
    rows = moves(session, TO_COME)
    rows_of_moves = zip(*(rows[n].to_pylist() for n in names), strict=True)
    return [
        (book, round((TIP - at).total_seconds() / 3600, 1), *rest)
        for book, at, *rest in rows_of_moves
    ]


def test_a_capture_that_changed_nothing_is_left_out_but_the_last() -> None:
    session = _session(
        _quotes(8, "fanduel", 20.5, -110, -110),
        _quotes(6, "fanduel", 20.5, -110, -110),
        _quotes(4, "fanduel", 21.5, -110, -110),
        _quotes(3, "fanduel", 21.5, -120, 100),
        _quotes(2, "fanduel", 21.5, -120, 100),
    )
    assert _moves(session) == [
        ("fanduel", 8.0, 20.5, -110, -110),
        ("fanduel", 4.0, 21.5, -110, -110),
        ("fanduel", 3.0, 21.5, -120, 100),
        ("fanduel", 2.0, 21.5, -120, 100),
    ]


def test_the_main_line_of_a_capture_is_the_listed_one_nearest_to_even() -> None:
    session = _session(
        _quotes(8, "fanduel", 18.5, -200, 160),
        _quotes(8, "fanduel", 20.5, -112, -108),
        _quotes(8, "fanduel", 22.5, -110, -110, is_alternate=True),
        _quotes(2, "fanduel", 21.5, -110, -110),
    )
    assert _moves(session) == [
        ("fanduel", 8.0, 20.5, -112, -108),
        ("fanduel", 2.0, 21.5, -110, -110),
    ]


def test_books_captured_once_after_tip_off_or_as_pickem_have_no_part() -> None:
    session = _session(
        _quotes(8, "fanduel", 20.5, -110, -110),
        _quotes(-1, "fanduel", 30.5, -110, -110),
        _quotes(8, "prizepicks", 20.5, -110, -110, is_pickem=True),
        _quotes(2, "prizepicks", 21.5, -110, -110, is_pickem=True),
    )
    assert _moves(session) == []


def test_movement_is_drawn_where_it_is_known(inputs: Made, tmp_path: Path) -> None:
    session = _session(
        _quotes(8, "fanduel", 20.5, -110, -110),
        _quotes(2, "fanduel", 21.5, -110, -110),
        _quotes(2, "betmgm", 21.0, -115, -105),
    )
    opened = {"opened_at": TIP - timedelta(hours=8), "opening_line": 20.5}
    once = {"opened_at": TIP - timedelta(hours=1), "opening_line": 21.0}
    session.load(
        "player_prop_offer",
        [
            offer(GAME, AL, "fanduel", 21.5, -110.0, -110.0, **opened),
            offer(GAME, AL, "betmgm", 21.0, -115.0, -105.0, **once),
        ],
    )
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(session, clock=NOW), publication))
    document = orjson.loads((tmp_path / CURRENT / "movement.json").read_bytes())
    assert document["moves"]["line"] == [20.5, 21.5]
    with chromium.browser() as page, serving(tmp_path) as url:
        page.open(f"{url}/#/player/{AL[0]}/player_points")
        page.wait("document.querySelector('#moves') !== null")
        drawn = page.evaluate("document.querySelector('#moves ~ svg').getAttribute('aria-label')")
        assert drawn == "Main line over time: FanDuel from 20.5 to 21.5"
        assert "captured once" in page.text()
        assert page.complaints == []
        session.query("DELETE FROM prop_price")
        session.query("UPDATE player_prop_offer SET opened_at = captured_at")
        publication.publish(documents(inputs(session, clock=NOW), publication))
        page.open(f"{url}/#/player/{AL[0]}/player_points")
        page.wait("document.querySelector('#moves') !== null")
        assert page.evaluate("document.querySelector('#moves ~ svg')") is None
        assert "Each book was captured once" in page.text()
