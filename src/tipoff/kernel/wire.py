"""From a payload's columns, as they were sent, to typed Arrow columns."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from tipoff.kernel.arrow import arrow_type
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.ledger import BadRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from tipoff.kernel.payload import Payload
    from tipoff.kernel.schema import DataType
    from tipoff.kernel.table import Columns, Stream

EPOCH = date(1970, 1, 1).toordinal()


def read_columns(stream: Stream, payload: Payload) -> Columns:
    """A payload's values under their wire names, as they were sent.

    Raises:
        PayloadError: the payload as a whole is not what the stream expects.
    """
    columns = stream.parse(payload)
    _compare(stream, columns)
    return columns


def typed(
    stream: Stream, columns: Columns, numbers: Sequence[int]
) -> tuple[pa.Table, list[BadRow]]:
    """Rows under their wire names, with the column ``payload``, and the unreadable ones.

    A row with a value that is not of its column's type is unreadable: it is set aside alone.

    Args:
        stream: names and types the columns.
        columns: the values, of any number of payloads.
        numbers: of each row, which payload it is from.
    """
    import pyarrow as pa

    unreadable: dict[int, str] = {}
    arrays = {name: _array(columns[name], dtype) for name, dtype in stream.columns.items()}
    for name in [name for name, array in arrays.items() if array is None]:
        for position, value in enumerate(columns[name]):
            if _array([value], stream.columns[name]) is None:
                unreadable.setdefault(position, name)
    if unreadable:
        bad = [_bad_row(stream, columns, p, c, numbers[p]) for p, c in sorted(unreadable.items())]
        kept = [p for p in range(len(numbers)) if p not in unreadable]
        readable = {name: [columns[name][p] for p in kept] for name in stream.columns}
        return typed(stream, readable, [numbers[p] for p in kept])[0], bad
    return pa.table({**arrays, "payload": pa.array(numbers, pa.int64())}), []


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the cyclic collector from walking millions of parsed values that all stay in use."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


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
        if dtype == "date":
            return pa.array(_days_since_1970(values), pa.int32()).cast(pa.date32())
        return pa.array(values, arrow_type(dtype))
    except (AttributeError, pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return None


def _days_since_1970(values: Sequence[Any]) -> list[int | None]:
    """Dates as Arrow keeps them; Arrow's own way from date objects takes ten times as long."""
    return [None if day is None else day.toordinal() - EPOCH for day in values]


def _bad_row(stream: Stream, columns: Columns, position: int, column: str, number: int) -> BadRow:
    row = {name: columns[name][position] for name in stream.columns}
    return BadRow(
        day=None,
        payload=number,
        key=json.dumps({name: row[name] for name in stream.key}, default=str),
        rule=f"readable as {stream.columns[column]}",
        column=column,
        value=str(row[column]),
        row=json.dumps(row, default=str),
    )
