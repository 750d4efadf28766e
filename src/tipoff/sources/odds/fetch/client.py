"""Fetch the prices of a slate from The Odds API: first the events, then the prices of each event.

Every answer is a snapshot. Current prices change, so each run requests them again and all answers
are kept. Historical prices do not change, so they are requested once.

Missing data is reported as a failure with its reason: a game of a landed schedule without an event,
an event without prices at any book, and dates without anything to request.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.names import team_key
from tipoff.sources.http import Failed, Fetched
from tipoff.sources.nba.expected_games import expected_games
from tipoff.sources.odds.fetch.endpoints import HISTORICAL_FACTOR
from tipoff.sources.odds.fetch.quota import Budget, Quota
from tipoff.sources.odds.odds_api import game_date

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from tipoff.kernel.declare.payload import Landing
    from tipoff.sources.http import Answer, Fetcher, Request
    from tipoff.sources.odds.fetch.endpoints import Endpoints

LISTED_AT = time(14, tzinfo=UTC)
"""The time, in UTC, of a date's historical list of events: Eastern morning, before all games."""
BAD_KEY = "answered 401"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Event:
    """A game in the service's list of events."""

    id: str
    tip_at: datetime
    teams: frozenset[str] = frozenset()
    """The ``team_key`` of both franchises."""

    @property
    def day(self) -> object:
        """Return the Eastern date."""
        return game_date(self.tip_at.replace(tzinfo=None))


