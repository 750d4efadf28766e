"""Events of The Odds API, version 4, with the prices of every book: live, recorded, historical.

A historical answer is a live one in an envelope that says when it was captured. A market's
``last_update`` is when its price was last seen at the book, so that is when it was captured: it
is never later than the answer that tells it, and an answer that comes after tip-off may still
hold the closing price. Where it is missing, the book's own stands, then the answer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tipoff.kernel.errors import PayloadError
from tipoff.markets import MARKETS
from tipoff.sources.moments import utc_moment
from tipoff.sources.names import name_key, team_name
from tipoff.sources.nba_stats import field, items, load

if TYPE_CHECKING:
    from tipoff.kernel.payload import Payload

EASTERN = ZoneInfo("America/New_York")
UTC = ZoneInfo("UTC")
SOURCE = "odds_api"
EVENT_ODDS, HISTORICAL_EVENT_ODDS = "event_odds", "historical_event_odds"
ODDS = (EVENT_ODDS, HISTORICAL_EVENT_ODDS)
"""The resources that hold one event's prices."""
ALTERNATE = "_alternate"
GAME_MARKETS = ("h2h", "spreads", "totals")
MOMENTS = ("Date", "Snapshot", "Recorded")
"""The request's parameter that tells one answer about an event from the next."""
SIDES = {"Over": "over", "Under": "under"}
Price = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class EventOdds:
    """One event and its books, as one answer tells them."""

    record: dict[str, Any]
    capture: str
    """Which answer it is of: the moment that was asked for."""
    answered_at: object
    """When the answer was captured, where it says so: UTC."""
    price: Price
    """To American odds."""

    @property
    def game(self) -> tuple[Any, ...]:
        """The event's id, date, teams as the league writes them, and tip-off."""
        tip_at = utc_moment(field(self.record, "commence_time"))
        home, away = (team_name(_text(self.record, f"{side}_team")) for side in ("home", "away"))
        return _text(self.record, "id"), game_date(tip_at), home, away, tip_at

    def markets(self) -> Iterator[tuple[str, dict[str, Any], object]]:
        """Every market of every book: the book, the market, and when it was captured."""
        for book in items(self.record, "bookmakers"):
            key, seen_at = _text(book, "key"), book.get("last_update")
            for market in items(book, "markets"):
                _text(market, "key")
                captured_at = utc_moment(market.get("last_update") or seen_at)
                yield key, market, captured_at or self.answered_at


def event_odds(payload: Payload) -> EventOdds | None:
    """The event of an answer; None where a historical one is of a moment without it.

    Raises:
        PayloadError: the answer is not of this form.
    """
    asked, document = payload.parameters, load(payload)
    answered_at = asked.get("Snapshot")
    capture = next((asked[name] for name in MOMENTS if name in asked), None)
    if payload.resource == HISTORICAL_EVENT_ODDS:
        answered_at = field(document, "timestamp")
        document, capture = field(document, "data"), capture or answered_at
        if not document:
            return None
    items(document, "bookmakers")
    price = _price_form(asked.get("OddsFormat"), document)
    return EventOdds(document, str(capture), utc_moment(answered_at), price)


def game_date(tip_at: object) -> object:
    """The date in the East on which a game tips off; what is no moment stays."""
    return _eastern(tip_at) if isinstance(tip_at, datetime) else tip_at


@cache
def _eastern(tip_at: datetime) -> date:
    return tip_at.replace(tzinfo=UTC).astimezone(EASTERN).date()


def prop_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Each side of each line of the player markets known here, alternate lines too."""
    event_id, day, home, away, tip_at = event.game
    for book, market, captured_at in event.markets():
        name: str = market["key"]
        known = MARKETS.get(name.removesuffix(ALTERNATE))
        if known is None:
            continue
        for outcome in items(market, "outcomes"):
            player, side = field(outcome, "description"), _text(outcome, "name")
            yield (
                day, player, name_key(str(player)), known.key, book, outcome.get("point"),
                SIDES.get(side, side), event.price(field(outcome, "price")), captured_at,
                event.capture, name.endswith(ALTERNATE), event_id, home, away, tip_at,
            )  # fmt: skip


def game_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Spread, total and moneylines of the game, one row a book that has any of them."""
    _, day, home, away, tip_at = event.game
    books: dict[str, dict[str, tuple[Any, object]]] = {}
    for book, market, captured_at in event.markets():
        if market["key"] in GAME_MARKETS:
            books.setdefault(book, {})[market["key"]] = _outcomes(market), captured_at
    for book, found in books.items():
        moments = [moment for _, moment in found.values() if moment is not None]
        spread, total, wins = (found.get(m, ({}, None))[0] for m in ("spreads", "totals", "h2h"))
        sides = field(event.record, "home_team"), field(event.record, "away_team")
        yield (
            day, home, away, None, _point(spread, sides[0]), None, _point(total, "Over"),
            *(event.price(_price(wins, side)) for side in sides),
            *(event.price(_price(spread, side)) for side in sides),
            *(event.price(_price(total, side)) for side in SIDES),
            book, event.capture, max(moments, key=str, default=None), tip_at,
        )  # fmt: skip


def _text(record: Any, name: str) -> str:
    """A field that must be there and hold a text.

    Raises:
        PayloadError: it is not, or does not.
    """
    found = field(record, name)
    if not isinstance(found, str):
        raise PayloadError(f"field {name!r} is not a text")
    return found


def _outcomes(market: dict[str, Any]) -> dict[str, Any]:
    return {_text(outcome, "name"): outcome for outcome in items(market, "outcomes")}


def _point(outcomes: dict[str, Any], name: str) -> Any:
    return outcomes.get(name, {}).get("point")


def _price(outcomes: dict[str, Any], name: str) -> Any:
    return outcomes.get(name, {}).get("price")


def _price_form(asked: str | None, record: dict[str, Any]) -> Price:
    """Whether prices are American already, by what was asked for or else by how they look.

    American odds are never between -100 and 100, decimal ones never below 1.
    """
    if asked is None:
        prices = [
            field(outcome, "price")
            for book in items(record, "bookmakers")
            for market in items(book, "markets")
            for outcome in items(market, "outcomes")
        ]
        numbers = [price for price in prices if isinstance(price, (int, float))]
        decimal = bool(numbers) and min(numbers) >= 1 and min(numbers) < 100
        asked = "decimal" if decimal else "american"
    if asked not in ("american", "decimal"):
        raise PayloadError(f"odds format {asked!r} is neither american nor decimal")
    return american if asked == "decimal" else _as_it_is


def american(decimal: Any) -> Any:
    """American odds of decimal ones: 1.5 is -200, 3 is 200; what is no price above 1 stays."""
    if not isinstance(decimal, (int, float)) or decimal <= 1:
        return decimal
    return 100 * (decimal - 1) if decimal >= 2 else -100 / (decimal - 1)


def _as_it_is(price: Any) -> Any:
    return price
