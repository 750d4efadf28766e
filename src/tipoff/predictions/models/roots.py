"""Where rising functions cross zero, for many rows at once.

The Illinois method (Dowell & Jarratt, A modified regula falsi method, 1971): a straight line
through both ends of a bracket crosses zero near the root, and takes the place of one end; an end
that stays twice counts half, so that the bracket closes from both sides. Nearly straight functions
take six or seven steps where halving the bracket would take twenty-four.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tipoff.features.arrays import FloatArray, IntArray

Rising = Callable[["FloatArray", "IntArray"], "FloatArray"]
"""Returns the functions of some rows at a point each; rows by their places."""
CLOSE = 1e-8
"""How near zero a function must be."""
MAX_STEPS = 60
"""Far more than any function that is nearly straight has been seen to need."""


def roots(function: Rising, low: float, high: float, rows: int) -> FloatArray:
    """Return where each row's rising function is zero, shape (rows,).

    A row whose function does not cross zero in the bracket has the end that is nearer to it; one
    whose function is NaN there has NaN. A row stops by itself, so that its root is the same
    whatever rows are beside it.
    """
    place = np.arange(rows)
    left, right = np.full(rows, low), np.full(rows, high)
    below, above = function(left, place), function(right, place)
    found = np.where(below >= 0, left, right)
    found[np.isnan(below + above)] = np.nan
    last = np.zeros(rows)
    place = np.flatnonzero((below < 0) & (above > 0))
    for _ in range(MAX_STEPS):
        if not len(place):
            break
        share = below[place] / (below[place] - above[place])
        middle = left[place] + share * (right[place] - left[place])
        value = function(middle, place)
        found[place] = middle
        side = np.sign(value)
        stays = np.where(side == last[place], 0.5, 1.0)
        is_left, is_right = place[side < 0], place[side > 0]
        left[is_left], below[is_left] = middle[side < 0], value[side < 0]
        right[is_right], above[is_right] = middle[side > 0], value[side > 0]
        above[is_left] *= stays[side < 0]
        below[is_right] *= stays[side > 0]
        last[place] = side
        place = place[np.abs(value) > CLOSE]
    return found
