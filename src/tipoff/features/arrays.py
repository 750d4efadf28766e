"""Columns of Arrow tables as NumPy arrays, for features that are not computed in SQL."""

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
    """Return whether each row of a column equals a value, shape (n,); NULL equals nothing."""
    import pyarrow.compute as pc

    return np.asarray(pc.equal(rows[name], value).fill_null(False).to_numpy(), dtype=bool)


def is_on(rows: pa.Table, days: Iterable[date]) -> BoolArray:
    """Return whether each row is of one of the given game dates, shape (n,)."""
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(list(days), pa.date32())
    return np.asarray(pc.is_in(rows["game_date"], value_set=wanted).to_numpy(), dtype=bool)


def on_dates(rows: pa.Table, days: Iterable[date]) -> pa.Table:
    """Return the rows of the given game dates."""
    return rows_where(rows, is_on(rows, days))


def row_indices(
    rows: pa.Table, other: pa.Table, on: Sequence[str] = ("game_id", "player_id")
) -> IntArray:
    """Return the index of the matching row of another table, shape (n,); -1 where there is none.

    Rows match if they have the same values in all columns ``on``.
    """
    keys, other_keys = np.zeros(rows.num_rows, np.int64), np.zeros(other.num_rows, np.int64)
    for name in on:
        known = other[name].unique()
        keys, other_keys = (
            _extended(key, table[name], known) for key, table in ((keys, rows), (other_keys, other))
        )
    if not other.num_rows:
        return np.full(rows.num_rows, -1, np.int64)
    order = np.argsort(other_keys, kind="stable")
    rank = np.searchsorted(other_keys, keys, sorter=order)
    index = order[np.minimum(rank, other.num_rows - 1)]
    return np.where((other_keys[index] == keys) & (keys >= 0), index, -1)


def _extended(key: IntArray, column: pa.ChunkedArray, known: pa.Array) -> IntArray:
    """Return keys that also distinguish the values of a further column; -1 for unknown values."""
    import pyarrow.compute as pc

    code = pc.index_in(column, value_set=known, skip_nulls=True).fill_null(-1).to_numpy()
    return np.where((key < 0) | (code < 0), -1, key * len(known) + code)


def has_row_in(rows: pa.Table, other: pa.Table) -> BoolArray:
    """Return whether another table has a row of the same game and player, shape (n,)."""
    return row_indices(rows, other) >= 0


def values_at(values: FloatArray, index: IntArray) -> FloatArray:
    """Return the values at some indices; NaN at index -1."""
    result = np.full(len(index), np.nan)
    exists = index >= 0
    result[exists] = values[index[exists]]
    return result


def joined_rows(rows: pa.Table, other: pa.Table) -> pa.Table:
    """Return the inner join on game and player; a column that both have is taken from ``rows``."""
    import pyarrow as pa

    index = row_indices(rows, other)
    rows, index = rows_where(rows, index >= 0), index[index >= 0]
    own = set(rows.column_names)
    # The table is built in one step: appending a column copies the whole list of columns.
    added = {n: other[n].take(index) for n in other.column_names if n not in own}
    fields = [*rows.schema, *(pa.field(n, column.type) for n, column in added.items())]
    return pa.Table.from_arrays(
        [*rows.columns, *added.values()], schema=pa.schema(fields, rows.schema.metadata)
    )


def codes(rows: pa.Table, names: Sequence[str]) -> IntArray:
    """Return an integer for each distinct combination of values, shape (n,)."""
    import pyarrow as pa

    combined: Any = np.zeros(rows.num_rows, np.int64)
    for name in names:
        values = rows[name].combine_chunks()
        if isinstance(values, pa.ChunkedArray) and values.num_chunks:
            values = values.chunk(0)
        indices = values.dictionary_encode().indices.to_numpy()
        combined = combined * (int(indices.max(initial=0)) + 1) + indices
    return np.unique(combined, return_inverse=True)[1].astype(np.int64)


def rows_where(rows: pa.Table, keep: BoolArray) -> pa.Table:
    """Return the rows where ``keep`` is true."""
    return rows.take(np.flatnonzero(keep))
