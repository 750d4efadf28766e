"""Circuit breakers of tables: a table that keeps failing in the same way is skipped for a while.

A table is determined by its code and its inputs. If a check blocks it, or its code raises an
error, it will fail again until one of the two changes. Unattended operation therefore leaves it
alone, together with the tables that read it. The table is tried again at once when its code or
inputs change, or as a probe after a rest. Failures that may pass by themselves, such as a full
disk, do not count. A run by hand tries every table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.errors import Blocked, TipoffError
from tipoff.operations.breakers import TABLE, BreakerState, BreakerStore, breakers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tipoff.kernel.run.report import TableReport


@dataclass(frozen=True)
class TableBreakers:
    """The breakers of tables in one pass of the unattended day."""

    store: BreakerStore
    now: datetime
    """UTC: when the pass began."""

    def why_left_alone(self, table: str, circumstances: str) -> str:
        """Return why a table must not be computed in these circumstances; empty if it may."""
        breaker = self.store.breaker(TABLE, table)
        if breaker.state(self.now) is not BreakerState.OPEN:
            return ""
        changed = not breaker.unreadable and breaker.circumstances != circumstances
        return "" if changed else breaker.why_open()

    def record(self, reports: Iterable[TableReport]) -> None:
        """Count the failures of a run, and close the breakers of tables that succeeded."""
        names = {each.name for each in breakers(self.store.catalog)}
        for each in reports:
            if each.was_left_alone:
                continue
            if each.failure is None:
                if f"{TABLE} {each.table}" in names:
                    self.store.record(TABLE, each.table, "", self.now)
            elif is_permanent(each.failure):
                reason = str(each.failure)
                self.store.record(TABLE, each.table, reason, self.now, each.circumstances)


def is_permanent(failure: TipoffError) -> bool:
    """Return whether a failure is determined by code and inputs: a closed gate or a code error."""
    cause = failure.__cause__
    if cause is None:
        return isinstance(failure, Blocked)
    return not isinstance(cause, OSError | MemoryError | TipoffError)
