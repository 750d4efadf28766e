"""What of a season is asked for by the game."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tipoff.sources.nba.fetch.season import Game


class BoxSource(StrEnum):
    """Which host is asked who played and who was inactive."""

    STATS = "stats"
    """The statistics service: two requests per game."""
    CDN = "cdn"
    """The live feed: one request per game, on another host."""
    AUTO = "auto"
    """The statistics service, and the live feed once that does not answer any more."""


@dataclass(frozen=True)
class Wanted:
    """Which games' shots and box scores are asked for, of which host, and whether their plays."""

    first: date = date.min
    last: date = date.max
    plays: bool = False
    box_source: BoxSource = BoxSource.AUTO

    @property
    def all(self) -> bool:
        """Whether no dates are named."""
        return (self.first, self.last) == (date.min, date.max)

    def __contains__(self, game: Game) -> bool:
        return self.first <= game.day <= self.last
