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
    def _digests(self) -> dict[tuple[date, date], int]:
        return {}

    def within(self, first: date, last: date) -> int:
        """Return a digest of what the dates from ``first`` to ``last`` hold, in no order.

        The digest of a window is the sum of its dates' digests, modulo 2 to the 64: the
        difference of two running sums. So a window of three years costs as much as one of a day.
        """
        digest = self._digests.get((first, last))
        if digest is None:  # the same windows are asked for by every reader
            low, high = bisect_left(self.days, first), bisect_right(self.days, last)
            digest = (self._sums[high] - self._sums[low]) % MODULUS
            self._digests[first, last] = digest
        return digest


@cache
def _mixed(day: int, rows: int, content: int) -> int:
    """Return a digest of a date's rows; kept, as a table's other dates are mostly as they were."""
    stated = f"{day}:{rows}:{content:x}".encode()
    return int.from_bytes(hashlib.blake2b(stated, digest_size=8).digest())
