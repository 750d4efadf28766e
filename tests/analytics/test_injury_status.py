"""Editions of the injury report combined: changes of status, and teams that submitted none."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from conftest import THROUGH, World, build, small_payloads
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.payload import Payload
from tipoff.simulation.service.report_pdf import Row, report_pdf

if TYPE_CHECKING:
    from pathlib import Path

GAME_DAY = date(2025, 1, 10)
REPORTS = pipeline().without(
    *(
        n
        for n in pipeline().tables
        if n not in ("schedule", "injury_report", "injury_submission", "injury_status_change")
    )
)
POOL = pipeline().without(*(n for n, d in pipeline().tables.items() if "player_pool" in d.tables))
SILENT, NOBODY = ("", "", "NOT YET SUBMITTED"), ("", "", "")
OF = "game_id = '{}'"
Listing = tuple[str, str, str]
"""A player's name as the report writes it, the player's status, and the reason."""


def _edition(clock: str, teams: dict[str, list[Listing] | None], day: date = GAME_DAY) -> Payload:
    """An edition of the day; a team with None has not submitted."""
    rows: list[Row] = []
    for team, listed in teams.items():
        lines = [SILENT] if listed is None else listed or [NOBODY]
        for place, line in enumerate(lines):
            on = f"{day:%m/%d/%Y}" if not rows else ""
            rows.append((on, "", "", "" if place else team, *line))
    body = report_pdf(f"Injury Report: {day:%m/%d/%y} {clock}", [rows])
    edition = f"{day}_{clock.replace(':', '_').replace(' ', '')}"
    fetched_at = datetime(2025, 1, 11, tzinfo=UTC)
    return Payload("demo", "injury_report", {"Edition": edition}, body, fetched_at, edition)


@pytest.fixture(scope="module")
def schedule_only() -> list[Payload]:
    return [p for p in small_payloads() if p.resource == "scheduleleaguev2"]


def test_each_change_of_a_status_is_a_row(schedule_only: list[Payload], tmp_path: Path) -> None:
    world = World(Home(tmp_path, threads=2))
    hurt, tired = ("Doe, Al", "Out", "Knee"), ("Roe, Di", "Out", "Rest")
    report = build(
        world.home,
        [
            *schedule_only,
            _edition("08:30 AM", {"Ants": [("Doe, Al", "Questionable", "Knee")], "Bees": None}),
            _edition("11:30 AM", {"Ants": [("Doe, Al", "Questionable", "Knee")], "Bees": [tired]}),
            _edition("01:30 PM", {"Ants": None, "Bees": [tired]}),
            _edition("03:30 PM", {"Ants": [hurt], "Bees": []}),
            _edition("05:30 PM", {"Ants": [hurt], "Bees": [("Roe, Di", "Available", "Rest")]}),
        ],
        REPORTS,
    )
    assert report.problems == []
    changes = [
        (c["team_name"], c["changed_at"].hour - 5, c["previous_status"], c["status"], c["reason"])
        for c in world.rows("injury_status_change", "TRUE ORDER BY team_name, changed_at")
    ]
    assert changes == [
        ("Ants", 8, None, "questionable", "Knee"),
        ("Ants", 15, "questionable", "out", "Knee"),
        ("Bees", 11, None, "out", "Rest"),
        ("Bees", 15, "out", None, None),
        ("Bees", 17, None, "available", "Rest"),
    ]
    assert len(world.rows("injury_report")) == 7, "every edition is kept"


def test_nothing_is_known_of_a_team_that_has_not_submitted(
    small_league: list[Payload], small_world: World, tmp_path: Path
) -> None:
    game = small_world.rows("schedule", f"game_date = DATE '{THROUGH}'")[0]
    home, away = game["home_team_name"], game["away_team_name"]
    sides = _reported_out(small_world, game)
    assert set(sides.values()) == {True, False}
    one = next(
        r
        for r in small_world.rows("player_pool", OF.format(game["game_id"]))
        if r["team_id"] == game["home_team_id"]
    )
    others = [p for p in small_league if str(THROUGH) not in p.parameters.get("Edition", "")]
    edition = _edition("08:30 AM", {home: [(one["name_key"], "Out", "Knee")], away: None}, THROUGH)
    world = World(Home(tmp_path, threads=2))
    build(world.home, [*others, edition], POOL)
    for (team_id, player_id), out in _reported_out(world, game).items():
        known = player_id == one["player_id"] if team_id == game["home_team_id"] else None
        assert out is known


def _reported_out(world: World, game: dict[str, Any]) -> dict[tuple[int, int], bool | None]:
    rows = world.rows("player_pool", OF.format(game["game_id"]))
    return {(row["team_id"], row["player_id"]): row["reported_out"] for row in rows}
