"""Arrow arrays of column types, and Arrow rows for tables whose work is not relational."""

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
"""For column types to which Arrow converts other values with a loss, the Python types allowed."""


def arrow_type(dtype: DataType) -> pa.DataType:
    """Return the Arrow type of a column type."""
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
    """Return the values as an array of a column type, or None if one of them is of another type.

    Nothing is lost in the conversion: fractions are not accepted as integers, numbers not as
    booleans or timestamps, booleans not as numbers, and timestamps not as dates. Whole floats such
    as 9.0 are accepted as integers.
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
    """Return the values as integers, whole floats too; None if a value is of another type.

    Arrow accepts booleans and fractions as integers if it is given that type, but not if it infers
    the type itself.
    """
    import pyarrow as pa

    inferred = pa.array(values)
    if pa.types.is_boolean(inferred.type) or not pa.types.is_primitive(inferred.type):
        return inferred.cast(pa.int64()) if pa.types.is_null(inferred.type) else None
    if not (pa.types.is_integer(inferred.type) or pa.types.is_floating(inferred.type)):
        return None
    return inferred.cast(pa.int64())


def readable(values: Sequence[Any], dtype: DataType) -> bool:
    """Return whether all values are of a column type."""
    return typed_array(values, dtype) is not None


def _days_since_1970(values: Sequence[Any]) -> list[int | None]:
    """Return dates as days since 1970; Arrow's own conversion takes ten times as long."""
    return [None if day is None else day.toordinal() - EPOCH for day in values]


def frame(schema: type[Schema], columns: Mapping[str, Any]) -> pa.Table:
    """Return rows of a schema from columns by name; NaN in NumPy arrays becomes NULL.

    Args:
        schema: the names and types of the columns.
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
