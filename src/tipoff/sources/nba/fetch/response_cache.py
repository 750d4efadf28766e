"""What is known of the service's answers: those of this run, and those landed before it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

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

SIMULATED, LABEL = "demo", b'{"simulated":true'
"""The source of a simulated league, and how its answers begin wherever they are served."""
GIVEN_UP_AFTER = 3
"""Runs in which a request was answered as missing or with what cannot be right."""
GIVEN_UP_FOR = timedelta(days=7)


class Desk:
    """Asks, remembers what came, and looks up what was landed."""

    def __init__(self, fetcher: Fetcher, landing: Landing) -> None:
        self._fetcher = fetcher
        self._landing = landing
        self._landed: dict[str, dict[str, Landed]] = {}
        self._came: dict[tuple[str, str], bytes] = {}

    def ask(self, requests: Iterable[Request]) -> Iterator[Answer]:
        """Yield the answers, those of a simulated league labelled as such."""
        for answer in self._fetcher.fetch(requests):
            if not isinstance(answer, Fetched):
                yield answer
                continue
            if not answer.doubt:
                self._came[answer.request.resource, _asked(answer.request)] = answer.payload.body
            simulated = answer.payload.body.startswith(LABEL)
            payload = replace(answer.payload, source=SIMULATED) if simulated else answer.payload
            yield replace(answer, payload=payload)

    def body(self, request: Request) -> bytes | None:
        """The newest answer there is; None if there is none."""
        came = self._came.get((request.resource, _asked(request)))
        return came if came is not None else self.landed_body(request)

    def came(self, request: Request) -> bool:
        """Whether this run brought an answer that can be right."""
        return (request.resource, _asked(request)) in self._came

    def landed(self, request: Request) -> bool:
        """Whether an earlier run landed an answer."""
        return _asked(request) in self._of(request.resource)

    def landed_body(self, request: Request) -> bytes | None:
        """The answer landed by an earlier run."""
        found = self._of(request.resource).get(_asked(request))
        return self._landing.read(found.number).body if found else None

    def fetched_at(self, request: Request) -> datetime | None:
        """When an earlier run landed or confirmed an answer that can be right."""
        found = self._of(request.resource).get(_asked(request))
        last = self._fetcher.last(request)
        if found is None or (last and last.outcome in ("doubtful", "failed")):
            return None
        if last and last.outcome == "unchanged":
            return last.at
        return found.fetched_at.replace(tzinfo=UTC)

    def given_up(self, request: Request) -> bool:
        """Whether the service has shown often enough, and lately, that it has no right answer."""
        last = self._fetcher.last(request)
        return (
            last is not None
            and last.outcome in ("missing", "doubtful")
            and last.times >= GIVEN_UP_AFTER
            and self._fetcher.now() - last.at < GIVEN_UP_FOR
        )

    def season(self, request: Request) -> Season | None:
        """The season of the newest schedule that can be read."""
        for body in (self.body(request), self.landed_body(request)):
            if body is not None:
                try:
                    return Season.read(
                        request.parameters["Season"], response_checks.payload_of(request, body)
                    )
                except PayloadError:
                    continue
        return None

    def charts(
        self, season: str, phase: Phase
    ) -> Iterator[tuple[dict[str, str], response_checks.Charted | None]]:
        """Yield what each landed chart of a phase was asked by, and what it holds.

        A chart that cannot be read yields None in place of what it holds.
        """
        for landed in self._of(SHOT_CHARTS).values():
            asked = landed.parameters
            if (asked.get("Season"), asked.get("SeasonType", REGULAR.name)) == (season, phase.name):
                payload = self._landing.read(landed.number)
                try:
                    yield asked, response_checks.shots_by_game(payload)
                except (Doubtful, Garbled):
                    yield asked, None

    def _of(self, resource: str) -> Mapping[str, Landed]:
        if resource not in self._landed:
            newest = self._landing.newest(resource, {})
            self._landed[resource] = {_canonical(n.parameters): n for n in newest}
        return self._landed[resource]


def _asked(request: Request) -> str:
    return _canonical(request.parameters)


def _canonical(parameters: Mapping[str, str]) -> str:
    return json.dumps(dict(parameters), sort_keys=True)
