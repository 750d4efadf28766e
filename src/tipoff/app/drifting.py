"""Report what a run would recompute because code or files have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff import __version__
from tipoff.health import drift as drift_report
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.run.facts import plan_at_time
from tipoff.publishing.documents import slate_date

if TYPE_CHECKING:
    from tipoff.app.home import Home


def drift(home: Home) -> drift_report.Drift:
    """Return the differences between catalog, files, declarations and installed code.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    with home.reading() as session:
        state, today = session.state(), session.today
        first = min(state.calendar, default=today)
        whole = DateRange(first, max(first, slate_date(state.calendar, today)))
        steps = plan_at_time(session.workspace, state, whole, session.now)
        catalog = session.workspace.catalog
        rows = catalog.query("SELECT version FROM run WHERE run = ?", [session.run])
        versions = (rows[0][0] if rows else "", __version__)
        times = session.ledger.times()
        return drift_report.drift(state, steps, session.workspace, times, versions=versions)
