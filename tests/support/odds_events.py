"""Builders of events in an odds service's format: a game, its books and their markets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.kernel.declare.payload import Payload

if TYPE_CHECKING:
    from collections.abc import Iterable

Event = dict[str, Any]
Quote = tuple[str, float, float | None, float | None]
"""Player, line, over price and under price."""


def written(timestamp: datetime) -> str:
    """Return a timestamp in the service's format; one without a zone is UTC."""
    return timestamp.replace(tzinfo=timestamp.tzinfo or UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def market(key: str, seen_at: datetime | None, quotes: Iterable[Quote]) -> Event:
    """Return a player market."""
    outcomes = [
        {"name": side, "description": player, "price": price, "point": line}
        for player, line, over, under in quotes
        for side, price in (("Over", over), ("Under", under))
        if price is not None
    ]
    seen = {"last_update": written(seen_at)} if seen_at else {}
    return {"key": key, **seen, "outcomes": outcomes}


def event(
    teams: tuple[str, str],
    tip_at: datetime,
    books: dict[str, list[Event]],
    event_id: str = "e1",
) -> Event:
    """Return the event of a game of (home, away) with the markets of each book."""
    return {
        "id": event_id,
        "sport_key": "basketball_nba",
        "sport_title": "NBA",
        "commence_time": written(tip_at),
        "home_team": teams[0],
        "away_team": teams[1],
        "bookmakers": [
            {"key": key, "title": key, "markets": markets} for key, markets in books.items()
        ],
    }


def payload(record: Any, source: str = "odds_api", **parameters: str) -> Payload:
    """Return an answer about an event; a record with an envelope is a historical answer."""
    resource = "historical_event_odds" if "timestamp" in record else "event_odds"
    event_id = (record.get("data") or record).get("id", "")
    request = {"EventID": event_id, **parameters}
    return Payload(source, resource, request, orjson.dumps(record), datetime.now(UTC), "made")
