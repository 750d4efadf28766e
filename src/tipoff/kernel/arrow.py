"""Arrow rows of a schema, for tables whose work is not relational."""

from __future__ import annotations

from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.schema import DataType, Schema

EPOCH = date(1970, 1, 1).toordinal()
LOSSLESS: dict[DataType, frozenset[type]] = {
    "int64": frozenset({int, float, NoneType}),
    "float64": frozenset({int, float, NoneType}),
    "string": frozenset({str, NoneType}),
    "boolean": frozenset({bool, NoneType}),
    "date": frozenset({date, NoneType}),
    "timestamp": frozenset({datetime, NoneType}),
}
"""The Python types whose values can become a column's without loss."""


def arrow_type(dtype: DataType) -> pa.DataType:
    """Arrow's type of a column type."""
    import pyarrow as pa

    return {
        "int64": pa.int64(),
        "float64": pa.float64(),
        "string": pa.string(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "timestamp": pa.timestamp("us"),
    }[dtype]


def typed_array(values: Sequence[Any], dtype: DataType) -> pa.Array | None:
    """Return the values as one typed array, or None if one of them is of another type.

    Nothing is lost on the way: a fraction is no integer, a number is no boolean or timestamp, a
    boolean is no number, and a moment is no date. Whole floats such as 9.0 are integers.
    """
    import pyarrow as pa

    found = set() if dtype == "string" else set(map(type, values))  # Arrow takes text alone
    if not found <= LOSSLESS[dtype]:
        return None
    try:
        if dtype == "date":
            return pa.array(_days_since_1970(values), pa.int32()).cast(pa.date32())
        if dtype == "int64" and float in found:
            return pa.array(_integers(values), pa.int64())
        return pa.array(values, arrow_type(dtype))
    except (AttributeError, ValueError, pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return None


def _integers(values: Sequence[Any]) -> list[int | None]:
    """Return whole floats as integers.

    Raises:
        ValueError: a value has a fraction or is not finite.
    """
    whole = [None if value is None else int(value) for value in values]
    if any(value != number for value, number in zip(values, whole, strict=True)):
        raise ValueError("a fraction is no integer")
    return whole


def readable(values: Sequence[Any], dtype: DataType) -> bool:
    """Whether all of the values are of the type."""
    return typed_array(values, dtype) is not None


def _days_since_1970(values: Sequence[Any]) -> list[int | None]:
    """Dates as Arrow keeps them; Arrow's own way from date objects takes ten times as long."""
    return [None if day is None else day.toordinal() - EPOCH for day in values]


def frame(schema: type[Schema], columns: Mapping[str, Any]) -> pa.Table:
    """Rows of the schema from columns by name; NaN becomes NULL, as it states nothing.

    Args:
        schema: names and types the columns.
        columns: Arrow arrays, NumPy arrays or lists, all of one length.
    """
    import pyarrow as pa

    return pa.table(
        {
            name: _array(columns[name], arrow_type(column.dtype))
            for name, column in schema.columns.items()
        }
    )


def _array(values: Any, dtype: pa.DataType) -> pa.Array:
    import numpy as np
    import pyarrow as pa

    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return values.cast(dtype)
    if isinstance(values, np.ndarray) and values.dtype.kind == "f":
        return pa.array(values, mask=np.isnan(values)).cast(dtype)
    return pa.array(values, dtype)
