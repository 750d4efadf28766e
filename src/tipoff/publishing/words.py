"""What is said of a prediction in words and figures, the same on the page and in the terminal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tipoff.domain.markets import MARKETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PICKS = ("OVER", "UNDER")
BOOKS = {
    "draftkings": "DraftKings",
    "fanduel": "FanDuel",
    "betmgm": "BetMGM",
    "williamhill_us": "Caesars",
    "betonlineag": "BetOnline",
    "betrivers": "BetRivers",
    "pointsbetus": "PointsBet",
    "espnbet": "ESPN BET",
    "unibet_us": "Unibet",
    "mybookieag": "MyBookie",
}
"""Names that books write otherwise than their keys."""


def is_pick(row: Mapping[str, Any]) -> bool:
    """Return whether a bet is recommended."""
    return row["recommendation"] in PICKS


def side(row: Mapping[str, Any]) -> str | None:
    """Return the ticket's side, or the likelier one; None without a line."""
    if row["lead_p_over"] is None:
        return None
    if is_pick(row):
        return str(row["bet_side"])
    return "over" if row["lead_p_over"] >= 0.5 else "under"


def probability(row: Mapping[str, Any], of: str = "lead") -> float | None:
    """Return what one of ``lead``, ``model`` and ``market`` says of the row's side."""
    value = row[f"{of}_p_over"]
    if value is None:
        return None
    return float(value if side(row) == "over" else 1 - value)


def price(american: float | None) -> str:
    """Return American odds with their sign; empty if there are none.

    Even money has two spellings, -100 and +100; the second is written.
    """
    if american is None:
        return ""
    rounded = fixed(american, 0)
    return "+100" if rounded == "-100" else rounded if american < 0 else f"+{rounded}"


def percent(value: float | None, digits: int = 0) -> str:
    """Return a share as a percentage; empty if it is missing."""
    return "" if value is None else f"{fixed(value * 100, digits)}%"


def signed_percent(value: float | None) -> str:
    """Return a share with its sign, such as "-2.3%"; empty if it is missing."""
    if value is None:
        return ""
    told = percent(value, 1)
    return told if told.startswith("-") or not float(told[:-1]) else f"+{told}"


def fixed(value: float, digits: int) -> str:
    """Return a number with so many decimals, halves rounded away from zero, as the page does."""
    scale = 10**digits
    whole = math.floor(abs(value) * scale + 0.5 + TIE)
    return f"{(-whole if value < 0 else whole) / scale:.{digits}f}"


TIE = 1e-6
"""Of the last digit: so near to a half, binary fractions are taken for one."""


def book(key: str) -> str:
    """Return a book's name."""
    return BOOKS.get(key) or key.replace("_", " ").title()


def market(key: str) -> str:
    """Return a market's name, such as "points + rebounds"."""
    known = MARKETS.get(key)
    name = known.name if known else key.removeprefix("player_")
    return name.replace("_", " + ")


SHORT = {
    "points": "pts",
    "rebounds": "reb",
    "assists": "ast",
    "blocks": "blk",
    "steals": "stl",
}


def short_market(key: str) -> str:
    """Return a market's name for a narrow column: of a sum such as "pts + reb + ast"."""
    parts = market(key).split(" + ")
    return " + ".join(SHORT.get(part, part) for part in parts) if len(parts) > 1 else parts[0]


def ticket(row: Mapping[str, Any]) -> str:
    """Return a bet as it is placed, such as "UNDER 31.5 -105 DraftKings"; empty where none is."""
    if not is_pick(row):
        return ""
    line = f"{row['recommendation']} {row['line']:g} {price(row['bet_price'])}"
    return f"{line} {book(row['bet_bookmaker'])}"


def worth(row: Mapping[str, Any]) -> float | None:
    """Return what the best price for the row's line and likelier side is worth; None if unknown.

    Where no bet is recommended, the offer that comes nearest to one may be of the other side or of
    another line: its worth does not belong beside what the row says.
    """
    if not is_pick(row) and (row["bet_side"], row["bet_line"]) != (side(row), row["line"]):
        return None
    value: float | None = row["expected_value"]
    return value


def belief(row: Mapping[str, Any]) -> str:
    """Return the likelier side with its probability, such as "under 56%"; empty without a line."""
    found = probability(row)
    return "" if found is None else f"{side(row)} {percent(found)}"


def as_things_stand(row: Mapping[str, Any]) -> str:
    """Return a sentence where a ticket is not worth its price any more; empty where it is.

    A live prediction is written once; what is reported and quoted after it may take its edge away.
    """
    worth, p_over = row["current_expected_value"], row["current_p_over"]
    if not is_pick(row) or worth is None:
        return ""
    from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE

    if worth >= MINIMUM_EXPECTED_VALUE:
        return ""
    now = p_over if side(row) == "over" else 1 - p_over
    return (
        f"As things stand {side(row)} {row['line']:g} is at {percent(now)} and worth"
        f" {signed_percent(worth)} at {price(row['bet_price'])}: not worth the price any more."
    )


UNLIKELY = 0.5
"""A player who plays with a smaller probability is said to be unlikely to play."""


def unlikely_to_play(row: Mapping[str, Any]) -> str:
    """Return a warning of a bet on a player who is unlikely to play; empty of any other row."""
    if not is_pick(row) or row["p_plays"] is None or row["p_plays"] >= UNLIKELY:
        return ""
    return f"plays with {percent(row['p_plays'])}; void if not"


FAR = 0.05
"""A price that stands for so much less probability than the next best is said to stand alone."""


def lone_price(row: Mapping[str, Any]) -> str:
    """Return a warning of a bet at a price that no other book comes near; empty of any other."""
    if not is_pick(row) or row["next_price"] is None:
        return ""
    taken, following = (_implied(row[name]) for name in ("bet_price", "next_price"))
    if following - taken < FAR:
        return ""
    return (
        f"no other book comes near {price(row['bet_price'])} at {book(row['bet_bookmaker'])} (next"
        f" {price(row['next_price'])}): more often late or mistaken than generous"
    )


def _implied(american: float) -> float:
    """Return the probability at which American odds break even."""
    return 100 / (100 + american) if american > 0 else -american / (100 - american)


NO_BLEND = (
    "Too few lines have results yet to learn how far to trust the market: nothing is said of what a"
    " price is worth, and nothing is bet on."
)


def is_without_blend(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether there are lines, and no blend of model and market at any of them."""
    lined = [row for row in rows if row["line"] is not None]
    return bool(lined) and all(row["blend_mean"] is None and not is_pick(row) for row in lined)


APART = 0.005
"""A probability that is outside of two others by more than this is said to be."""


def beyond_both(row: Mapping[str, Any]) -> str:
    """Return why what leads lies outside of both views; empty where it lies between them.

    The blend has learned from a year of lines how often a book's overs come in beside its prices.
    """
    lead, *views = (probability(row, of) for of in ("lead", "model", "market"))
    known = [view for view in views if view is not None]
    if lead is None or len(known) < len(views):
        return ""
    more, less = lead > max(known) + APART, lead < min(known) - APART
    if not (more or less):
        return ""
    often = "more" if more else "less"
    return (
        f"over the past year {side(row)}s at this book's prices came in {often} often than it said"
    )
