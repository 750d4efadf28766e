"""Decide which jobs are due: a pure function of the schedule, the attempts so far and the time.

``planned_jobs`` returns the jobs of a range of dates. ``agenda`` compares them with the attempts
in the catalog and with the time. Nothing here reads a clock, a file or a setting.

For example, a date has tip-offs at 19:00, 19:10 and 22:00 Eastern. Its jobs are a morning job due
at 11:00, pre-tip jobs due at 18:30 (for both early games) and 21:30, and a post-game job due at
1:00 of the next morning. Games without a time share one pre-tip job before the usual tip-off time,
which asks for the schedule again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.league_time import EASTERN, eastern_date
from tipoff.domain.prediction_time import MORNING_ENDS, SAME_WAVE, PredictionTime
from tipoff.operations.calendar import DayKind, LeagueCalendar, ScheduledGame
from tipoff.operations.jobs import (
    MAX_ATTEMPTS,
    Attempt,
    Job,
    JobKind,
    failure_count,
    retry_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

RESULTS_AFTER_TIP = timedelta(hours=3)
"""How long after tip-off results are first asked for; long enough for overtime."""
USUAL_TIP, LATEST_TIP = time(19), time(22, 30)
"""US Eastern: the usual tip-off time, and the latest one."""
SCHEDULE_HOUR = time(10)
"""US Eastern: when the schedule job of a date without games is due."""
RESULTS_DAYS, RESULTS_UNTIL = timedelta(days=2), time(12)
"""Results are asked for until noon two days after the games, US Eastern."""
OFF_SEASON_WEEKDAY = 0
"""Monday: in the off-season the schedule is fetched once a week."""
LOOKBACK, LOOKAHEAD = timedelta(days=7), timedelta(days=8)
"""The range of dates around today whose jobs are planned. Missing data of earlier dates is found by
the grid (``health.grid``). Any span of LOOKAHEAD contains at least one job."""

Attempts = tuple[Attempt, ...]


@dataclass(frozen=True)
class Agenda:
    """The jobs to do now, and the next one."""

    today: date
    day_kind: DayKind
    due: tuple[Job, ...] = ()
    """Jobs to do now, in order."""
    overdue: tuple[Job, ...] = ()
    """Jobs whose deadline passed before they were done, which is not recorded yet."""
    exhausted: tuple[Job, ...] = ()
    """Jobs that used up all attempts, which is not recorded yet."""
    next_job: Job | None = None
    """The job that falls due next by the known schedule."""
    next_at: datetime | None = None
    """UTC: when ``next_job`` falls due, or is tried again if it has failed."""


def planned_jobs(calendar: LeagueCalendar, first: date, last: date) -> list[Job]:
    """Return the jobs of the dates from first to last, sorted by when they fall due."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    jobs = [job for day in days for job in _jobs_of(calendar, day)]
    return sorted(jobs, key=lambda job: (job.due_at, job.key))


def agenda(
    jobs: Sequence[Job],
    attempts: Mapping[str, Attempts],
    now: datetime,
    since: datetime,
    day_kind: DayKind = DayKind.GAMES,
) -> Agenda:
    """Return which of the planned jobs are due.

    Args:
        jobs: as ``planned_jobs`` returns them.
        attempts: those made so far, by the job's key, in order.
        now: UTC, timezone-aware.
        since: when the first job of the home began; jobs with earlier deadlines are ignored.
        day_kind: the kind of today.
    """
    due, overdue, exhausted = [], [], []
    upcoming: list[tuple[datetime, Job]] = []
    for job in jobs:
        earlier = attempts.get(job.key, ())
        if job.deadline <= since or (earlier and earlier[-1].outcome.is_final):
            continue
        next_try = _next_try(job, earlier)
        if now >= job.deadline:
            overdue.append(job)
        elif failure_count(earlier) >= MAX_ATTEMPTS:
            exhausted.append(job)
        elif next_try <= now:
            due.append(job)
        elif next_try < job.deadline:
            upcoming.append((next_try, job))
    next_at, next_job = min(upcoming, key=lambda each: each[0], default=(None, None))
    return Agenda(
        eastern_date(now), day_kind, tuple(due), tuple(overdue), tuple(exhausted), next_job, next_at
    )


def window(now: datetime, since: datetime) -> tuple[date, date]:
    """Return the first and the last date whose jobs are planned at a time.

    Args:
        now: UTC, timezone-aware.
        since: when the first job of the home began; the date before it may still wait for results.
    """
    today, earliest = eastern_date(now), eastern_date(since) - timedelta(1)
    return max(earliest, today - LOOKBACK), today + LOOKAHEAD


def _next_try(job: Job, earlier: Attempts) -> datetime:
    """Return the earliest time to try a job: when it falls due, or after the wait for a retry."""
    return max(job.due_at, retry_at(job.kind, earlier)) if earlier else job.due_at


def _jobs_of(calendar: LeagueCalendar, day: date) -> Iterator[Job]:
    games = calendar.by_day.get(day, ())
    tips = sorted(game.tip_at for game in games if game.tip_at is not None)
    if not games:
        yield from _job_without_games(calendar.kind(day), day)
        return
    first, last = (tips[0], tips[-1]) if tips else (_at(day, USUAL_TIP),) * 2
    due_at = max(first - PredictionTime.MORNING.before, _at(day, time()))
    yield Job(day, JobKind.MORNING, due_at, last - MORNING_ENDS, len(games))
    for wave in _waves(tips):
        due_at = wave[0] - PredictionTime.BEFORE_TIP.before
        yield Job(day, JobKind.PRE_TIP, due_at, wave[0], len(wave), wave[0])
    untimed = len(games) - len(tips)
    if untimed:
        due_at = _at(day, USUAL_TIP) - PredictionTime.BEFORE_TIP.before
        yield Job(day, JobKind.PRE_TIP, due_at, _at(day, LATEST_TIP), untimed)
    until = _at(day + RESULTS_DAYS, RESULTS_UNTIL)
    yield Job(day, JobKind.POST_GAME, last + RESULTS_AFTER_TIP, until, len(games))


def _job_without_games(day_kind: DayKind, day: date) -> Iterator[Job]:
    """Yield the job of a date without games; most dates of the off-season have none."""
    if day_kind is DayKind.OFF_SEASON and day.weekday() != OFF_SEASON_WEEKDAY:
        return
    due_at = _at(day, time() if day_kind is DayKind.UNKNOWN else SCHEDULE_HOUR)
    yield Job(day, JobKind.SCHEDULE, due_at, _at(day + timedelta(1), time()))


def _waves(tips: Sequence[datetime]) -> list[list[datetime]]:
    """Group sorted tip-offs into waves: those within ten minutes of the wave's first."""
    waves: list[list[datetime]] = []
    for tip in tips:
        if waves and tip - waves[-1][0] <= SAME_WAVE:
            waves[-1].append(tip)
        else:
            waves.append([tip])
    return waves


def _at(day: date, hour: time) -> datetime:
    """Return an Eastern time of a date, converted to UTC."""
    return datetime.combine(day, hour, EASTERN).astimezone(UTC)


__all__ = ["Agenda", "ScheduledGame", "agenda", "planned_jobs", "window"]
