"""Looking at a slate and at a player: in 80 columns for people, whole for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from conftest import THROUGH
from support.cli_runner import Tipoff, printed
from tipoff.publishing import words

if TYPE_CHECKING:
    from conftest import World

LOOKS = (
    ["slate"],
    ["slate", "--market", "rebounds"],
    ["status"],
    ["evaluate"],
    ["evaluate", "--market", "points"],
    ["runs"],
    ["runs", "show", "1"],
    ["models", "list"],
    ["pool", str(THROUGH)],
    ["quarantine"],
    ["plan"],
    ["landing", "list"],
)


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize("arguments", LOOKS, ids=" ".join)
def test_what_is_looked_at_fits_in_eighty_columns(
    tipoff: Tipoff, demo_world: World, arguments: list[str]
) -> None:
    result = tipoff(*arguments, world=demo_world)
    assert result.exit_code == 0
    tables = [line for line in result.stdout.splitlines() if ": " not in line]
    assert [line for line in tables if cell_len(line) > 80] == []


def test_the_slate_to_come_is_printed_highest_first(tipoff: Tipoff, demo_world: World) -> None:
    document = printed(tipoff("slate", "--json", world=demo_world))
    assert (document["date"], document["simulated"]) == (str(THROUGH), True)
    of_points = [r for r in document["predictions"] if r["market"] == "player_points"]
    shown = tipoff("slate", world=demo_world).stdout
    assert f"Slate of {THROUGH}: points" in shown
    lined = [row for row in of_points if row["line"] is not None]
    places = [shown.index(words.fixed(row["mean"], 1)) for row in lined]
    assert lined
    assert places[0] == min(places)
    assert all(f"{row['line']:g}" in shown for row in lined)


@pytest.mark.parametrize("market", ["threes", "player_threes", "Threes"])
def test_a_market_is_named_in_either_way(tipoff: Tipoff, demo_world: World, market: str) -> None:
    document = printed(tipoff("slate", "--market", market, "--json", world=demo_world))
    assert {row["market"] for row in document["predictions"]} == {"player_threes"}
    assert "threes" in tipoff("slate", "--market", market, world=demo_world).stdout


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["slate", "2031-01-01"], "no predictions of 2031-01-01: there are some from 2024-"),
        (["evaluate", "--from", "2031-01-01", "--to", "2031-01-02"], "no graded predictions from"),
        (["evaluate", "--market", "x' OR '1'='1"], "no market \"x' OR '1'='1\": there are points"),
        (["slate", "--market", "turnovers"], f"no predictions of turnovers on {THROUGH}"),
        (["pool", "2031-01-01"], "no player pool of 2031-01-01"),
        (["player", "Nobody Atall"], "no player is named 'Nobody Atall'"),
        (["player", ""], "no player is named ''"),
        (["runs", "show", "99"], "there is no run 99: `tipoff runs` lists them"),
    ],
)
def test_what_is_not_there_is_reported_with_what_is(
    tipoff: Tipoff, demo_world: World, arguments: list[str], why: str
) -> None:
    result = tipoff(*arguments, world=demo_world)
    assert result.exit_code == 2
    assert why in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_player_is_found_by_a_part_of_the_name(tipoff: Tipoff, demo_world: World) -> None:
    document = printed(tipoff("slate", "--json", world=demo_world))
    row = document["predictions"][0]
    name = row["player_name"]
    result = tipoff("player", name.upper(), "--json", world=demo_world)
    view = json.loads(result.stdout)
    assert (view["player_id"], view["day"]) == (row["player_id"], str(THROUGH))
    assert {r["player_id"] for r in view["predictions"]} == {row["player_id"]}
    assert len({r["market"] for r in view["predictions"]}) == len(view["predictions"])
    dates = [game["date"] for game in view["games"]]
    assert dates == sorted(dates, reverse=True)
    ((expected,),) = demo_world.query(
        "SELECT points FROM player_game_summary"
        f" WHERE player_id = {row['player_id']} AND game_date = DATE '{dates[0]}'"
    )
    assert view["games"][0]["pts"] == expected
    shown = tipoff("player", name, world=demo_world).stdout
    assert name in shown
    assert "Last games" in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_a_slate_that_is_over_says_so_first(tipoff: Tipoff, demo_world: World) -> None:
    """The games of a player before the slate are shown, and none after it."""
    assert "is over" not in tipoff("slate", world=demo_world).stdout
    days = demo_world.query("SELECT DISTINCT game_date FROM player_prediction ORDER BY 1")
    day = days[-10][0]
    first = tipoff("slate", str(day), world=demo_world).stdout.splitlines()[0]
    assert first.startswith(f"The slate of {day} is over. These predictions were replayed")
    ((name,),) = demo_world.query(
        f"SELECT min(player_name) FROM player_prediction WHERE game_date = DATE '{day}'"
        f" AND player_id IN (SELECT player_id FROM player_game_summary WHERE game_date > '{day}')"
    )
    view = printed(tipoff("player", name, str(day), "--json", world=demo_world))
    assert view["over"] == first
    assert view["games"]
    assert max(game["date"] for game in view["games"]) < str(day)


def test_a_name_of_several_players_lists_them(tipoff: Tipoff, demo_world: World) -> None:
    names = [n for (n,) in demo_world.query("SELECT DISTINCT player_name FROM player_pool")]
    word = max({w for n in names for w in n.split()}, key=lambda w: sum(w in n for n in names))
    result = tipoff("player", word, world=demo_world)
    assert result.exit_code == 2
    assert "players: " in result.stderr


def test_status_says_first_what_is_wrong(tipoff: Tipoff, demo_copy: World) -> None:
    sound = tipoff("status", world=demo_copy).stdout.splitlines()
    assert sound[1].startswith("Nothing is wrong")
    with demo_copy.home.writing() as workspace:
        workspace.catalog.query("DELETE FROM entry WHERE table_name = 'shot' AND day % 2 = 0")
    first, second, *_ = tipoff("status", world=demo_copy).stdout.splitlines()
    assert first.startswith("SIMULATED")
    assert "dates lack rows of games that are over" in second
    assert "of shot)" in second
