"""What an upgrade of the code, or a change of the files, would make a run compute again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff import __version__
from tipoff.health import drift as compared
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.run.facts import plan_by_the_clock
from tipoff.publishing.documents import slate_date

if TYPE_CHECKING:
    from tipoff.app.home import Home


def drift(home: Home) -> compared.Drift:
    """Return what catalog, files, declarations and installed code do not agree about.

    Raises:
        UsageError: nothing is ingested yet.
    """
    with home.reading() as session:
        state, today = session.state(), session.today
        first = min(state.calendar, default=today)
        whole = DateRange(first, max(first, slate_date(state.calendar, today)))
        steps = plan_by_the_clock(session.workspace, state, whole, session.now)
        catalog = session.workspace.catalog
        found = catalog.query("SELECT version FROM run WHERE run = ?", [session.run])
        versions = (found[0][0] if found else "", __version__)
        times = session.ledger.times()
        return compared.drift(state, steps, session.workspace, times, versions=versions)
