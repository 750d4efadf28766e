"""A walk through time that does due jobs at each tick, and checks invariants of every attempt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import eastern_date
from tipoff.operations import Attempt, Job, JobOutcome, LeagueCalendar, agenda, planned_jobs, window
from tipoff.operations.jobs import MAX_ATTEMPTS, failure_count, final_outcome

if TYPE_CHECKING:
    from datetime import date

Decide = Callable[[Job, datetime], JobOutcome]
TICK = timedelta(minutes=5)


@dataclass
class JobWalk:
    """A simulated home that does jobs and keeps their attempts, without data."""

    calendar: LeagueCalendar
    since: datetime
    decide: Decide = field(default=lambda job, now: JobOutcome.DONE)
    attempts: dict[str, tuple[Attempt, ...]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    """Every job that was tried or closed."""
    tried: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))
    _planned: tuple[date, list[Job]] | None = None

    def through(self, until: datetime, tick: timedelta = TICK) -> None:
        """Do due jobs at each tick, from the start until a time."""
        now = self.since
        while now < until:
            self.one_pass(now)
            now += tick

    def one_pass(self, now: datetime) -> list[Job]:
        """Do the jobs that are due at a time, and return them."""
        plan = agenda(self._jobs_around(now), self.attempts, now, self.since)
        assert len({job.key for job in plan.due}) == len(plan.due)
        assert plan.next_at is None or plan.next_at > now
        for job in plan.due:
            self._assert_may_be_tried(job, now)
            self.tried[job.key].append(now)
            self._enter(job, now, self.decide(job, now))
        for job in plan.overdue:
            self._close(job, now, JobOutcome.MISSED)
        for job in plan.exhausted:
            self._close(job, now, JobOutcome.GAVE_UP)
        return list(plan.due)

    def final(self, key: str) -> JobOutcome | None:
        """Return the final outcome of a job; None if it may be tried again, or was never tried."""
        attempts = self.attempts.get(key, ())
        return attempts[-1].outcome if attempts and attempts[-1].outcome.is_final else None

    def _jobs_around(self, now: datetime) -> list[Job]:
        today = eastern_date(now)
        if self._planned is None or self._planned[0] != today:
            self._planned = today, planned_jobs(self.calendar, *window(now, self.since))
        return self._planned[1]

    def _assert_may_be_tried(self, job: Job, now: datetime) -> None:
        attempts = self.attempts.get(job.key, ())
        assert job.due_at <= now < job.deadline
        assert self.final(job.key) is None
        assert failure_count(attempts) < MAX_ATTEMPTS

    def _close(self, job: Job, now: datetime, outcome: JobOutcome) -> None:
        final, _ = final_outcome(self.attempts.get(job.key, ()), outcome, "")
        self._enter(job, now, final)

    def _enter(self, job: Job, now: datetime, outcome: JobOutcome) -> None:
        attempts = self.attempts.get(job.key, ())
        ended = None if outcome is JobOutcome.INTERRUPTED else now
        attempt = Attempt(job.key, len(attempts) + 1, now, ended, outcome)
        self.jobs[job.key] = job
        self.attempts[job.key] = (*attempts, attempt)
