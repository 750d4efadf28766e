"""Fetch a season from the statistics service: in bulk, and per game only what is still missing."""

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
    """Fetches whatever the landing lacks of one season.

    A daily update requests the schedule, two logs, a window of shots, the player index and one
    roster. For each game that has ended since, it makes two requests to the statistics service or
    one to the live feed. Games that are not over are not requested.
    """

    season: str
    endpoints: Endpoints
    wanted: Wanted = field(default_factory=Wanted)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Request the schedule; based on it, logs and shots; then what single games lack.

        Raises:
            UsageError: the season has no game on the requested dates.
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
        yield from cache.fetch([*planner.logs(season), *planner.people(season)])
        yield from cache.fetch(planner.shots(season))
        yield from GameRequests(self.endpoints, cache, self.wanted).answers(fetcher, season)

    def _schedule(self, cache: ResponseCache, planner: RequestPlanner) -> Iterator[Answer]:
        """Yield the answers for the schedule, from the live feed's host if the first one fails."""
        failed: list[Failed] = []
        for answer in cache.fetch(planner.schedule(self.endpoints.schedule(self.season))):
            if isinstance(answer, Failed) and self.wanted.box_source is not BoxSource.STATS:
                failed.append(answer)
            else:
                yield answer
        if not failed:
            return
        logger.warning("requesting the schedule from the live feed's host instead")
        succeeded = False
        for answer in cache.fetch(planner.schedule(self.endpoints.live_schedule(self.season))):
            succeeded = succeeded or not isinstance(answer, Failed)
            yield answer
        for answer in failed:
            yield replace(answer, tolerated=succeeded)

    def _refuse_no_games(self, season: Season) -> None:
        """Check that the season has a game on the requested dates.

        Raises:
            UsageError: it has none; the message states the season's first and last date.
        """
        if season.games and not any(game in self.wanted for game in season.games):
            first, last = season.games[0].day, season.games[-1].day
            raise UsageError(
                f"no game of {season.label} from {self.wanted.first} to {self.wanted.last}:"
                f" the season has games from {first} to {last}"
            )
