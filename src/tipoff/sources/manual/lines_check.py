"""Find the bad rows of a CSV file of prices before it is landed, by line.

A run would set the same rows aside. Before landing, file and line are known, and the user who can
correct them is present.
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
"""The number and the share of bad rows up to which they are set aside; a file with more than both
is refused."""
SHOWN = 3


@dataclass(frozen=True)
class BadLine:
    """A line of a file with bad values, and how many of its rows are bad."""

    line: int
    what: str
    rows: int

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


def refuse_if_bad(path: Path, resource: str, table: CsvTable) -> list[str]:
    """Refuse a file without rows, with too many bad rows, or without good rows.

    Returns:
        A message about the lines that are set aside, if there are any.

    Raises:
        UsageError: the file is refused; the message names the first bad lines.
    """
    if not table.lines:
        raise UsageError(f"{path}: a header and no rows: nothing to land")
    bad, rows = bad_rows(resource, table)
    count = sum(each.rows for each in bad)
    shown = "; ".join(str(each) for each in bad[:SHOWN])
    lines = f"{len(bad)} of {len(table.lines)} lines are"
    if count > max(TOLERATED_ROWS, TOLERATED_SHARE * rows) or count >= rows:
        raise UsageError(f"{path}: {lines} bad: {shown}")
    return [f"{path}: {lines} set aside: {shown}"] if bad else []


def bad_rows(resource: str, table: CsvTable) -> tuple[list[BadLine], int]:
    """Return the bad lines of a table, and the number of rows that all its lines become.

    Args:
        resource: ``player_props``, where a line becomes a row for each side, or ``game_odds``.
        table: the table as read from the file.
    """
    sides = 2 if resource == "player_props" else 1
    bad = list(_bad_lines(table, FIELDS[resource], sides))
    bad_numbers = {each.line for each in bad}
    repeated = [
        each for each in _repeated(table, KEYS[resource], sides) if each.line not in bad_numbers
    ]
    return sorted(bad + repeated, key=lambda each: each.line), sides * len(table.lines)


def _bad_lines(table: CsvTable, fields: Mapping[str, Field], sides: int) -> Iterator[BadLine]:
    for index, line in enumerate(table.lines):
        bad = [
            (name, table.columns[name][index] or "")
            for name, field in fields.items()
            if not _is_good(field, table.columns[name][index] or "")
        ]
        if bad:
            name, value = bad[0]
            is_whole_line_bad = any(not fields[name].of_one_side for name, _ in bad)
            rows = sides if is_whole_line_bad else min(len(bad), sides)
            what = f"{name} {value!r} is not {fields[name].expected}"
            yield BadLine(line, table.misshapen.get(line, what), rows)


def _repeated(table: CsvTable, key: Sequence[str], sides: int) -> Iterator[BadLine]:
    """Yield the lines with the key of an earlier line; a run would keep only one of them."""
    first: dict[tuple[str | None, ...], int] = {}
    values = zip(*(table.columns[name] for name in key), strict=True)
    for line, each in zip(table.lines, values, strict=True):
        if (first_line := first.setdefault(each, line)) != line:
            yield BadLine(line, f"the same {', '.join(key)} as line {first_line}", sides)


def _is_good(field: Field, value: str) -> bool:
    return field.holds(value) if value else field.may_be_empty
