"""Wording and number formats of predictions, shared by the page and the terminal."""

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
"""Display names of books whose name does not follow from their key."""


def is_pick(row: Mapping[str, Any]) -> bool:
    """Return whether the row recommends a bet."""
    return row["recommendation"] in PICKS


def side(row: Mapping[str, Any]) -> str | None:
    """Return the side of the pick, else the likelier side; None without a line."""
    if row["lead_p_over"] is None:
        return None
    if is_pick(row):
        return str(row["bet_side"])
    return "over" if row["lead_p_over"] >= 0.5 else "under"


def probability(row: Mapping[str, Any], of: str = "lead") -> float | None:
    """Return the probability of the row's side by ``lead``, ``model`` or ``market``."""
    value = row[f"{of}_p_over"]
    if value is None:
        return None
    return float(value if side(row) == "over" else 1 - value)


def price(american: float | None) -> str:
    """Return American odds with their sign; empty if there are none.

    Even money, which can be written -100 or +100, is always written +100.
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
    text = percent(value, 1)
    return text if text.startswith("-") or not float(text[:-1]) else f"+{text}"


def fixed(value: float, digits: int) -> str:
    """Return a number with ``digits`` decimals; halves round away from zero, as on the page."""
    scale = 10**digits
    whole = math.floor(abs(value) * scale + 0.5 + TIE)
    return f"{(-whole if value < 0 else whole) / scale:.{digits}f}"


TIE = 1e-6
"""Tolerance, in units of the last digit, within which a binary fraction counts as a half."""


def book(key: str) -> str:
    """Return the display name of a book."""
    return BOOKS.get(key) or key.replace("_", " ").title()


def market(key: str) -> str:
    """Return the display name of a market, such as "points + rebounds"."""
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
    """Return a market's name for a narrow column; sums are shortened, as in "pts + reb + ast"."""
    parts = market(key).split(" + ")
    return " + ".join(SHORT.get(part, part) for part in parts) if len(parts) > 1 else parts[0]


def ticket(row: Mapping[str, Any]) -> str:
    """Return a pick as text, such as "UNDER 31.5 -105 DraftKings"; empty if there is none."""
    if not is_pick(row):
        return ""
    line = f"{row['recommendation']} {row['line']:g} {price(row['bet_price'])}"
    return f"{line} {book(row['bet_bookmaker'])}"


def expected_value(row: Mapping[str, Any]) -> float | None:
    """Return the expected value of the best price on the row's line and side; None if unknown.

    Where no bet is recommended, the row's best offer may be on the other side or at another line.
    Its expected value would then not match the probabilities of the row, so it is left out.
    """
    if not is_pick(row) and (row["bet_side"], row["bet_line"]) != (side(row), row["line"]):
        return None
    value: float | None = row["expected_value"]
    return value


def side_probability(row: Mapping[str, Any]) -> str:
    """Return the row's side and its probability, such as "under 56%"; empty without a line."""
    p_side = probability(row)
    return "" if p_side is None else f"{side(row)} {percent(p_side)}"


def lost_edge(row: Mapping[str, Any]) -> str:
    """Return a warning if a pick's price is no longer worth taking; empty otherwise.

    A live prediction is written once. Later reports and quotes may remove its edge.
    """
    current_value, p_over = row["current_expected_value"], row["current_p_over"]
    if not is_pick(row) or current_value is None:
        return ""
    from tipoff.predictions.recommendation import MINIMUM_EXPECTED_VALUE

    if current_value >= MINIMUM_EXPECTED_VALUE:
        return ""
    p_side = p_over if side(row) == "over" else 1 - p_over
    return (
        f"Latest update: {side(row)} {row['line']:g} is now {percent(p_side)}, EV"
        f" {signed_percent(current_value)} at {price(row['bet_price'])}: no longer worth a bet."
    )


UNLIKELY = 0.5
"""Probability of playing below which a player is called unlikely to play."""


def unlikely_to_play(row: Mapping[str, Any]) -> str:
    """Return a warning if a pick is on a player who is unlikely to play; empty otherwise."""
    if not is_pick(row) or row["p_plays"] is None or row["p_plays"] >= UNLIKELY:
        return ""
    return f"{percent(row['p_plays'])} likely to play; void if not"


OUTLIER_GAP = 0.05
"""Gap in implied probability to the next best price from which a price counts as an outlier."""


def outlier_price(row: Mapping[str, Any]) -> str:
    """Return a warning if no other book's price is close to a pick's price; empty otherwise."""
    if not is_pick(row) or row["next_price"] is None:
        return ""
    best, next_best = (_implied(row[name]) for name in ("bet_price", "next_price"))
    if next_best - best < OUTLIER_GAP:
        return ""
    return (
        f"no other book is close to {price(row['bet_price'])} at {book(row['bet_bookmaker'])} (next"
        f" best {price(row['next_price'])}): such a price is more often stale or wrong than"
        " generous"
    )


def _implied(american: float) -> float:
    """Return the probability at which American odds break even."""
    return 100 / (100 + american) if american > 0 else -american / (100 - american)


NO_BLEND = (
    "Too few lines have been graded yet to weigh the model against the market: there are no"
    " expected values and no picks."
)


def is_without_blend(rows: Iterable[Mapping[str, Any]]) -> bool:
    """Return whether there are lines but none of them has a blend of model and market."""
    lined = [row for row in rows if row["line"] is not None]
    return bool(lined) and all(row["blend_mean"] is None and not is_pick(row) for row in lined)


OUTSIDE_MARGIN = 0.005
"""Margin by which a probability must lie outside two others to be explained."""


def outside_both(row: Mapping[str, Any]) -> str:
    """Explain a leading probability above or below both the model's and the market's.

    The blend has learned from a year of lines how often overs win at a book's prices, so it can
    land outside the two. Empty where it lies between them.
    """
    lead, *views = (probability(row, of) for of in ("lead", "model", "market"))
    known = [view for view in views if view is not None]
    if lead is None or len(known) < len(views):
        return ""
    is_above, is_below = lead > max(known) + OUTSIDE_MARGIN, lead < min(known) - OUTSIDE_MARGIN
    if not (is_above or is_below):
        return ""
    often = "more" if is_above else "less"
    return (
        f"over the past year {side(row)}s at this book's prices won {often} often than the prices"
        " implied"
    )
