"""The simulated league's last slate, for tests that add prices, and runs up to the lines."""

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
"""The pipeline without features and predictions: up to lines and their results."""


@dataclass
class Slate:
    """A copy of the small league's home, for tests that price the first game of its last date."""

    world: World

    @classmethod
    def of(cls, world: World, directory: Path) -> Slate:
        """Copy a world's home."""
        shutil.copytree(world.home.directory, directory, symlinks=True)
        return cls(World(Home(directory, threads=2)))

    @cached_property
    def game(self) -> dict[str, Any]:
        """Return the game."""
        games = self.world.rows("schedule", f"game_date = DATE '{THROUGH}'")
        return min(games, key=lambda game: str(game["game_id"]))

    @property
    def teams(self) -> tuple[str, str]:
        """Return the names (home, away) in the schedule."""
        return self.game["home_team_name"], self.game["away_team_name"]

    @property
    def tip_at(self) -> datetime:
        """Return the scheduled tip-off, UTC without a zone."""
        tip: datetime = self.game["tip_at"]
        return tip

    @cached_property
    def members(self) -> list[dict[str, Any]]:
        """Return the players who may play in the game."""
        rows = self.world.rows("pool_member", f"game_id = '{self.game['game_id']}'")
        return sorted(rows, key=lambda member: int(member["player_id"]))

    def run(self, payloads: Iterable[Payload]) -> None:
        """Land payloads and run the pipeline up to the lines."""
        report = build(self.world.home, payloads, LINES)
        assert report.problems == []

    def rows(self, table: str, where: str = "TRUE") -> list[dict[str, Any]]:
        """Return the game's rows of a table."""
        return self.world.rows(table, f"game_id = '{self.game['game_id']}' AND {where}")
