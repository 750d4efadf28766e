"""Events of The Odds API, version 4, with the prices of all books: live, recorded or historical.

A historical answer is a live one in an envelope with the time of capture. A market's
``last_update`` is when its price was last seen at the book, so it is used as the time of capture.
It is never later than the answer, and an answer after tip-off may still have the closing price. If
it is missing, the book's ``last_update`` is used, then the answer's time.

Pick'em books (the region ``us_dfs``) do not take bets on a single side: an entry of several picks
is paid by a table, which a pick's multiplier changes. The service sends a price for them anyway,
which is meaningless. It is dropped here, and the multiplier is kept if the service sends one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import eastern_date, utc_timestamp
from tipoff.domain.markets import MARKETS, NOT_PREDICTED, YES_OR_NO
from tipoff.domain.names import name_key, team_name
from tipoff.kernel.errors import PayloadError
from tipoff.sources.odds.price import Price, price_converter
from tipoff.sources.parsing.json_rows import field, items, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

SOURCE = "odds_api"
EVENT_ODDS, HISTORICAL_EVENT_ODDS = "event_odds", "historical_event_odds"
ODDS = (EVENT_ODDS, HISTORICAL_EVENT_ODDS)
"""The resources with the prices of one event."""
ALTERNATE = "_alternate"
GAME_MARKETS = ("h2h", "spreads", "totals")
SNAPSHOT_NAMES = ("Date", "Snapshot", "Recorded")
"""Request parameters that distinguish the answers about one event; the first present is used."""
SIDES = {"Over": "over", "Under": "under"}
ANSWERS = {"Yes": "over", "No": "under"}
YES_LINE = 0.5
PICKEM_BOOKS = frozenset({"prizepicks", "underdog", "pick6"})
PICKEM_ENDING = "_dfs"
"""The suffix of the keys of other pick'em books, such as ``betr_us_dfs``."""


@dataclass(frozen=True, slots=True)
class EventOdds:
    """One event with its books, from one answer."""

    record: dict[str, Any]
    capture: str
    """The answer it is from, identified by the requested time."""
    answered_at: object
    """When the answer was captured, in UTC; None if unknown."""
    price: Price
    """Converts a price to American odds."""

    @property
    def game(self) -> tuple[Any, ...]:
        """Return the event's id, date, home and away team under the league's names, and tip-off."""
        tip_at = utc_timestamp(field(self.record, "commence_time"))
        home, away = (team_name(_text(self.record, f"{side}_team")) for side in ("home", "away"))
        return _text(self.record, "id"), game_date(tip_at), home, away, tip_at

    def markets(self) -> Iterator[tuple[str, dict[str, Any], object]]:
        """Yield (book, market, time of capture) for every market of every book."""
        for book in items(self.record, "bookmakers"):
            key, seen_at = _text(book, "key"), book.get("last_update")
            for market in items(book, "markets"):
                _text(market, "key")
                captured_at = utc_timestamp(market.get("last_update") or seen_at)
                yield key, market, captured_at or self.answered_at


def event_odds(payload: Payload) -> EventOdds | None:
    """Return the event in an answer; None if a historical answer has no event at that time.

    Raises:
        PayloadError: the answer does not have the expected form.
    """
    parameters, document = payload.parameters, load(payload)
    answered_at = parameters.get("Snapshot")
    capture = next((parameters[name] for name in SNAPSHOT_NAMES if name in parameters), None)
    if payload.resource == HISTORICAL_EVENT_ODDS:
        answered_at = field(document, "timestamp")
        document, capture = field(document, "data"), capture or answered_at
        if not document:
            return None
    items(document, "bookmakers")
    price = price_converter(parameters.get("OddsFormat"), _prices(document))
    return EventOdds(document, str(capture), utc_timestamp(answered_at), price)


def game_date(tip_at: object) -> object:
    """Return the Eastern date of a tip-off in UTC; other values are returned unchanged."""
    return eastern_date(tip_at.replace(tzinfo=UTC)) if isinstance(tip_at, datetime) else tip_at


@dataclass
class Quote:
    """A book's quote for one line of one player, from one market record in the answer."""

    book: str
    market: str
    """The service's key of the market, alternate or not."""
    captured_at: object
    player: Any
    line: Any
    sides: dict[Any, Any]
    """The outcome records by side."""

    @property
    def key(self) -> tuple[str, ...]:
        """Return a key that is equal for quotes of the same line."""
        return self.book, self.market, repr(self.player), repr(self.line)


