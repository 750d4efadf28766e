"""The site when something is missing, late, withheld or malicious."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from support import browser as chromium
from support.bets import BET as LOGGED
from support.publishing_league import (
    AL,
    BET,
    BO,
    CY,
    NO_STATUS,
    PLAYED,
    TO_COME,
    game,
    member,
    offer,
    prediction,
)
from support.site_server import serving
from support.table_session import TableSession
from tipoff.app.bets.bet import Bet
from tipoff.app.bets.settling import settled
from tipoff.publishing import words
from tipoff.publishing.documents import documents
from tipoff.publishing.release import CURRENT, Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from support.browser import Page
    from tipoff.publishing.inputs import Inputs

    Made = Callable[..., Inputs]

HOSTILE = (
    "<img src=x onerror=document.title='owned'>",
    "</script><script>document.title='owned'</script>",
    '=HYPERLINK("http://evil","x")',
    "\u202egnirts desrever",
    "javascript:alert(1)",
    'O\'Brien & "Sons" Jr.',
)
NOW = datetime(2025, 1, 15, 23, tzinfo=UTC)
"""Two hours before the game to come."""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """One tab for all tests of this module."""
    with chromium.browser() as tab:
        yield tab


def _shown(page: Page, place: Path, made: Inputs, route: str = "today") -> str:
    (text,) = _each_shown(page, place, made, route)
    return text


def _each_shown(page: Page, place: Path, made: Inputs, *routes: str) -> Iterator[str]:
    """Publish once, and yield what each of the routes shows while it is open."""
    publication = Publication(place)
    publication.publish(documents(made, publication))
    with serving(place) as url:
        for route in routes:
            page.open(f"{url}/#/{route}")
            assert page.complaints == []
            yield page.text() + page.text("#banner")


def test_a_pick_is_a_ticket(page: Page, league: TableSession, inputs: Made, tmp_path: Path) -> None:
    text = _shown(page, tmp_path, inputs(league, clock=NOW))
    for visible in (
        "OVER 20.5 at +100",
        "DraftKings",
        "60 min",
        "EV",
        "+10.2",
        "2.00",
        "Tipoff 55.1",
    ):
        assert visible in text
    assert "with a line. 1 pick." in text


def test_a_ticket_that_has_lost_its_worth_says_so_everywhere(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """At even money 45 % is worth -10 %."""
    assert "no longer worth" not in _shown(page, tmp_path, inputs(league, clock=NOW))
    of = prediction(game(TO_COME, "002"), AL, "player_points", 22.0)
    keys = ("game_id", "game_date", "player_id", "market", "prediction_time", "information")
    offered = {"bookmaker": "draftkings", "line": 20.5, "p_over": 0.45, "p_under": 0.55}
    league.load("offer_value", [{**{name: of[name] for name in keys}, **offered}])
    text = _shown(page, tmp_path, inputs(league, clock=NOW))
    ticket = "over 20.5 is now 45\u202f%, EV \u221210.0\u202f% at +100: no longer worth a bet"
    assert ticket in text
    plain = (tmp_path / CURRENT / "today.html").read_text()
    assert ticket.replace("\u202f", "").replace("\u2212", "-") in plain


def test_a_pass_says_quietly_which_bet_it_is_of(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """The offer that comes nearest to a bet may be of the other side, and of another line."""
    league.query(
        "UPDATE player_prediction SET recommendation = 'PASS', expected_value = -0.012,"
        " bet_side = 'under', bet_line = 24.5, bet_price = 102 WHERE bet_line IS NOT NULL"
    )
    routes = ("today", "game/002", f"player/{AL[0]}/player_points")
    ticket = "UNDER 24.5 at +102, DraftKings"
    *tables, player = _each_shown(page, tmp_path, inputs(league, clock=NOW), *routes)
    for text in tables:
        assert f"pass \u22121.2\u202f%\n{ticket}" in text
    assert f"Best bet on offer: {ticket}, EV \u22121.2\u202f%" in player


def test_a_price_that_no_other_book_comes_near_is_reported_on_the_ticket_and_in_the_terminal(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """+100 breaks even at 50 %: -110 is next to it at 52.4 %, -125 at 55.6 % is not."""
    of = game(TO_COME, "002")
    row = prediction(of, AL, "player_points", 22.0)
    keys = ("game_id", "game_date", "player_id", "market", "prediction_time", "information")
    valued = {"bookmaker": "fanduel", "line": 20.5, "p_over": 0.55, "p_under": 0.45}
    league.load("offer_value", [{**{name: row[name] for name in keys}, **valued}])
    for price, is_near in ((-110.0, True), (-125.0, False)):
        league.query("DELETE FROM player_prop_offer WHERE bookmaker = 'fanduel'")
        league.load("player_prop_offer", [offer(of, AL, "fanduel", 20.5, price, -110.0)])
        text = _shown(page, tmp_path, inputs(league, clock=NOW))
        assert ("No other book is close to this price" not in text) == is_near
        plain = (tmp_path / CURRENT / "today.html").read_text()
        assert ("no other book is close to +100 at DraftKings" not in plain) == is_near


BETS: dict[str, dict[str, Any]] = {
    "won": {},
    "lost": {"side": "under"},
    "push": {"line": 25.0},
    "a sum": {"market": "player_points_rebounds", "line": 28.5},
    "did not play": {"player_id": BO[0]},
    "never predicted": {"player_id": 99},
    "moved from a date with games": {"game_id": "gone"},
    "moved from a date without any": {"date": "2025-01-20"},
    "no result yet": {"game_id": "open"},
    "to come": {"game_id": "002", "date": str(TO_COME)},
    "of a date that no schedule covers": {"date": "2024-12-01"},
}
"""Bets on Al's 25 points of the game played, except where stated."""


