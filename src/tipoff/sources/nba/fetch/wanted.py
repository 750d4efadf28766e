"""The selection of games that are requested one by one, and of the host."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tipoff.sources.nba.hosts import BoxSource

if TYPE_CHECKING:
    from tipoff.sources.nba.fetch.season import Game


@dataclass(frozen=True)
class Wanted:
    """The dates for which to fetch shots and box scores, the host, and whether to fetch plays."""

    first: date = date.min
    last: date = date.max
    plays: bool = False
    box_source: BoxSource = BoxSource.AUTO

    @property
    def all(self) -> bool:
        """Return whether all dates are selected."""
        return (self.first, self.last) == (date.min, date.max)

    def __contains__(self, game: Game) -> bool:
        return self.first <= game.day <= self.last
