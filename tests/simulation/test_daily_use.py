"""A season's cold ingest and days of daily use: what happens is told once, faults change nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from conftest import World, build
from support.daily_use import DailyUse, used
from support.nba_service import raw_only
from tipoff.app.home import Home
from tipoff.simulation.daily_world import DailyWorld, daily_world
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from pathlib import Path

LEAGUE = DemoLeague(date(2026, 11, 26), seasons=1, teams=4)
SEASON = "2026-27"
FEW, FORTNIGHT = 4, 14
SHARE = 0.1
TOLD_ONCE = {
    "Cup placeholders": "left out, teams not decided: 2 games",
    "postponed": "postponed: ",
    "rescheduled": "on another date: M05 @",
    "trade": "changed teams: ",
    "late scratch": "after confirmed lineups: ",
}


def _told(use: DailyUse, world: DailyWorld) -> None:
    """Every event is told in one line of one command; a silent feed by each that asks it."""
    postponed, moved, *_, silent = world.situations
    once = [
        "left out, teams not decided: 2 games",
        f"postponed: {_named(use, postponed)}",
        f"({postponed.game}) to {postponed.played}",
        f"({moved.game}) from {moved.planned} to {moved.played}",
        "changed teams: ",
        "after confirmed lineups: ",
    ]
    assert {what: len(use.lines(what)) for what in once} == dict.fromkeys(once, 1)
    lines = use.lines("the service lists no event")
    assert len(lines) == 2
    assert all(f"--date {silent.day}" in line for line in lines)


def _named(use: DailyUse, postponed: object) -> str:
    return ""


def test_a_few_days_of_daily_use_end_as_those_of_a_world_without_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = daily_world(LEAGUE, FEW, silent=2)
    hashes = []
    for name, share in (("calm", 0.0), ("faulty", SHARE)):
        use = used(world, tmp_path / name, SEASON, monkeypatch, faults=share)
        print("\n".join(use.told))
        _told(use, world)
        home = Home(tmp_path / name, threads=1)
        assert build(home, [], raw_only()).problems == []
        hashes.append(World(home).hashes())
    assert hashes[0] == hashes[1]
