"""A session over a home: its tables as of the last run that ended, and its clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tipoff.domain.league_time import naive_utc
from tipoff.kernel.run.session import Session
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from datetime import date

    from tipoff.app.open_home import OpenHome
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.plan.state import State
    from tipoff.landing import PayloadStore


class HomeSession(Session):
    """What every command that looks at a home reads: tables, plan, landing and time."""

    workspace: OpenHome

    def __init__(self, graph: Graph, workspace: OpenHome, state: State | None = None) -> None:
        """Open a session; ``state`` is that at head, where a run has read it already."""
        super().__init__(graph, workspace, state.contents if state else None)
        self._state = state

    @property
    def landing(self) -> PayloadStore:
        """The landed payloads."""
        return self.workspace.landing

    @property
    def now(self) -> datetime:
        """The time by which runs of this home are planned, in UTC."""
        return self.workspace.now

    @property
    def today(self) -> date:
        """The date of ``now`` where the games are played."""
        return self.workspace.today

    @property
    def archive(self) -> bool:
        """Whether the home holds past seasons that nobody keeps up."""
        return self.workspace.archive

    @property
    def simulated(self) -> bool:
        """Whether the home holds a simulated league."""
        return self.landing.simulated_until is not None

    @property
    def until(self) -> datetime:
        """Until when reports count, in UTC without a zone: by a simulated clock, or all of them."""
        clock = self.landing.simulated_until
        return naive_utc(clock) if clock else datetime.max

    def state(self) -> State:
        """Return all that a plan is made from, which is read once."""
        if self._state is None:
            self._state = load_state(self.graph, self.workspace, self.ledger, self.today)
            self._contents = dict(self._state.contents)
        return self._state
