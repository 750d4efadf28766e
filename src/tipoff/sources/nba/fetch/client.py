"""A season from the statistics service: in bulk, and by the game only what a game still lacks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.sources.nba.fetch.games import Games
from tipoff.sources.nba.fetch.request_planner import Lacking
from tipoff.sources.nba.fetch.response_cache import Desk
from tipoff.sources.nba.fetch.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer, Fetcher
    from tipoff.sources.nba.fetch.endpoints import Endpoints
    from tipoff.sources.nba.fetch.season import Season


@dataclass(frozen=True)
class NbaStats:
    """What the landing lacks of one season.

    A day's update is the schedule, two logs, a window of shots, the index of players and one
    roster, and two requests for each game that has ended since, or one of the live feed. A game
    that is not over is not asked for.
    """

    season: str
    endpoints: Endpoints
    wanted: Wanted = field(default_factory=Wanted)

    def _refuse_no_games(self, season: Season) -> None:
        """Refuse dates that no game of the season lies on.

        Raises:
            UsageError: with the season's own dates.
        """
        if season.games and not any(game in self.wanted for game in season.games):
            first, last = season.games[0].day, season.games[-1].day
            raise UsageError(
                f"no game of {season.label} from {self.wanted.first} to {self.wanted.last}:"
                f" the season has games from {first} to {last}"
            )

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the schedule; then, by what it says, for logs; then for what games lack."""
        desk = Desk(fetcher, landing)
        lacking = Lacking(self.endpoints, desk, self.wanted, fetcher.now())
        schedule = self.endpoints.schedule(self.season)
        yield from desk.ask(lacking.schedule(schedule))
        season = desk.season(schedule)
        if season is not None:
            self._refuse_no_games(season)
            yield from desk.ask([*lacking.logs(season), *lacking.people(season)])
            yield from desk.ask(lacking.shots(season))
            yield from Games(self.endpoints, desk, self.wanted).answers(fetcher, season)
