"""Circuit breakers: a source or table that keeps failing is skipped for a while, then probed once.

A breaker counts consecutive failures of a source or a table. At ``MAX_FAILURES`` it opens: the
source is not asked, or the table not computed, and the rest goes on without it. After a rest, which
doubles with each further failure, the breaker is half open: one try is let through as a probe. If
the probe succeeds the breaker closes; if not, it opens again. The state follows from the values in
the catalog and the time; a breaker that cannot be read counts as open.
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
"""Consecutive failures at which a breaker opens."""
FIRST_REST, MAX_REST = timedelta(minutes=30), timedelta(hours=12)
"""How long a breaker stays open after ``MAX_FAILURES`` failures, and at most."""
SOURCE, TABLE = "source", "table"
"""The kinds of breakers; the first part of a breaker's name."""


class BreakerState(StrEnum):
    """Whether the source or table of a breaker may be tried."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"
    """The next try is a probe."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """The consecutive failures of one source or table."""

    name: str
    """Kind and name, such as ``source odds`` or ``table prop_price``."""
    failures: int = 0
    failed_at: datetime | None = None
    """UTC: when the last failure happened."""
    reason: str = ""
    """Reason of the last failure, in one line."""
    circumstances: str = ""
    """For a table, a digest of its code and inputs at the last failure. After a failure
    under another digest, the count starts again."""
    unreadable: str = ""
    """Why the state cannot be read, which makes the breaker open; otherwise empty."""

    @property
    def probe_at(self) -> datetime | None:
        """When an open breaker lets a probe through; None if the breaker is closed."""
        if self.failures < MAX_FAILURES or self.failed_at is None:
            return None
        doublings = min(self.failures - MAX_FAILURES, 10)
        return self.failed_at + min(FIRST_REST * (1 << doublings), MAX_REST)

    def state(self, now: datetime) -> BreakerState:
        """Return the state at a time."""
        if self.unreadable:
            return BreakerState.OPEN
        if self.probe_at is None:
            return BreakerState.CLOSED
        return BreakerState.OPEN if now < self.probe_at else BreakerState.HALF_OPEN

    def why_open(self) -> str:
        """Return in one line why the breaker is open, and until when."""
        if self.unreadable:
            return f"the state of its breaker cannot be read ({self.unreadable})"
        until = "" if self.probe_at is None else f"; tried again from {self.probe_at:%H:%M} UTC on"
        return f"left alone after {self.failures} failures in a row: {self.reason}{until}"


@dataclass(frozen=True)
class BreakerStore:
    """The breakers in a catalog; one without a row is closed."""

    catalog: Catalog

    def breaker(self, kind: str, name: str) -> Breaker:
        """Return the breaker of a source or a table; it is open if it cannot be read."""
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
        """Record how a try ended: with a failure, or successfully if ``failure`` is empty.

        After a failure in other circumstances than the last one, the count starts again.
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
    """Return every breaker with a failure, by name; one that cannot be read is open."""
    names = [name for (name,) in catalog.query("SELECT name FROM breaker ORDER BY name")]
    store = BreakerStore(catalog)
    return [store.breaker(*name.split(" ", 1)) for name in names]


def _read(
    name: str, failures: object, failed_at: object, reason: object, circumstances: object
) -> Breaker:
    """Return a breaker from the values of its row.

    Raises:
        ValueError: a value is not valid for a breaker.
    """
    if not isinstance(failures, int) or failures < 1:
        raise ValueError(f"{failures!r} is not a number of failures")
    at = as_timestamp(str(failed_at))
    if at.tzinfo is None:
        raise ValueError(f"{failed_at!r} is not a timestamp with its time zone")
    return Breaker(name, failures, at, str(reason), str(circumstances))
