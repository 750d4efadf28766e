"""What can be bet on: each market with the box-score columns it counts, declared once."""

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
    """A player's count in a game, or the sum of some."""

    name: str
    """What features and columns of it are called: ``points``."""
    counted: tuple[str, ...]
    """The columns of ``player_game_summary`` that add up to it."""
    unit: str
    max_line: float = 100.0
    """Higher than any line that a book has set on it."""
    per: int = 1
    """How many of what is counted make one of it, rounded to the nearest."""

    @property
    def key(self) -> str:
        """What prices call it: ``player_points``."""
        return f"player_{self.name}"

    @property
    def allowed(self) -> str:
        """What it is called of the team it is done against: ``points_allowed``."""
        return "turnovers_forced" if self.name == "turnovers" else f"{self.name}_allowed"

    @property
    def is_combination(self) -> bool:
        """Whether it is the sum of other markets."""
        return len(self.counted) > 1

    def count(self, row: Table) -> Any:
        """Return the count, from a row that has the columns it counts."""
        return reduce(add, (row[name] for name in self.counted))

    def sum_of(self, rows: pa.Table) -> pa.ChunkedArray:
        """Return the counts of Arrow rows that have the columns it counts."""
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
    named = tuple(parts)
    highest = sum(market.max_line for market in SINGLES if market.name in named)
    return Market("_".join(named), named, " + ".join(named), highest)


COMBINATIONS = (
    _combination(("points", "rebounds", "assists")),
    _combination(("points", "rebounds")),
    _combination(("points", "assists")),
    _combination(("rebounds", "assists")),
    _combination(("blocks", "steals")),
)
MARKETS = {market.key: market for market in (*SINGLES, *COMBINATIONS)}
"""The markets that books quote, by what prices call them."""
NAMED = {market.name: key for key, market in MARKETS.items()}
"""Their keys by the names that people call them by: ``points`` is ``player_points``."""
MINUTES = Market("minutes", ("seconds",), "minutes", 48, per=60)
"""Whole minutes played: no book quotes them, and all other counts follow from them."""
GRADED = {**MARKETS, MINUTES.key: MINUTES}
"""The markets that are predicted and graded, by key."""
YES_OR_NO = ("player_double_double", "player_triple_double")
"""Markets without a line: yes is kept as over 0.5, no as under 0.5."""
FIRST_QUARTER = ("player_points_q1", "player_rebounds_q1", "player_assists_q1")
MIN_LINE, MAX_LINE = 0.5, 100.0
PLACEHOLDER_LINES = (99.0, 99.5, 99.9, 100.0)
"""What feeds put in place of a line that they do not have."""
NOT_PREDICTED = (*YES_OR_NO, *FIRST_QUARTER)
"""Markets whose prices are kept as offers; no reference line, prediction or grade is made."""
POINTS = SINGLES[0]
