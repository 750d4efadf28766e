"""Decide what is due: a pure function of the schedule, the attempts so far and the clock.

``planned_jobs`` lays out the jobs of a span of dates. ``agenda`` compares them with the attempts
that the catalog keeps and with the time. Nothing here reads a clock, a file or a setting.

For example, a date has tip-offs at 19:00, 19:10 and 22:00 in the East. Its jobs are the morning's
from 11:00, two before tip-off from 18:30 (for both early games) and from 21:30, and the one after
the last game from 1:00 of the next morning. Games without a time have one before tip-off at the
usual hour, which asks for the schedule again.
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
    failures,
    retry_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

GAME_LASTS = timedelta(hours=3)
"""From tip-off until results are asked for; overtime included."""
USUAL_TIP, LATEST_TIP = time(19), time(22, 30)
"""US Eastern: when most games tip off, and the last that do."""
QUIET_DAY = time(10)
"""US Eastern: when a date without games is looked at."""
RESULTS_DAYS, RESULTS_UNTIL = timedelta(days=2), time(12)
"""Results are waited for until noon two days later, US Eastern."""
OFF_SEASON_WEEKDAY = 0
"""Monday: in the off-season the schedule is looked at once a week."""
LOOKBACK, LOOKAHEAD = timedelta(days=7), timedelta(days=8)
"""The dates around today whose jobs are laid out. Data of earlier dates are the grid's affair;
every span of the second has a job."""

Attempts = tuple[Attempt, ...]


@dataclass(frozen=True)
class Agenda:
    """What is to be done now, and when there is more to do."""

    today: date
    day_kind: DayKind
    due: tuple[Job, ...] = ()
    """To be done now, in order."""
    overdue: tuple[Job, ...] = ()
    """Their deadline passed before they were done, and nothing has recorded it yet."""
    exhausted: tuple[Job, ...] = ()
    """They failed as often as a job is tried, and nothing has recorded it yet."""
    next_job: Job | None = None
    """The job that falls due next by the schedule as it is known."""
    next_at: datetime | None = None
    """UTC: when it does, or when a job that failed is tried again."""


def planned_jobs(calendar: LeagueCalendar, first: date, last: date) -> list[Job]:
    """Return the jobs of the dates from one to another, by the time at which they fall due."""
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
        now: UTC, with its zone.
        since: when jobs began to be done here: a deadline before it was nobody's to keep.
        day_kind: what today is.
    """
    due, overdue, exhausted = [], [], []
    upcoming: list[tuple[datetime, Job]] = []
    for job in jobs:
        made = attempts.get(job.key, ())
        if job.deadline <= since or (made and made[-1].outcome.is_final):
            continue
        begins = _begins(job, made)
        if now >= job.deadline:
            overdue.append(job)
        elif failures(made) >= MAX_ATTEMPTS:
            exhausted.append(job)
        elif begins <= now:
            due.append(job)
        elif begins < job.deadline:
            upcoming.append((begins, job))
    next_at, next_job = min(upcoming, key=lambda each: each[0], default=(None, None))
    return Agenda(
        eastern_date(now), day_kind, tuple(due), tuple(overdue), tuple(exhausted), next_job, next_at
    )


def window(now: datetime, since: datetime) -> tuple[date, date]:
    """Return the first and the last date whose jobs are laid out at a time.

    Args:
        now: UTC, with its zone.
        since: when jobs began to be done here; the date before it may still wait for results.
    """
    today, began = eastern_date(now), eastern_date(since) - timedelta(1)
    return max(began, today - LOOKBACK), today + LOOKAHEAD


def _begins(job: Job, made: Attempts) -> datetime:
    """Return from when on a job is tried: when it falls due, or after a wait since it failed."""
    return max(job.due_at, retry_at(job.kind, made)) if made else job.due_at


def _jobs_of(calendar: LeagueCalendar, day: date) -> Iterator[Job]:
    games = calendar.by_day.get(day, ())
    tips = sorted(game.tip_at for game in games if game.tip_at is not None)
    if not games:
        yield from _quiet_day(calendar.kind(day), day)
        return
    first, last = (tips[0], tips[-1]) if tips else (_at(day, USUAL_TIP),) * 2
    begins = max(first - PredictionTime.MORNING.before, _at(day, time()))
    yield Job(day, JobKind.MORNING, begins, last - MORNING_ENDS, len(games))
    for wave in _waves(tips):
        begins = wave[0] - PredictionTime.BEFORE_TIP.before
        yield Job(day, JobKind.PRE_TIP, begins, wave[0], len(wave), wave[0])
    untimed = len(games) - len(tips)
    if untimed:
        begins = _at(day, USUAL_TIP) - PredictionTime.BEFORE_TIP.before
        yield Job(day, JobKind.PRE_TIP, begins, _at(day, LATEST_TIP), untimed)
    until = _at(day + RESULTS_DAYS, RESULTS_UNTIL)
    yield Job(day, JobKind.POST_GAME, last + GAME_LASTS, until, len(games))


def _quiet_day(day_kind: DayKind, day: date) -> Iterator[Job]:
    """Yield the job of a date without games; none on most dates of the off-season."""
    if day_kind is DayKind.OFF_SEASON and day.weekday() != OFF_SEASON_WEEKDAY:
        return
    begins = _at(day, time() if day_kind is DayKind.UNKNOWN else QUIET_DAY)
    yield Job(day, JobKind.SCHEDULE, begins, _at(day + timedelta(1), time()))


def _waves(tips: Sequence[datetime]) -> list[list[datetime]]:
    """Return tip-offs in groups, each within ten minutes of its first."""
    waves: list[list[datetime]] = []
    for tip in tips:
        if waves and tip - waves[-1][0] <= SAME_WAVE:
            waves[-1].append(tip)
        else:
            waves.append([tip])
    return waves


def _at(day: date, hour: time) -> datetime:
    """Return a time of a date in the East, in UTC."""
    return datetime.combine(day, hour, EASTERN).astimezone(UTC)


__all__ = ["Agenda", "ScheduledGame", "agenda", "planned_jobs", "window"]
