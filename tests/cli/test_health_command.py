"""``tipoff health`` over a simulated league: the screen, JSON and metrics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.cli_runner import Tipoff, printed

if TYPE_CHECKING:
    from conftest import World

EXPOSED = re.compile(r'tipoff_[a-z_]+(\{[a-z]+="[^"]*"\})? -?[0-9.e+]+|# TYPE tipoff_[a-z_]+ gauge')
SECTIONS = ["freshness", "grid", "quarantine", "prices", "models", "runs", "disk", "jobs", "alerts"]


def test_health_is_one_screen_of_80_columns(tipoff: Tipoff, demo_world: World) -> None:
    result = tipoff("health", world=demo_world)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80
    assert "2025-01-15 21:00 UTC: well" in lines


def test_health_for_programs_has_every_section(tipoff: Tipoff, demo_world: World) -> None:
    health = printed(tipoff("health", "--json", world=demo_world))
    assert [section["name"] for section in health["sections"]] == SECTIONS
    assert health["is_well"] is True
    assert health["simulated"] is True


def test_health_for_prometheus(tipoff: Tipoff, demo_world: World) -> None:
    lines = tipoff("health", "--metrics", world=demo_world).stdout.splitlines()
    assert [line for line in lines if not EXPOSED.fullmatch(line)] == []
    assert "tipoff_healthy 1" in lines
    assert tipoff("health", "--metrics", "--json", world=demo_world).exit_code == 2


def test_a_hole_is_not_well(tipoff: Tipoff, demo_copy: World) -> None:
    ((game,),) = demo_copy.query("SELECT min(game_id) FROM team_box_score")
    demo_copy.rewrite("team_box_score", f"SELECT * FROM team_box_score WHERE game_id <> '{game}'")
    result = tipoff("health", world=demo_copy)
    assert result.exit_code == 3
    assert "NOT WELL" in result.stdout
    assert "tipoff_healthy 0" in tipoff("health", "--metrics", world=demo_copy).stdout
