"""The entries of a table by date, and digests of its content in windows of dates."""

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
    """The ledger's entries of one table.

    Running sums of the dates' digests make the digest of any window a difference of two sums.
    """

    entries: Mapping[date, Entry]

    @cached_property
    def days(self) -> list[date]:
        """The dates that hold rows, sorted."""
        return sorted(day for day, entry in self.entries.items() if entry.rows)

    @property
    def digest(self) -> str:
        """A digest of all its dates."""
        return f"{self.within(*ALWAYS):x}"

    @cached_property
    def _sums(self) -> list[int]:
        entries = ((day, self.entries[day]) for day in self.days)
        return list(
            accumulate((_mixed(d.toordinal(), e.rows, e.content) for d, e in entries), initial=0)
        )

    @cached_property
    def _ordinals(self) -> list[int]:
        return [day.toordinal() for day in self.days]

    @cached_property
    def _digests(self) -> dict[tuple[int, int, tuple[int, ...]], list[int]]:
        return {}

    def within(self, first: date, last: date) -> int:
        """Return a digest of the content of the dates from ``first`` to ``last``, both included."""
        return self._within(first.toordinal(), last.toordinal())

    def around(self, days: tuple[int, ...], window: Days) -> list[int]:
        """Return, for each of some dates, given as ordinals, a digest of its window."""
        key = (window.first, window.last, days)
        digests = self._digests.get(key)
        if digests is None:  # many tables read the same windows
            first, last = window.first, window.last
            digests = [self._within(day + first, day + last) for day in days]
            self._digests[key] = digests
        return digests

    def _within(self, first: int, last: int) -> int:
        """Return the digest of a window: the sum of its dates' digests, modulo 2 to the 64.

        It is the difference of two running sums, so a window of three years costs as much as a
        window of one day.
        """
        low, high = bisect_left(self._ordinals, first), bisect_right(self._ordinals, last)
        return (self._sums[high] - self._sums[low]) % MODULUS


@cache
def _mixed(day: int, rows: int, content: int) -> int:
    """Return a digest of a date's rows; cached, since most dates of a table do not change."""
    text = f"{day}:{rows}:{content:x}".encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest())
