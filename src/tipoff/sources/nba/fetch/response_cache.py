"""The response cache: the service's answers of this run, and those landed by earlier runs."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.kernel.declare.payload import canonical
from tipoff.kernel.errors import PayloadError
from tipoff.sources.http import Doubtful, Fetched, Garbled
from tipoff.sources.nba.fetch import response_checks
from tipoff.sources.nba.fetch.endpoints import SHOT_CHARTS
from tipoff.sources.nba.fetch.season import REGULAR, Season

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tipoff.kernel.declare.payload import Landed, Landing
    from tipoff.sources.http import Answer, Fetcher, Request
    from tipoff.sources.nba.fetch.season import Phase

logger = logging.getLogger(__name__)
MAX_USELESS_ANSWERS = 3
"""Runs in a row without a right answer after which a request is not made for a while."""
GIVEN_UP_FOR = timedelta(days=7)


class ResponseCache:
    """Sends requests, keeps this run's answers, and looks up those landed by earlier runs.

    An answer that failed its checks is landed but not kept here, so that no request is based on it.
    """

    def __init__(self, fetcher: Fetcher, landing: Landing) -> None:
        self._fetcher = fetcher
        self._landing = landing
        self._landed: dict[str, dict[str, Landed]] = {}
        self._fetched: dict[tuple[str, str], bytes] = {}

    def fetch(self, requests: Iterable[Request]) -> Iterator[Answer]:
        """Yield the answers as they arrive."""
        for answer in self._fetcher.fetch(requests):
            if isinstance(answer, Fetched) and not answer.doubt:
                self._fetched[_key(answer.request)] = answer.payload.body
            yield answer

    def body(self, request: Request) -> bytes | None:
        """Return the newest answer to a request; None without one."""
        fetched = self._fetched.get(_key(request))
        return fetched if fetched is not None else self.landed_body(request)

    def was_fetched(self, request: Request) -> bool:
        """Return whether this run fetched an answer that passed its checks."""
        return _key(request) in self._fetched

    def is_landed(self, request: Request) -> bool:
        """Return whether an earlier run landed an answer."""
        return self._newest(request) is not None

    def landed_body(self, request: Request) -> bytes | None:
        """Return the newest answer that an earlier run landed; None without one."""
        landed = self._newest(request)
        return self._landing.read(landed.number).body if landed else None

    def fetched_at(self, request: Request) -> datetime | None:
        """Return when an earlier run landed or confirmed an answer that passed its checks.

        None means that the request must be made: it has no answer, or its last one was wrong.
        """
        landed, last = self._newest(request), self._fetcher.last(request)
        if landed is None or (last and last.outcome in ("doubtful", "failed")):
            return None
        if last and last.outcome == "unchanged":
            return last.at
        return landed.fetched_at.replace(tzinfo=UTC)

    def is_given_up(self, request: Request) -> bool:
        """Return whether the service had no right answer in several runs, the last one recent."""
        last = self._fetcher.last(request)
        if last is None or last.outcome not in ("missing", "doubtful"):
            return False
        is_recent = self._fetcher.now() - last.at < GIVEN_UP_FOR
        given_up = last.times >= MAX_USELESS_ANSWERS and is_recent
        if given_up:
            logger.info(
                "%s: not requested, it was %s in %d runs", request, last.outcome, last.times
            )
        return given_up

    def season(self, request: Request) -> Season | None:
        """Return the season of the newest schedule that can be read; None without one."""
        for body in (self.body(request), self.landed_body(request)):
            if body is not None:
                payload = response_checks.payload_of(request, body)
                try:
                    return Season.read(request.parameters["Season"], payload)
                except PayloadError:
                    continue
        return None

    def charts(
        self, season: str, phase: Phase
    ) -> Iterator[tuple[dict[str, str], response_checks.ShotCounts | None]]:
        """Yield, for each landed chart of a phase, its request's parameters and its shot counts.

        The counts of a chart that cannot be read are None.
        """
        for landed in self._newest_of(SHOT_CHARTS).values():
            parameters = landed.parameters
            season_type = parameters.get("SeasonType", REGULAR.name)
            if (parameters.get("Season"), season_type) == (season, phase.name):
                payload = self._landing.read(landed.number)
                try:
                    yield parameters, response_checks.shots_by_game(payload)
                except (Doubtful, Garbled):
                    yield parameters, None

    def _newest(self, request: Request) -> Landed | None:
        return self._newest_of(request.resource).get(canonical(request.parameters))

    def _newest_of(self, resource: str) -> Mapping[str, Landed]:
        if resource not in self._landed:
            newest = self._landing.newest(resource, {})
            self._landed[resource] = {canonical(each.parameters): each for each in newest}
        return self._landed[resource]


def _key(request: Request) -> tuple[str, str]:
    return request.resource, canonical(request.parameters)
