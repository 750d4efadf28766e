"""The page of the slate: what the document says, readable without a script."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tipoff.predictions.models.systems import PREDICTED
from tipoff.publishing.page import HEADINGS, cells, page
from tipoff.publishing.release import CURRENT, Publication

if TYPE_CHECKING:
    from conftest import World


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
    today = Publication(demo_world.home.published).read("today.json")
    read = Reader((demo_world.home.published / CURRENT / "today.html").read_text())
    heads = [row for row in read.rows if tuple(row) == HEADINGS]
    rows = [row for row in read.rows if row and tuple(row) != HEADINGS]
    assert len(heads) == len({row["market"] for row in today["predictions"]}) == len(PREDICTED)
    assert sorted(rows) == sorted(list(cells(row)) for row in today["predictions"])
    assert not read.tags & {"script", "img", "iframe"}


def test_a_simulated_league_and_a_halt_stand_on_top() -> None:
    halt = {"halted": True, "reasons": ["no lines: the market is missing"]}
    slate = {"date": "2025-01-15", "predictions": [], "halt": halt}
    text = page(slate, simulated=True)
    assert "Simulated league: no real players" in text
    assert "No picks: no lines" in text
    assert "Simulated" not in page(slate, simulated=False)


def test_names_cannot_become_markup() -> None:
    row = {
        "player_name": "<b>O'Shea</b>",
        "away_team_code": "A",
        "home_team_code": "B",
        "line": None,
        "mean": 9.0,
        "low": 2.0,
        "high": 19.0,
        "p_over": None,
        "fair_over": None,
        "market": "player_points",
        "blend_p_over": None,
        "expected_value": None,
        "recommendation": "NO_LINE",
    }
    slate = {"date": "d", "predictions": [row], "halt": {"reasons": []}}
    assert "<b>" not in page(slate, simulated=False)
