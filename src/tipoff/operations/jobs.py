"""The jobs of a day as values: kind, due time, deadline, attempts and outcome.

A job is identified by its key: the date of the games, its kind and, for pre-tip jobs, the tip-off.
The key never depends on the clock or on settings, so earlier attempts at a job are always found.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from tipoff.domain.source_names import NBA, SOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping


class JobKind(StrEnum):
    """The purpose of a job."""

    SCHEDULE = "schedule"
    """On a date without games, or while no schedule is known: schedule changes and corrections."""
    MORNING = "morning"
    """Eight hours before the first tip-off: morning predictions for every game."""
    PRE_TIP = "pre-tip"
    """Half an hour before each tip-off: final predictions before tip-off."""
    POST_GAME = "post-game"
    """After the last game: results and grades."""
    HEAL = "heal"
    """For a past date: missing rows of its games. Done by `tipoff heal`, not by `tipoff day`."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources to ask for the job, in order."""
        return SOURCES if self.predicts else (NBA,)

    @property
    def predicts(self) -> bool:
        """Whether the job publishes predictions, even without a source that failed."""
        return self in (JobKind.MORNING, JobKind.PRE_TIP)


class JobOutcome(StrEnum):
    """The outcome of an attempt at a job."""

    DONE = "done"
    EMPTY_OK = "empty-ok"
    """Done with nothing to predict or grade: there are no games on the date."""
    WAITING = "waiting"
    """Only time is needed: the games are not over yet, or another process holds the lock."""
    INCOMPLETE = "incomplete"
    """Predictions were published without a source that failed; the job is tried again for it."""
    FAILED = "failed"
    BLOCKED = "blocked"
    """A closed gate stopped the run."""
    INTERRUPTED = "interrupted"
    """The process died during the attempt, which therefore has no end."""
    GAVE_UP = "gave-up"
    """Failed the maximum number of times; the job is not tried again."""
    MISSED = "missed"
    """The deadline passed before the job was done; the job is not tried again."""
    LEFT_INCOMPLETE = "left-incomplete"
    """Predictions were published, but a source never answered; the job is not tried again."""

    @property
    def is_final(self) -> bool:
        """Whether a job with this outcome is never tried again."""
        return self in FINAL


FINAL = frozenset(
    {
        JobOutcome.DONE,
        JobOutcome.EMPTY_OK,
        JobOutcome.GAVE_UP,
        JobOutcome.MISSED,
        JobOutcome.LEFT_INCOMPLETE,
    }
)
FAILURES = frozenset(
    {JobOutcome.INCOMPLETE, JobOutcome.FAILED, JobOutcome.BLOCKED, JobOutcome.INTERRUPTED}
)


@dataclass(frozen=True)
class Job:
    """One job of one date."""

    day: date
    """The date of the games, US Eastern."""
    kind: JobKind
    due_at: datetime
    """UTC: the earliest time to do it."""
    deadline: datetime
    """UTC: the time from which it is useless."""
    games: int = 0
    """Number of games it covers."""
    tip_at: datetime | None = None
    """UTC: the tip-off it precedes; None for jobs of a whole date and of games without a time."""

    @cached_property
    def key(self) -> str:
        """The name of the job in the catalog."""
        tip = "" if self.tip_at is None else f" {self.tip_at:%H:%MZ}"
        return f"{self.day} {self.kind}{tip}"

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a job, as recorded in the catalog."""

    key: str
    number: int
    """Counted from 1."""
    began_at: datetime
    ended_at: datetime | None
    """None while it is running, or if its process died."""
    outcome: JobOutcome
    sources: Mapping[str, str] = field(default_factory=dict)
    """For each source that was asked, why it failed; empty text if it did not."""
    problems: tuple[str, ...] = ()
    """Other problems, one line each."""
    run: int | None = None
    """The number of the pipeline run; None if there was none."""

    @property
    def answered_sources(self) -> frozenset[str]:
        """The sources that answered, which need not be asked again."""
        return frozenset(name for name, failure in self.sources.items() if not failure)


FIRST_RETRY = {JobKind.PRE_TIP: timedelta(minutes=2)}
MAX_RETRY = {JobKind.PRE_TIP: timedelta(minutes=8)}
USUAL_FIRST_RETRY, USUAL_MAX_RETRY = timedelta(minutes=5), timedelta(hours=1)
"""Waits after the first failure, and the longest waits, of pre-tip jobs and of all others."""
RESULTS_RETRY = timedelta(minutes=15)
"""How long to wait before asking again for results of games that are not over."""
MAX_ATTEMPTS = 6
"""Failed attempts after which a job is given up; attempts that only wait do not count."""


def retry_at(kind: JobKind, attempts: tuple[Attempt, ...]) -> datetime:
    """Return the earliest time to try a job again; the last attempt must not be final.

    The wait doubles with each failure, from 2 to 8 minutes for pre-tip jobs and from 5 minutes to
    an hour for others. Results of games that are not over are asked for every 15 minutes.
    """
    last = attempts[-1]
    ended = last.ended_at or last.began_at
    if last.outcome is JobOutcome.WAITING and kind is JobKind.POST_GAME:
        return ended + RESULTS_RETRY
    first = FIRST_RETRY.get(kind, USUAL_FIRST_RETRY)
    longest = MAX_RETRY.get(kind, USUAL_MAX_RETRY)
    doublings = max(failure_count(attempts) - 1, 0)
    return ended + min(first * (1 << doublings), longest)


def failure_count(attempts: tuple[Attempt, ...]) -> int:
    """Return the number of attempts that failed, even by one source alone, were blocked or died."""
    return sum(each.outcome in FAILURES for each in attempts)


def final_outcome(
    attempts: tuple[Attempt, ...], outcome: JobOutcome, why: str
) -> tuple[JobOutcome, str]:
    """Return the final outcome of a job that is not tried again, and the reason for it.

    ``outcome`` and ``why`` hold unless an attempt has published predictions without a source. Then
    the job is left incomplete instead, and the reason names each source that never answered.
    """
    if all(each.outcome is not JobOutcome.INCOMPLETE for each in attempts):
        return outcome, why
    last = {name: failure for each in attempts for name, failure in each.sources.items()}
    failures = [f"{name}: {failure}" for name, failure in last.items() if failure]
    return JobOutcome.LEFT_INCOMPLETE, f"without {'; '.join(failures)}"
