"""The health of a home: its status, tables, catalog, disk, jobs and channels, looked at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.app.alerting import alert_view
from tipoff.app.inspection import status_of
from tipoff.app.standstill import remembered_status
from tipoff.domain.season import Phase, season_on
from tipoff.health import operations, sections
from tipoff.health.vitals import Health, Section, State
from tipoff.kernel.errors import ColumnsChanged
from tipoff.operations.breakers import BreakerState, breakers
from tipoff.operations.standing import read_standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.kernel.catalog import Catalog


def health(home: Home, settings: Settings) -> Health:
    """Return the health of a home by its clock.

    Raises:
        UsageError: nothing is ingested yet, or a channel's address is none.
    """
    known = remembered_status(home)
    with home.reading() as session:
        status = known or status_of(session)
        catalog, today, now = session.workspace.catalog, session.today, session.now
        phase = season_on(today, session.contents("schedule").days).phase
        return Health(
            now,
            session.simulated,
            (
                sections.freshness_section(status, now),
                sections.grid_section(status),
                sections.quarantine_section(status),
                _readable("prices", lambda: sections.prices_section(session, today)),
                _readable(
                    "models",
                    lambda: sections.models_section(
                        session, today, in_season=phase is Phase.IN_SEASON
                    ),
                ),
                sections.runs_section(catalog, now),
                operations.disk_section(catalog, home.directory),
                _jobs(home, settings, catalog),
                _alerts(home, settings),
            ),
        )


def _readable(name: str, section: Callable[[], Section]) -> Section:
    """Return a section; of one that a table cannot be read for, which and why."""
    try:
        return section()
    except ColumnsChanged as error:
        return Section(name, State.BAD, (str(error),))


def _jobs(home: Home, settings: Settings, catalog: Catalog) -> Section:
    """Return what is due and what falls due next, and the breakers that are not closed."""
    standing = read_standing(home, settings)
    found = standing.agenda()
    next_job = "" if found.next_job is None else found.next_job.key
    opened = [
        f"{each.name}: {each.why_open()}"
        for each in breakers(catalog)
        if each.state(standing.now) is not BreakerState.CLOSED
    ]
    due = [job.key for job in found.due]
    return operations.jobs_section(due, next_job, found.next_at, opened)


def _alerts(home: Home, settings: Settings) -> Section:
    view = alert_view(home, settings)
    channels = [(channel.name, channel.is_muted, channel.last) for channel in view.channels]
    return operations.alerts_section(channels, view.open)
