"""Fetch the prices of a slate from The Odds API: the events of the dates, then each one's prices.

Every answer is a snapshot: prices change, so they are asked for each time, and all are kept. Prices
of a time gone by do not change: they are asked for once.

Silence is a failure. A game of a landed schedule without an event, an event that no book prices,
and dates without anything to ask for are reported, each with its reason.
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
"""The morning in the East, when all games of the date are still to come."""
BAD_KEY = "answered 401"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Event:
    """A game as the service lists it."""

    id: str
    tip_at: datetime
    teams: frozenset[str] = frozenset()
    """The franchises, by ``team_key``."""

    @property
    def day(self) -> object:
        """Return its date in the East."""
        return game_date(self.tip_at.replace(tzinfo=None))


@dataclass
class OddsApi:
    """The prices of the games from ``first`` to ``last``, within a budget of credits.

    ``minutes_before`` tip-off are the times that historical prices are asked for; without any, the
    prices are those of now, of games that have not begun. ``quota`` says what it cost.
    """

    endpoints: Endpoints
    first: date
    last: date
    minutes_before: tuple[int, ...] = ()
    budget: Budget = field(default_factory=Budget)
    quota: Quota = field(default_factory=Quota)

    def answers(self, fetcher: Fetcher, landing: Landing) -> Iterator[Answer]:
        """Ask which events there are, and then for the prices of each."""
        now = fetcher.now()
        lists = list(self._lists(now))
        events: dict[str, Event] = {}
        complete = yield from self._list_events(fetcher, landing, lists, events)
        slate = sorted(
            (e for e in events.values() if isinstance(e.day, date) and self._within(e.day)),
            key=lambda event: (event.tip_at, event.id),
        )
        prices = [request for event in slate for request in self._prices(event, now)]
        if complete:
            for why in self._silence(landing, slate, bool(prices), now):
                yield Failed(lists[0], why, 0)
        yield from self._price_events(fetcher, list(self._due(landing, prices)))

    def _list_events(
        self, fetcher: Fetcher, landing: Landing, lists: list[Request], events: dict[str, Event]
    ) -> Generator[Answer, None, bool]:
        """Ask for the lists of events and fill ``events``; return whether every list came."""
        for body in self._landed(landing, lists):
            events |= listed_events(body)
        complete = True
        due = list(self._due(landing, lists))
        for answer in self._ask(fetcher, due, 1 if self.minutes_before else 0):
            if isinstance(answer, Fetched):
                events |= listed_events(answer.payload.body)
            complete = complete and not isinstance(answer, Failed)
            yield answer
        return complete

    def _price_events(self, fetcher: Fetcher, requests: list[Request]) -> Iterator[Answer]:
        """Ask for prices, and report each event that no answer has a price of."""
        cost = self.endpoints.credits_per_event * (HISTORICAL_FACTOR if self.minutes_before else 1)
        answered: dict[str, Request] = {}
        priced = set[str]()
        for answer in self._ask(fetcher, requests, cost):
            yield answer
            if isinstance(answer, Fetched):
                event_id = answer.request.parameters["EventID"]
                answered[event_id] = answer.request
                priced |= {event_id} if _is_priced(answer.payload.body) else set()
        for event_id in sorted(answered.keys() - priced):
            yield Failed(answered[event_id], "no book prices this game then", 0)

    def _silence(
        self, landing: Landing, events: list[Event], is_asking: bool, now: datetime
    ) -> Iterator[str]:
        """Yield which scheduled games have no event, or why there is nothing to ask for."""
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
        if is_asking or missing or games == []:
            return
        if events:
            yield f"all {len(events)} games have begun: --historical asks for prices of before"
        elif games is None:
            yield f"no events from {self.first} to {self.last}, and no schedule is landed"
        else:
            yield f"all {len(games)} games have begun: --historical asks for prices of before"

    def _within(self, day: date) -> bool:
        return self.first <= day <= self.last

    def _lists(self, now: datetime) -> Iterator[Request]:
        if not self.minutes_before:
            yield self.endpoints.events(now)
            return
        for days in range((self.last - self.first).days + 1):
            morning = datetime.combine(self.first + timedelta(days), LISTED_AT)
            yield self.endpoints.historical_events(morning)

    def _prices(self, event: Event, now: datetime) -> Iterator[Request]:
        if not self.minutes_before and event.tip_at > now:
            yield self.endpoints.event_odds(event.id, now)
        for minutes in self.minutes_before:
            at = event.tip_at - timedelta(minutes=minutes)
            yield self.endpoints.historical_event_odds(event.id, at)

    def _ask(self, fetcher: Fetcher, requests: list[Request], cost: int) -> Iterator[Answer]:
        """Send as many requests as the budget surely pays for, the earliest games first."""
        left = self.budget.left(self.quota)
        count = len(requests) if left is None or not cost else max(0, left // cost)
        logger.info("%d requests due at %d credits; %s may be spent", len(requests), cost, left)
        for answer in fetcher.fetch(requests[:count]):
            if isinstance(answer, Fetched):
                self.quota = self.quota.after(answer.headers)
                logger.debug("credits: %s left, %d spent", self.quota.remaining, self.quota.spent)
            yield _explained(answer)
        for request in requests[count:]:
            why = f"not asked: it may cost {cost} credits, and {max(left or 0, 0)} may be spent"
            yield Failed(request, why, 0)

    def _landed(self, landing: Landing, requests: Iterable[Request]) -> Iterator[bytes]:
        for request in requests:
            for landed in landing.newest(request.resource, request.parameters):
                yield landing.read(landed.number).body

    def _due(self, landing: Landing, requests: Iterable[Request]) -> Iterator[Request]:
        """Yield the requests to send: of a time gone by only what is not landed, of now all."""
        for request in requests:
            if not (self.minutes_before and landing.newest(request.resource, request.parameters)):
                yield request


def listed_events(body: bytes) -> dict[str, Event]:
    """Return the events of a list, by id; those without an id or a time are left out."""
    document = orjson.loads(body)
    listed = document.get("data") if isinstance(document, dict) else document
    events = (_event(record) for record in listed or ())
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
    """Return the answer; one that refuses the key says what to do."""
    if isinstance(answer, Failed) and BAD_KEY in answer.reason:
        why = f"{answer.reason}: TIPOFF_ODDS_API_KEY is not a valid key, or has no credits left"
        return replace(answer, reason=why)
    return answer
