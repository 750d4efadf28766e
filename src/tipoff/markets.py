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
        """The count, from a row that has the columns it counts."""
        return reduce(add, (row[name] for name in self.counted))

    def sum_of(self, rows: pa.Table) -> pa.ChunkedArray:
        """The counts of Arrow rows that have the columns it counts."""
        import pyarrow.compute as pc

        return reduce(pc.add, (rows[name] for name in self.counted))


SINGLES = (
    Market("points", ("points",), "points"),
    Market("rebounds", ("rebounds",), "rebounds"),
    Market("assists", ("assists",), "assists"),
    Market("threes", ("threes_made",), "makes"),
    Market("steals", ("steals",), "steals"),
    Market("blocks", ("blocks",), "blocks"),
    Market("turnovers", ("turnovers",), "turnovers"),
)


def _combination(parts: Iterable[str]) -> Market:
    named = tuple(parts)
    return Market("_".join(named), named, " + ".join(named))


COMBINATIONS = (
    _combination(("points", "rebounds", "assists")),
    _combination(("points", "rebounds")),
    _combination(("points", "assists")),
    _combination(("rebounds", "assists")),
)
MARKETS = {market.key: market for market in (*SINGLES, *COMBINATIONS)}
POINTS = SINGLES[0]
