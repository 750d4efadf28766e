"""The Odds API, simulated: events and their prices, current and historical."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.domain.league_time import eastern_date, utc_timestamp
from tipoff.simulation.service.altered import document_of
from tipoff.simulation.service.archive import Archive, ServiceAnswer
from tipoff.sources.odds.fetch.endpoints import service_time
from tipoff.sources.odds.odds_api import EVENT_ODDS, game_date, is_pickem_book

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    Record = dict[str, Any]

PATH = re.compile(r"(historical/)?sports/basketball_nba/events(?:/(\w+)/odds)?")
LISTED = ("id", "sport_key", "sport_title", "commence_time", "home_team", "away_team")
HISTORICAL_FACTOR = 10
BOOKMAKERS_PER_REGION = 10
PICKEM_REGION = "us_dfs"
JUST_NOW = timedelta(minutes=1)


@dataclass
class OddsService:
    """The service at ``/v4/sports/basketball_nba/events...`` and ``/v4/historical/...``.

    A recorded event has one set of prices, from the newest recording; a historical request returns
    those captured by the requested time. Each answer's headers state its cost.
    """

    archive: Archive
    prefix: str = "/v4/"
    credits: int = 100_000
    _used: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def answer(
        self, path: str, query: Mapping[str, str], now: datetime | None
    ) -> ServiceAnswer | None:
        """Return the events of today and later, or the prices of one; None without a key.

        Current prices were last updated a minute ago.
        """
        match = PATH.fullmatch(path)
        if match is None or not query.get("apiKey"):
            return None
        historical, event_id = bool(match[1]), match[2]
        at = query.get("date", "")
        if event_id is None:
            answer: Any = [_listed(e) for e in self._to_come(now, at)]
            cost = int(historical)
        elif event_id in self._events:
            seen_at = None if historical or now is None else now - JUST_NOW
            answer = _priced(self._events[event_id], query, at, seen_at)
            cost = _cost(answer, query) * (HISTORICAL_FACTOR if historical else 1)
        else:
            return None
        body = {"timestamp": at, "data": answer} if historical else answer
        return ServiceAnswer(orjson.dumps(body), headers=self._charged(cost))

    def _to_come(self, now: datetime | None, at: str) -> Iterator[Record]:
        """Yield the events from a time on; without a time, those of today and later."""
        today = str(eastern_date(now)) if now and not at else ""
        for event in self._events.values():
            day = game_date(utc_timestamp(event["commence_time"]))
            if str(day) >= today and event["commence_time"] >= at:
                yield event

    @cached_property
    def _events(self) -> dict[str, Record]:
        records = (document_of(body) for body in self.archive.every(EVENT_ODDS))
        return {record["id"]: record for record in records}

    def _charged(self, cost: int) -> dict[str, str]:
        with self._lock:
            self._used += cost
            return {
                "x-requests-last": str(cost),
                "x-requests-used": str(self._used),
                "x-requests-remaining": str(max(0, self.credits - self._used)),
            }


def _listed(event: Record) -> Record:
    return {name: event[name] for name in LISTED}


def _priced(event: Record, query: Mapping[str, str], at: str, seen_at: datetime | None) -> Record:
    """Return the event with the requested books and markets, without those captured later.

    Args:
        event: the archived event.
        query: the parameters of the request.
        at: the requested time; empty for now.
        seen_at: the time of the books' last update; None for the archived time.
    """
    wanted = set(query.get("markets", "h2h").split(","))
    books = []
    for book in event["bookmakers"]:
        markets = [
            _stamped(_with_multipliers(market, query), seen_at)
            for market in book["markets"]
            if market["key"] in wanted and (not at or market["last_update"] <= at)
        ]
        if markets and _is_requested(book["key"], query):
            books.append(_stamped({**book, "markets": markets}, seen_at))
    return {**event, "bookmakers": books}


def _stamped(record: Record, seen_at: datetime | None) -> Record:
    return record if seen_at is None else {**record, "last_update": service_time(seen_at)}


def _is_requested(book: str, query: Mapping[str, str]) -> bool:
    """Return whether a book is named in the request or, if none is, in a requested region."""
    if "bookmakers" in query:
        return book in query["bookmakers"].split(",")
    return not is_pickem_book(book) or PICKEM_REGION in query.get("regions", "us").split(",")


def _with_multipliers(market: Record, query: Mapping[str, str]) -> Record:
    """Return the market, with multipliers only if the request includes them."""
    if query.get("includeMultipliers") == "true":
        return market
    outcomes = [{n: v for n, v in o.items() if n != "multiplier"} for o in market["outcomes"]]
    return {**market, "outcomes": outcomes}


def _cost(priced: Record, query: Mapping[str, str]) -> int:
    """Return the cost: a credit per returned market and region; ten named books are one region."""
    markets = {m["key"] for book in priced["bookmakers"] for m in book["markets"]}
    named = query.get("bookmakers", "")
    regions = (
        ceil(len(named.split(",")) / BOOKMAKERS_PER_REGION)
        if named
        else len(query.get("regions", "us").split(","))
    )
    return len(markets) * regions
