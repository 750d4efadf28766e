"""The required form of a user's CSV files of prices: their columns, and valid values of each."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import FIRST_DATE, eastern_today, naive_utc, utc_timestamp
from tipoff.domain.markets import (
    KEYS_BY_NAME,
    MARKETS,
    MAX_LINE,
    MIN_LINE,
    NOT_PREDICTED,
    PLACEHOLDER_LINES,
)
from tipoff.kernel import clock
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

PLAYER_PROPS = (
    "game_date",
    "player_name",
    "market",
    "bookmaker",
    "line",
    "over_price",
    "under_price",
    "captured_at",
)
GAME_ODDS = (
    "game_date",
    "home_team",
    "away_team",
    "home_spread_open",
    "home_spread",
    "total_open",
    "total",
    "home_price",
    "away_price",
)
FORMS = {"player_props": PLAYER_PROPS, "game_odds": GAME_ODDS}
KEYS = {
    "player_props": ("game_date", "player_name", "market", "bookmaker", "line", "captured_at"),
    "game_odds": ("game_date", "home_team", "away_team"),
}
"""The columns that together identify a line: no two lines may have the same values in all."""
AHEAD = timedelta(days=366)
"""How far in the future a game with a price may be."""
Test = Callable[[str], bool]


@dataclass(frozen=True)
class Field:
    """The valid values of a column."""

    expected: str
    holds: Test
    may_be_empty: bool = False
    of_one_side: bool = False
    """Whether it belongs to one side, as a price does: if it is bad, the other side is kept."""


def form_of(path: Path, header: list[str]) -> str:
    """Return the form with the largest share of its columns in the header.

    Raises:
        UsageError: the header has fewer than half of the columns of either form.
    """
    shares = {name: len({*form} & {*header}) / len(form) for name, form in FORMS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < 0.5:
        raise UsageError(
            f"{path}: header {','.join(header)[:80]!r} is neither of player props"
            f" ({','.join(PLAYER_PROPS)}) nor of game odds ({','.join(GAME_ODDS)})"
        )
    return best


def _number(value: str) -> float:
    """Parse a number; NaN, which is outside of any range, for other text."""
    try:
        return float(value)
    except ValueError:
        return math.nan


def _is_game_date(value: str) -> bool:
    try:
        day = datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        return False
    return FIRST_DATE <= day <= eastern_today() + AHEAD


def _is_past_time(value: str) -> bool:
    """Return whether a timestamp has a zone, without which it might be hours off, and is past."""
    parsed = utc_timestamp(value)
    if not isinstance(parsed, datetime) or datetime.fromisoformat(value).tzinfo is None:
        return False
    return parsed.date() >= FIRST_DATE and parsed <= _now()


def _now() -> datetime:
    return naive_utc(clock.utc_now())


def _between(low: float, high: float, unit: str) -> Field:
    expected = f"a number of {unit} from {low:g} to {high:g}"
    return Field(expected, lambda value: low <= _number(value) <= high, may_be_empty=True)


DAY = Field(f"a date like 2023-01-05, from {FIRST_DATE} on and at most a year ahead", _is_game_date)
TEXT = Field("a name", bool)
MARKET = Field(
    f"one of {', '.join(MARKETS)}, or one of them without player_",
    lambda value: KEYS_BY_NAME.get(value, value) in (*MARKETS, *NOT_PREDICTED),
)
LINE = Field(
    f"a line from {MIN_LINE:g} to {MAX_LINE:g}",
    lambda value: (
        MIN_LINE <= _number(value) <= MAX_LINE and _number(value) not in PLACEHOLDER_LINES
    ),
)
PRICE = Field(
    "American odds, at least 100 or at most -100",
    lambda value: abs(_number(value)) >= 100,
    may_be_empty=True,
    of_one_side=True,
)
TIMESTAMP = Field(
    "a date and time with its zone, like 2023-01-05T18:30:00-05:00,"
    f" from {FIRST_DATE} on and not in the future",
    _is_past_time,
    may_be_empty=True,
)
SPREAD, TOTAL = _between(-60, 60, "points"), _between(120, 320, "points")
FIELDS: dict[str, dict[str, Field]] = {
    "player_props": {
        "game_date": DAY,
        "player_name": TEXT,
        "market": MARKET,
        "line": LINE,
        "over_price": PRICE,
        "under_price": PRICE,
        "captured_at": TIMESTAMP,
    },
    "game_odds": {
        "game_date": DAY,
        "home_team": TEXT,
        "away_team": TEXT,
        "home_spread_open": SPREAD,
        "home_spread": SPREAD,
        "total_open": TOTAL,
        "total": TOTAL,
        "home_price": PRICE,
        "away_price": PRICE,
    },
}
