"""Circuit breakers of tables: what fails the same way again and again is not computed each time.

A table follows from its code and its inputs. So one that a check blocks, or that fails by a fault
of its code, fails again while neither has changed; in unattended operation it is left alone then,
with what reads it, and tried anew at once when either changes, or as a probe after a rest. What
time or room can cure, such as a full disk, counts for nothing. A run by hand tries every table.
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
        """Return why a table is not computed in these circumstances; empty if it is."""
        breaker = self.store.breaker(TABLE, table)
        if breaker.state(self.now) is not BreakerState.OPEN:
            return ""
        changed = not breaker.unreadable and breaker.circumstances != circumstances
        return "" if changed else breaker.why_open()

    def record(self, reports: Iterable[TableReport]) -> None:
        """Count the failures of a run, and close the breakers of tables that are well."""
        counted = {each.name for each in breakers(self.store.catalog)}
        for each in reports:
            if each.was_left_alone:
                continue
            if each.failure is None:
                if f"{TABLE} {each.table}" in counted:
                    self.store.record(TABLE, each.table, "", self.now)
            elif is_permanent(each.failure):
                reason = str(each.failure)
                self.store.record(TABLE, each.table, reason, self.now, each.circumstances)


def is_permanent(failure: TipoffError) -> bool:
    """Return whether a failure follows from code and inputs alone: a closed gate, or a fault."""
    cause = failure.__cause__
    if cause is None:
        return isinstance(failure, Blocked)
    return not isinstance(cause, OSError | MemoryError | TipoffError)
