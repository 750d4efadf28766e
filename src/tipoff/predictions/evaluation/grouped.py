"""Group rows into NumPy arrays without creating a Python object per row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt
    import pyarrow as pa

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.reading import Rows

Group = tuple[str, ...]


def grouped(
    rows: Rows, columns: Mapping[str, str], keys: Sequence[str], source: str
) -> Iterator[tuple[Group, dict[str, FloatArray]]]:
    """Run a query and yield its rows by group, as ``in_groups`` does.

    Args:
        rows: a reader of the tables.
        columns: name -> SQL expression of a number.
        keys: SQL text columns that identify a group.
        source: the SQL after FROM; its rows have a ``game_date``.
    """
    numbers = (f"({sql})::DOUBLE AS {name}" for name, sql in columns.items())
    table = rows.arrow(f"SELECT {', '.join(['game_date', *keys, *numbers])} FROM {source}")
    return in_groups(table, keys, list(columns))


def in_groups(
    table: pa.Table, keys: Sequence[str], numbers: Sequence[str]
) -> Iterator[tuple[Group, dict[str, FloatArray]]]:
    """Yield each group's key and its numbers in date order, NaN where NULL.

    Args:
        table: rows with a ``game_date``.
        keys: text columns that identify a group.
        numbers: numeric columns.

    Returns:
        For each group, the arrays of ``numbers`` and ``day``, the date as days since 1970.
    """
    if not table.num_rows:
        return
    ranked_keys = [_ranked(table[key]) for key in keys]
    ranks = [rank for _, rank in ranked_keys]
    values = {"day": table["game_date"].cast("int32").to_numpy().astype(np.float64)}
    values |= {name: _numbers(table[name]) for name in numbers}
    order = np.lexsort([values["day"], *reversed(ranks)])
    starts = np.zeros(table.num_rows, bool)
    starts[0] = True
    for rank in ranks:
        starts[1:] |= np.diff(rank[order]) != 0
    values = {name: each[order] for name, each in values.items()}
    bounds = [*np.flatnonzero(starts).tolist(), table.num_rows]
    groups = zip(*(texts[rank[order[bounds[:-1]]]] for texts, rank in ranked_keys), strict=True)
    for group, (first, last) in zip(groups, pairwise(bounds), strict=True):
        yield group, {name: each[first:last] for name, each in values.items()}


def _numbers(column: pa.ChunkedArray) -> FloatArray:
    return np.asarray(column.cast("float64").to_numpy(), dtype=np.float64)


def _ranked(column: pa.ChunkedArray) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.int16]]:
    """Return a column's distinct texts, sorted, and the index of each row's text, shape (n,)."""
    words = column.combine_chunks().dictionary_encode()
    texts = np.array(words.dictionary.to_pylist(), dtype=object)
    order = np.argsort(texts)
    place = np.argsort(order).astype(np.int16)
    return texts[order], np.asarray(place[words.indices.to_numpy()])
