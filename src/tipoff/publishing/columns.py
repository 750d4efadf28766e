"""Tables as JSON columns, in which a value that repeats is written once."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

SIGNIFICANT_DIGITS = 4
MAX_DECIMALS = 4
MIN_RUN = 4
"""Rows that a run must have on average before runs are shorter than a list."""
MAX_INTEGER = float(1 << 53)
"""Whole numbers up to here are exact in any JSON reader."""


def encoded(rows: pa.Table) -> dict[str, Any]:
    """Return a table as JSON columns, each in the shortest of three forms.

    - ``[v0, v1, ...]``: one value per row.
    - ``{"values": [...], "counts": [...]}``: ``values[j]`` stands in the next ``counts[j]`` rows.
    - ``{"values": [...], "codes": [...]}``: row ``i`` has ``values[codes[i]]``.

    Missing is ``null``. Fractions have four significant digits and at most four decimals; whole
    numbers are written without a point. ``decoded`` reads all of it back.
    """
    return {name: _encoded(rows[name].combine_chunks()) for name in rows.column_names}


def decoded(columns: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Return the columns that ``encoded`` wrote as lists with one value per row."""
    return {name: _decoded(column) for name, column in columns.items()}


def rounded(column: pa.Array) -> pa.Array:
    """Return a column of floats with four significant digits, integers if all of it is whole."""
    import pyarrow as pa

    values = np.asarray(column.to_numpy(zero_copy_only=False), np.float64)
    with np.errstate(divide="ignore"):
        magnitude = np.floor(np.log10(np.abs(values)))
    places = np.clip(SIGNIFICANT_DIGITS - 1 - magnitude, 0, MAX_DECIMALS)
    scale = 10.0**places
    short = np.round(values * scale) / scale
    known = short[~np.isnan(short)]
    if np.all((known == np.round(known)) & (np.abs(known) <= MAX_INTEGER)):
        return pa.array(np.nan_to_num(short).astype(np.int64), mask=np.isnan(short))
    return pa.array(short, from_pandas=True)


def _encoded(column: pa.Array) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_nested(column.type):
        return column.to_pylist()
    if pa.types.is_floating(column.type):
        column = rounded(column)
    runs = pc.run_end_encode(column)
    if 0 < len(runs.values) * MIN_RUN <= len(column):
        counts = np.diff(runs.run_ends.to_numpy(), prepend=0).tolist()
        return {"values": runs.values.to_pylist(), "counts": counts}
    if not _is_number(column.type):
        words = column.dictionary_encode("encode")
        if 0 < len(words.dictionary) * 2 <= len(column):
            return {"values": words.dictionary.to_pylist(), "codes": words.indices.to_pylist()}
    return column.to_pylist()


def _is_number(dtype: pa.DataType) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_integer(dtype) or pa.types.is_floating(dtype))


def _decoded(column: Any) -> list[Any]:
    if isinstance(column, list):
        return column
    values = column["values"]
    if "codes" in column:
        return [values[code] for code in column["codes"]]
    return list(chain.from_iterable(map(repeat, values, column["counts"])))
