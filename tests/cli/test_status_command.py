"""``tipoff status`` on stale sources and gaps, and its exit codes."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from conftest import SMALL, THROUGH, World
from support.cli_runner import Tipoff, printed
from tipoff.app import open_home, standstill

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS_LATER = 7


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Move the clock of every home some days past that of the simulated league."""

    def move(days: int) -> None:
        for module in (open_home, standstill):
            monkeypatch.setattr(module, "now_of", lambda _: SMALL.now + timedelta(days))
            monkeypatch.setattr(module, "today_of", lambda _: THROUGH + timedelta(days))

    return move


def test_a_simulated_league_is_fresh_by_its_own_clock(tipoff: Tipoff, demo_world: World) -> None:
    status = printed(tipoff("status", "--json", world=demo_world))
    assert [each["stale"] for each in status["sources"] if each["stale"]] == []
    assert {each["source"] for each in status["sources"] if each["used"]} > {"schedule", "rosters"}
    assert status["problems"] == []
    shown = tipoff("status", world=demo_world).stdout
    assert "Nothing is wrong" in shown
    assert "fresh" in shown
    assert "STALE" not in shown


def test_an_ingest_that_stopped_is_stale_and_changes_the_exit_code(
    tipoff: Tipoff, demo_world: World, later: Callable[[int], None]
) -> None:
    later(DAYS_LATER)
    result = tipoff("status", world=demo_world)
    assert result.exit_code == 3
    assert "STALE schedule: last answered 7 days ago (limit 36 hours in season)" in result.stdout
    assert "STALE player box scores: no rows since 2025-01-14" in result.stdout
    assert "of past dates not final" in result.stdout
    as_json = tipoff("status", "--json", world=demo_world)
    assert as_json.exit_code == 3
    stale = {each["source"] for each in json.loads(as_json.stdout)["sources"] if each["stale"]}
    assert {"schedule", "player props", "lineups", "live predictions"} <= stale


def test_nothing_is_stale_in_an_archive(
    tipoff: Tipoff,
    demo_world: World,
    later: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    later(DAYS_LATER)
    monkeypatch.setenv("TIPOFF_ARCHIVE", "true")
    shown = tipoff("status", world=demo_world)
    assert "STALE" not in shown.stdout


def test_what_was_remembered_as_fresh_is_looked_at_again_once_it_can_be_stale(
    demo_world: World, later: Callable[[int], None]
) -> None:
    known = standstill.remembered_status(demo_world.home)
    assert known is not None
    assert known.stale_at == SMALL.now + timedelta(hours=36)
    later(2)
    assert standstill.remembered_status(demo_world.home) is None


def test_a_final_game_without_box_scores_is_named_and_changes_the_exit_code(
    tipoff: Tipoff, demo_copy: World
) -> None:
    ((game,),) = demo_copy.query("SELECT min(game_id) FROM team_box_score")
    demo_copy.rewrite("team_box_score", f"SELECT * FROM team_box_score WHERE game_id <> '{game}'")
    result = tipoff("status", world=demo_copy)
    assert result.exit_code == 3
    assert "1 date lacks rows of games that are over (1 of team_box_score)" in result.stdout
    assert "`tipoff heal` asks for them" in " ".join(result.stdout.split())
    assert game in result.stdout
