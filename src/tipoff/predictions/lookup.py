"""Look up columns of other tables by game and player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.arrays import numbers, row_indices, values_at

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame


def lookup(rows: Frame, other: Frame, column: str) -> FloatArray:
    """Return another table's column for each row's game and player, NaN where it has no row."""
    return values_at(numbers(other, column), row_indices(rows, other))
