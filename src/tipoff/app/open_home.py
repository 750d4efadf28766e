"""An open home: a workspace to read from and write to, with a landing and a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tipoff.app.clock import now_of, today_of
from tipoff.kernel.lock import Lock
from tipoff.kernel.run.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date, datetime

    from tipoff.landing import PayloadStore


@dataclass(frozen=True)
class OpenHome(Workspace):
    """An open home: a workspace with a landing that sources can write to, and a clock."""

    landing: PayloadStore
    archive: bool = False
    """Whether the home is an archive of past seasons, in which nothing is stale."""
    lock: Lock = field(default_factory=Lock)
    """The lock that a writing process holds; for a reader, a lock that nobody holds."""

    @property
    def now(self) -> datetime:
        """The time for which runs are planned, in UTC."""
        return now_of(self.landing)

    @property
    def today(self) -> date:
        """The date of ``now`` in US Eastern time."""
        return today_of(self.landing)
