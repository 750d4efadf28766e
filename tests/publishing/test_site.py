"""The site in a browser, on the simulated league: what a reader can do, and what must not occur."""

from __future__ import annotations

import csv
import json
import re
import shutil
import urllib.request
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from support import browser as chromium
from support.site_server import serving
from tipoff.domain.markets import GRADED
from tipoff.publishing.columns import decoded
from tipoff.publishing.release import CURRENT, Publication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import World
    from support.browser import Page

AXE = Path(__file__).parents[1] / "support" / "axe" / "axe.min.js"
ROUTES = ("today", "prices", "record", "slates", "bets", "pipeline")
PHONE = (390, 844)
BROKEN_WORDS = """
    [...document.querySelectorAll("td, th")].filter((cell) => cell.offsetParent).flatMap((cell) => {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const broken = [];
        while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/[^\\s\u2013-]+/g)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, word.index);
                range.setEnd(texts.currentNode, word.index + word[0].length);
                const lines = [...range.getClientRects()].map((line) => Math.round(line.top));
                if (new Set(lines).size > 1) broken.push(word[0]);
            }
        }
        return broken;
    })
"""
"""Words of tables that occur in more than one line."""
COLORS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that look at colors."""


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    """One tab for all tests of this module."""
    with chromium.browser() as page:
        yield page


@pytest.fixture
def page(tab: Page) -> Page:
    """The tab at a desktop's size, with nothing remembered of earlier tests."""
    tab.requests.clear()
    tab.complaints.clear()
    tab.size(1280, 900)
    tab.send("Storage.clearDataForOrigin", origin="*", storageTypes="all")
    return tab