def test_a_bet_is_settled_on_the_page_as_it_is_in_the_terminal(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    league.load("schedule", [game(PLAYED, "open")])
    held = [{**LOGGED, "date": str(PLAYED), "id": name, **own} for name, own in BETS.items()]
    expected = [each.result or "pending" for each in settled(league, [Bet(**b) for b in held])]
    assert {*expected} == {"won", "lost", "push", "void", "pending"}
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(league), publication))
    with serving(tmp_path) as url:
        page.open(f"{url}/#/bets")
        page.evaluate(f"localStorage.setItem('tipoff.bets', {json.dumps(json.dumps(held))})")
        page.open(f"{url}/#/bets")
        cells = "[...document.querySelectorAll('main tbody tr')].map((row) => row.cells[4]"
        shown = page.evaluate(f"{cells}.firstElementChild.textContent)")
        cells_text = page.evaluate(f"{cells}.innerText)")
    assert dict(zip(BETS, shown, strict=True)) == dict(zip(BETS, expected, strict=True))
    assert [text for text in cells_text if "game moved" in text] == ["void\ngame moved"] * 2


def test_a_past_slate_tells_why_a_prediction_is_void(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """A live one is void if its game left the date, or if it had begun when it was written."""
    after = {**BET, "record": "live", "created_at": datetime(2025, 1, 15, 2)}
    in_time = {**after, "created_at": datetime(2025, 1, 15, 0, 30)}
    league.load(
        "player_prediction",
        [
            prediction(game(PLAYED, "001"), CY, "player_assists", 21.0, **after),
            prediction(game(PLAYED, "gone"), BO, "player_assists", 21.0, **in_time),
        ],
    )
    text = _shown(page, tmp_path, inputs(league), f"slates/{PLAYED}")
    assert text.count("game moved") == text.count("written after tip-off") == 1
    assert "Assists · game cancelled" in text
    assert "1 won, 0 lost, 2 void" in text


def test_without_games_it_says_so_and_where_to_go(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    text = _shown(page, tmp_path, inputs(league, datetime(2025, 2, 20).date()))
    assert "No picks" in text
    assert "There is no slate to show" in text
    assert "the newest predictions are for 2025-01-15" in text
    assert "Past slates" in text


def test_without_prices_it_says_so_and_still_shows_what_is_expected(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    league.query("DELETE FROM player_prop_offer")
    league.query(
        "UPDATE player_prediction SET line = NULL, bet_line = NULL, recommendation = 'NO_LINE'"
    )
    text = _shown(page, tmp_path, inputs(league, clock=NOW))
    assert "no book has quoted a player of this slate" in text
    assert "All predicted" in text


def test_a_halt_withholds_every_pick(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    why = "player_prediction: 3 % of its rows break a rule"
    made = inputs(league, clock=NOW, failed={"player_prediction": why})
    text = _shown(page, tmp_path, made)
    assert why in text
    assert "1 pick is withheld" in text
    assert "OVER 20.5" not in text


def test_prices_that_are_old_are_said_to_be(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    league.query("UPDATE player_prop_offer SET captured_at = captured_at - INTERVAL 12 HOUR")
    text = _shown(page, tmp_path, inputs(league, clock=NOW))
    assert "check every ticket at the book" in text


def test_a_price_that_has_moved_is_reported(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    league.query("UPDATE player_prop_offer SET over_price = -110")
    assert "now \u2212110" in _shown(page, tmp_path, inputs(league, clock=NOW))


def test_a_suspect_price_is_marked_and_counted(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    wild = offer(game(TO_COME, "002"), AL, "wildbook", 20.5, 400.0, 400.0)
    league.load("player_prop_offer", [{**wild, "suspect": "both sides positive"}])
    today, prices = _each_shown(page, tmp_path, inputs(league, clock=NOW), "today", "prices")
    assert "1 of 2 quoted prices are suspect" in today
    assert "both sides positive" in prices
    assert "never picked" in prices


def test_a_slate_that_is_all_on_one_side_says_so(page: Page, inputs: Made, tmp_path: Path) -> None:
    session, of = TableSession(), game(TO_COME, "002")
    session.load("schedule", [of])
    people = [(number, f"Player {number}") for number in range(20, 34)]
    session.load("player_pool", [member(of, each) for each in people])
    bets = {**BET, "bet_side": "under", "recommendation": "UNDER"}
    session.load(
        "player_prediction",
        [prediction(of, each, "player_points", 18.0, **bets) for each in people],
    )
    text = _shown(page, tmp_path, inputs(session, clock=NOW))
    assert "100\u202f% of the 14 picks are UNDER" in text


def test_who_is_ruled_out_after_the_prediction_loses_number_and_pick(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """A star is out at half past six; the page of ten minutes later has nothing of that player."""
    made = inputs(league, clock=NOW)
    assert "Al Doe" in _shown(page, tmp_path, made)
    report_at = NOW.replace(tzinfo=None) - timedelta(minutes=10)
    who = {"game_date": TO_COME, "team_name": "Home Heroes"}
    league.load("injury_submission", [{**who, "report_at": report_at, "submitted": True}])
    league.load(
        "injury_report",
        [{**who, "report_at": report_at, "player_name": AL[1], "status": "out", "reason": "Knee"}],
    )
    league.load(
        "resolved_name",
        [
            {
                "game_date": TO_COME,
                "source": "injuries",
                "setting": "Home Heroes",
                "player_name": AL[1],
                "player_id": AL[0],
            }
        ],
    )
    text = _shown(page, tmp_path, inputs(league, clock=NOW))
    assert "OVER 20.5" not in text
    assert "No picks" in text
    assert "injury report, 10 min old" in text
    assert "Knee" in text


def test_a_past_slate_leads_to_what_was_said_of_a_player(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """Line, side and probability are the ticket's: (1 + 0.1) / 2.2; a phone shows them too."""
    bet = {"bet_line": 18.5, "bet_side": "under", "bet_price": 120.0, "expected_value": 0.1}
    values = {**BET, **bet, "recommendation": "UNDER", "blend_p_under": 0.4488, "p_plays": 0.177}
    row = prediction(game(PLAYED, "001"), CY, "player_rebounds", 21.0, **values)
    league.load("player_prediction", [row])
    league.query(f"DELETE FROM player_game_summary WHERE player_id = {CY[0]}")
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(league, clock=NOW), publication))
    with serving(tmp_path) as url:
        page.open(f"{url}/#/slates/{PLAYED}")
        assert "2 picks: 1 won, 0 lost, 1 void" in page.text()
        page.click("main a[href$='/13']")
        page.wait("document.querySelector('h1').textContent === 'Cy Poe'")
        page.size(390, 844)
        lined = page.text("tr.pick")
        page.size(1280, 900)
        for visible in ("21.0 expected", "50\u202f%", "under 18.5", "UNDER +120", "did not play"):
            assert visible in lined
        assert "18\u202f% likely to play; void if not" in lined
        assert "published only for the upcoming slate" in page.text()
        page.click(f"main a[href='#/slates/{PLAYED}']")
        page.wait("document.querySelector('main').innerText.includes('2 picks')")
        page.open(f"{url}/#/slates/{PLAYED}/99")
        assert "This player had no predictions on this date." in page.text()
        page.open(f"{url}/#/player/11/player_blocks_steals")
        assert page.text("nav.tabs [aria-current]").startswith("Blk + Stl")
        assert page.complaints == []


def test_without_a_blend_nothing_is_valued_and_it_is_said_why(
    page: Page, inputs: Made, tmp_path: Path
) -> None:
    """The model says 61 % of over 20.5 at +100: without a blend that is no worth."""
    session = TableSession()
    of = game(TO_COME, "002")
    unvalued = {name: None for name in BET if name.startswith(("bet_", "blend_"))}
    values = {**BET, **unvalued, "expected_value": None, "recommendation": "PASS"}
    session.load("schedule", [of])
    session.load("player_pool", [member(of, AL)])
    session.load("player_prediction", [prediction(of, AL, "player_points", 23.0, **values)])
    session.load("player_prop_offer", [offer(of, AL, "draftkings", 20.5, 100.0, -120.0)])
    routes = ("today", "player/11/player_points")
    why = "Too few lines have been graded yet to weigh the model against the market"
    for text in _each_shown(page, tmp_path, inputs(session, clock=NOW), *routes):
        assert why in text
        assert "has an EV of" not in text
        assert re.search(r"[+\u2212][\d.]+\u202f%", text) is None, "no expected value"
    assert why in (tmp_path / CURRENT / "today.html").read_text()


def test_the_pipeline_tells_what_is_wrong_and_what_there_is_to_know(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    status = replace(NO_STATUS, holes=("one hole",), lacking=("a thing", "another"))
    text = _shown(page, tmp_path, inputs(league, status=lambda: status), "pipeline")
    assert "1 problem. 2 warnings, which block nothing" in text
    for visible in ("one hole", "a thing", "another"):
        assert visible in text


def test_hostile_names_are_text(page: Page, inputs: Made, tmp_path: Path) -> None:
    session, of = TableSession(), game(TO_COME, "002")
    session.load("schedule", [{**of, "arena": HOSTILE[0], "home_team_name": HOSTILE[1]}])
    people = [(number, name) for number, name in enumerate(HOSTILE, 30)]
    session.load("player_pool", [member(of, each) for each in people])
    session.load(
        "player_prediction", [prediction(of, each, "player_points", 18.0, **BET) for each in people]
    )
    session.load(
        "player_prop_offer", [offer(of, each, HOSTILE[0], 20.5, 100.0, -120.0) for each in people]
    )
    routes = ("today", "prices", "game/002", "player/30", "player/33")
    for text in _each_shown(page, tmp_path, inputs(session, clock=NOW), *routes):
        assert page.evaluate("document.title").endswith("Tipoff")
        assert page.evaluate("document.querySelectorAll('main img, main script').length") == 0
        assert HOSTILE[0] in text or HOSTILE[3] in text
    assert page.evaluate("document.querySelectorAll('main [href^=\"javascript:\"]').length") == 0


def test_a_csv_holds_no_formula(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(league), publication))
    with serving(tmp_path) as url:
        page.open(f"{url}/#/today")
        text: str = page.evaluate(
            chromium.imported("dom.js")
            + """.then((dom) => dom.csv(["name", "price"], [
                { name: "=1+1", price: -110 },
                { name: "\\t@x", price: 1 },
                { name: 'a"b', price: 2 },
            ]))"""
        )
    rows: list[list[Any]] = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows == [["name", "price"], ["'=1+1", "-110"], ["'\t@x", "1"], ['a"b', "2"]]


def test_the_page_and_the_terminal_write_numbers_and_books_alike(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    """A half is rounded away from zero in both; even money is +100."""
    shares = [n / 10_000 for n in (-225, 334, 5, -5, 4, 1250, 3345, -3345, 50, 10_050, 0)]
    prices, books = [-100, 100, -110.5, 104.5, -2000], [*words.BOOKS, "demo_duel", "book"]
    publication = Publication(tmp_path)
    publication.publish(documents(inputs(league), publication))
    with serving(tmp_path) as url:
        page.open(f"{url}/#/today")
        shown = page.evaluate(
            chromium.imported("format.js")
            + f""".then((f) => [
                {json.dumps(shares)}.flatMap((n) => [f.signedPercent(n), f.percent(n, 0)]),
                {json.dumps(prices)}.map(f.price), {json.dumps(books)}.map(f.bookName)])"""
        )
    plain = [[each.replace("\u2212", "-").replace("\u202f", "") for each in row] for row in shown]
    visible = [each for n in shares for each in (words.signed_percent(n), words.percent(n))]
    assert plain == [visible, [words.price(n) for n in prices], [words.book(key) for key in books]]
    assert visible[:4] == ["-2.3%", "-2%", "+3.3%", "3%"]
    assert words.price(-100) == "+100"


def test_an_unknown_page_and_player_say_so(
    page: Page, league: TableSession, inputs: Made, tmp_path: Path
) -> None:
    routes = ("nothing", "game/9", "slates/1999-01-01")
    visible = ("No such page", "No such game", "No slate was published")
    shown = _each_shown(page, tmp_path, inputs(league), *routes)
    for text, expected in zip(shown, visible, strict=True):
        assert expected in text
