"""From a payload's columns, as they were sent, to typed Arrow columns."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import BadRow
from tipoff.kernel.declare.arrow import readable, typed_array
from tipoff.kernel.errors import PayloadError
from tipoff.kernel.parse.drift import drift

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyarrow as pa

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Columns, Stream


def read_columns(stream: Stream, payload: Payload) -> Columns:
    """Return a payload's values under their wire names, as they were sent.

    Raises:
        PayloadError: the payload as a whole is not what the stream expects.
    """
    columns = stream.parse(payload)
    refuse_drift(stream, columns)
    if len({len(values) for values in columns.values()}) > 1:
        raise PayloadError(f"{stream.name}: columns of different lengths")
    return columns


def refuse_drift(stream: Stream, columns: Columns, *, types: bool = False) -> None:
    """Refuse columns that are not the stream's.

    Raises:
        PayloadError: with the difference: columns missing, retyped and new.
    """
    if types or any(name not in columns for name in stream.columns):
        found = drift(stream, columns, types=types)
        if found.refuses:
            raise PayloadError(f"{stream.name}: {found}")


def typed(
    stream: Stream, columns: Columns, numbers: Sequence[int]
) -> tuple[pa.Table, list[BadRow]]:
    """Return rows under their wire names, with the column ``payload``, and the unreadable ones.

    A row with a value that is not of its column's type is unreadable: it is set aside alone.

    Args:
        stream: names and types the columns.
        columns: the values, of any number of payloads.
        numbers: of each row, which payload it is from.
    """
    import pyarrow as pa

    unreadable: dict[int, str] = {}
    arrays = {name: typed_array(columns[name], dtype) for name, dtype in stream.columns.items()}
    for name in [name for name, array in arrays.items() if array is None]:
        for position, value in enumerate(columns[name]):
            if not readable([value], stream.columns[name]):
                unreadable.setdefault(position, name)
    if unreadable:
        bad = [_bad_row(stream, columns, p, c, numbers[p]) for p, c in sorted(unreadable.items())]
        kept = [p for p in range(len(numbers)) if p not in unreadable]
        good = {name: [columns[name][p] for p in kept] for name in stream.columns}
        return typed(stream, good, [numbers[p] for p in kept])[0], bad
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
