"""The state that decides which jobs are due: time, schedule and attempts; read before each pass."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.domain import league_time
from tipoff.kernel import clock
from tipoff.landing.journal import Journal
from tipoff.operations.agenda import Agenda, agenda, planned_jobs, window
from tipoff.operations.landed_schedule import NOTHING_LANDED, LandedSchedule, landed_schedule
from tipoff.operations.records import JobRecords
from tipoff.operations.source_fetcher import configured_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.operations.jobs import Attempt


@dataclass(frozen=True)
class DayState:
    """Everything that decides which jobs are due."""

    now: datetime
    """UTC; the end of the simulation in a simulated home."""
    since: datetime
    """When the first job of the home began; now, if there was none yet."""
    schedule: LandedSchedule
    attempts: Mapping[str, tuple[Attempt, ...]]
    sources: tuple[str, ...]
    """The sources that can be asked; none for a simulated league."""

    @property
    def today(self) -> date:
        """The league's date, US Eastern."""
        return league_time.eastern_date(self.now)

    def agenda(self, schedule: LandedSchedule | None = None) -> Agenda:
        """Return which jobs are due, by this schedule or by a newer one."""
        calendar = (schedule or self.schedule).calendar
        jobs = planned_jobs(calendar, *window(self.now, self.since))
        day_kind = calendar.kind(self.today)
        return agenda(jobs, self.attempts, self.now, self.since, day_kind)


def read_day_state(home: Home, settings: Settings) -> DayState:
    """Read the state of a home; a home that does not exist yet is not created.

    Raises:
        UsageError: the directory is not a home of this version's format.
        TipoffError: it cannot be read, or its catalog is lost.
        PayloadError: the landed schedule of a season cannot be read.
    """
    home.refuse_lost()
    if not home.place.exists():
        now = clock.utc_now()
        return DayState(now, now, NOTHING_LANDED, {}, configured_sources(settings))
    with closing(home.open_catalog()) as catalog:
        landing = home.storage.payloads(catalog)
        simulated = None if Journal(catalog).has_landed else landing.simulated_until
        now = simulated or clock.utc_now()
        records = JobRecords(catalog)
        return DayState(
            now,
            records.began() or now,
            landed_schedule(landing),
            records.attempts(now),
            () if simulated else configured_sources(settings),
        )
