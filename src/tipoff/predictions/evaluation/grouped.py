"""Rows of a query in groups, as arrays, without a Python object per row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.reading import Rows

Group = tuple[str, ...]


def grouped(
    rows: Rows, columns: Mapping[str, str], keys: Sequence[str], source: str
) -> Iterator[tuple[Group, dict[str, FloatArray]]]:
    """Yield each group's key and its numbers, NaN where NULL, in the order of dates.

    Args:
        rows: the tables.
        columns: name -> SQL expression of a number; ``day`` among them.
        keys: SQL columns of text that name a group.
        source: what follows FROM.
    """
    wanted = ", ".join([*keys, *(f"({sql})::DOUBLE AS {name}" for name, sql in columns.items())])
    found = rows.arrow(f"SELECT {wanted} FROM {source} ORDER BY {', '.join(keys)}, day")
    if not found.num_rows:
        return
    starts = np.zeros(found.num_rows, bool)
    starts[0] = True
    for key in keys:
        code = found[key].combine_chunks().dictionary_encode().indices.to_numpy()
        starts[1:] |= np.diff(code) != 0
    bounds = [*np.flatnonzero(starts), found.num_rows]
    numbers = {name: np.asarray(found[name].to_numpy(), dtype=np.float64) for name in columns}
    for first, last in pairwise(bounds):
        group = tuple(str(found[key][int(first)].as_py()) for key in keys)
        yield group, {name: values[first:last] for name, values in numbers.items()}
