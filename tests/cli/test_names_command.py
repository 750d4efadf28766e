"""The queue of names on the command line, and settling one of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from support.cli_runner import Tipoff, printed
from support.odds_events import event, market, payload
from support.slates import Slate

if TYPE_CHECKING:
    from conftest import World

NAME = "Nobody Atall"


@pytest.fixture(scope="module")
def waiting(small_world: World, tmp_path_factory: pytest.TempPathFactory) -> Slate:
    """A slate with a name that matches no player."""
    slate = Slate.of(small_world, tmp_path_factory.mktemp("waiting") / "home")
    quotes = market("player_points", slate.tip_at.replace(hour=0), [(NAME, 8.5, -110, -110)])
    record = event(slate.teams, slate.tip_at, {"x": [quotes]})
    slate.run([payload(record, "demo", Snapshot="1")])
    return slate


def test_what_waits_is_listed_with_whom_it_may_mean(tipoff: Tipoff, waiting: Slate) -> None:
    listed = printed(tipoff("names", "--json", world=waiting.world))
    (name,) = listed["waiting"]
    assert (name["player_name"], name["source"], name["times_seen"]) == (NAME, "prices", 2)
    assert len(name["candidates"]) == 3
    assert listed["outcomes"]["unresolved"] == 1
    shown = tipoff("names", world=waiting.world).stdout
    assert "1 unresolved" in shown
    assert NAME in shown
    assert "tipoff names settle NAME PLAYER_ID" in shown


def test_status_counts_the_names_and_every_price(tipoff: Tipoff, waiting: Slate) -> None:
    result = tipoff("status", "--json", world=waiting.world)
    assert result.exit_code == 3, "its season is long over, and no later one is known"
    status = json.loads(result.stdout)
    (reason,) = [r for r in status["reasons"] if r["reason"] == "NAME_UNRESOLVED"]
    assert (reason["table"], reason["count"], reason["of"]) == ("resolved_name", 1, "names")
    assert status["prices"]["of names that wait"] == 2
    shown = tipoff("status", world=waiting.world).stdout
    assert "prop prices: " in shown
    assert "2 of names that wait" in shown


def test_one_command_settles_a_name(
    tipoff: Tipoff, waiting: Slate, tmp_path_factory: pytest.TempPathFactory
) -> None:
    slate = Slate.of(waiting.world, tmp_path_factory.mktemp("settled") / "home")
    member = slate.members[3]
    result = tipoff("names", "settle", NAME, member["player_id"], world=slate.world)
    assert result.exit_code == 0
    assert f"{NAME} is {member['player_name']} ({member['player_id']})" in result.stdout
    steps = {s["table"] for s in printed(tipoff("plan", "--json", world=slate.world))}
    assert "settled_name" in steps
    slate.run([])
    assert printed(tipoff("names", "--json", world=slate.world))["waiting"] == []


@pytest.mark.parametrize(
    ("name", "player_id", "why"),
    [
        ("Never Seen", 1, "no feed names 'Never Seen'"),
        (NAME, 1, "the league has no player 1"),
    ],
)
def test_a_word_on_nobody_is_refused(
    tipoff: Tipoff, waiting: Slate, name: str, player_id: int, why: str
) -> None:
    refused = tipoff("names", "settle", name, player_id, world=waiting.world)
    assert refused.exit_code == 2
    assert why in refused.stderr


def test_a_home_without_names_has_none_to_list(tipoff: Tipoff) -> None:
    refused = tipoff("names")
    assert refused.exit_code == 2
    assert "ingest" in refused.stderr
