"""The outcome of a pass of the day, and the protocol for notifying people of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from tipoff.operations.jobs import Attempt, Job, JobOutcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from tipoff.app.home import Home
    from tipoff.operations.calendar import DayKind

BAD = frozenset(JobOutcome) - {JobOutcome.DONE, JobOutcome.EMPTY_OK, JobOutcome.WAITING}


@dataclass(frozen=True, slots=True)
class SourceResult:
    """The result of fetching from one source in a pass."""

    source: str
    landed: int = 0
    requests: int = 0
    failure: str = ""
    """Why nothing or not everything was fetched, in one line; empty if everything was."""
    notices: tuple[str, ...] = ()
    """Remarks for people about valid answers."""


@dataclass(frozen=True, slots=True)
class JobResult:
    """A job, and the attempt at it in this pass."""

    job: Job
    attempt: Attempt

    @property
    def outcome(self) -> JobOutcome:
        """The outcome of the attempt."""
        return self.attempt.outcome


@dataclass(frozen=True)
class DayOutcome:
    """The outcome of one pass of ``tipoff day``."""

    now: datetime
    """UTC: when the pass began."""
    today: date
    """US Eastern."""
    day_kind: DayKind
    results: tuple[JobResult, ...] = ()
    """The jobs that were tried or closed in this pass."""
    sources: tuple[SourceResult, ...] = ()
    run: int | None = None
    documents: int = 0
    """Number of documents that the run published."""
    problems: tuple[str, ...] = ()
    """Problems that the run reported, one line each."""
    next_job: Job | None = None
    next_at: datetime | None = None
    busy: str = ""
    """Why nothing was done although jobs may be due: another process is running them."""
    deliveries: tuple[str, ...] = field(default=())
    """One line for each channel that could not be notified."""

    @property
    def did_something(self) -> bool:
        """Whether anything was due."""
        return bool(self.results)

    @property
    def is_good(self) -> bool:
        """Whether every job that was due is done, or only waits for time to pass."""
        return not any(result.outcome in BAD for result in self.results)

    @property
    def exit_code(self) -> int:
        """0 if all is well, 3 if every failure is a closed gate, 1 otherwise."""
        outcomes = {result.outcome for result in self.results} & BAD
        if not outcomes:
            return 0
        return 3 if outcomes == {JobOutcome.BLOCKED} else 1

    def to_dict(self) -> dict[str, Any]:
        """Return the outcome as plain values for JSON."""
        return {
            "now": self.now,
            "date": self.today,
            "phase": self.day_kind.value,
            "jobs": [
                {
                    "job": result.job.key,
                    "kind": result.job.kind.value,
                    "date": result.job.day,
                    "due_at": result.job.due_at,
                    "deadline": result.job.deadline,
                    "attempt": result.attempt.number,
                    "outcome": result.outcome.value,
                    "problems": list(result.attempt.problems),
                }
                for result in self.results
            ],
            "sources": [
                {
                    "source": each.source,
                    "landed": each.landed,
                    "requests": each.requests,
                    "failure": each.failure,
                    "notices": list(each.notices),
                }
                for each in self.sources
            ],
            "run": self.run,
            "published": self.documents,
            "problems": list(self.problems),
            "busy": self.busy,
            "deliveries": list(self.deliveries),
            "next_job": None if self.next_job is None else self.next_job.key,
            "next_at": self.next_at,
        }


class Notifier(Protocol):
    """Notifies people of the outcome of a pass."""

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Notify every channel; return one line for each that could not be notified.

        It is called after each pass, once the attempts are recorded, even if nothing was due: the
        passing of time alone can make a source stale or end quiet hours. It must not raise, so
        that a failed delivery cannot undo the day's work.
        """
        ...


class NoChannel:
    """Notifies nobody; for a home without channels."""

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Do nothing."""
        return ()
