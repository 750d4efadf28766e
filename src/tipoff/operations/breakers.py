"""Circuit breakers: what fails again and again is left alone for a while, and then probed once.

A breaker counts the failures of a source or a table in a row. From ``MAX_FAILURES`` on it is open:
nothing is asked of the source, and the rest goes on without it. After a while, which doubles with
each further failure, it is half open: one try is let through as a probe. If that succeeds the
breaker closes; if not, it opens again. All follows from three values and the clock, which the
catalog keeps; what cannot be read counts as open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.values import as_text, as_timestamp

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog

MAX_FAILURES = 4
"""The failures in a row from which on a breaker is open."""
FIRST_REST, LONGEST_REST = timedelta(minutes=30), timedelta(hours=12)
"""How long it stays open after the first of these failures, and at most."""
SOURCE, TABLE = "source", "table"
"""What a breaker can be of; the first part of its name."""


class BreakerState(StrEnum):
    """Whether what a breaker guards may be tried."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"
    """The next try is a probe."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """The failures in a row of one source or table."""

    name: str
    """As in ``source odds`` or ``table prop_price``."""
    failures: int = 0
    failed_at: datetime | None = None
    """UTC: the last of them."""
    reason: str = ""
    """Of the last of them, in one line."""
    circumstances: str = ""
    """Of a table a digest of what the last of them followed from; others are counted anew."""
    unreadable: str = ""
    """Why the state cannot be read; it then counts as open."""

    @property
    def probe_at(self) -> datetime | None:
        """From when on an open breaker lets a probe through; None of one that is closed."""
        if self.failures < MAX_FAILURES or self.failed_at is None:
            return None
        doublings = min(self.failures - MAX_FAILURES, 10)
        return self.failed_at + min(FIRST_REST * (1 << doublings), LONGEST_REST)

    def state(self, now: datetime) -> BreakerState:
        """Return whether a try is let through at a time."""
        if self.unreadable:
            return BreakerState.OPEN
        if self.probe_at is None:
            return BreakerState.CLOSED
        return BreakerState.OPEN if now < self.probe_at else BreakerState.HALF_OPEN

    def why_open(self) -> str:
        """Return in one line why nothing is let through, and until when."""
        if self.unreadable:
            return f"the state of its breaker cannot be read ({self.unreadable})"
        until = "" if self.probe_at is None else f"; tried again from {self.probe_at:%H:%M} UTC on"
        return f"left alone after {self.failures} failures in a row: {self.reason}{until}"


@dataclass(frozen=True)
class BreakerStore:
    """The breakers that a catalog keeps; one that is not there is closed."""

    catalog: Catalog

    def breaker(self, kind: str, name: str) -> Breaker:
        """Return the breaker of a source or a table; open, if it cannot be read."""
        full = f"{kind} {name}"
        try:
            rows = self.catalog.query(
                "SELECT failures, failed_at, reason, circumstances FROM breaker WHERE name = ?",
                [full],
            )
            return _read(full, *rows[0]) if rows else Breaker(full)
        except Exception as error:
            return Breaker(full, unreadable=str(error) or type(error).__name__)

    def record(
        self, kind: str, name: str, failure: str, now: datetime, circumstances: str = ""
    ) -> None:
        """Enter how a try ended: with a failure, or well if that is empty.

        A failure in other circumstances than the last one's is the first of a row.
        """
        full = f"{kind} {name}"
        if not failure:
            self.catalog.query("DELETE FROM breaker WHERE name = ?", [full])
            return
        self.catalog.query(
            "INSERT INTO breaker VALUES (?, 1, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
            " failures = CASE WHEN breaker.circumstances = excluded.circumstances"
            " THEN breaker.failures + 1 ELSE 1 END, failed_at = excluded.failed_at,"
            " reason = excluded.reason, circumstances = excluded.circumstances",
            [full, as_text(now), failure, circumstances],
        )


def breakers(catalog: Catalog) -> list[Breaker]:
    """Return every breaker that counts a failure, by name; what cannot be read is open."""
    names = [name for (name,) in catalog.query("SELECT name FROM breaker ORDER BY name")]
    store = BreakerStore(catalog)
    return [store.breaker(*name.split(" ", 1)) for name in names]


def _read(
    name: str, failures: object, failed_at: object, reason: object, circumstances: object
) -> Breaker:
    """Return a breaker as it is kept.

    Raises:
        ValueError: a value is none that a breaker has.
    """
    if not isinstance(failures, int) or failures < 1:
        raise ValueError(f"{failures!r} is no number of failures")
    at = as_timestamp(str(failed_at))
    if at.tzinfo is None:
        raise ValueError(f"{failed_at!r} is no time")
    return Breaker(name, failures, at, str(reason), str(circumstances))
