"""Missing rows of earlier dates are found, requested a few times, and then given up."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.day_service import day_service, few_days
from tipoff.health.grid import FinishedGame, grid_gaps
from tipoff.operations.heal_record import MAX_ATTEMPTS
from tipoff.simulation.daily_world import daily_world, eastern
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 27)


@given(
    st.lists(st.integers(0, 9), min_size=1, max_size=12),
    st.sets(st.integers(0, 11)),
    st.sets(st.integers(0, 9)),
)
def test_gaps_and_what_is_held_make_the_grid(
    played: list[int], held: set[int], priced: set[int]
) -> None:
    """Every game is held or in a gap; so is every date between two dates with prices."""
    games = [FinishedGame(DAY + timedelta(n), f"g{i}", "2026-27") for i, n in enumerate(played)]
    have = {f"g{n}" for n in held}
    days = {DAY + timedelta(n) for n in priced if n >= min(played)}
    gaps = grid_gaps(games, {"shot": have}, {"prop_price": days})
    lacking = {game.game_id for gap in gaps if gap.table == "shot" for game in gap.games}
    assert lacking == {game.game_id for game in games} - have
    between = {game.day for game in games if days and min(days) < game.day < max(days)}
    assert {gap.day for gap in gaps if gap.table == "prop_price"} == between - days
    assert not any(gap.table == "injury_report" for gap in gaps), "it was never asked"


def test_box_scores_that_never_came_are_requested_again_and_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = few_days()
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
            stated = json.loads(service.call("status", "--json").stdout)
            assert {each["table"] for each in stated["gaps"]} == {"player_rotation"}
        assert stated["gaps"][0]["given_up"] == len(lacking)
        assert not any(line.startswith("grid") for line in stated["problems"])
        result = service.call("heal", "--dry-run")
        assert (result.exit_code, "given up" in result.stdout, first in result.stdout) == (
            0,
            True,
            True,
        )
        requests = service.replay.request_counts.total()
        assert service.call("heal").exit_code == 0
        assert service.replay.request_counts.total() == requests, "what is given up is left alone"
        del service.settings["NBA_LIVE_URL"]
        service.move(eastern(world.days[0] + timedelta(8), 9))
        healed = service.call("heal", "--again").stdout
        assert f"{first}: healed" in healed, "a week later the client asks once more"


@pytest.mark.chaos
def test_prices_of_a_date_on_which_the_service_was_silent_are_healed_within_a_budget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    world = daily_world(DemoLeague(date(2026, 11, 26), seasons=1, teams=4), 4, silent=1)
    silent = world.days[1]
    with day_service(world, tmp_path / "home", monkeypatch) as service:
        for day in world.days[:3]:
            service.at(eastern(day, 12))
        service.move(eastern(world.days[3], 9))
        lacking = json.loads(service.call("heal", "--dry-run", "--json").stdout)["gaps"]
        silent_cells = {f"{silent} {table}" for table in ("game_price", "prop_price")}
        assert {line.split(":")[0] for line in lacking} == silent_cells
        refused = service.call("heal")
        assert refused.exit_code == 1
        assert "setting odds_budget: not set" in refused.stderr
        service.settings["ODDS_BUDGET"] = "10000"
        healed = service.call("heal")
        assert f"{silent}: healed" in healed.stdout, healed.output
        assert json.loads(service.call("status", "--json").stdout)["gaps"] == []
