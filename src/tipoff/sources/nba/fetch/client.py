"""A season from the statistics service: in bulk, and per game only what a game still lacks."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.sources.http import Failed
from tipoff.sources.nba.fetch.games import GameRequests
from tipoff.sources.nba.fetch.request_planner import RequestPlanner
from tipoff.sources.nba.fetch.response_cache import ResponseCache
from tipoff.sources.nba.fetch.wanted import Wanted
from tipoff.sources.nba.hosts import BoxSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer, Fetcher
    from tipoff.sources.nba.fetch.endpoints import Endpoints
    from tipoff.sources.nba.fetch.season import Season

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class NbaStats:
    """Fetches what the landing lacks of one season.

    A day's update is the schedule, two logs, a window of shots, the index of players and one
    roster, and for each game that has ended since, two requests to the statistics service or one
    to the live feed. A game that is not over is not asked for.
    """

    season: str
    endpoints: Endpoints
    wanted: Wanted = field(default_factory=Wanted)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask for the schedule; then, by what it says, for logs; then for what games lack.

        Raises:
            UsageError: no game of the season lies on the dates that were asked for.
        """
        cache = ResponseCache(fetcher, landing)
        planner = RequestPlanner(self.endpoints, cache, self.wanted, fetcher.now())
        schedule = self.endpoints.schedule(self.season)
        yield from self._schedule(cache, planner)
        season = cache.season(schedule)
        if season is None:
            logger.info("season %s: no schedule can be read, so nothing else is due", self.season)
            return
        self._refuse_no_games(season)
        logger.info(
            "season %s: %d games, %d over", self.season, len(season.games), len(season.finals)
        )
        yield from cache.ask([*planner.logs(season), *planner.people(season)])
        yield from cache.ask(planner.shots(season))
        yield from GameRequests(self.endpoints, cache, self.wanted).answers(fetcher, season)

    def _schedule(self, cache: ResponseCache, planner: RequestPlanner) -> Iterator[Answer]:
        """Yield the answers for the schedule: the live feed's where the first host has none."""
        failed: list[Failed] = []
        for answer in cache.ask(planner.schedule(self.endpoints.schedule(self.season))):
            if isinstance(answer, Failed) and self.wanted.box_source is not BoxSource.STATS:
                failed.append(answer)
            else:
                yield answer
        if not failed:
            return
        logger.warning("the live feed's host is asked for the schedule instead")
        has_come = False
        for answer in cache.ask(planner.schedule(self.endpoints.live_schedule(self.season))):
            has_come = has_come or not isinstance(answer, Failed)
            yield answer
        for answer in failed:
            yield replace(answer, tolerated=has_come)

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
