"""The grid of what should exist: for each game that is over, rows of each table of the league.

The schedule alone says which cells there are: a date in the off-season, in the all-star break or
without games has none, and a postponed game is none. A cell without rows is a gap, anywhere in
history.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.operations.jobs import NBA

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from tipoff.operations.calendar import LeagueCalendar

TABLES: Mapping[str, str] = {
    "player_box_score": NBA,
    "team_box_score": NBA,
    "player_rotation": NBA,
    "shot": NBA,
}
"""The raw tables that have rows of every game that is over, each with its source."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What one date lacks of one table."""

    day: date
    """US Eastern."""
    table: str
    source: str
    games: tuple[str, ...]
    """The ids of the games without rows."""
    of: int
    """How many games of the date are over."""

    def __str__(self) -> str:
        return f"{self.day} {self.table}: {len(self.games)} of {self.of} games without rows"


def grid_gaps(
    calendar: LeagueCalendar, held: Mapping[str, Collection[str]], today: date
) -> list[Gap]:
    """Return every gap of the grid, by date and table.

    Args:
        calendar: the games of all seasons.
        held: for each table, the ids of the games that it has rows of.
        today: US Eastern; its own games may be under way, so it has no gap yet.
    """
    gaps = []
    for day, games in calendar.by_day.items():
        over = [game.game_id for game in games if game.is_final]
        if day >= today or not over:
            continue
        for table, source in TABLES.items():
            lacking = tuple(game for game in over if game not in held.get(table, ()))
            if lacking:
                gaps.append(Gap(day, table, source, lacking, len(over)))
    return gaps
