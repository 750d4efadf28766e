"""Export files: values are read back unchanged, and no text is a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, datetime
from xml.etree import ElementTree

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from tipoff.publishing.spreadsheets import FORMULA, MAX_ROWS, Format, file_bytes

ROWS = pa.table(
    {
        "name": ["Al Doe", "=1+1", None, '@"x", y'],
        "line": [20.5, None, 3.0, -1.5],
        "over": [True, False, None, True],
        "day": [date(2025, 1, 15)] * 4,
        "at": [datetime(2025, 1, 15, 21, 30)] * 4,
    }
)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def _sheet(content: bytes) -> list[list[str | None]]:
    """Return the text of each cell, None of an empty one."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
        root = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    assert root.findall(f".//{SHEET}f") == [], "no formula"
    return [
        ["".join(cell.itertext()) if len(cell) else None for cell in row]
        for row in root.iter(f"{SHEET}row")
    ]


def test_a_csv_has_names_values_and_no_formula() -> None:
    assert _csv(file_bytes(ROWS, Format.CSV)) == [
        ["name", "line", "over", "day", "at"],
        ["Al Doe", "20.5", "true", "2025-01-15", "2025-01-15 21:30:00.000000"],
        ["'=1+1", "", "false", "2025-01-15", "2025-01-15 21:30:00.000000"],
        ["", "3", "", "2025-01-15", "2025-01-15 21:30:00.000000"],
        ['\'@"x", y', "-1.5", "true", "2025-01-15", "2025-01-15 21:30:00.000000"],
    ]


def test_a_sheet_has_texts_as_they_are_and_numbers_as_numbers() -> None:
    assert _sheet(file_bytes(ROWS, Format.XLSX)) == [
        ["name", "line", "over", "day", "at"],
        ["Al Doe", "20.5", "1", "2025-01-15", "2025-01-15 21:30:00"],
        ["=1+1", None, "0", "2025-01-15", "2025-01-15 21:30:00"],
        [None, "3.0", None, "2025-01-15", "2025-01-15 21:30:00"],
        ['@"x", y', "-1.5", "1", "2025-01-15", "2025-01-15 21:30:00"],
    ]


def test_parquet_is_the_table_itself() -> None:
    assert parquet.read_table(io.BytesIO(file_bytes(ROWS, Format.PARQUET))).equals(ROWS)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_whatever_a_feed_calls_a_player_no_cell_of_a_csv_begins_a_formula(names: list[str]) -> None:
    content = file_bytes(pa.table({"name": pa.array(names, pa.string())}), Format.CSV)
    _, *rows = _csv(content)
    cells = [row[0] if row else "" for row in rows]
    assert not any(re.match(FORMULA, cell) for cell in cells)
    assert [cell.removeprefix("'") for cell in cells] == [name.removeprefix("'") for name in names]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_whatever_a_feed_calls_a_player_a_sheet_can_be_opened(names: list[str]) -> None:
    _, *rows = _sheet(file_bytes(pa.table({"name": pa.array(names, pa.string())}), Format.XLSX))
    assert len(rows) == len(names)


def test_too_many_rows_for_a_sheet_are_refused() -> None:
    with pytest.raises(ValueError, match="an XLSX sheet holds at most 1,048,575"):
        file_bytes(pa.table({"n": pa.nulls(MAX_ROWS)}), Format.XLSX)
