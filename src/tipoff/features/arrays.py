"""Columns of Arrow rows as NumPy arrays, for features that are not relational."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    import pyarrow as pa

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


def numbers(rows: pa.Table, name: str) -> FloatArray:
    """Return a column as floats, shape (n,); NULL is NaN."""
    return np.asarray(rows[name].cast("float64").to_numpy(), dtype=np.float64)


def flags(rows: pa.Table, name: str) -> BoolArray:
    """Return a boolean column, shape (n,); NULL is false."""
    return np.asarray(rows[name].fill_null(False).to_numpy(), dtype=bool)


def equal(rows: pa.Table, name: str, value: Any) -> BoolArray:
    """Return where a column has a value, shape (n,); NULL is no value."""
    import pyarrow.compute as pc

    return np.asarray(pc.equal(rows[name], value).fill_null(False).to_numpy(), dtype=bool)


def is_on(rows: pa.Table, days: Iterable[date]) -> BoolArray:
    """Return which rows are of the given game dates, shape (n,)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(list(days), pa.date32())
    return np.asarray(pc.is_in(rows["game_date"], value_set=wanted).to_numpy(), dtype=bool)


def on_dates(rows: pa.Table, days: Iterable[date]) -> pa.Table:
    """Return the rows of the given game dates."""
    return chosen(rows, is_on(rows, days))


def places(
    rows: pa.Table, other: pa.Table, on: Sequence[str] = ("game_id", "player_id")
) -> IntArray:
    """Return the place in another table of each row's game and player, shape (n,); -1 for none."""
    mine, theirs = np.zeros(rows.num_rows, np.int64), np.zeros(other.num_rows, np.int64)
    for name in on:
        known = other[name].unique()
        mine, theirs = (
            _numbered(number, table[name], known)
            for number, table in ((mine, rows), (theirs, other))
        )
    if not other.num_rows:
        return np.full(rows.num_rows, -1, np.int64)
    order = np.argsort(theirs, kind="stable")
    found = np.searchsorted(theirs, mine, sorter=order)
    place = order[np.minimum(found, other.num_rows - 1)]
    return np.where((theirs[place] == mine) & (mine >= 0), place, -1)


def _numbered(number: IntArray, column: pa.ChunkedArray, known: pa.Array) -> IntArray:
    """Return numbers that tell a further column's values apart too; -1 for what is not known."""
    import pyarrow.compute as pc

    of_value = pc.index_in(column, value_set=known, skip_nulls=True).fill_null(-1).to_numpy()
    return np.where((number < 0) | (of_value < 0), -1, number * len(known) + of_value)


def among(rows: pa.Table, other: pa.Table) -> BoolArray:
    """Return whether each row's game and player are in another table, shape (n,)."""
    return places(rows, other) >= 0


def taken(values: FloatArray, place: IntArray) -> FloatArray:
    """Return the values at some places, NaN at -1."""
    found = np.full(len(place), np.nan)
    there = place >= 0
    found[there] = values[place[there]]
    return found


def widened(rows: pa.Table, other: pa.Table) -> pa.Table:
    """Return the rows whose game and player are in another table, with its columns beside theirs.

    A column that both have is the rows' own.
    """
    import pyarrow as pa

    place = places(rows, other)
    rows, place = chosen(rows, place >= 0), place[place >= 0]
    held = set(rows.column_names)
    # A table is made once: each column that is appended to one copies the whole list of columns.
    added = {n: other[n].take(place) for n in other.column_names if n not in held}
    fields = [*rows.schema, *(pa.field(n, column.type) for n, column in added.items())]
    return pa.Table.from_arrays(
        [*rows.columns, *added.values()], schema=pa.schema(fields, rows.schema.metadata)
    )


def codes(rows: pa.Table, names: Sequence[str]) -> IntArray:
    """Return a number for each distinct combination of columns, shape (n,)."""
    import pyarrow as pa

    found: Any = np.zeros(rows.num_rows, np.int64)
    for name in names:
        own = rows[name].combine_chunks()
        own = own.chunk(0) if isinstance(own, pa.ChunkedArray) and own.num_chunks else own
        indices = own.dictionary_encode().indices.to_numpy()
        found = found * (int(indices.max(initial=0)) + 1) + indices
    return np.unique(found, return_inverse=True)[1].astype(np.int64)


def parted(rows: pa.Table, name: str) -> dict[str, pa.Table]:
    """Return the rows of each value of a column that has no NULL, in their order."""
    encoded = rows[name].combine_chunks().dictionary_encode()
    indices = encoded.indices.to_numpy()
    order = np.argsort(indices, kind="stable")
    parts, ends = (
        rows.take(order),
        np.cumsum(np.bincount(indices, minlength=len(encoded.dictionary))),
    )
    return {
        value: parts.slice(int(end - size), int(size))
        for value, end, size in zip(
            encoded.dictionary.to_pylist(), ends, np.diff(ends, prepend=0), strict=True
        )
    }


def chosen(rows: pa.Table, keep: BoolArray) -> pa.Table:
    """Return the rows at which ``keep`` is true."""
    return rows.take(np.flatnonzero(keep))
