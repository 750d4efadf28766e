"""The health of a home: its status, tables, catalog, disk, jobs and channels, looked at once."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from tipoff.app.alerting import alert_view
from tipoff.app.inspection import status_of
from tipoff.app.standstill import remembered_status
from tipoff.health import operations, sections
from tipoff.health.season import Phase, season_on
from tipoff.health.vitals import Health, Section
from tipoff.operations import LeagueCalendar, ScheduledGame, agenda, planned_jobs, window
from tipoff.operations.records import JobRecords

if TYPE_CHECKING:
    from tipoff.app.home import Home
    from tipoff.app.session import HomeSession
    from tipoff.app.settings import Settings

GAMES = "SELECT game_id, game_date, tip_at, is_final FROM schedule"


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
                sections.prices_section(session, today),
                sections.models_section(session, today, in_season=phase is Phase.IN_SEASON),
                sections.runs_section(catalog, now),
                operations.disk_section(catalog, home.directory),
                _jobs(session),
                _alerts(home, settings),
            ),
        )


def _jobs(session: HomeSession) -> Section:
    """Return what falls due next by the schedule at head."""
    records = JobRecords(session.workspace.catalog)
    now = session.now
    since = records.began() or now
    games = [
        ScheduledGame(game, day, tip.replace(tzinfo=UTC) if tip else None, final)
        for game, day, tip, final in session.query(GAMES)
    ]
    calendar = LeagueCalendar.of(games)
    jobs = planned_jobs(calendar, *window(now, since))
    found = agenda(jobs, records.attempts(now), now, since, calendar.phase(session.today))
    due = [job.key for job in found.due]
    next_job = "" if found.next_job is None else found.next_job.key
    return operations.jobs_section(due, next_job, found.next_at, ())


def _alerts(home: Home, settings: Settings) -> Section:
    view = alert_view(home, settings)
    channels = [(channel.name, channel.is_muted, channel.last) for channel in view.channels]
    return operations.alerts_section(channels, view.open)
