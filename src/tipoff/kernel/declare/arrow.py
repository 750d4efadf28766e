"""Arrow rows of a schema, for tables whose work is not relational."""

from __future__ import annotations

from datetime import date, datetime
from types import NoneType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.schema import DataType, Schema

EPOCH = date(1970, 1, 1).toordinal()
LOSSLESS: dict[DataType, frozenset[type]] = {
    "float64": frozenset({int, float, NoneType}),
    "boolean": frozenset({bool, NoneType}),
    "date": frozenset({date, NoneType}),
    "timestamp": frozenset({datetime, NoneType}),
}
"""The Python types that Arrow would turn into a column's with a loss where others are let in."""


def arrow_type(dtype: DataType) -> pa.DataType:
    """Return Arrow's type for a column type."""
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
    boolean is no number, and a timestamp is no date. Whole floats such as 9.0 are integers.
    """
    import pyarrow as pa

    lossless = LOSSLESS.get(dtype)
    if lossless is not None and not lossless.issuperset(map(type, values)):
        return None
    try:
        if dtype == "int64":
            return _integers(values)
        if dtype == "date":
            return pa.array(_days_since_1970(values), pa.int32()).cast(pa.date32())
        return pa.array(values, arrow_type(dtype))
    except (AttributeError, pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return None


def _integers(values: Sequence[Any]) -> pa.Array | None:
    """Return integers, and whole floats as such; None if a value is something else.

    Arrow takes booleans and fractions for integers where it is told to, but not where it is to
    find the type itself.
    """
    import pyarrow as pa

    found = pa.array(values)
    if pa.types.is_boolean(found.type) or not pa.types.is_primitive(found.type):
        return found.cast(pa.int64()) if pa.types.is_null(found.type) else None
    if not (pa.types.is_integer(found.type) or pa.types.is_floating(found.type)):
        return None
    return found.cast(pa.int64())


def readable(values: Sequence[Any], dtype: DataType) -> bool:
    """Return whether all of the values are of the type."""
    return typed_array(values, dtype) is not None


def _days_since_1970(values: Sequence[Any]) -> list[int | None]:
    """Return dates as Arrow keeps them; Arrow's own conversion takes ten times as long."""
    return [None if day is None else day.toordinal() - EPOCH for day in values]


def frame(schema: type[Schema], columns: Mapping[str, Any]) -> pa.Table:
    """Return rows of the schema from columns by name; NaN becomes NULL, as it states nothing.

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
