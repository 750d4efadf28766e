"""The bet log: what was bet, by name, with what became of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from support.cli_runner import printed
from tipoff.app.bets import Bet, parsed
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World
    from support.cli_runner import Tipoff

BET: dict[str, Any] = {
    "id": "001|11|player_points|over|20.5",
    "logged_at": "2025-01-15T21:00:00+00:00",
    "date": "2025-01-15",
    "game_id": "001",
    "player_id": 11,
    "player_name": "Al Doe",
    "market": "player_points",
    "side": "over",
    "line": 20.5,
    "price": -110,
    "bookmaker": "draftkings",
    "stake": 1.0,
}


def _played(world: World) -> dict[str, Any]:
    """Return a quote of a game that is over, with what its player did."""
    found = world.rows(
        "(SELECT o.*, s.points, s.player_name FROM player_prop_offer o"
        " JOIN player_game_summary s USING (game_id, player_id))",
        "market = 'player_points' AND stands AND over_price IS NOT NULL AND under_price IS NOT NULL"
        " AND suspect IS NULL AND points <> line ORDER BY game_date DESC, player_id LIMIT 1",
    )
    return found[0]


def test_a_bet_is_logged_settled_and_compared_with_the_close(
    demo_copy: World, tipoff: Tipoff
) -> None:
    quote = _played(demo_copy)
    side = "over" if quote["points"] > quote["line"] else "under"
    price = quote[f"{side}_price"]
    arguments = (quote["player_name"].upper(), side, quote["line"], f"{price:g}")
    options = ("--date", quote["game_date"], "--book", quote["bookmaker"], "--stake", 2)
    done = tipoff("bets", "add", *arguments, *options, world=demo_copy)
    assert done.exit_code == 0, done.output
    (found,) = printed(tipoff("bets", "list", "--json", world=demo_copy))
    pays = price / 100 if price > 0 else -100 / price
    assert (found["actual"], found["result"]) == (quote["points"], "won")
    assert found["gain"] == pytest.approx(2 * pays)
    assert found["closing_line"] == quote["line"]
    assert found["closing_line_value"] < 0, "the price held the book's margin"
    assert "won" in tipoff("bets", "list", world=demo_copy).stdout


def test_a_name_that_nobody_or_several_have_is_refused_with_close_names(
    demo_world: World, tipoff: Tipoff
) -> None:
    done = tipoff("bets", "add", "e", "over", 1, -110, "--date", "2025-01-15", world=demo_world)
    assert done.exit_code == 2
    assert "several are called" in done.stderr
    done = tipoff("bets", "add", "Zzz", "over", 1, -110, "--date", "2025-01-15", world=demo_world)
    assert done.exit_code == 2
    assert "nobody is called 'Zzz'" in done.stderr


def test_bets_of_the_site_are_imported_once(
    demo_copy: World, tipoff: Tipoff, tmp_path: Path
) -> None:
    file = tmp_path / "bets.json"
    file.write_text(json.dumps([BET, {**BET, "id": "2", "result": "won", "gain": 0.91}]))
    for new in (2, 0):
        done = printed(tipoff("bets", "import", file, "--json", world=demo_copy))
        assert done == {"bets": 2, "new": new}
    found = printed(tipoff("bets", "list", "--json", world=demo_copy))
    assert [each["result"] for each in found] == [None, None], "its own game decides"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "no list of bets"),
        ("{}", "it is not a list"),
        ('[{"id": "1"}]', "has no field"),
        (json.dumps([{**BET, "price": -50}]), "no American odds"),
        (json.dumps([{**BET, "price": "x"}]), "no American odds"),
        (json.dumps([{**BET, "side": "both"}]), "neither over nor under"),
        (json.dumps([{**BET, "market": "player_dunks"}]), "no market 'player_dunks'"),
        (json.dumps([{**BET, "stake": 0}]), "stake 0"),
        (json.dumps([{**BET, "line": -1}]), "line -1"),
    ],
)
def test_what_is_no_list_of_bets_is_refused_by_its_file(content: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        parsed(content.encode(), "mine.json")
    assert "mine.json" in str(refused.value)


def test_a_bet_is_what_the_site_exports() -> None:
    (bet,) = parsed(json.dumps([BET]).encode(), "mine.json")
    assert bet == Bet(**BET)
