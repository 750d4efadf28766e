"""Find the bad rows of a CSV file of prices before it is landed, by line.

A run would set the same rows aside. At the door the file and the line are known, and the person
who can mend them is there.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tipoff.domain.league_time import utc_timestamp
from tipoff.domain.markets import MARKETS, MAX_LINE, MIN_LINE, NOT_PREDICTED, PLACEHOLDER_LINES
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tipoff.sources.parsing.csv_table import CsvTable

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
TOLERATED_ROWS, TOLERATED_SHARE = 5, 0.01
"""So many bad rows are set aside when the file is read; more of them refuse it."""
SHOWN = 3
Test = Callable[[str], bool]


@dataclass(frozen=True)
class BadLine:
    """A line of a file, and how many of the rows that it stands for are bad."""

    line: int
    column: str
    value: str
    expected: str
    rows: int

    def __str__(self) -> str:
        return f"line {self.line}: {self.column} {self.value!r} is not {self.expected}"


@dataclass(frozen=True)
class Field:
    """What a column of a file must hold."""

    expected: str
    holds: Test
    may_be_empty: bool = False
    of_one_side: bool = False
    """Whether it is a price: then its side alone is bad, and the other side stands."""


def form_of(path: Path, header: list[str]) -> str:
    """Return the form most of whose columns are there.

    Raises:
        UsageError: fewer than half of either form's are.
    """
    shares = {name: len({*form} & {*header}) / len(form) for name, form in FORMS.items()}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < 0.5:
        raise UsageError(
            f"{path}: header {','.join(header)[:80]!r} is neither of player props"
            f" ({','.join(PLAYER_PROPS)}) nor of game odds ({','.join(GAME_ODDS)})"
        )
    return best


def refuse_if_bad(path: Path, resource: str, table: CsvTable) -> None:
    """Refuse a file without rows, with too many bad ones, or with none that is good.

    Raises:
        UsageError: naming the first bad lines.
    """
    if not table.lines:
        raise UsageError(f"{path}: a header and no rows: nothing to land")
    bad, rows = bad_rows(resource, table)
    count = sum(each.rows for each in bad)
    if count > max(TOLERATED_ROWS, TOLERATED_SHARE * rows) or count >= rows:
        shown = "; ".join(str(each) for each in bad[:SHOWN])
        raise UsageError(f"{path}: {len(bad)} of {len(table.lines)} lines are bad: {shown}")


def bad_rows(resource: str, table: CsvTable) -> tuple[list[BadLine], int]:
    """Return the bad lines of a table, and how many rows its lines stand for.

    Args:
        resource: player_props, where a line stands for two sides, or game_odds.
        table: as it was read.
    """
    sides = 2 if resource == "player_props" else 1
    return list(_bad_lines(table, FIELDS[resource], sides)), sides * len(table.lines)


def _bad_lines(table: CsvTable, fields: Mapping[str, Field], sides: int) -> Iterator[BadLine]:
    for place, line in enumerate(table.lines):
        bad = [
            (name, table.columns[name][place] or "")
            for name, field in fields.items()
            if not _good(field, table.columns[name][place] or "")
        ]
        if bad:
            name, value = bad[0]
            whole = any(not fields[name].of_one_side for name, _ in bad)
            rows = sides if whole else min(len(bad), sides)
            yield BadLine(line, name, value, fields[name].expected, rows)


def _good(field: Field, value: str) -> bool:
    return field.holds(value) if value else field.may_be_empty


def _number(value: str) -> float:
    """Return the number; NaN, which is in no range, if it is none."""
    try:
        return float(value)
    except ValueError:
        return math.nan


def _is_date(value: str) -> bool:
    try:
        datetime.strptime(value, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _between(low: float, high: float, unit: str) -> Field:
    expected = f"a number of {unit} from {low:g} to {high:g}"
    return Field(expected, lambda value: low <= _number(value) <= high, may_be_empty=True)


DAY = Field("a date like 2023-01-05", _is_date)
TEXT = Field("a name", bool)
MARKET = Field(
    f"one of {', '.join(MARKETS)}", lambda value: value in MARKETS or value in NOT_PREDICTED
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
MOMENT = Field(
    "a date and time like 2023-01-05T18:30:00-05:00",
    lambda value: isinstance(utc_timestamp(value), datetime),
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
        "captured_at": MOMENT,
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
