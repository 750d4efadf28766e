"""The page of the slate: the document's content, readable without a script."""

from __future__ import annotations

from datetime import datetime
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from conftest import THROUGH
from tipoff.predictions.models.systems import PREDICTED
from tipoff.publishing import words
from tipoff.publishing.page import HEADINGS, cells, page
from tipoff.publishing.release import CURRENT
from tipoff.publishing.slates import slate

if TYPE_CHECKING:
    from conftest import World


ROW = {
    "player_name": "Al Doe",
    "away_team_code": "A",
    "home_team_code": "B",
    "line": None,
    "mean": 9.0,
    "blend_mean": None,
    "low": 2.0,
    "high": 19.0,
    "lead_p_over": None,
    "model_p_over": None,
    "market_p_over": None,
    "market": "player_points",
    "expected_value": None,
    "bet_side": None,
    "bet_line": None,
    "recommendation": "NO_LINE",
}


class Reader(HTMLParser):
    """Collects the cells of the table, and all tags."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell."""
        self.tags.add(tag)
        if tag == "h2":
            self.rows.append([])
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        """Fill the cell that is open."""
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


def test_the_page_shows_every_prediction_of_the_slate(demo_world: World) -> None:
    with demo_world.home.reading() as session:
        today = slate(session, THROUGH, datetime(2025, 1, 15, 12))
    read = Reader((demo_world.home.published / CURRENT / "today.html").read_text())
    rows = [row for row in read.rows if row and tuple(row) != HEADINGS]
    bets = [row for row in today["predictions"] if row["recommendation"] in ("OVER", "UNDER")]
    shown = [*today["predictions"], *bets[:10]]
    assert len(rows) == len(shown)
    assert {tuple(row) for row in rows} == {cells(row) for row in today["predictions"]}
    assert len({row["market"] for row in today["predictions"]}) == len(PREDICTED)
    assert not read.tags & {"script", "img", "iframe"}


def test_a_simulated_league_a_halt_and_notices_stand_on_top() -> None:
    halt = {"halted": True, "reasons": ["no lines: no book has quoted a player of this slate"]}
    shown = {"date": "2025-01-15", "predictions": [], "halt": halt, "notices": ["95 % are UNDER"]}
    text = page(shown, simulated=True)
    assert "Simulated league: no real players" in text
    assert "No picks: no lines" in text
    assert "95 % are UNDER" in text
    assert "Simulated" not in page(shown, simulated=False)


def test_names_cannot_become_markup() -> None:
    row = {**ROW, "player_name": "<b>O'Shea</b>"}
    shown = {"date": "d", "predictions": [row], "halt": {"reasons": []}, "notices": []}
    assert "<b>" not in page(shown, simulated=False)


def test_a_bet_is_a_ticket_and_every_number_is_of_its_side() -> None:
    row = {
        **ROW,
        "line": 31.5,
        "lead_p_over": 0.44,
        "model_p_over": 0.36,
        "market_p_over": 0.47,
        "bet_side": "under",
        "bet_bookmaker": "draftkings",
        "bet_price": -105.0,
        "expected_value": 0.0933,
        "recommendation": "UNDER",
    }
    shown = dict(zip(HEADINGS, cells(row), strict=True))
    assert shown["bet"] == "UNDER 31.5 -105 DraftKings"
    assert [shown["Tipoff"], shown["model"], shown["market"]] == ["under 56%", "64%", "53%"]
    assert shown["EV"] == "+9.3%"


def test_without_a_line_nothing_is_said_of_sides() -> None:
    shown = dict(zip(HEADINGS, cells(ROW), strict=True))
    assert (shown["line"], shown["Tipoff"], shown["market"], shown["bet"]) == (
        "",
        "",
        "",
        "NO_LINE",
    )


def test_a_market_without_a_blend_is_known_by_its_lines() -> None:
    lined = {**ROW, "line": 20.5, "recommendation": "PASS"}
    assert words.is_without_blend([ROW, lined])
    assert not words.is_without_blend([lined, {**lined, "blend_mean": 21.0}])
    assert not words.is_without_blend([ROW]), "no book has a line"


def test_a_bet_on_whoever_may_not_play_says_so() -> None:
    bet = {**ROW, "recommendation": "UNDER"}
    assert words.unlikely_to_play({**bet, "p_plays": 0.177}) == "18% likely to play; void if not"
    assert words.unlikely_to_play({**bet, "p_plays": 0.5}) == ""
    assert words.unlikely_to_play({**bet, "p_plays": None}) == ""
    assert words.unlikely_to_play({**ROW, "recommendation": "PASS", "p_plays": 0.177}) == ""
