"""What games of earlier dates lack is found, asked for a few times, and then given up."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from support.day_service import day_service
from tipoff.operations.calendar import LeagueCalendar, ScheduledGame
from tipoff.operations.grid import TABLES, grid_gaps
from tipoff.operations.heal import MAX_ATTEMPTS
from tipoff.simulation.daily_world import daily_world, eastern
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DAY = date(2026, 11, 27)
TODAY = DAY + timedelta(10)


def _game(number: int, days: int = 0, *, final: bool = True) -> ScheduledGame:
    return ScheduledGame(f"g{number}", DAY + timedelta(days), None, final)


def test_a_game_without_rows_is_a_gap_of_its_date() -> None:
    calendar = LeagueCalendar.of([_game(1), _game(2), _game(3, 1), _game(4, 2, final=False)])
    held = {**{key: {"g1", "g2", "g3"} for key in TABLES}, "shot": {"g1"}}
    assert [str(gap) for gap in grid_gaps(calendar, held, TODAY)] == [
        "2026-11-27 shot: 1 of 2 games without rows",
        "2026-11-28 shot: 1 of 1 games without rows",
    ]


def test_today_has_no_gap_yet() -> None:
    calendar = LeagueCalendar.of([_game(1)])
    assert grid_gaps(calendar, {}, DAY) == []
    assert len(grid_gaps(calendar, {}, DAY + timedelta(1))) == len(TABLES)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=12),
    st.sets(st.integers(0, 11)),
)
def test_gaps_and_what_is_held_make_the_grid(games: list[tuple[int, bool]], held: set[int]) -> None:
    """Every game that is over, and none else, is either held or in a gap."""
    known = [_game(n, days, final=final) for n, (days, final) in enumerate(games)]
    have = {f"g{n}" for n in held}
    gaps = grid_gaps(LeagueCalendar.of(known), {"shot": have}, DAY + timedelta(30))
    lacking = {game for gap in gaps if gap.table == "shot" for game in gap.games}
    assert lacking == {game.game_id for game in known if game.is_final} - have


def test_box_scores_that_never_came_are_asked_for_again_and_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = daily_world(DemoLeague(date(2026, 11, 26), seasons=1, teams=4), 4, silent=3)
    with day_service(world, tmp_path / "home", monkeypatch) as service:
        service.settings |= {
            "NBA_BOX_SOURCE": "cdn",
            "NBA_LIVE_URL": f"{service.url}/nothing",
        }
        service.at(eastern(world.days[0], 9))
        lacking = json.loads(service.call("heal", "--dry-run", "--json").stdout)["gaps"]
        assert lacking
        assert all("player_rotation" in line for line in lacking)
        first, *_ = {line.split()[0] for line in lacking}
        for _ in range(MAX_ATTEMPTS):
            failed = service.call("heal")
            assert failed.exit_code == 1
        told = service.call("heal", "--dry-run")
        assert (told.exit_code, "given up" in told.stdout, first in told.stdout) == (0, True, True)
        asked = service.replay.asked.total()
        assert service.call("heal").exit_code == 0
        assert service.replay.asked.total() == asked, "what is given up is left alone"
        del service.settings["NBA_LIVE_URL"]
        service.move(eastern(world.days[0] + timedelta(8), 9))
        healed = service.call("heal", "--again").stdout
        assert f"{first}: healed" in healed, "a week later the client asks once more"
