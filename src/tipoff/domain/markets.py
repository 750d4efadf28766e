"""The markets for bets on players, each declared once with the box-score columns it counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow as pa
    from ibis.expr.types import Table


@dataclass(frozen=True)
class Market:
    """A player's count in a game, such as points, or a sum of several counts."""

    name: str
    """The name used in features and columns: ``points``."""
    counted: tuple[str, ...]
    """The columns of ``player_game_summary`` whose sum is the count."""
    unit: str
    max_line: float = 100.0
    """A limit above any line that a book has set on this market."""
    per: int = 1
    """The divisor from the counted columns to the market's unit (60 seconds per minute); the result
    is rounded to the nearest integer."""

    @property
    def key(self) -> str:
        """The market's key in prices: ``player_points``."""
        return f"player_{self.name}"

    @property
    def allowed(self) -> str:
        """The name of the same count for the opposing team: ``points_allowed``."""
        return "turnovers_forced" if self.name == "turnovers" else f"{self.name}_allowed"

    @property
    def is_combination(self) -> bool:
        """Whether it is the sum of other markets."""
        return len(self.counted) > 1

    def count(self, row: Table) -> Any:
        """Return the expression of the count, from a table that has the counted columns."""
        return reduce(add, (row[name] for name in self.counted))

    def sum_of(self, rows: pa.Table) -> pa.ChunkedArray:
        """Return the counts of Arrow rows that have the counted columns."""
        import pyarrow.compute as pc

        total = reduce(pc.add, (rows[name] for name in self.counted))
        return total if self.per == 1 else pc.divide(pc.add(total, self.per // 2), self.per)


SINGLES = (
    Market("points", ("points",), "points", 60),
    Market("rebounds", ("rebounds",), "rebounds", 22),
    Market("assists", ("assists",), "assists", 18),
    Market("threes", ("threes_made",), "makes", 9),
    Market("steals", ("steals",), "steals", 5),
    Market("blocks", ("blocks",), "blocks", 6),
    Market("turnovers", ("turnovers",), "turnovers", 8),
)


def _combination(parts: Iterable[str]) -> Market:
    names = tuple(parts)
    max_line = sum(market.max_line for market in SINGLES if market.name in names)
    return Market("_".join(names), names, " + ".join(names), max_line)


COMBINATIONS = (
    _combination(("points", "rebounds", "assists")),
    _combination(("points", "rebounds")),
    _combination(("points", "assists")),
    _combination(("rebounds", "assists")),
    _combination(("blocks", "steals")),
)
MARKETS = {market.key: market for market in (*SINGLES, *COMBINATIONS)}
"""The markets that books quote, by key."""
KEYS_BY_NAME = {market.name: key for key, market in MARKETS.items()}
"""The keys of markets by name: ``points`` is ``player_points``."""
MINUTES = Market("minutes", ("seconds",), "minutes", 48, per=60)
"""Whole minutes played: not quoted by books, but all other counts depend on them."""
GRADED = {**MARKETS, MINUTES.key: MINUTES}
"""The markets that are predicted and graded, by key."""
YES_OR_NO = ("player_double_double", "player_triple_double")
"""Markets without a line: yes is stored as over 0.5, no as under 0.5."""
FIRST_QUARTER = ("player_points_q1", "player_rebounds_q1", "player_assists_q1")
MIN_LINE, MAX_LINE = 0.5, 100.0
PLACEHOLDER_LINES = (99.0, 99.5, 99.9, 100.0)
"""Values that feeds put in place of a missing line."""
NOT_PREDICTED = (*YES_OR_NO, *FIRST_QUARTER)
"""Markets with prices stored as offers, but without reference line, prediction or grade."""
POINTS = SINGLES[0]
