"""A bet with validated fields, and the parser of bet lists from the site or the log."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any

import orjson

from tipoff.domain.league_time import is_league_date
from tipoff.domain.markets import MARKETS, MAX_LINE, MIN_LINE
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

Game = tuple[str, date]
"""A game's id and its date, US Eastern."""
SIDES = ("over", "under")
MAX_TEXT = 200
"""Maximum characters of a name or an id."""
MAX_ID = 2**53 - 1
"""The largest whole number that a browser keeps exactly."""
MAX_PRICE = 1_000_000
"""Maximum American odds, at which a stake of 1 wins 10,000."""
MAX_STAKE = 1_000_000_000


@dataclass(frozen=True)
class Bet:
    """A bet, with the fields in which the site exports it."""

    id: str
    logged_at: str
    date: str
    game_id: str
    player_id: int
    player_name: str
    market: str
    side: str
    line: float
    price: float
    bookmaker: str
    stake: float

    def __post_init__(self) -> None:
        for name, (is_valid, expected) in RULES.items():
            value = getattr(self, name)
            if not is_valid(value):
                shown = repr(value)[:60]
                raise UsageError(f"bet {repr(self.id)[:80]}: {name} {shown} is not {expected}")

    @property
    def game(self) -> Game:
        """The game's id and its date when the bet was placed."""
        return self.game_id, date.fromisoformat(self.date)

    @property
    def wager(self) -> tuple[str | float, ...]:
        """The values that identify the bet: the accepted offer and the time."""
        return (
            self.game_id,
            self.player_id,
            self.market,
            self.side,
            self.line,
            self.bookmaker,
            self.price,
            self.logged_at,
        )

    @property
    def unique_id(self) -> str:
        """A unique id made from ``wager``, in the form that the site uses too."""
        words = (f"{each:.15g}" if isinstance(each, float) else str(each) for each in self.wager)
        return "|".join(words)


def parse_bets(content: bytes, source: str, cure: str = "export it from the site") -> list[Bet]:
    """Return the bets in a list that the site or the log wrote; unknown fields are ignored.

    Args:
        content: the list as JSON.
        source: the file's name, for messages.
        cure: what the user should do if the content is not a list of bets.

    Raises:
        UsageError: it is not a list of bets; the message names the file and the fault.
    """
    try:
        entries = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise UsageError(f"{source} is no list of bets ({error}): {cure}") from None
    if not isinstance(entries, list):
        raise UsageError(f"{source} is no list of bets (it is not a list): {cure}")
    return [_bet(each, f"{source}, entry {number}", cure) for number, each in enumerate(entries, 1)]


def _bet(values: Any, source: str, cure: str) -> Bet:
    if not isinstance(values, dict):
        raise UsageError(f"{source} is no bet, but {repr(values)[:60]}: {cure}")
    missing = [name for name in FIELDS if name not in values]
    if missing:
        raise UsageError(f"{source} has no field {', '.join(map(repr, missing))}: {cure}")
    try:
        return Bet(**{name: values[name] for name in FIELDS})
    except UsageError as error:
        raise UsageError(f"{source}, {error}: correct it in the file") from None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= MAX_TEXT


def _is_name(value: Any) -> bool:
    return _is_text(value) and bool(value.strip())


def _is_date(value: Any) -> bool:
    try:
        day = date.fromisoformat(value)
        return is_league_date(day) and day.isoformat() == value
    except (TypeError, ValueError):
        return False


def _is_timestamp(value: Any) -> bool:
    try:
        return "T" in value and is_league_date(datetime.fromisoformat(value).date())
    except (TypeError, ValueError):
        return False


def _is_line(value: Any) -> bool:
    return _is_number(value) and MIN_LINE <= value <= MAX_LINE and (2 * value) % 1 == 0


def _is_price(value: Any) -> bool:
    return _is_number(value) and 100 <= abs(value) <= MAX_PRICE


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


NAME = (_is_name, f"a text of at most {MAX_TEXT} characters")
RULES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": NAME,
    "logged_at": (_is_timestamp, "a date and time like 2025-01-15T21:00:00Z"),
    "date": (_is_date, "a date like 2025-01-15"),
    "game_id": NAME,
    "player_id": (
        lambda value: type(value) is int and 0 < value <= MAX_ID,
        "a whole number above 0",
    ),
    "player_name": NAME,
    "market": (lambda value: _is_text(value) and value in MARKETS, f"one of {', '.join(MARKETS)}"),
    "side": (lambda value: value in SIDES, "over or under"),
    "line": (_is_line, f"a whole or half number from {MIN_LINE:g} to {MAX_LINE:g}"),
    "price": (
        _is_price,
        f"American odds, such as -110, of at least 100 and at most {MAX_PRICE:,}",
    ),
    "bookmaker": (_is_text, f"a text of at most {MAX_TEXT} characters"),
    "stake": (
        lambda value: _is_number(value) and 0 < value <= MAX_STAKE,
        f"a number above 0 and at most {MAX_STAKE:,}",
    ),
}
"""The validator of each field, and the description of a valid value for error messages."""
FIELDS = tuple(each.name for each in fields(Bet))