@pytest.fixture(scope="module")
def published(demo_world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published release of the simulated league."""
    place = tmp_path_factory.mktemp("site")
    shutil.copytree(demo_world.home.published / CURRENT, place / "1")
    (place / CURRENT).symlink_to("1")
    return place


@pytest.fixture(scope="module")
def site(published: Path) -> Iterator[str]:
    """The address of the site."""
    with serving(published) as url:
        yield url


@pytest.fixture(scope="module")
def today(published: Path) -> dict[str, Any]:
    """The slate as it was published."""
    made: dict[str, Any] = json.loads((published / CURRENT / "today.json").read_text())
    return made


def _rows(page: Page, selector: str = "#props ~ div tbody tr") -> list[str]:
    """Return the text of a table's rows."""
    rows = page.evaluate(
        f"[...document.querySelectorAll({json.dumps(selector)})].map((row) => row.innerText)"
    )
    return list(rows)


def test_every_page_is_shown_without_complaints_and_asks_no_other_host(
    page: Page, site: str
) -> None:
    for route in ROUTES:
        page.open(f"{site}/#/{route}")
        assert page.evaluate("document.querySelectorAll('main h1').length") == 1, route
        assert "could not be shown" not in page.text()
    assert page.complaints == []
    assert {url.split("/")[2] for url in page.requests if url.startswith("http")} == {
        site.removeprefix("http://")
    }


def test_every_market_of_whoever_is_in_question_is_shown_without_a_gap(
    page: Page, site: str, published: Path, today: dict[str, Any]
) -> None:
    branches = json.loads((published / CURRENT / "branches.json").read_text())["branches"]
    players = decoded(today["players"])["player_id"]
    cases = decoded(branches)
    open_player, teammate = cases["open_player"][0], cases["player"][-1]
    for player in {players[open_player], players[teammate], players[0]}:
        for market in ("player_points", "player_assists", "player_steals", "player_minutes"):
            page.open(f"{site}/#/player/{player}/{market}")
            assert len(page.text()) > 200
    assert page.complaints == []


def test_a_simulated_league_says_so_on_every_page(page: Page, site: str) -> None:
    for route in ROUTES:
        page.open(f"{site}/#/{route}")
        assert "Simulated league" in page.text("#banner")


def test_props_are_searched_filtered_and_sorted(page: Page, site: str) -> None:
    page.open(f"{site}/#/today")
    everything = _rows(page)
    assert len(everything) > 10
    page.choose("Market", "player_points")
    points = _rows(page)
    assert 0 < len(points) < len(everything)
    name = str(page.evaluate("document.querySelector('#props ~ div tbody a').textContent"))
    page.choose("Search", name.lower())
    assert all(name in row for row in _rows(page))
    assert "q=" in page.evaluate("location.hash"), "filters can be sent to somebody"
    page.choose("Search", "nobody of this name")
    assert "Nothing matches" in page.text()
    page.open(f"{site}/#/today")
    page.evaluate(
        "[...document.querySelectorAll('#props ~ div thead button')]"
        ".find((each) => each.textContent.startsWith('Line')).click()"
    )
    lines = page.evaluate(
        "[...document.querySelectorAll('#props ~ div tbody tr')].map((r) => +r.cells[3].innerText)"
    )
    assert lines == sorted(lines, reverse=True)
    head = page.evaluate("document.querySelector('#props ~ div th[aria-sort]').innerText")
    assert head.startswith("Line")


def test_a_filter_in_the_address_is_applied(page: Page, site: str) -> None:
    page.open(f"{site}/#/today?market=player_assists&all=1")
    assert _rows(page)
    assert all("Assists" in row for row in _rows(page))


def test_the_line_of_a_player_is_moved(page: Page, site: str) -> None:
    page.open(f"{site}/#/today?market=player_points")
    page.click("#props ~ div tbody a")
    page.wait("document.querySelector('#dist') !== null")
    page.choose("Exactly", "3.5")
    page.wait("document.querySelector('main').innerText.includes('Over 3.5')")
    page.wait("location.hash.includes('line=3.5')")
    low = _share(page, "Over 3.5")
    hits = page.evaluate("document.querySelector('#games ~ p strong').textContent")
    page.choose("Exactly", "30.5")
    page.wait("location.hash.includes('line=30.5')")
    assert _share(page, "Over 30.5") < low
    assert page.evaluate("document.querySelector('#games ~ p strong').textContent") != hits
    assert "interval" in page.text("#games ~ p")


def _share(page: Page, label: str) -> float:
    match = re.search(rf"{re.escape(label)}\s+([\d.]+)", page.text())
    assert match, page.text()[:500]
    return float(match[1])


def test_the_browser_computes_what_the_pipeline_publishes(page: Page, site: str) -> None:
    """P(over) of each published distribution at its line, to the digits that are published."""
    page.open(f"{site}/#/today")
    worst = page.evaluate(
        f"""(async () => {{
            const odds = await {chromium.imported("odds.js")};
            const data = await {chromium.imported("data.js")};
            const slate = await {chromium.imported("slate.js")};
        """
        """
            const [made] = await data.load("today.json");
            const rows = slate.readSlate(made).predictions.filter((row) => row.line !== null);
            const gaps = rows.map((row) =>
                Math.abs(odds.decided(odds.atLine(slate.leadOf(row), row.line)) - row.lead_p_over));
            return [rows.length, Math.max(...gaps)];
        })()"""
    )
    assert worst[0] > 10
    assert worst[1] < 0.001


def test_a_players_games_are_filtered(page: Page, site: str) -> None:
    page.open(f"{site}/#/today?market=player_points")
    page.click("#props ~ div tbody a")
    page.wait("document.querySelector('#games') !== null")
    page.choose("Games", "400")
    everywhere = _counted(page)
    page.choose("Where", "home")
    home = _counted(page)
    page.choose("Where", "away")
    assert home + _counted(page) == everywhere
    page.choose("Where", "")
    page.evaluate(
        """(() => {
            const label = [...document.querySelectorAll("label")]
                .find((each) => each.textContent === "Teammate");
            const control = document.getElementById(label.htmlFor);
            control.selectedIndex = 1;
            control.dispatchEvent(new Event("change", { bubbles: true }));
        })()"""
    )
    with_mate = _counted(page)
    page.choose("Teammate plays", "without")
    assert with_mate + _counted(page) == everywhere


def _counted(page: Page) -> int:
    return int(page.evaluate("document.querySelectorAll('#games ~ svg .bar').length"))


def test_a_game_is_opened_and_legs_are_joined(page: Page, site: str) -> None:
    page.open(f"{site}/#/today")
    page.click("#props ~ div tbody .sub a")
    page.wait("document.querySelector('#teams') !== null")
    page.evaluate("document.querySelectorAll('.legs input')[0].click()")
    page.evaluate("document.querySelectorAll('.legs input')[1].click()")
    text = page.text()
    assert "Joint probability" in text
    assert "breaks even at" in text


def test_who_is_out_has_no_number(page: Page, site: str, today: dict[str, Any]) -> None:
    players, predictions = decoded(today["players"]), decoded(today["predictions"])
    out = [n for n, status in enumerate(players["status"]) if status == "out"]
    assert out
    assert not set(out) & set(predictions["player"])
    page.open(f"{site}/#/player/{players['player_id'][out[0]]}")
    assert "there is no prediction and no pick" in page.text()
    assert page.evaluate("document.querySelector('#dist')") is None


def test_the_record_is_shown_with_its_losses(page: Page, site: str) -> None:
    page.open(f"{site}/#/record")
    text = page.text()
    for expected in ("Log loss", "Coefficient of disagreement", "Replayed", "A coin"):
        assert expected in text


def test_a_past_slate_shows_what_became_of_it(page: Page, site: str) -> None:
    page.open(f"{site}/#/slates")
    page.click(".days a:not(.pending)")
    page.wait("document.querySelector('main table') !== null")
    assert re.search(r"Replayed|Live", page.text())


def test_the_browser_finds_what_players_did_in_every_market(
    page: Page, site: str, demo_world: World
) -> None:
    """Sums and minutes are not stated: they follow from their parts."""
    totals = ", ".join(
        f"sum(({' + '.join(market.counted)} + {market.per // 2}) // {market.per})::INT"
        for market in GRADED.values()
    )
    ((people, *counted),) = demo_world.query(f"SELECT count(*), {totals} FROM player_game_summary")
    expected = {key: [people, total] for key, total in zip(GRADED, counted, strict=True)}
    page.open(f"{site}/#/slates")
    values = page.evaluate(
        f"""(async () => {{
            const data = await {chromium.imported("data.js")};
            const markets = {list(expected)};
        """
        """
            const all = Object.keys(data.currentIndex().documents);
            const paths = all.filter((path) => path.startsWith("results/"));
            const found = Object.fromEntries(markets.map((market) => [market, [0, 0]]));
            for (const document of await data.load(...paths)) {
                for (const market of markets) {
                    for (const count of data.counts(document, market)) {
                        found[market][0] += count !== null;
                        found[market][1] += count;
                    }
                }
            }
            return found;
        })()"""
    )
    assert {"player_points_rebounds_assists", "player_minutes"} < values.keys()
    assert values == expected


def test_a_bet_is_logged_settled_and_kept_in_this_browser(page: Page, site: str) -> None:
    page.open(f"{site}/#/bets")
    assert "No bet is logged" in page.text()
    page.evaluate(
        """localStorage.setItem("tipoff.bets", JSON.stringify([{ id: "x", date: "2025-01-14",
            game_id: "1", player_id: 1, player_name: "<img src=x onerror=alert(1)>",
            market: "player_points", side: "over", line: 10.5, price: 100, stake: 1 }]))"""
    )
    page.open(f"{site}/#/bets")
    assert "<img src=x" in page.text()
    assert page.evaluate("document.querySelectorAll('main img').length") == 0


def test_a_bet_is_settled_by_the_results_of_its_own_date(
    page: Page, site: str, demo_world: World
) -> None:
    """The same bet for another date, which its game was moved from, is void."""
    ((game, player, day, other),) = demo_world.query(
        "SELECT game_id, player_id, game_date::VARCHAR, (game_date - 1)::VARCHAR"
        " FROM prediction_grade WHERE market = 'player_points' AND actual > 0"
        " ORDER BY game_date DESC LIMIT 1"
    )
    bet = {"game_id": game, "player_id": player, "player_name": "Al", "market": "player_points"}
    bet |= {"side": "over", "line": 0.5, "price": 100, "stake": 1}
    held = [{**bet, "id": date, "date": date} for date in (day, other)]
    page.open(f"{site}/#/bets")
    page.evaluate(f"localStorage.setItem('tipoff.bets', {json.dumps(json.dumps(held))})")
    page.open(f"{site}/#/bets")
    assert page.text().count("won") == page.text().count("game moved") == 1
    assert "2 of 2 decided" in page.text()


def test_the_record_links_to_every_graded_prediction(page: Page, site: str) -> None:
    page.open(f"{site}/#/record")
    rows = 0
    for address in page.evaluate(
        "[...document.querySelectorAll('a[download]')].map((a) => a.href)"
    ):
        with urllib.request.urlopen(address) as answer:
            assert answer.headers["Content-Type"] == "application/vnd.apache.parquet"
            rows += pq.read_table(BytesIO(answer.read())).num_rows
    assert rows > 500


def test_every_graded_prediction_is_saved_as_one_csv_file(
    page: Page, site: str, demo_world: World
) -> None:
    page.open(f"{site}/#/record")
    page.evaluate("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }; 0")
    page.evaluate(
        "[...document.querySelectorAll('button')].find((b) => b.innerText.includes('CSV')).click()"
    )
    page.wait("window.saved !== undefined")
    rows = list(
        csv.DictReader(StringIO(page.evaluate("window.saved.text()").removeprefix("\ufeff")))
    )
    ((expected,),) = demo_world.query(
        "SELECT count(*) FROM player_prediction JOIN (SELECT game_id, player_id, market,"
        " prediction_time, information, record, system FROM prediction_grade) USING (game_id,"
        " player_id, market, prediction_time, information, record, system) WHERE line IS NOT NULL"
    )
    assert len(rows) == expected > 500
    assert {row["record"] for row in rows} == {"replayed"}
    assert {row["model_grade"] for row in rows} >= {"HIT", "MISS"}


def test_the_theme_is_chosen_and_kept(page: Page, site: str) -> None:
    page.open(f"{site}/#/today")
    shown = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(shown)
    page.click("#theme")
    page.click("#theme")
    dark = page.evaluate(shown)
    assert dark != light
    page.open(f"{site}/#/record")
    assert page.evaluate(shown) == dark
    page.evaluate("localStorage.clear()")
    page.size(1280, 900, dark=True)
    page.open(f"{site}/#/today")
    assert page.evaluate(shown) == dark, "the system's own"


WIDTHS = (390, 768, 1024, 1280)
OVERHANG = """
    [...document.querySelectorAll(".table")].filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.querySelector("caption").textContent)
"""
"""The tables that are wider than their box."""


@pytest.mark.parametrize("route", [*ROUTES, "player", "game"])
def test_nothing_scrolls_sideways_at_any_width(
    page: Page, site: str, today: dict[str, Any], route: str
) -> None:
    """But the grid of dates on a phone, in its own box; and no table breaks within a word."""
    page.size(*PHONE)
    page.open(f"{site}/#/{_route(route, today)}")
    assert page.evaluate(BROKEN_WORDS) == []
    for width in WIDTHS:
        page.size(width, 900)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        grid = {"Rows of each table by date"} if width == PHONE[0] else set()
        assert set(page.evaluate(OVERHANG)) <= grid, width


def _route(route: str, today: dict[str, Any]) -> str:
    if route == "player":
        players, predictions = decoded(today["players"]), decoded(today["predictions"])
        lined = [
            p
            for p, at in zip(predictions["player"], predictions["line"], strict=True)
            if at is not None
        ]
        return f"player/{players['player_id'][lined[0]]}"
    return f"game/{decoded(today['games'])['game_id'][0]}" if route == "game" else route


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("route", [*ROUTES, "player", "game"])
def test_nothing_serious_keeps_anybody_out(
    page: Page, site: str, today: dict[str, Any], route: str, dark: bool
) -> None:
    """In the dark nothing but colors is another, so they alone are looked at again."""
    looked_at = COLORS if dark else ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]
    page.size(1280, 900, dark=dark)
    page.open(f"{site}/#/{_route(route, today)}")
    page.evaluate(AXE.read_text() + "; true")
    values = page.evaluate(
        f"axe.run(document, {{ runOnly: {json.dumps(looked_at)} }})"
        ".then((result) => result.violations.map((each) =>"
        " [each.id, each.impact, each.nodes.slice(0, 3).map((node) => node.html)]))"
    )
    assert [each for each in values if each[1] in ("serious", "critical")] == []


