"""Prices made for the simulated league's last slate, and a run as far as the lines."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from conftest import THROUGH, World, build
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload

LINES = pipeline().without(
    *(
        name
        for name, definition in pipeline().tables.items()
        if definition.function.__module__.split(".")[1] in ("features", "predictions")
    )
)
"""Everything up to the lines and what came of them."""


@dataclass
class Slate:
    """A copy of the small league's home, to price the first game of its last date in."""

    world: World

    @classmethod
    def of(cls, world: World, directory: Path) -> Slate:
        """Copy a world's home."""
        shutil.copytree(world.home.directory, directory, symlinks=True)
        return cls(World(Home(directory, threads=2)))

    @cached_property
    def game(self) -> dict[str, Any]:
        """The game."""
        games = self.world.rows("schedule", f"game_date = DATE '{THROUGH}'")
        return min(games, key=lambda game: str(game["game_id"]))

    @property
    def teams(self) -> tuple[str, str]:
        """(home, away), as the schedule has them."""
        return self.game["home_team_name"], self.game["away_team_name"]

    @property
    def tip_at(self) -> datetime:
        """Its scheduled tip-off, UTC without a zone."""
        tip: datetime = self.game["tip_at"]
        return tip

    @cached_property
    def members(self) -> list[dict[str, Any]]:
        """Who may play in it."""
        rows = self.world.rows("pool_member", f"game_id = '{self.game['game_id']}'")
        return sorted(rows, key=lambda member: int(member["player_id"]))

    def run(self, payloads: Iterable[Payload]) -> None:
        """Land the payloads and bring everything up to the lines up to date."""
        report = build(self.world.home, payloads, LINES)
        assert report.problems == []

    def rows(self, table: str, where: str = "TRUE") -> list[dict[str, Any]]:
        """The game's rows of a table."""
        return self.world.rows(table, f"game_id = '{self.game['game_id']}' AND {where}")
