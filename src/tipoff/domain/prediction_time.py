"""The times before tip-off at which a slate is looked at."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class PredictionTime(StrEnum):
    """When a slate is looked at: what is published later is not known."""

    MORNING = "morning"
    """Eight hours before tip-off: by the day's first injury reports, with no inactive list."""
    BEFORE_TIP = "before-tip"
    """Half an hour before: the inactive list is known."""

    @property
    def before(self) -> timedelta:
        """Return how long before tip-off it is."""
        return timedelta(hours=8) if self is PredictionTime.MORNING else timedelta(minutes=30)


SAME_WAVE = timedelta(minutes=10)
"""Tip-offs this close together are one wave: half an hour before its first all are looked at."""
MORNING_ENDS = PredictionTime.BEFORE_TIP.before + SAME_WAVE
"""How long before a tip-off the morning's predictions end and those before tip-off begin: late
enough that no game is written with an earlier wave, early enough for the last game of its own."""
