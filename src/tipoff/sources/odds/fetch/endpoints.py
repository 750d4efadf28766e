"""The requests to The Odds API, version 4: one per event brings all markets of all books."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING

import orjson

from tipoff.domain.league_time import stamped
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
"""Markets that have no alternate lines: the service refuses a request that names one."""
ASKED_MARKETS = (
    *GAME_MARKETS,
    *MARKETS,
    *(f"{key}{ALTERNATE}" for key in MARKETS if key not in WITHOUT_ALTERNATES),
    *NOT_PREDICTED,
)
BOOKMAKERS_PER_REGION = 10
"""The number of named bookmakers that cost as much as a region."""
HISTORICAL_FACTOR = 10
"""How many times as much a historical answer costs as a live one."""


@dataclass(frozen=True)
class Endpoints:
    """Requests to the service; the key goes over the wire and nowhere else."""

    url: str
    key: str = field(repr=False)
    regions: str = "us"
    """Whose books, with commas between; each is paid for."""
    bookmakers: str = ""
    """Which books, with commas between, in the place of regions; ten cost as much as one region."""

    @property
    def credits_per_event(self) -> int:
        """Return the most that the prices of one event cost: a credit per market and region."""
        named = len(self.bookmakers.split(",")) if self.bookmakers else 0
        regions = ceil(named / BOOKMAKERS_PER_REGION) or len(self.regions.split(","))
        return len(ASKED_MARKETS) * regions

    def events(self, now: datetime) -> Request:
        """Ask for the events that are live or to come: free of charge."""
        return self._request(EVENTS, {"Snapshot": stamped(now)}, f"{SPORT}/events")

    def historical_events(self, at: datetime) -> Request:
        """Ask for the events that were live or to come at a time: one credit."""
        path = f"historical/{SPORT}/events"
        return self._request(HISTORICAL_EVENTS, {"Date": written(at)}, path, date=written(at))

    def event_odds(self, event_id: str, now: datetime) -> Request:
        """Ask for all books' prices of an event, as they stand now."""
        asked = {"EventID": event_id, "Snapshot": stamped(now), **self._asked}
        return self._request(
            EVENT_ODDS, asked, f"{SPORT}/events/{event_id}/odds", **self._of_prices
        )

    def historical_event_odds(self, event_id: str, at: datetime) -> Request:
        """Ask for all books' prices of an event, as they stood at a time."""
        asked = {"EventID": event_id, "Date": written(at), **self._asked}
        path = f"historical/{SPORT}/events/{event_id}/odds"
        return self._request(
            HISTORICAL_EVENT_ODDS, asked, path, date=written(at), **self._of_prices
        )

    @property
    def _books(self) -> tuple[str, str]:
        """Return the parameter that says whose prices are asked for, and its value."""
        return ("bookmakers", self.bookmakers) if self.bookmakers else ("regions", self.regions)

    @property
    def _asked(self) -> dict[str, str]:
        name, value = self._books
        return {
            name.capitalize(): value,
            "OddsFormat": "american",
            "Markets": ",".join(ASKED_MARKETS),
        }

    @property
    def _of_prices(self) -> dict[str, str]:
        return {
            **dict([self._books]),
            "markets": ",".join(ASKED_MARKETS),
            "oddsFormat": "american",
            "includeMultipliers": "true",
        }

    def _request(self, resource: str, asked: Mapping[str, str], path: str, **query: str) -> Request:
        def check(body: bytes) -> None:
            CHECKS[resource](resource, asked, body)

        return Request(
            SOURCE,
            resource,
            asked,
            f"{self.url.rstrip('/')}/{path}",
            {**query, "dateFormat": "iso"},
            secret={"apiKey": self.key},
            check=check,
        )


def written(timestamp: datetime) -> str:
    """Return a time as the service writes it, to the second."""
    return timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _a_list(resource: str, asked: Mapping[str, str], body: bytes) -> None:
    """Refuse what is not a list of events."""
    try:
        events = orjson.loads(body)
    except orjson.JSONDecodeError:
        events = None
    if not isinstance(events, list):
        shown = body[:40].decode(errors="replace")
        raise Garbled(f"not a JSON list, {len(body)} bytes that begin {shown!r}")


def _an_object(resource: str, asked: Mapping[str, str], body: bytes) -> None:
    json_body(body)


def _readable(resource: str, asked: Mapping[str, str], body: bytes) -> None:
    """Doubt prices that no parser will read; they are landed, and the next run says why."""
    json_body(body)
    payload = Payload(SOURCE, resource, asked, body, clock.utc_now())
    try:
        for stream in (player_props, game_odds):
            read_columns(stream, payload)
    except PayloadError as error:
        raise Doubtful(str(error)) from None


CHECKS = {
    EVENTS: _a_list,
    HISTORICAL_EVENTS: _an_object,
    EVENT_ODDS: _readable,
    HISTORICAL_EVENT_ODDS: _readable,
}
