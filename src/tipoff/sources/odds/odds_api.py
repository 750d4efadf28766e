"""Events of The Odds API, version 4, with the prices of every book: live, recorded, historical.

A historical answer is a live one in an envelope that says when it was captured. A market's
``last_update`` is when its price was last seen at the book, so that is when it was captured: it
is never later than the answer that tells it, and an answer that comes after tip-off may still
hold the closing price. Where it is missing, the book's own stands, then the answer's.

Pick'em books (the region ``us_dfs``) take no bets on one side alone: an entry of several picks
pays by a table, which a pick's multiplier changes. The service fills in a price for them all the
same, which is none; here they have the multiplier instead, if the service sends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tipoff.domain.league_time import eastern_date, utc_timestamp
from tipoff.domain.markets import MARKETS, NOT_PREDICTED, YES_OR_NO
from tipoff.domain.names import name_key, team_name
from tipoff.kernel.errors import PayloadError
from tipoff.sources.odds.price import Price, price_form
from tipoff.sources.parsing.json_rows import field, items, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.kernel.declare.payload import Payload

SOURCE = "odds_api"
EVENT_ODDS, HISTORICAL_EVENT_ODDS = "event_odds", "historical_event_odds"
ODDS = (EVENT_ODDS, HISTORICAL_EVENT_ODDS)
"""The resources that hold one event's prices."""
ALTERNATE = "_alternate"
GAME_MARKETS = ("h2h", "spreads", "totals")
SNAPSHOT_NAMES = ("Date", "Snapshot", "Recorded")
"""The request's parameter that tells one answer about an event from the next."""
SIDES = {"Over": "over", "Under": "under"}
ANSWERS = {"Yes": "over", "No": "under"}
YES_LINE = 0.5
PICKEM_BOOKS = frozenset({"prizepicks", "underdog", "pick6"})
PICKEM_ENDING = "_dfs"
"""How the service names the others, such as ``betr_us_dfs``."""


@dataclass(frozen=True, slots=True)
class EventOdds:
    """One event and its books, as one answer tells them."""

    record: dict[str, Any]
    capture: str
    """The answer it is from, by the time that was asked for."""
    answered_at: object
    """When the answer was captured, where it says so: UTC."""
    price: Price
    """To American odds."""

    @property
    def game(self) -> tuple[Any, ...]:
        """Return the event's id, date, teams as the league writes them, and tip-off."""
        tip_at = utc_timestamp(field(self.record, "commence_time"))
        home, away = (team_name(_text(self.record, f"{side}_team")) for side in ("home", "away"))
        return _text(self.record, "id"), game_date(tip_at), home, away, tip_at

    def markets(self) -> Iterator[tuple[str, dict[str, Any], object]]:
        """Yield every market of every book: the book, the market, and when it was captured."""
        for book in items(self.record, "bookmakers"):
            key, seen_at = _text(book, "key"), book.get("last_update")
            for market in items(book, "markets"):
                _text(market, "key")
                captured_at = utc_timestamp(market.get("last_update") or seen_at)
                yield key, market, captured_at or self.answered_at


def event_odds(payload: Payload) -> EventOdds | None:
    """Return the event of an answer; None where a historical one is of a time without it.

    Raises:
        PayloadError: the answer is not of this form.
    """
    asked, document = payload.parameters, load(payload)
    answered_at = asked.get("Snapshot")
    capture = next((asked[name] for name in SNAPSHOT_NAMES if name in asked), None)
    if payload.resource == HISTORICAL_EVENT_ODDS:
        answered_at = field(document, "timestamp")
        document, capture = field(document, "data"), capture or answered_at
        if not document:
            return None
    items(document, "bookmakers")
    price = price_form(asked.get("OddsFormat"), _prices(document))
    return EventOdds(document, str(capture), utc_timestamp(answered_at), price)


def game_date(tip_at: object) -> object:
    """Return the date in the East of a tip-off in UTC; what is no timestamp stays."""
    return eastern_date(tip_at.replace(tzinfo=UTC)) if isinstance(tip_at, datetime) else tip_at


@dataclass
class Quote:
    """What a book quotes on one line of one player, from one place in the answer."""

    book: str
    market: str
    """As the service calls it, alternate or not."""
    captured_at: object
    player: Any
    line: Any
    sides: dict[Any, Any]
    """By side, the outcome as it was sent."""

    @property
    def place(self) -> tuple[str, ...]:
        """Return what makes it the same line as another."""
        return self.book, self.market, repr(self.player), repr(self.line)