def prop_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each side of each line of the known player markets, including alternates."""
    event_id, day, home, away, tip_at = event.game
    for quote in _newest_quotes(event):
        for side, outcome in quote.sides.items():
            is_pickem = _is_pickem(quote.book, outcome)
            yield (
                day,
                quote.player,
                name_key(str(quote.player)),
                quote.market.removesuffix(ALTERNATE),
                quote.book,
                quote.line,
                side,
                None if is_pickem else event.price(_optional(outcome, "price")),
                quote.captured_at,
                event.capture,
                quote.market.endswith(ALTERNATE),
                event_id,
                home,
                away,
                tip_at,
                is_pickem,
                _optional(outcome, "multiplier") if is_pickem else None,
            )


def _newest_quotes(event: EventOdds) -> Iterator[Quote]:
    """Return the latest quote of each line of a book, with both sides from one market record."""
    newest: dict[tuple[str, ...], Quote] = {}
    for book, market, captured_at in event.markets():
        in_market: dict[tuple[str, ...], Quote] = {}
        for outcome in items(market, "outcomes"):
            quote = _quote(book, market["key"], captured_at, outcome)
            for side, record in quote.sides.items():
                in_market.setdefault(quote.key, quote).sides.setdefault(side, record)
        for key, quote in in_market.items():
            earlier = newest.get(key)
            if earlier is None or _is_later(quote.captured_at, earlier.captured_at):
                newest[key] = quote
    known = {*MARKETS, *NOT_PREDICTED}
    return (q for q in newest.values() if q.market.removesuffix(ALTERNATE) in known)


def _quote(book: str, market: str, captured_at: object, outcome: Any) -> Quote:
    """Return one outcome as a quote; missing fields are None, so that only its row is set aside."""
    name, line = _optional(outcome, "name"), _optional(outcome, "point")
    if market.removesuffix(ALTERNATE) in YES_OR_NO:
        line = YES_LINE
        name = ANSWERS.get(name, name) if isinstance(name, str) else name
    side = SIDES.get(name, name) if isinstance(name, str) else repr(name)
    player = _optional(outcome, "description")
    return Quote(book, market, captured_at, player, line, {side: outcome})


def _is_later(one: object, other: object) -> bool:
    return isinstance(one, datetime) and (not isinstance(other, datetime) or one > other)


def is_pickem_book(book: str) -> bool:
    """Return whether a book, by its key, takes entries of several picks instead of single bets."""
    return book in PICKEM_BOOKS or book.endswith(PICKEM_ENDING)


def _is_pickem(book: str, outcome: Any) -> bool:
    return is_pickem_book(book) or _optional(outcome, "multiplier") is not None


def game_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Yield a row with spread, total and moneylines for each book that has any of them."""
    _, day, home, away, tip_at = event.game
    books: dict[str, dict[str, tuple[Any, object]]] = {}
    for book, market, captured_at in event.markets():
        if market["key"] in GAME_MARKETS and not is_pickem_book(book):
            markets = books.setdefault(book, {})
            if market["key"] not in markets or _is_later(captured_at, markets[market["key"]][1]):
                markets[market["key"]] = _outcomes(market), captured_at
    for book, markets in books.items():
        captured = [captured_at for _, captured_at in markets.values() if captured_at is not None]
        spread, total, wins = (markets.get(m, ({}, None))[0] for m in ("spreads", "totals", "h2h"))
        sides = field(event.record, "home_team"), field(event.record, "away_team")
        yield (
            day,
            home,
            away,
            None,
            _point(spread, sides[0]),
            None,
            _point(total, "Over"),
            *(event.price(_price(wins, side)) for side in sides),
            *(event.price(_price(spread, side)) for side in sides),
            *(event.price(_price(total, side)) for side in SIDES),
            book,
            event.capture,
            max(captured, key=str, default=None),
            tip_at,
        )


def _optional(record: Any, name: str) -> Any:
    """Return a field, or None if it is missing."""
    return record.get(name) if isinstance(record, dict) else None


def _text(record: Any, name: str) -> str:
    """Return a required text field.

    Raises:
        PayloadError: it is missing or not a text.
    """
    value = field(record, name)
    if not isinstance(value, str):
        raise PayloadError(f"field {name!r} is not a text")
    return value


def _outcomes(market: dict[str, Any]) -> dict[str, Any]:
    return {str(_optional(outcome, "name")): outcome for outcome in items(market, "outcomes")}


def _point(outcomes: dict[str, Any], name: str) -> Any:
    return _optional(outcomes.get(name), "point")


def _price(outcomes: dict[str, Any], name: str) -> Any:
    return _optional(outcomes.get(name), "price")


def _prices(record: dict[str, Any]) -> Iterator[int | float]:
    for book in items(record, "bookmakers"):
        if is_pickem_book(str(_optional(book, "key"))):
            continue
        for market in items(book, "markets"):
            for outcome in items(market, "outcomes"):
                price = _optional(outcome, "price")
                if isinstance(price, (int, float)) and not isinstance(price, bool):
                    yield price
