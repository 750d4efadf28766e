"""Rows in groups, as arrays, without a Python object per row."""

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
    """Yield ``in_groups`` of a query.

    Args:
        rows: the tables.
        columns: name -> SQL expression of a number.
        keys: SQL columns of text that name a group.
        source: what follows FROM; it has a ``game_date``.
    """
    numbers = (f"({sql})::DOUBLE AS {name}" for name, sql in columns.items())
    found = rows.arrow(f"SELECT {', '.join(['game_date', *keys, *numbers])} FROM {source}")
    return in_groups(found, keys, list(columns))


def in_groups(
    found: pa.Table, keys: Sequence[str], numbers: Sequence[str]
) -> Iterator[tuple[Group, dict[str, FloatArray]]]:
    """Yield each group's key and its numbers, NaN where NULL, in the order of dates.

    Args:
        found: rows with a ``game_date``.
        keys: columns of text that name a group.
        numbers: columns of numbers.

    Returns:
        Of each group the arrays of ``numbers``, and ``day``: the date as days since 1970.
    """
    if not found.num_rows:
        return
    named = [_ranked(found[key]) for key in keys]
    ranks = [rank for _, rank in named]
    values = {"day": found["game_date"].cast("int32").to_numpy().astype(np.float64)}
    values |= {name: _numbers(found[name]) for name in numbers}
    order = np.lexsort([values["day"], *reversed(ranks)])
    starts = np.zeros(found.num_rows, bool)
    starts[0] = True
    for rank in ranks:
        starts[1:] |= np.diff(rank[order]) != 0
    values = {name: each[order] for name, each in values.items()}
    bounds = [*np.flatnonzero(starts).tolist(), found.num_rows]
    groups = zip(*(texts[rank[order[bounds[:-1]]]] for texts, rank in named), strict=True)
    for group, (first, last) in zip(groups, pairwise(bounds), strict=True):
        yield group, {name: each[first:last] for name, each in values.items()}


def _numbers(column: pa.ChunkedArray) -> FloatArray:
    return np.asarray(column.cast("float64").to_numpy(), dtype=np.float64)


def _ranked(column: pa.ChunkedArray) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.int16]]:
    """Return the texts of a column in order, and which of them each row has, shape (n,)."""
    words = column.combine_chunks().dictionary_encode()
    texts = np.array(words.dictionary.to_pylist(), dtype=object)
    order = np.argsort(texts)
    place = np.argsort(order).astype(np.int16)
    return texts[order], np.asarray(place[words.indices.to_numpy()])
