"""Convert a payload's columns, as they were sent, to typed Arrow columns."""

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
    """Return a payload's columns, by their names in the response, with the values as sent.

    Raises:
        PayloadError: a column is missing, or the columns have different lengths.
    """
    columns = stream.parse(payload)
    refuse_drift(stream, columns)
    if len({len(values) for values in columns.values()}) > 1:
        raise PayloadError(f"{stream.name}: columns of different lengths")
    return columns


def refuse_drift(stream: Stream, columns: Columns, *, types: bool = False) -> None:
    """Refuse columns that do not match the declared ones; compare types only if ``types``.

    Raises:
        PayloadError: they do not; the message lists the columns missing, retyped and new.
    """
    if types or any(name not in columns for name in stream.columns):
        difference = drift(stream, columns, types=types)
        if difference.refuses:
            raise PayloadError(f"{stream.name}: {difference}")


def typed(
    stream: Stream, columns: Columns, numbers: Sequence[int]
) -> tuple[pa.Table, list[BadRow]]:
    """Return the typed rows, and as bad rows those that have a value of another type.

    The columns have their names in the response; the column ``payload`` is added.

    Args:
        stream: the stream, with the names and types of the columns.
        columns: the values of any number of payloads.
        numbers: the number of the payload that each row is from.
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
def gc_paused() -> Iterator[None]:
    """Pause garbage collection, which would visit millions of parsed values that are all in use."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
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
