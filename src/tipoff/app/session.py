"""A session on a home: its tables as of the last run that ended, and its clock."""

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
    """The tables, state, landing and clock of a home, for all commands that read it."""

    workspace: OpenHome

    def __init__(self, graph: Graph, workspace: OpenHome, state: State | None = None) -> None:
        """Open a session; ``state`` is the state at head, if a run has loaded it already."""
        super().__init__(graph, workspace, state.contents if state else None)
        self._state = state

    @property
    def landing(self) -> PayloadStore:
        """The landed payloads."""
        return self.workspace.landing

    @property
    def now(self) -> datetime:
        """The time for which runs of this home are planned, in UTC."""
        return self.workspace.now

    @property
    def today(self) -> date:
        """The date of ``now`` in US Eastern time."""
        return self.workspace.today

    @property
    def archive(self) -> bool:
        """Whether the home is an archive of past seasons, in which nothing is stale."""
        return self.workspace.archive

    @property
    def simulated(self) -> bool:
        """Whether the home holds a simulated league."""
        return self.landing.simulated_until is not None

    @property
    def until(self) -> datetime:
        """The time up to which reports count, as naive UTC.

        It is the clock of a simulated league; for real data, all reports count.
        """
        clock = self.landing.simulated_until
        return naive_utc(clock) if clock else datetime.max

    def state(self) -> State:
        """Return the state that plans are made from; it is loaded once."""
        if self._state is None:
            self._state = load_state(self.graph, self.workspace, self.ledger, self.today)
            self._contents = dict(self._state.contents)
        return self._state
