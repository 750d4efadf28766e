"""A home with little or nothing in it: every command reports that in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tipoff as package

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World
    from support.cli_runner import Tipoff

LOOKS = ("status", "plan", "runs", "quarantine", "evaluate")
LINES = (
    "game_date,player_name,market,bookmaker,line,over_price,under_price,captured_at\n"
    "2024-01-05,Al Doe,player_points,book,20.5,-110,-110,\n"
)


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_landed_and_not_yet_run_can_be_looked_at(
    tipoff: Tipoff, tmp_path: Path, look: str
) -> None:
    (tmp_path / "mine.csv").write_text(LINES)
    assert tipoff("ingest", "lines", "mine.csv").exit_code == 0
    result = tipoff(look)
    assert result.exit_code == (3 if look == "status" else 0)
    stale = "STALE schedule: nothing was ever ingested: `tipoff ingest nba --season SEASON`"
    assert (stale in result.stdout) is (look == "status"), "a file of prices alone is not fresh"


@pytest.mark.parametrize("command", [*LOOKS, "run"])
def test_a_refused_ingest_leaves_a_home_with_nothing_in_it(tipoff: Tipoff, command: str) -> None:
    assert tipoff("ingest", "recorded", "nowhere").exit_code == 2
    result = tipoff(command)
    assert result.exit_code == 2
    assert "ingest" in result.stderr


@pytest.mark.parametrize("command", ["rollback 1", "run", "status", "heal", "health", "drift"])
def test_a_command_where_nothing_is_makes_no_home(
    tipoff: Tipoff, tmp_path: Path, command: str
) -> None:
    assert tipoff(*command.split()).exit_code == 2
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["plan", "run"])
def test_dates_without_a_schedule_day_are_refused(
    tipoff: Tipoff, demo_world: World, command: str
) -> None:
    result = tipoff(command, "2031-01-01", world=demo_world)
    assert result.exit_code == 2
    assert "the schedule covers 2024-10" in result.stderr


@pytest.mark.parametrize("command", ["plan", "run", "evaluate"])
def test_a_range_that_ends_before_it_begins_is_refused(
    tipoff: Tipoff, demo_world: World, command: str
) -> None:
    result = tipoff(command, "--from", "2025-01-10", "--to", "2025-01-01", world=demo_world)
    assert result.exit_code == 2
    assert "lies after" in result.stderr


def test_a_negative_limit_is_refused(tipoff: Tipoff, demo_world: World) -> None:
    assert tipoff("quarantine", "--limit", -1, world=demo_world).exit_code == 2


def test_a_home_can_be_opened_twice_at_a_time(demo_copy: World) -> None:
    directory = demo_copy.home.directory
    with package.open(directory) as one, package.open(directory) as other:
        assert one.tables == other.tables


def test_what_a_reader_does_stays_with_it(demo_copy: World) -> None:
    expected = demo_copy.query("SELECT count(*) FROM schedule")
    with package.open(demo_copy.home.directory) as home:
        backend = home.table("schedule").get_backend()
        backend.raw_sql("CREATE OR REPLACE TEMP VIEW schedule AS SELECT 1 AS nothing")
    assert demo_copy.query("SELECT count(*) FROM schedule") == expected


def test_an_empty_home_names_the_demo_s(tipoff: Tipoff, tmp_path: Path) -> None:
    demo = tmp_path / "home" / "demo"
    assert "run `tipoff demo` or" in tipoff("slate").stderr
    demo.mkdir(parents=True)
    (demo / "league.json").write_text("{}")
    assert f"put TIPOFF_HOME={demo} before the command" in tipoff("slate").stderr
