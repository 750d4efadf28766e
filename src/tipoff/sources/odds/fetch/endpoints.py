"""The requests to The Odds API, version 4; one request per event returns all markets and books."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING

import orjson

from tipoff.domain.league_time import snapshot_label
from tipoff.domain.markets import MARKETS, NOT_PREDICTED
from tipoff.kernel import clock
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.typed_columns import read_columns
from tipoff.sources.http import Doubtful, Garbled, Request, json_body
from tipoff.sources.odds.odds_api import (
    ALTERNATE,
    EVENT_ODDS,
    GAME_MARKETS,
    HISTORICAL_EVENT_ODDS,
    SOURCE,
)
from tipoff.sources.odds.price_streams import game_odds, player_props

if TYPE_CHECKING:
    from collections.abc import Mapping

SPORT = "sports/basketball_nba"
EVENTS, HISTORICAL_EVENTS = "events", "historical_events"
WITHOUT_ALTERNATES = ("player_blocks_steals",)
"""Markets without alternate lines: the service refuses a request for their alternate market."""
REQUESTED_MARKETS = (
    *GAME_MARKETS,
    *MARKETS,
    *(f"{key}{ALTERNATE}" for key in MARKETS if key not in WITHOUT_ALTERNATES),
    *NOT_PREDICTED,
)
BOOKMAKERS_PER_REGION = 10
"""The number of named bookmakers that cost as much as a region."""
HISTORICAL_FACTOR = 10
"""The cost of a historical answer as a multiple of a live one's."""


@dataclass(frozen=True)
class Endpoints:
    """Builds requests to the service; the key is used only when a request is sent."""

    url: str
    key: str = field(repr=False)
    regions: str = "us"
    """Regions of books, separated by commas; each costs credits."""
    bookmakers: str = ""
    """Single books instead of regions, separated by commas; ten cost as much as one region."""

    @property
    def credits_per_event(self) -> int:
        """Return the highest cost of one event's prices: a credit per market and region."""
        books = len(self.bookmakers.split(",")) if self.bookmakers else 0
        regions = ceil(books / BOOKMAKERS_PER_REGION) or len(self.regions.split(","))
        return len(REQUESTED_MARKETS) * regions

    def events(self, now: datetime) -> Request:
        """Request the events that are live or upcoming; this is free of charge."""
        return self._request(EVENTS, {"Snapshot": snapshot_label(now)}, f"{SPORT}/events")

    def historical_events(self, at: datetime) -> Request:
        """Request the events that were live or upcoming at a time; this costs one credit."""
        path = f"historical/{SPORT}/events"
        return self._request(
            HISTORICAL_EVENTS, {"Date": service_time(at)}, path, date=service_time(at)
        )

    def event_odds(self, event_id: str, now: datetime) -> Request:
        """Request all books' current prices for an event."""
        label = snapshot_label(now)
        parameters = {"EventID": event_id, "Snapshot": label, **self._price_parameters}
        path = f"{SPORT}/events/{event_id}/odds"
        return self._request(EVENT_ODDS, parameters, path, **self._price_query)

    def historical_event_odds(self, event_id: str, at: datetime) -> Request:
        """Request all books' prices for an event at a time in the past."""
        time = service_time(at)
        parameters = {"EventID": event_id, "Date": time, **self._price_parameters}
        path = f"historical/{SPORT}/events/{event_id}/odds"
        return self._request(
            HISTORICAL_EVENT_ODDS, parameters, path, date=time, **self._price_query
        )

    @property
    def _books(self) -> tuple[str, str]:
        """Return name and value of the query parameter that selects the books."""
        return ("bookmakers", self.bookmakers) if self.bookmakers else ("regions", self.regions)

    @property
    def _price_parameters(self) -> dict[str, str]:
        """The payload's parameters that all requests for prices share."""
        name, value = self._books
        return {
            name.capitalize(): value,
            "OddsFormat": "american",
            "Markets": ",".join(REQUESTED_MARKETS),
        }

    @property
    def _price_query(self) -> dict[str, str]:
        """The query parameters that all requests for prices share."""
        return {
            **dict([self._books]),
            "markets": ",".join(REQUESTED_MARKETS),
            "oddsFormat": "american",
            "includeMultipliers": "true",
        }

    def _request(
        self, resource: str, parameters: Mapping[str, str], path: str, **query: str
    ) -> Request:
        def check(body: bytes) -> None:
            CHECKS[resource](resource, parameters, body)

        return Request(
            SOURCE,
            resource,
            parameters,
            f"{self.url.rstrip('/')}/{path}",
            {**query, "dateFormat": "iso"},
            secret={"apiKey": self.key},
            check=check,
        )


def service_time(timestamp: datetime) -> str:
    """Return a timestamp in the service's format, to the second."""
    return timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _check_list(resource: str, parameters: Mapping[str, str], body: bytes) -> None:
    """Refuse a body that is not a list of events."""
    try:
        events = orjson.loads(body)
    except orjson.JSONDecodeError:
        events = None
    if not isinstance(events, list):
        shown = body[:40].decode(errors="replace")
        raise Garbled(f"not a JSON list, {len(body)} bytes that begin {shown!r}")


def _check_object(resource: str, parameters: Mapping[str, str], body: bytes) -> None:
    json_body(body)


def _check_prices(resource: str, parameters: Mapping[str, str], body: bytes) -> None:
    """Doubt prices that cannot be parsed; they are landed, and the next run reports the reason."""
    json_body(body)
    payload = Payload(SOURCE, resource, parameters, body, clock.utc_now())
    try:
        for stream in (player_props, game_odds):
            read_columns(stream, payload)
    except PayloadError as error:
        raise Doubtful(str(error)) from None


CHECKS = {
    EVENTS: _check_list,
    HISTORICAL_EVENTS: _check_object,
    EVENT_ODDS: _check_prices,
    HISTORICAL_EVENT_ODDS: _check_prices,
}
