"""What other tables hold of each row's game and player, in the rows' order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.features.arrays import numbers, places, taken

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray
    from tipoff.kernel.declare.annotations import Frame


def lookup(rows: Frame, other: Frame, column: str) -> FloatArray:
    """Return a column of another table at each row's game and player, NaN where it has none."""
    return taken(numbers(other, column), places(rows, other))