@dataclass
class OddsApi:
    """Fetches the prices of the games from ``first`` to ``last``, within a budget of credits.

    ``minutes_before`` tip-off are the times of historical prices to request; if there are none, the
    current prices of games that have not begun are requested. ``quota`` keeps the credits spent.
    """

    endpoints: Endpoints
    first: date
    last: date
    minutes_before: tuple[int, ...] = ()
    budget: Budget = field(default_factory=Budget)
    quota: Quota = field(default_factory=Quota)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Request the list of events, and then the prices of each event."""
        now = fetcher.now()
        lists = list(self._list_requests(now))
        events: dict[str, Event] = {}
        complete = yield from self._list_events(fetcher, landing, lists, events)
        slate = sorted(
            (e for e in events.values() if isinstance(e.day, date) and self._within(e.day)),
            key=lambda event: (event.tip_at, event.id),
        )
        prices = [request for event in slate for request in self._price_requests(event, now)]
        if complete:
            for reason in self._missing(landing, slate, bool(prices), now):
                yield Failed(lists[0], reason, 0)
        yield from self._price_events(fetcher, list(self._due(landing, prices)))

    def _list_events(
        self, fetcher: Fetcher, landing: Landing, lists: list[Request], events: dict[str, Event]
    ) -> Generator[Answer, None, bool]:
        """Request the lists of events and fill ``events``; return whether no request failed."""
        for body in self._landed(landing, lists):
            events |= listed_events(body)
        complete = True
        due = list(self._due(landing, lists))
        for answer in self._fetch(fetcher, due, 1 if self.minutes_before else 0):
            if isinstance(answer, Fetched):
                events |= listed_events(answer.payload.body)
            complete = complete and not isinstance(answer, Failed)
            yield answer
        return complete

    def _price_events(self, fetcher: Fetcher, requests: list[Request]) -> Iterator[Answer]:
        """Request prices, and report each event without a price in any answer."""
        cost = self.endpoints.credits_per_event * (HISTORICAL_FACTOR if self.minutes_before else 1)
        answered: dict[str, Request] = {}
        priced = set[str]()
        for answer in self._fetch(fetcher, requests, cost):
            yield answer
            if isinstance(answer, Fetched):
                event_id = answer.request.parameters["EventID"]
                answered[event_id] = answer.request
                priced |= {event_id} if _is_priced(answer.payload.body) else set()
        for event_id in sorted(answered.keys() - priced):
            yield Failed(answered[event_id], "no book prices this game then", 0)

    def _missing(
        self, landing: Landing, events: list[Event], has_requests: bool, now: datetime
    ) -> Iterator[str]:
        """Yield a message on scheduled games without an event, or on why there are no requests."""
        games = expected_games(landing, self.first, self.last)
        listed = {(event.day, event.teams) for event in events}
        missing = [
            game
            for game in games or ()
            if (game.day, game.teams) not in listed
            and (self.minutes_before or game.tip_at is None or game.tip_at > now)
        ]
        if missing:
            yield f"the service lists no event for {', '.join(map(str, missing))}"
        if has_requests or missing or games == []:
            return
        if events:
            yield f"all {len(events)} games have begun: --historical asks for prices of before"
        elif games is None:
            yield f"no events from {self.first} to {self.last}, and no schedule is landed"
        else:
            yield f"all {len(games)} games have begun: --historical asks for prices of before"

    def _within(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _list_requests(self, now: datetime) -> Iterator[Request]:
        if not self.minutes_before:
            yield self.endpoints.events(now)
            return
        for days in range((self.last - self.first).days + 1):
            morning = datetime.combine(self.first + timedelta(days), LISTED_AT)
            yield self.endpoints.historical_events(morning)

    def _price_requests(self, event: Event, now: datetime) -> Iterator[Request]:
        if not self.minutes_before and event.tip_at > now:
            yield self.endpoints.event_odds(event.id, now)
        for minutes in self.minutes_before:
            at = event.tip_at - timedelta(minutes=minutes)
            yield self.endpoints.historical_event_odds(event.id, at)

    def _fetch(self, fetcher: Fetcher, requests: list[Request], cost: int) -> Iterator[Answer]:
        """Send as many requests as the budget covers at the highest cost, in the given order."""
        left = self.budget.left(self.quota)
        count = len(requests) if left is None or not cost else max(0, left // cost)
        logger.info("%d requests due at %d credits; %s may be spent", len(requests), cost, left)
        for answer in fetcher.fetch(requests[:count]):
            if isinstance(answer, Fetched):
                self.quota = self.quota.after(answer.headers)
                logger.debug("credits: %s left, %d spent", self.quota.remaining, self.quota.spent)
            yield _explained(answer)
        for request in requests[count:]:
            reason = (
                f"not requested: it may cost {cost} credits, and {max(left or 0, 0)} may be spent"
            )
            yield Failed(request, reason, 0)

    def _landed(self, landing: Landing, requests: Iterable[Request]) -> Iterator[bytes]:
        for request in requests:
            for landed in landing.newest(request.resource, request.parameters):
                yield landing.read(landed.number).body

    def _due(self, landing: Landing, requests: Iterable[Request]) -> Iterator[Request]:
        """Yield the requests to send: all current ones, and historical ones that are not landed."""
        for request in requests:
            if not (self.minutes_before and landing.newest(request.resource, request.parameters)):
                yield request


def listed_events(body: bytes) -> dict[str, Event]:
    """Return the events in a list by id, without those that lack an id or a time."""
    document = orjson.loads(body)
    records = document.get("data") if isinstance(document, dict) else document
    events = (_event(record) for record in records or ())
    return {event.id: event for event in events if event}


def _event(record: Any) -> Event | None:
    if not isinstance(record, dict) or not isinstance(record.get("id"), str):
        return None
    tip_at = utc_timestamp(record.get("commence_time"))
    if not isinstance(tip_at, datetime):
        return None
    teams = frozenset(team_key(str(record.get(f"{side}_team"))) for side in ("home", "away"))
    return Event(record["id"], tip_at.replace(tzinfo=UTC), teams)


def _is_priced(body: bytes) -> bool:
    """Return whether an answer about an event has the prices of any book."""
    document = orjson.loads(body)
    event = document.get("data") if "timestamp" in document else document
    return bool(event and event.get("bookmakers"))


def _explained(answer: Answer) -> Answer:
    """Return the answer, with an explanation added to a failure caused by the key."""
    if isinstance(answer, Failed) and BAD_KEY in answer.reason:
        reason = f"{answer.reason}: TIPOFF_ODDS_API_KEY is not a valid key, or has no credits left"
        return replace(answer, reason=reason)
    return answer
