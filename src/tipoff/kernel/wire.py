"""From a payload's columns, as they were sent, to typed Arrow columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tipoff.kernel.arrow import arrow_type
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.ledger import BadRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa

    from tipoff.kernel.payload import Payload
    from tipoff.kernel.schema import DataType
    from tipoff.kernel.table import Columns, Stream


def rows_of(stream: Stream, payload: Payload, number: int) -> tuple[pa.Table, list[BadRow]]:
    """A payload's rows under their wire names, with the column ``payload``, and unreadable ones.

    A row with a value that is not of its column's type is unreadable: it is set aside alone.

    Raises:
        PayloadError: the payload as a whole is not what the stream expects.
    """
    import pyarrow as pa

    columns = stream.parse(payload)
    _compare(stream, columns)
    unreadable: dict[int, str] = {}
    for name, dtype in stream.columns.items():
        if _array(columns[name], dtype) is None:
            for position, value in enumerate(columns[name]):
                if _array([value], dtype) is None:
                    unreadable.setdefault(position, name)
    bad = [_bad_row(stream, columns, p, c, number) for p, c in sorted(unreadable.items())]
    if unreadable:
        kept = [p for p in range(_length(columns)) if p not in unreadable]
        columns = {name: [columns[name][p] for p in kept] for name in stream.columns}
    arrays = {name: _array(columns[name], dtype) for name, dtype in stream.columns.items()}
    arrays["payload"] = pa.array([number] * _length(columns), pa.int64())
    return pa.table(arrays), bad


def _length(columns: Columns) -> int:
    return len(next(iter(columns.values()), ()))


def _compare(stream: Stream, columns: Columns) -> None:
    """Refuse columns that are not the stream's.

    Raises:
        PayloadError: naming the columns that are missing, or the uneven ones.
    """
    missing = [name for name in stream.columns if name not in columns]
    if missing:
        new = [name for name in columns if name not in stream.columns]
        also = f"; not known: {', '.join(new)}" if new else ""
        raise PayloadError(f"{stream.name}: columns missing: {', '.join(missing)}{also}")
    if len({len(values) for values in columns.values()}) > 1:
        raise PayloadError(f"{stream.name}: columns of different lengths")


def _array(values: Sequence[Any], dtype: DataType) -> pa.Array | None:
    """The values as one typed array, or None if one of them is of another type."""
    import pyarrow as pa

    try:
        return pa.array(values, arrow_type(dtype))
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return None


def _bad_row(stream: Stream, columns: Columns, position: int, column: str, number: int) -> BadRow:
    row = {name: values[position] for name, values in columns.items()}
    return BadRow(
        day=None,
        payload=number,
        key=json.dumps({name: row[name] for name in stream.key}, default=str),
        rule=f"readable as {stream.columns[column]}",
        column=column,
        value=str(row[column]),
        row=json.dumps(row, default=str),
    )
