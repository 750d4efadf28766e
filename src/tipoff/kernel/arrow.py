"""Arrow rows of a schema, for tables whose work is not relational."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from tipoff.kernel.schema import DataType, Schema


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
