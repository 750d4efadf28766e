"""How old lines were: no claim about the market means anything without it.

A line captured five hours before tip-off has not seen the lineups that a prediction half an hour
before tip-off knows. Beating it shows that news moves lines, not that a model knows more.
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
"""Population -> minutes from capture to tip-off, from and below."""
UNKNOWN_AGE = "line of unknown age"
MINUTES_BEFORE_TIP = "date_diff('second', captured_at, tip_at) / 60.0"
"""An SQL expression of a line's age in minutes; NULL where its capture is not known."""


def by_age(minutes: FloatArray) -> dict[str, BoolArray]:
    """Return which lines are of each age, by population, shape (n,) each."""
    found = {name: (minutes >= low) & (minutes < high) for name, (low, high) in AGES.items()}
    return {**found, UNKNOWN_AGE: np.isnan(minutes)}
