"""The health of a home in one report: status, tables, catalog, disk, jobs and channels."""

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
from tipoff.operations.day_state import read_day_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.kernel.catalog import Catalog


def health(home: Home, settings: Settings) -> Health:
    """Return the health of a home at the time of its clock.

    Raises:
        UsageError: nothing has been ingested yet, or the address of a channel is invalid.
    """
    remembered = remembered_status(home)
    with home.reading() as session:
        status = remembered or status_of(session)
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
    """Return a section; if its table cannot be read, return a bad section with the reason."""
    try:
        return section()
    except ColumnsChanged as error:
        return Section(name, State.BAD, (str(error),))


def _jobs(home: Home, settings: Settings, catalog: Catalog) -> Section:
    """Return the jobs that are due, the next job, and the breakers that are not closed."""
    day_state = read_day_state(home, settings)
    agenda = day_state.agenda()
    next_job = "" if agenda.next_job is None else agenda.next_job.key
    open_breakers = [
        f"{each.name}: {each.why_open()}"
        for each in breakers(catalog)
        if each.state(day_state.now) is not BreakerState.CLOSED
    ]
    due = [job.key for job in agenda.due]
    return operations.jobs_section(due, next_job, agenda.next_at, open_breakers)


def _alerts(home: Home, settings: Settings) -> Section:
    view = alert_view(home, settings)
    channels = [(channel.name, channel.is_muted, channel.last) for channel in view.channels]
    return operations.alerts_section(channels, view.open)
