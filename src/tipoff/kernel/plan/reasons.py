"""The reasons why a date or a payload is to be worked on.

An example. ``recent_mean`` reads ``sale`` of the three days before each date (``past(3)``). The 4th
of January is corrected, which changes that date's content in ``sale``. The entries of
``recent_mean`` for the 5th, 6th and 7th were made from windows that contain the 4th, so the digests
of their input no longer match: "sale changed (3)". Those dates are computed again. If the 7th's
rows come out the same, its content stays the same too, and the tables that read the 7th are not
computed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """The kinds of reasons."""

    NEW = "new"
    NEW_PAYLOAD = "new payload"
    EMPTY = "no rows yet"
    CODE = "code changed"
    COLUMNS = "columns changed"
    INPUTS = "changed"
    """The content of a named input's window has changed since the entry was made."""
    MAY_CHANGE = "may change"
    """A named input is to be computed itself, and its rows may change."""
    UNEXPECTED = "no longer expected"
    GONE = "counts no longer"
    """A payload whose rows are in the table, but which is no longer in effect."""
    UNUSED = "not in the table yet"
    """A payload in effect whose rows are not in the table."""
    DUE = "may fall due by the clock"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the inputs that it concerns."""

    why: Why
    inputs: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{', '.join(self.inputs)} {self.why.value}" if self.inputs else self.why.value
