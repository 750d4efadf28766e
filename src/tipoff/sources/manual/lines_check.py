"""Find the bad rows of a CSV file of prices before it is landed, by line.

A run would set the same rows aside. At the door the file and the line are known, and the person
who can mend them is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.sources.manual.lines_form import FIELDS, KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tipoff.sources.manual.lines_form import Field
    from tipoff.sources.parsing.csv_table import CsvTable

TOLERATED_ROWS, TOLERATED_SHARE = 5, 0.01
"""So many bad rows are set aside when the file is read; more of them refuse it."""
SHOWN = 3


@dataclass(frozen=True)
class BadLine:
    """A line of a file, and how many of the rows that it stands for are bad."""

    line: int
    what: str
    rows: int

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


def refuse_if_bad(path: Path, resource: str, table: CsvTable) -> list[str]:
    """Refuse a file without rows, with too many bad ones, or with none that is good.

    Returns:
        A sentence on the lines that are set aside, where there are some.

    Raises:
        UsageError: naming the first bad lines.
    """
    if not table.lines:
        raise UsageError(f"{path}: a header and no rows: nothing to land")
    bad, rows = bad_rows(resource, table)
    count = sum(each.rows for each in bad)
    shown = "; ".join(str(each) for each in bad[:SHOWN])
    told = f"{len(bad)} of {len(table.lines)} lines are"
    if count > max(TOLERATED_ROWS, TOLERATED_SHARE * rows) or count >= rows:
        raise UsageError(f"{path}: {told} bad: {shown}")
    return [f"{path}: {told} set aside: {shown}"] if bad else []


def bad_rows(resource: str, table: CsvTable) -> tuple[list[BadLine], int]:
    """Return the bad lines of a table, and how many rows its lines stand for.

    Args:
        resource: player_props, where a line stands for two sides, or game_odds.
        table: as it was read.
    """
    sides = 2 if resource == "player_props" else 1
    bad = list(_bad_lines(table, FIELDS[resource], sides))
    known = {each.line for each in bad}
    repeated = [each for each in _repeated(table, KEYS[resource], sides) if each.line not in known]
    return sorted(bad + repeated, key=lambda each: each.line), sides * len(table.lines)


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
            yield BadLine(line, f"{name} {value!r} is not {fields[name].expected}", rows)


def _repeated(table: CsvTable, key: Sequence[str], sides: int) -> Iterator[BadLine]:
    """Yield the lines whose key an earlier line has: a run would keep either."""
    first: dict[tuple[str | None, ...], int] = {}
    values = zip(*(table.columns[name] for name in key), strict=True)
    for line, each in zip(table.lines, values, strict=True):
        if (before := first.setdefault(each, line)) != line:
            yield BadLine(line, f"the same {', '.join(key)} as line {before}", sides)


def _good(field: Field, value: str) -> bool:
    return field.holds(value) if value else field.may_be_empty
