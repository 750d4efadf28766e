"""A home while it is open: what is read from it and written to it, and its clock."""

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
    """An open home: a workspace whose landing sources can write to, and a clock."""

    landing: PayloadStore
    archive: bool = False
    """Whether it holds past seasons that nobody keeps up."""
    lock: Lock = field(default_factory=Lock)
    """Held by the process that writes; of a reader one that nobody holds."""

    @property
    def now(self) -> datetime:
        """The time by which runs are planned, in UTC."""
        return now_of(self.landing)

    @property
    def today(self) -> date:
        """The date of ``now`` where the games are played."""
        return today_of(self.landing)
