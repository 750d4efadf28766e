"""What a table holds, date by date, and digests of what lies in windows of dates."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import ALWAYS, Entry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tipoff.kernel.declare.inputs import Days

MODULUS = 1 << 64


@dataclass(frozen=True)
class Contents:
    """What the ledger holds of one table, its hashes summed so that a window costs two look-ups."""

    entries: Mapping[date, Entry]

    @cached_property
    def days(self) -> list[date]:
        """The dates that hold rows, sorted."""
        return sorted(day for day, entry in self.entries.items() if entry.rows)

    @property
    def digest(self) -> str:
        """A digest of all that it holds."""
        return f"{self.within(*ALWAYS):x}"

    @cached_property
    def _sums(self) -> list[int]:
        held = ((day, self.entries[day]) for day in self.days)
        return list(
            accumulate((_mixed(d.toordinal(), e.rows, e.content) for d, e in held), initial=0)
        )

    @cached_property
    def _ordinals(self) -> list[int]:
        return [day.toordinal() for day in self.days]

    @cached_property
    def _digests(self) -> dict[tuple[int, int, tuple[int, ...]], list[int]]:
        return {}

    def within(self, first: date, last: date) -> int:
        """Return a digest of what the dates from ``first`` to ``last`` hold, in no order."""
        return self._within(first.toordinal(), last.toordinal())

    def around(self, days: tuple[int, ...], window: Days) -> list[int]:
        """Return, for each of some dates, given as ordinals, a digest of a window around it."""
        asked = (window.first, window.last, days)
        digests = self._digests.get(asked)
        if digests is None:  # the same windows are asked for by every reader
            first, last = window.first, window.last
            digests = [self._within(day + first, day + last) for day in days]
            self._digests[asked] = digests
        return digests

    def _within(self, first: int, last: int) -> int:
        """Return the digest of a window: the sum of its dates' digests, modulo 2 to the 64.

        It is the difference of two running sums, so a window of three years costs as much as one
        of a day.
        """
        low, high = bisect_left(self._ordinals, first), bisect_right(self._ordinals, last)
        return (self._sums[high] - self._sums[low]) % MODULUS


@cache
def _mixed(day: int, rows: int, content: int) -> int:
    """Return a digest of a date's rows; kept, as a table's other dates are mostly as they were."""
    stated = f"{day}:{rows}:{content:x}".encode()
    return int.from_bytes(hashlib.blake2b(stated, digest_size=8).digest())
