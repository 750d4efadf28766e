"""Prediction times: when a slate is predicted, relative to tip-off."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum


class PredictionTime(StrEnum):
    """When a slate is predicted: only information published before that time is used."""

    MORNING = "morning"
    """Eight hours before tip-off, with the day's first injury reports and no inactive list."""
    BEFORE_TIP = "before-tip"
    """Half an hour before tip-off, when the inactive list is known."""

    @property
    def before(self) -> timedelta:
        """Return the length of time between prediction and tip-off."""
        return timedelta(hours=8) if self is PredictionTime.MORNING else timedelta(minutes=30)


SAME_WAVE = timedelta(minutes=10)
"""Games that tip off this close together form one wave, which is predicted as a whole half an hour
before its first tip-off."""
MORNING_ENDS = PredictionTime.BEFORE_TIP.before + SAME_WAVE
"""How long before a tip-off its morning predictions end and its predictions before tip-off begin:
short enough that no game falls into an earlier wave, long enough for the last game of its own."""
