"""Read CSV files written by people and tools: columns by name, in any order, with line numbers.

A byte order mark, blank lines and undeclared columns are accepted. A line with too many or too few
fields becomes a row that is set aside later; it does not make the file invalid.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.errors import PayloadError
from tipoff.sources.parsing.limits import CSV_SEPARATORS, MAX_COLUMNS, refuse_too_many_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

UNCLOSED = (
    'line {line}: a quotation mark (") opens a field and is not closed in its line: remove it, or'
    " double it if it belongs to the text"
)
MAX_HEADER = 65_536
"""The number of bytes at the start of a file in which the header is searched."""


@dataclass(frozen=True)
class CsvTable:
    """The columns of a CSV file as text, with the number of the line on which each row ends."""

    columns: dict[str, list[str | None]]
    lines: list[int]
    misshapen: dict[int, str]
    """For each line with another number of fields than the header, a message without the line."""

    def others(self, known: Iterable[str]) -> dict[str, list[str | None]]:
        """Return the columns that are not among the known ones."""
        names = set(known)
        return {name: values for name, values in self.columns.items() if name not in names}


def read_csv(body: bytes, required: Sequence[str], optional: Sequence[str] = ()) -> CsvTable:
    """Read a table; a missing optional column is all None.

    If a line and the header have different numbers of fields, the line's first required column
    holds an error message and its other columns None. When the columns are typed later, the row is
    set aside and shows that message.

    Raises:
        PayloadError: the body is not CSV in UTF-8, has more values than a payload may have, or its
            header lacks a required column or names one twice.
    """
    refuse_too_many_values(body, CSV_SEPARATORS)
    try:
        rows = list(_rows(body.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise PayloadError(f"not CSV in UTF-8: {error}") from None
    if not rows:
        raise PayloadError("the file is empty: it has no header")
    header = _header(rows[0][1], required)
    misshapen = {
        line: f"{len(row)} fields, not {len(header)}"
        for line, row in rows[1:]
        if len(row) != len(header)
    }
    records: list[dict[str, str | None]] = [
        {required[0]: f"line {line} has {misshapen[line]}"}
        if line in misshapen
        else dict(zip(header, (field.strip() for field in row), strict=True))
        for line, row in rows[1:]
    ]
    columns: dict[str, list[str | None]] = {
        name: [record.get(name) for record in records]
        for name in dict.fromkeys((*header, *optional))
    }
    return CsvTable(columns, [line for line, _ in rows[1:]], misshapen)


def header_of(body: bytes) -> list[str]:
    """Return the names in the first line, to determine the kind of file.

    Raises:
        PayloadError: the first line is not CSV.
    """
    text = body[:MAX_HEADER].decode("utf-8-sig", errors="replace").lstrip()
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(text, newline=None)), [])]
    except csv.Error as error:
        raise PayloadError(f"line 1 is not the header of a CSV file: {error}") from None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, each with the number of the line on which it ends.

    The line endings of all systems are accepted.

    Raises:
        PayloadError: a quotation mark is not closed, or closed so late that following lines became
            part of its field; the message names the line where it was opened.
    """
    reader = csv.reader(io.StringIO(text, newline=None), strict=True)
    begins, columns = 1, 0
    try:
        for row in reader:
            columns = columns or len(row)
            if any(_has_swallowed_a_row(field, columns) for field in row):
                raise PayloadError(UNCLOSED.format(line=begins))
            if any(field.strip() for field in row):
                yield reader.line_num, row
            begins = reader.line_num + 1
    except csv.Error as error:
        if reader.line_num > begins or "end of data" in str(error):
            raise PayloadError(UNCLOSED.format(line=begins)) from None
        raise PayloadError(f"line {begins} is not CSV: {error}") from None


def _has_swallowed_a_row(field: str, columns: int) -> bool:
    """Return whether a field has a line break and as many commas as a row, so contains a row."""
    return "\n" in field and field.count(",") >= max(1, columns - 1)


def _header(names: Sequence[str], required: Sequence[str]) -> list[str]:
    if len(names) > MAX_COLUMNS:
        raise PayloadError(f"line 1: {len(names):,} columns, and a file may have {MAX_COLUMNS:,}")
    header = [name.strip() for name in names]
    missing = [name for name in required if name not in header]
    if missing:
        shown = ",".join(header)[:80]
        raise PayloadError(f"line 1: the header {shown!r} lacks {', '.join(missing)}")
    twice = sorted(name for name, times in Counter(header).items() if times > 1)
    if twice:
        raise PayloadError(f"line 1: the header names {', '.join(twice)} twice")
    return header
