"""A season from the statistics service: in bulk, and by the game only what a game still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tipoff.sources.nba.desk import Desk
from tipoff.sources.nba.lacking import Lacking, Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.payload import Landing
    from tipoff.sources.fetching import Answer, Fetcher
    from tipoff.sources.nba.endpoints import Endpoints


@dataclass(frozen=True)
class NbaStats:
    """What the landing lacks of one season.

    A day's update is the schedule, two logs, a window of shots, the index of players and one
    roster, and two requests for each game that has ended since. A game that is not over is not
    asked for. ``first`` and ``last`` bound the games whose shots and box scores are asked for.
    """

    season: str
    endpoints: Endpoints
    first: date = date.min
    last: date = date.max
    plays: bool = False
    """Whether to ask for play-by-play too: one request more a game, of another host."""

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the schedule; then, by what it says, for logs; then for what games lack."""
        desk = Desk(fetcher, landing)
        lacking = Lacking(
            self.endpoints, desk, Wanted(self.first, self.last, self.plays), fetcher.now()
        )
        schedule = self.endpoints.schedule(self.season)
        yield from desk.ask(lacking.schedule(schedule))
        season = desk.season(schedule)
        if season is not None:
            yield from desk.ask([*lacking.logs(season), *lacking.people(season)])
            yield from desk.ask([*lacking.shots(season), *lacking.games(season)])
