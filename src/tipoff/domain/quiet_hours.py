"""Quiet hours: when only what cannot wait is told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain.league_time import EASTERN

if TYPE_CHECKING:
    from datetime import datetime

WRITTEN = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one hour to another, US Eastern; none where both are the same.

    From 23 to 8 they begin at 23:00 and end at 8:00 of the next morning.
    """

    first: int = 0
    last: int = 0

    @classmethod
    def parse(cls, text: str) -> QuietHours:
        """Return the hours that a text like "23-8" names; none of an empty one.

        Raises:
            ValueError: it names none.
        """
        if not text:
            return cls()
        found = WRITTEN.fullmatch(text.strip())
        if found is None or not all(0 <= int(hour) < 24 for hour in found.groups()):
            raise ValueError('not hours like "23-8"')
        return cls(int(found[1]), int(found[2]))

    def cover(self, now: datetime) -> bool:
        """Return whether a time lies in them."""
        hour = now.astimezone(EASTERN).hour
        if self.first <= self.last:
            return self.first <= hour < self.last
        return hour >= self.first or hour < self.last
