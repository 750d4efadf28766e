"""The jobs of a day, as values: what is to be done, from when, until when, and what became of it.

A job is known by its key: the date of the games, its kind and, before tip-off, the tip-off it is
for. The key never depends on the clock or on settings, so a job that is done is found again.
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
    """What a job is for."""

    SCHEDULE = "schedule"
    """On a date without games, or before any schedule is known: what changed, and corrections."""
    MORNING = "morning"
    """Eight hours before the first tip-off: the morning's predictions of every game."""
    PRE_TIP = "pre-tip"
    """Half an hour before each tip-off: the predictions before tip-off."""
    POST_GAME = "post-game"
    """After the last game: results and grades."""
    HEAL = "heal"
    """Of a past date: what its games lack. `tipoff heal` does it, and no pass of the day."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that have news for the job, in the order in which they are asked."""
        return SOURCES if self.predicts else (NBA,)

    @property
    def predicts(self) -> bool:
        """Whether predictions go out with it, also without a source that failed."""
        return self in (JobKind.MORNING, JobKind.PRE_TIP)


class JobOutcome(StrEnum):
    """What an attempt at a job came to."""

    DONE = "done"
    EMPTY_OK = "empty-ok"
    """Done, and there was nothing to predict or grade: no games on the date."""
    WAITING = "waiting"
    """Time will cure it: the games are not over yet, or another process holds the home."""
    INCOMPLETE = "incomplete"
    """Predictions went out without a source that failed; it is tried again for that source."""
    FAILED = "failed"
    BLOCKED = "blocked"
    """The run ended with a closed gate."""
    INTERRUPTED = "interrupted"
    """The process died: the attempt has no end."""
    GAVE_UP = "gave-up"
    """Failed as often as it is tried; it is not tried again."""
    MISSED = "missed"
    """The deadline passed before the job was done; it is not tried again."""
    LEFT_INCOMPLETE = "left-incomplete"
    """Predictions went out, and a source never answered; it is not tried again."""

    @property
    def is_final(self) -> bool:
        """Whether the job is not tried again."""
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
    """UTC: from when on it is done."""
    deadline: datetime
    """UTC: from when on it is of no use."""
    games: int = 0
    """How many games it is for."""
    tip_at: datetime | None = None
    """UTC: the tip-off it is for; None of jobs that are for the whole date."""

    @cached_property
    def key(self) -> str:
        """The name under which the catalog keeps what became of it."""
        tip = "" if self.tip_at is None else f" {self.tip_at:%H:%MZ}"
        return f"{self.day} {self.kind}{tip}"

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at a job, as the catalog keeps it."""

    key: str
    number: int
    """From 1 on."""
    began_at: datetime
    ended_at: datetime | None
    """None while it goes on, and for ever if its process died."""
    outcome: JobOutcome
    sources: Mapping[str, str] = field(default_factory=dict)
    """Of each source that was asked, why it failed; empty if it did not."""
    problems: tuple[str, ...] = ()
    """One line for everything else that was not as it should be."""
    run: int | None = None
    """The run that it ended with; None if there was none."""

    @property
    def answered(self) -> frozenset[str]:
        """The sources that need not be asked again."""
        return frozenset(name for name, failure in self.sources.items() if not failure)


FIRST_RETRY = {JobKind.PRE_TIP: timedelta(minutes=2)}
LONGEST_RETRY = {JobKind.PRE_TIP: timedelta(minutes=8)}
USUAL_FIRST_RETRY, USUAL_LONGEST_RETRY = timedelta(minutes=5), timedelta(hours=1)
RESULTS_RETRY = timedelta(minutes=15)
"""How long to leave games alone that are not over yet."""
MAX_ATTEMPTS = 6
"""The attempts that may fail before a job is given up; those that wait do not count."""


def retry_at(kind: JobKind, attempts: tuple[Attempt, ...]) -> datetime:
    """Return from when on a job is tried again, after attempts of which the last is not final.

    The wait doubles with each failure, from 2 to 8 minutes before tip-off and from 5 minutes to an
    hour otherwise. Games that are not over are looked at every 15 minutes.
    """
    last = attempts[-1]
    ended = last.ended_at or last.began_at
    if last.outcome is JobOutcome.WAITING and kind is JobKind.POST_GAME:
        return ended + RESULTS_RETRY
    first = FIRST_RETRY.get(kind, USUAL_FIRST_RETRY)
    longest = LONGEST_RETRY.get(kind, USUAL_LONGEST_RETRY)
    doublings = max(failures(attempts) - 1, 0)
    return ended + min(first * (1 << doublings), longest)


def failures(attempts: tuple[Attempt, ...]) -> int:
    """Return how many attempts failed, also by a source alone, were blocked or died."""
    return sum(each.outcome in FAILURES for each in attempts)


def came_to(attempts: tuple[Attempt, ...], outcome: JobOutcome, why: str) -> tuple[JobOutcome, str]:
    """Return what a job that is not tried again came to, and why, after all attempts at it.

    Once predictions have gone out without a source, neither a deadline nor a last try takes that
    back: the job is left incomplete, and what is told is which source never answered.
    """
    if all(each.outcome is not JobOutcome.INCOMPLETE for each in attempts):
        return outcome, why
    last = {name: failure for each in attempts for name, failure in each.sources.items()}
    told = [f"{name}: {failure}" for name, failure in last.items() if failure]
    return JobOutcome.LEFT_INCOMPLETE, f"without {'; '.join(told)}"
