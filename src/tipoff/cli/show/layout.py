"""Lay a table out in lines of a given width: columns give way, then text, never a number."""

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
    gives_way: int = 0
    """Columns with the highest number are left out first where room is short, and any such column
    if it is empty; 0: never."""
    min_width: int | None = None
    """To how many characters its text may be shortened; None: it never is."""
    wraps: bool = False
    """Whether text that is too long goes on in the next lines, rather than be cut."""


def laid_out(columns: Sequence[Column], rows: Sequence[Sequence[Any]], width: int) -> list[str]:
    """Return the lines of a table, the headings first.

    Args:
        columns: one for each value of a row.
        rows: their values: None is printed as nothing, integers with commas.
        width: characters per line. A table whose columns may neither give way nor be shortened
            is wider, rather than cut.
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
    """Return the places of the columns that ``laid_out`` would print, in order."""
    cells = [[_cell(value) for value in row] for row in rows]
    return _kept(columns, cells, _widths(columns, cells), width)


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column is if nothing is shortened."""
    return [
        max(map(cell_len, [column.heading, *(row[place] for row in cells)]))
        for place, column in enumerate(columns)
    ]


def _parts(text: str, width: int, column: Column) -> list[str]:
    """Return a cell's lines, of which there is one but where its column wraps."""
    return wrap(text, width, break_on_hyphens=False) or [""] if column.wraps else [text]


def _kept(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int], width: int
) -> list[int]:
    """Return the places of the columns that fit, their text shortened as far as it may be."""
    kept = [
        place
        for place, column in enumerate(columns)
        if not column.gives_way or any(row[place] for row in cells)
    ]
    smallest = [min(w, c.min_width or w) for c, w in zip(columns, widths, strict=True)]
    while _total([smallest[place] for place in kept]) > width:
        last = max(kept, key=lambda place: (columns[place].gives_way, place))
        if not columns[last].gives_way:
            break
        kept.remove(last)
    return kept


def _shortened(columns: Sequence[Column], widths: dict[int, int], width: int) -> dict[int, int]:
    """Return the width of each column, those of texts reduced, the widest first, until all fit."""
    while (excess := _total(list(widths.values())) - width) > 0:
        able = [p for p, w in widths.items() if w > (columns[p].min_width or w)]
        if not able:
            break
        widest = max(able, key=lambda place: widths[place])
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
