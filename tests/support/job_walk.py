"""Walk through time, do what is due at each tick, and check what must hold of every attempt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import eastern_date
from tipoff.operations import Attempt, Job, JobOutcome, LeagueCalendar, agenda, planned_jobs, window
from tipoff.operations.jobs import MAX_ATTEMPTS, came_to, failures

if TYPE_CHECKING:
    from datetime import date

Decide = Callable[[Job, datetime], JobOutcome]
TICK = timedelta(minutes=5)


@dataclass
class JobWalk:
    """A home without data: it does jobs and keeps their attempts."""

    calendar: LeagueCalendar
    since: datetime
    decide: Decide = field(default=lambda job, now: JobOutcome.DONE)
    attempts: dict[str, tuple[Attempt, ...]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    """Every job that was tried or closed."""
    tried: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    _planned: tuple[date, list[Job]] | None = None

    def through(self, until: datetime, tick: timedelta = TICK) -> None:
        """Do what is due at each tick from the beginning until a time."""
        now = self.since
        while now < until:
            self.one_pass(now)
            now += tick

    def one_pass(self, now: datetime) -> list[Job]:
        """Do what is due at a time, and return it."""
        found = agenda(self._jobs_around(now), self.attempts, now, self.since)
        assert len({job.key for job in found.due}) == len(found.due)
        assert found.next_at is None or found.next_at > now
        for job in found.due:
            self._assert_may_be_tried(job, now)
            self.tried[job.key].append(now)
            self._enter(job, now, self.decide(job, now))
        for job in found.overdue:
            self._close(job, now, JobOutcome.MISSED)
        for job in found.exhausted:
            self._close(job, now, JobOutcome.GAVE_UP)
        return list(found.due)

    def final(self, key: str) -> JobOutcome | None:
        """Return what a job came to in the end; None if it may be tried again, or never was."""
        made = self.attempts.get(key, ())
        return made[-1].outcome if made and made[-1].outcome.is_final else None

    def _jobs_around(self, now: datetime) -> list[Job]:
        today = eastern_date(now)
        if self._planned is None or self._planned[0] != today:
            self._planned = today, planned_jobs(self.calendar, *window(now, self.since))
        return self._planned[1]

    def _assert_may_be_tried(self, job: Job, now: datetime) -> None:
        made = self.attempts.get(job.key, ())
        assert job.due_at <= now < job.deadline
        assert self.final(job.key) is None
        assert failures(made) < MAX_ATTEMPTS

    def _close(self, job: Job, now: datetime, outcome: JobOutcome) -> None:
        became, _ = came_to(self.attempts.get(job.key, ()), outcome, "")
        self._enter(job, now, became)

    def _enter(self, job: Job, now: datetime, outcome: JobOutcome) -> None:
        made = self.attempts.get(job.key, ())
        ended = None if outcome is JobOutcome.INTERRUPTED else now
        attempt = Attempt(job.key, len(made) + 1, now, ended, outcome)
        self.jobs[job.key] = job
        self.attempts[job.key] = (*made, attempt)