def prop_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Yield each side of each line of the known player markets, alternate lines too."""
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
                None if is_pickem else event.price(_of(outcome, "price")),
                quote.captured_at,
                event.capture,
                quote.market.endswith(ALTERNATE),
                event_id,
                home,
                away,
                tip_at,
                is_pickem,
                _of(outcome, "multiplier") if is_pickem else None,
            )


def _newest_quotes(event: EventOdds) -> Iterator[Quote]:
    """Return each line of a book once, as captured last, with both sides from one place."""
    newest: dict[tuple[str, ...], Quote] = {}
    for book, market, captured_at in event.markets():
        here: dict[tuple[str, ...], Quote] = {}
        for outcome in items(market, "outcomes"):
            quote = _quote(book, market["key"], captured_at, outcome)
            for side, sent in quote.sides.items():
                here.setdefault(quote.place, quote).sides.setdefault(side, sent)
        for place, quote in here.items():
            earlier = newest.get(place)
            if earlier is None or _is_later(quote.captured_at, earlier.captured_at):
                newest[place] = quote
    known = {*MARKETS, *NOT_PREDICTED}
    return (q for q in newest.values() if q.market.removesuffix(ALTERNATE) in known)


def _quote(book: str, market: str, captured_at: object, outcome: Any) -> Quote:
    """Return one outcome as a quote; what it lacks is None, so that its row alone is set aside."""
    name, line = _of(outcome, "name"), _of(outcome, "point")
    if market.removesuffix(ALTERNATE) in YES_OR_NO:
        line = YES_LINE
        name = ANSWERS.get(name, name) if isinstance(name, str) else name
    side = SIDES.get(name, name) if isinstance(name, str) else repr(name)
    return Quote(book, market, captured_at, _of(outcome, "description"), line, {side: outcome})


def _is_later(one: object, other: object) -> bool:
    return isinstance(one, datetime) and (not isinstance(other, datetime) or one > other)


def is_pickem_book(book: str) -> bool:
    """Return whether a book, by its key, takes entries of several picks and no single bets."""
    return book in PICKEM_BOOKS or book.endswith(PICKEM_ENDING)


def _is_pickem(book: str, outcome: Any) -> bool:
    return is_pickem_book(book) or _of(outcome, "multiplier") is not None


def game_rows(event: EventOdds) -> Iterator[tuple[Any, ...]]:
    """Yield spread, total and moneylines of the game, one row per book that has any of them."""
    _, day, home, away, tip_at = event.game
    books: dict[str, dict[str, tuple[Any, object]]] = {}
    for book, market, captured_at in event.markets():
        if market["key"] in GAME_MARKETS and not is_pickem_book(book):
            held = books.setdefault(book, {})
            if market["key"] not in held or _is_later(captured_at, held[market["key"]][1]):
                held[market["key"]] = _outcomes(market), captured_at
    for book, quoted in books.items():
        captured = [captured_at for _, captured_at in quoted.values() if captured_at is not None]
        spread, total, wins = (quoted.get(m, ({}, None))[0] for m in ("spreads", "totals", "h2h"))
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


def _of(record: Any, name: str) -> Any:
    """Return a field that may be missing."""
    return record.get(name) if isinstance(record, dict) else None


def _text(record: Any, name: str) -> str:
    """Return a field that must be there and hold a text.

    Raises:
        PayloadError: it is not, or does not.
    """
    value = field(record, name)
    if not isinstance(value, str):
        raise PayloadError(f"field {name!r} is not a text")
    return value


def _outcomes(market: dict[str, Any]) -> dict[str, Any]:
    return {str(_of(outcome, "name")): outcome for outcome in items(market, "outcomes")}


def _point(outcomes: dict[str, Any], name: str) -> Any:
    return _of(outcomes.get(name), "point")


def _price(outcomes: dict[str, Any], name: str) -> Any:
    return _of(outcomes.get(name), "price")


def _prices(record: dict[str, Any]) -> Iterator[int | float]:
    for book in items(record, "bookmakers"):
        if is_pickem_book(str(_of(book, "key"))):
            continue
        for market in items(book, "markets"):
            for outcome in items(market, "outcomes"):
                price = _of(outcome, "price")
                if isinstance(price, (int, float)) and not isinstance(price, bool):
                    yield price
