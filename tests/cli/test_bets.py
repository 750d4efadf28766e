"""The bet log: bets with the player's name and their outcome."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from support.bets import BET
from support.cli_runner import printed
from support.toy_shop import Shop, answer, many, shop_graph
from tipoff.app.bets import Added, Bet, add_bets, parse_bets, read_bets
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World
    from support.cli_runner import Tipoff


def _played(world: World) -> dict[str, Any]:
    """Return a quote of a game that is over, with what its player did."""
    quotes = world.rows(
        "(SELECT o.*, s.points, s.player_name FROM player_prop_offer o"
        " JOIN player_game_summary s USING (game_id, player_id))",
        "market = 'player_points' AND stands AND over_price IS NOT NULL AND under_price IS NOT NULL"
        " AND suspect IS NULL AND points <> line ORDER BY game_date DESC, player_id LIMIT 1",
    )
    return quotes[0]


def test_a_bet_is_logged_settled_and_compared_with_the_close(
    demo_copy: World, tipoff: Tipoff
) -> None:
    quote = _played(demo_copy)
    side = "over" if quote["points"] > quote["line"] else "under"
    price = quote[f"{side}_price"]
    arguments = (quote["player_name"].upper(), side, quote["line"], f"{price:g}")
    options = ("--date", quote["game_date"], "--book", quote["bookmaker"], "--stake", 2)
    result = tipoff("bets", "add", *arguments, *options, world=demo_copy)
    assert result.exit_code == 0, result.output
    (bets,) = printed(tipoff("bets", "list", "--json", world=demo_copy))
    pays = price / 100 if price > 0 else -100 / price
    assert (bets["actual"], bets["result"]) == (quote["points"], "won")
    assert bets["gain"] == pytest.approx(2 * pays)
    assert bets["closing_line"] == quote["line"]
    assert bets["closing_line_value"] == 0, "the price taken is the last one"
    shown = tipoff("bets", "list", world=demo_copy).stdout
    assert "won" in shown
    assert shown.splitlines()[-1] == f"{bets['gain']:+.2f} of 2.00 staked"


def test_a_name_that_nobody_or_several_have_is_refused_with_close_names(
    demo_world: World, tipoff: Tipoff
) -> None:
    result = tipoff("bets", "add", "e", "over", 1, -110, "--date", "2025-01-15", world=demo_world)
    assert result.exit_code == 2
    assert "several are called" in result.stderr
    result = tipoff("bets", "add", "Zzz", "over", 1, -110, "--date", "2025-01-15", world=demo_world)
    assert result.exit_code == 2
    assert "nobody is called 'Zzz'" in result.stderr


def test_bets_of_the_site_are_imported_once(
    demo_copy: World, tipoff: Tipoff, tmp_path: Path
) -> None:
    file = tmp_path / "bets.json"
    bet = {**BET, "date": "2026-01-15"}
    file.write_text(json.dumps([bet, {**bet, "id": "2", "result": "won", "gain": 0.91}]))
    for new in (2, 0):
        printed_json = printed(tipoff("bets", "import", file, "--json", world=demo_copy))
        assert printed_json == {"bets": 2, "new": new, "changed": 0}
    bets = printed(tipoff("bets", "list", "--json", world=demo_copy))
    assert [each["result"] for each in bets] == [None, None], "its own game decides"
    last = tipoff("bets", "list", world=demo_copy).stdout.splitlines()[-1]
    assert last == f"{2 * BET['stake']:.2f} staked on pending bets"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "is no list of bets"),
        ("{}", "it is not a list"),
        ("[5]", "entry 1 is no bet"),
        ('[{"id": "1"}]', "has no field"),
    ],
)
def test_what_is_no_list_of_bets_is_refused_by_its_file(content: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        parse_bets(content.encode(), "mine.json")
    assert "mine.json" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", [1]),
        ("id", ""),
        ("logged_at", None),
        ("logged_at", "2025-01-15"),
        ("date", "soon"),
        ("date", "2025-W03-3"),
        ("date", "0001-01-01"),
        ("game_id", 5),
        ("player_id", "x"),
        ("player_id", True),
        ("player_id", 10**18),
        ("player_name", None),
        ("market", "player_dunks"),
        ("market", ["player_points"]),
        ("side", "both"),
        ("side", {}),
        ("line", -1),
        ("line", 22.3),
        ("line", 1e308),
        ("price", -50),
        ("price", "x"),
        ("price", 1e30),
        ("bookmaker", {}),
        ("stake", 0),
        ("stake", 1e300),
    ],
)
def test_a_bad_field_is_refused_by_its_entry_and_nothing_is_imported(
    name: str, value: Any, shop: Shop
) -> None:
    content = json.dumps([BET, {**BET, "id": "2", name: value}]).encode()
    with pytest.raises(UsageError) as refused:
        add_bets(shop.home, parse_bets(content, "mine.json"))
    assert re.match(rf"mine\.json, entry 2, bet .*: {name} .* is not ", str(refused.value))
    assert read_bets(shop.home) == []


def test_a_bet_is_what_the_site_exports() -> None:
    (bet,) = parse_bets(json.dumps([BET]).encode(), "mine.json")
    assert bet == Bet(**BET)


def test_a_line_that_cannot_be_is_not_logged(demo_world: World, tipoff: Tipoff) -> None:
    name = _played(demo_world)["player_name"]
    day = _played(demo_world)["game_date"]
    result = tipoff("bets", "add", name, "over", 22.3, -110, "--date", day, world=demo_world)
    assert result.exit_code == 2
    assert "line 22.3 is not a whole or half number" in result.stderr


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A home that something is landed in."""
    new_shop = Shop(tmp_path / "home", shop_graph())
    new_shop.land(answer(many(1), "early"))
    return new_shop


def test_the_same_line_at_another_book_price_or_time_is_another_bet(shop: Shop) -> None:
    bets = [
        Bet(**{**BET, name: value})
        for name, value in (
            ("id", BET["id"]),
            ("bookmaker", "fanduel"),
            ("price", 120),
            ("logged_at", "2025-01-15T21:00:01Z"),
        )
    ]
    for new in (4, 0):
        assert add_bets(shop.home, bets) == Added(new, 0)
    held = read_bets(shop.home)
    assert [bet.wager for bet in held] == [bet.wager for bet in bets]
    assert len({bet.id for bet in held}) == 4
    assert add_bets(shop.home, [replace(bets[0], stake=3.0)]) == Added(0, 1)


def test_two_who_log_bets_at_once_lose_none(shop: Shop) -> None:
    each = 25

    def log(book: str) -> None:
        for price in range(100, 100 + each):
            add_bets(shop.home, [Bet(**{**BET, "id": f"{book} {price}", "price": price})])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(log, ("draftkings", "fanduel")))
    assert len(read_bets(shop.home)) == 2 * each


def test_a_damaged_log_is_named_with_where_it_can_be_had_again(
    demo_copy: World, tipoff: Tipoff
) -> None:
    add_bets(demo_copy.home, [Bet(**BET)])
    path = demo_copy.home.directory / "bets.json"
    path.write_bytes(path.read_bytes()[:-9])
    result = tipoff("bets", "list", world=demo_copy)
    assert result.exit_code == 2
    assert "copy it from a backup" in result.stderr
    status = json.loads(tipoff("status", "--json", world=demo_copy).stdout)
    assert any("bets.json" in warning for warning in status["warnings"])
