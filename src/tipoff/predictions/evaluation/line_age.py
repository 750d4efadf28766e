"""The age of lines at tip-off, without which no claim about the market means anything.

A line captured five hours before tip-off has not seen the lineups that a prediction half an hour
before tip-off uses. Beating it shows that news moves lines, not that the model is better.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tipoff.features.arrays import BoolArray, FloatArray

AGES = {
    "line younger than 15 min": (0.0, 15.0),
    "line of 15 min to 1 h": (15.0, 60.0),
    "line of 1 to 3 h": (60.0, 180.0),
    "line of 3 h and more": (180.0, np.inf),
}
"""Population -> range of minutes from capture to tip-off: from the first, below the second."""
UNKNOWN_AGE = "line of unknown age"
MINUTES_BEFORE_TIP = "date_diff('second', captured_at, tip_at) / 60.0"
"""SQL expression for a line's age in minutes; NULL where the capture time is unknown."""


def by_age(minutes: FloatArray) -> dict[str, BoolArray]:
    """Return a mask of the lines in each age population, shape (n,) each."""
    known_ages = {name: (minutes >= low) & (minutes < high) for name, (low, high) in AGES.items()}
    return {**known_ages, UNKNOWN_AGE: np.isnan(minutes)}
