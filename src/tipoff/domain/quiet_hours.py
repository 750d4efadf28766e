"""Quiet hours: when only urgent alerts are sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain.league_time import EASTERN

if TYPE_CHECKING:
    from datetime import datetime

HOUR_RANGE = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours from ``first`` until ``last``, US Eastern; none if both are equal.

    From 23 to 8 they begin at 23:00 and end at 8:00 of the next morning.
    """

    first: int = 0
    last: int = 0

    @classmethod
    def parse(cls, text: str) -> QuietHours:
        """Parse a text like "23-8"; an empty text means no quiet hours.

        Raises:
            ValueError: the text does not have that form.
        """
        if not text:
            return cls()
        match = HOUR_RANGE.fullmatch(text.strip())
        if match is None or not all(0 <= int(hour) < 24 for hour in match.groups()):
            raise ValueError('not hours like "23-8"')
        return cls(int(match[1]), int(match[2]))

    def cover(self, now: datetime) -> bool:
        """Return whether a time lies within the quiet hours."""
        hour = now.astimezone(EASTERN).hour
        if self.first <= self.last:
            return self.first <= hour < self.last
        return hour >= self.first or hour < self.last
