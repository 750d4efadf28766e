"""Lay out a table in a given width: shorten texts, then leave out columns, never cut numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from tipoff.app.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "
ELLIPSIS = "…"
PRINTED_NUMBER = re.compile(r"[+-]?[\d,]*\.?\d+%?(-\d+)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a printed table."""

    heading: str
    drop_order: int = 0
    """Order in which columns are left out if the table is too wide, the highest number first; they
    are also left out if empty. A column with 0 is never left out."""
    min_width: int | None = None
    """Width to which the column may be shortened; None if it may not."""
    wraps: bool = False
    """Whether text that is too long continues on further lines instead of being cut."""


def laid_out(columns: Sequence[Column], rows: Sequence[Sequence[Any]], width: int) -> list[str]:
    """Return the lines of a table, the headings first.

    Args:
        columns: one for each value of a row.
        rows: the values; None is printed as empty text, integers with thousands separators.
        width: characters per line. If no more columns can be left out or shortened, the table is
            wider than this.
    """
    cells = [[_cell(value) for value in row] for row in rows]
    numeric = [_is_numeric([row[place] for row in rows]) for place in range(len(columns))]
    widths = _widths(columns, cells)
    kept = _kept(columns, cells, widths, width)
    shortened = _shortened(columns, {place: widths[place] for place in kept}, width)
    lines = []
    for row in [[column.heading for column in columns], *cells]:
        parts = [_parts(row[p], size, columns[p]) for p, size in shortened.items()]
        for line in zip_longest(*parts, fillvalue=""):
            padded = map(_padded, line, shortened.values(), [numeric[p] for p in shortened])
            lines.append(GAP.join(padded).rstrip())
    return lines


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[Any]], width: int) -> list[int]:
    """Return the positions of the columns that ``laid_out`` would print, in order."""
    cells = [[_cell(value) for value in row] for row in rows]
    return _kept(columns, cells, _widths(columns, cells), width)


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column if nothing is shortened."""
    return [
        max(map(cell_len, [column.heading, *(row[place] for row in cells)]))
        for place, column in enumerate(columns)
    ]


def _parts(text: str, width: int, column: Column) -> list[str]:
    """Return the lines of a cell; more than one only if its column wraps."""
    return wrap(text, width, break_on_hyphens=False) or [""] if column.wraps else [text]


def _kept(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int], width: int
) -> list[int]:
    """Return the positions of the columns that fit when shortened as far as allowed."""
    kept = [
        place
        for place, column in enumerate(columns)
        if not column.drop_order or any(row[place] for row in cells)
    ]
    smallest = [min(w, c.min_width or w) for c, w in zip(columns, widths, strict=True)]
    while _total([smallest[place] for place in kept]) > width:
        last = max(kept, key=lambda place: (columns[place].drop_order, place))
        if not columns[last].drop_order:
            break
        kept.remove(last)
    return kept


def _shortened(columns: Sequence[Column], widths: dict[int, int], width: int) -> dict[int, int]:
    """Return the width of each column, reducing text columns, widest first, until all fit."""
    while (excess := _total(list(widths.values())) - width) > 0:
        shrinkable = [p for p, w in widths.items() if w > (columns[p].min_width or w)]
        if not shrinkable:
            break
        widest = max(shrinkable, key=lambda place: widths[place])
        room = widths[widest] - (columns[widest].min_width or 0)
        widths = {**widths, widest: widths[widest] - min(excess, room)}
    return widths


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _padded(text: str, width: int, right: bool) -> str:
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + ELLIPSIS
    room = " " * (width - cell_len(text))
    return room + text if right else text + room


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return printable(str(value))


def _is_numeric(values: Sequence[Any]) -> bool:
    """Return whether a column holds numbers, or texts that are printed numbers."""
    return all(map(_is_number, values))


def _is_number(value: Any) -> bool:
    if isinstance(value, str):
        return not value or PRINTED_NUMBER.fullmatch(value) is not None
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
