"""A season's first ingest and days of daily use: events are reported once, faults are harmless.

The days are lived twice through the command line, in a world without faults and in one where a
tenth of the requests meet one. What happens in both: games of the Cup without teams, a game that
is postponed, one that is moved, a trade, a scratch after confirmed lineups, a silent odds feed.
"""

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
SHARE = 0.1


def _both(
    world: DailyWorld, where: Path, patch: pytest.MonkeyPatch, *, runs: bool
) -> tuple[DailyUse, DailyUse]:
    """Run the days without faults and with them; print what was reported with faults."""
    calm, faulty = (
        used(world, where / name, SEASON, patch, faults=share, runs=runs)
        for name, share in (("calm", 0.0), ("faulty", SHARE))
    )
    print("\n".join(faulty.notices))
    few, many = (use.replay.request_counts.total() for use in (calm, faulty))
    print(f"{few:,} requests without faults, {many:,} with them; {faulty.tries} commands")
    assert few < many
    return calm, faulty


def _assert_reported(use: DailyUse, world: DailyWorld) -> None:
    """Check that every event is reported in one line, a silent feed by each command for it."""
    postponed, moved = world.postponed, world.moved
    once = [
        "left out, teams not decided: 2 games",
        f"postponed: L02 @ P01 of {postponed.planned} ({postponed.game})",
        f"on another date: L02 @ P01 of {postponed.planned} ({postponed.game}) to",
        f"({moved.game}) from {moved.planned} to {moved.played}",
        "changed teams: ",
        "after confirmed lineups: ",
    ]
    assert {what: len(use.lines(what)) for what in once} == dict.fromkeys(once, 1)
    (traded,) = use.lines("changed teams: ")
    assert traded.startswith(str(world.trade.on))
    assert traded.count(" to ") == len(world.trade.teams)
    lines = use.lines("the service lists no event")
    assert [f"--date {world.silence.day}" in line for line in lines] == [True, True]


def test_a_few_days_of_daily_use_end_as_those_without_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = daily_world(LEAGUE, 4, silent=2)
    hashes = []
    for use in _both(world, tmp_path, monkeypatch, runs=False):
        _assert_reported(use, world)
        home = Home(use.home, threads=1)
        assert build(home, [], raw_only()).problems == []
        hashes.append(World(home).hashes())
    assert hashes[0] == hashes[1]


@pytest.mark.chaos
def test_a_fortnight_of_daily_use_ends_as_one_without_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = daily_world(LEAGUE, 14, silent=9)
    uses = _both(world, tmp_path, monkeypatch, runs=True)
    for use in uses:
        _assert_reported(use, world)
    calm, faulty = (World(Home(use.home, threads=1, markets=("points",))) for use in uses)
    assert calm.hashes() == faulty.hashes()
    grades = faulty.query(
        "SELECT game_id, game_date, grade, void_reason FROM prediction_grade WHERE record = 'live'"
    )
    void = {row[1:] for row in grades if row[0] == world.postponed.game}
    assert (world.postponed.planned, "VOID", "GAME_MOVED") in void
    assert {row[2] for row in grades} >= {"HIT", "MISS", "VOID"}
    print(faulty.query("SELECT grade, void_reason, count(*) FROM prediction_grade GROUP BY ALL"))
