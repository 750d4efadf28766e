"""Alterations of the odds service's answers: each introduces an error or unusual situation."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.simulation.service.altered import document_of

if TYPE_CHECKING:
    from collections.abc import Iterator

IMPOSSIBLE_PRICE = 130
ALTERNATE = "_alternate"
OLD = timedelta(hours=9)
TIME_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def impossible(body: bytes) -> bytes:
    """Return an event in which both sides of each book's first line pay more than even money."""
    document = document_of(body)
    for event in _priced(document):
        for book in event["bookmakers"]:
            for outcome in book["markets"][0]["outcomes"][:2]:
                outcome["price"] = IMPOSSIBLE_PRICE
    return body if document is None else orjson.dumps(document)


def aged(body: bytes) -> bytes:
    """Return an event whose first book was last updated nine hours before the others."""
    document = document_of(body)
    for event in _priced(document):
        for market in event["bookmakers"][0]["markets"]:
            captured_at = datetime.strptime(market["last_update"], TIME_FORMAT) - OLD
            market["last_update"] = f"{captured_at:{TIME_FORMAT}}"
    return body if document is None else orjson.dumps(document)


def alternates(body: bytes) -> bytes:
    """Return an event whose first book quotes only alternate lines in its player markets."""
    document = document_of(body)
    for event in _priced(document):
        for market in event["bookmakers"][0]["markets"]:
            if market["key"].startswith("player_") and not market["key"].endswith(ALTERNATE):
                market["key"] += ALTERNATE
    return body if document is None else orjson.dumps(document)


def swapped(body: bytes) -> bytes:
    """Return events with home and away teams swapped, as in some feeds for neutral sites."""
    document = document_of(body)
    for event in _events(document):
        event["home_team"], event["away_team"] = event["away_team"], event["home_team"]
    return body if document is None else orjson.dumps(document)


def silent(body: bytes) -> bytes:
    """Return an empty list of events, as from a feed that has gone silent."""
    document = document_of(body)
    if isinstance(document, list):
        return b"[]"
    if isinstance(document, dict) and isinstance(document.get("data"), list):
        return orjson.dumps({**document, "data": []})
    return body


def _events(document: Any) -> Iterator[dict[str, Any]]:
    """Yield the events of a list, or of an answer about one event, with or without envelope."""
    content = document.get("data", document) if isinstance(document, dict) else document
    for event in content if isinstance(content, list) else [content]:
        if isinstance(event, dict) and "commence_time" in event:
            yield event


def _priced(document: Any) -> Iterator[dict[str, Any]]:
    return (event for event in _events(document) if event.get("bookmakers"))