def test_everything_is_reached_by_keyboard_and_announced_to_a_reader(page: Page, site: str) -> None:
    page.open(f"{site}/#/today")
    page.evaluate("document.querySelector('nav a[href=\"#/record\"]').click()")
    page.wait("document.title.startsWith('Record')")
    assert page.evaluate("document.activeElement.tagName") == "H1", "the new page is read aloud"
    page.open(f"{site}/#/today")
    page.send("Input.dispatchKeyEvent", type="rawKeyDown", key="Tab", windowsVirtualKeyCode=9)
    assert page.evaluate("document.activeElement.className") == "skip"


def test_a_new_release_is_seen_by_asking_again(page: Page, published: Path, site: str) -> None:
    page.open(f"{site}/#/today")
    page.evaluate(
        f"{chromium.imported('data.js')}.then((data) => {{"
        " window.seen = 0; data.watch(() => { window.seen += 1; }, 50); })"
    )
    index = published / CURRENT / "index.json"
    held = index.read_bytes()
    try:
        made = json.loads(held)
        index.unlink()
        index.write_text(json.dumps({**made, "digest": "another"}))
        page.wait("window.seen > 0")
    finally:
        index.unlink()
        index.write_bytes(held)


def test_a_home_with_nothing_says_what_to_do(page: Page, tmp_path: Path) -> None:
    from tipoff.publishing.application import application

    Publication(tmp_path).publish([application()])
    with serving(tmp_path) as url:
        page.open(f"{url}/#/today")
        assert "Not published yet" in page.text() or "could not be shown" in page.text()
        assert "tipoff run" in page.text() or "Try again" in page.text()
