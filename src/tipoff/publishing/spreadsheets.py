"""Tables as CSV, Parquet and XLSX files, in which no text can be read as a formula."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

FORMULA = r"^[=+\-@\t\r]"
"""Pattern of texts that a spreadsheet would read as a formula (OWASP, CSV Injection)."""
MAX_ROWS, MAX_TEXT = 1_048_576, 32_767
"""Maximum number of rows of a sheet, and of characters of a cell."""
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Format(StrEnum):
    """A file format."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


def file_bytes(rows: pa.Table, form: Format) -> bytes:
    """Return a table as the bytes of a file in the given format.

    Raises:
        ValueError: the table has more rows than an XLSX sheet can hold.
    """
    if form is Format.CSV:
        return _csv(rows)
    if form is Format.PARQUET:
        return _parquet(rows)
    return _xlsx(rows)


def _csv(rows: pa.Table) -> bytes:
    """Return a table as CSV with a header; texts like formulas get a leading apostrophe."""
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv

    for place, name in enumerate(rows.column_names):
        column = rows[name]
        if pa.types.is_string(column.type):
            marked = pc.binary_join_element_wise("'", column, "")
            is_formula = pc.fill_null(pc.match_substring_regex(column, FORMULA), False)
            rows = rows.set_column(place, name, pc.if_else(is_formula, marked, column))
    target = io.BytesIO()
    csv.write_csv(rows, target, csv.WriteOptions(quoting_style="needed"))
    return target.getvalue()


def _parquet(rows: pa.Table) -> bytes:
    from pyarrow import parquet

    target = io.BytesIO()
    parquet.write_table(rows, target, compression="zstd")
    return target.getvalue()


def _xlsx(rows: pa.Table) -> bytes:
    """Return a workbook of one sheet, with texts as inline strings, which are never formulas.

    The package has only the parts that ECMA-376 requires.
    """
    if rows.num_rows >= MAX_ROWS:
        raise ValueError(f"{rows.num_rows:,} rows: an XLSX sheet holds at most {MAX_ROWS - 1:,}")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for path, part in _parts().items():
            package.writestr(path, XML + part)
        with package.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for text in _sheet(rows):
                sheet.write(text.encode())
    return target.getvalue()


def _parts() -> dict[str, str]:
    office, worksheet = f"{RELATIONS}/officeDocument", f"{RELATIONS}/worksheet"
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml"'
            f' ContentType="{CONTENT}.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{office}" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="Tipoff" sheetId="1" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{worksheet}" Target="worksheets/sheet1.xml"/>'
            "</Relationships>"
        ),
    }


def _sheet(rows: pa.Table) -> Iterator[str]:
    yield f'{XML}<worksheet xmlns="{NAMESPACE}"><sheetData>'
    yield _row(rows.column_names)
    for batch in rows.to_batches(max_chunksize=10_000):
        columns = [column.to_pylist() for column in batch.columns]
        yield "".join(map(_row, zip(*columns, strict=True)))
    yield "</sheetData></worksheet>"


def _row(values: Iterable[Any]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return "<c/>"
    if isinstance(value, bool):
        return f'<c t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value!r}</v></c>"
    if isinstance(value, datetime | date):
        value = value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    text = escape(_allowed(str(value)[:MAX_TEXT]))
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _allowed(text: str) -> str:
    """Return a text without the characters that XML 1.0 forbids."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
