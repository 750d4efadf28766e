"""What a pass of the day came to, and the seam by which somebody is told of it."""

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
    """What one source brought in a pass."""

    source: str
    landed: int = 0
    requests: int = 0
    failure: str = ""
    """Why it brought nothing or not everything, in one line; empty if all came."""
    notices: tuple[str, ...] = ()
    """What a person should be told of answers that are right."""


@dataclass(frozen=True, slots=True)
class JobResult:
    """A job, and the attempt at it in this pass."""

    job: Job
    attempt: Attempt

    @property
    def outcome(self) -> JobOutcome:
        """What the attempt came to."""
        return self.attempt.outcome


@dataclass(frozen=True)
class DayOutcome:
    """What one pass of ``tipoff day`` did."""

    now: datetime
    """UTC: when the pass began."""
    today: date
    """US Eastern."""
    day_kind: DayKind
    results: tuple[JobResult, ...] = ()
    """The jobs that were tried, and those whose deadline had passed."""
    sources: tuple[SourceResult, ...] = ()
    run: int | None = None
    documents: int = 0
    """How many documents the run published."""
    problems: tuple[str, ...] = ()
    """What the run told of that is not as it should be, one line each."""
    next_job: Job | None = None
    next_at: datetime | None = None
    busy: str = ""
    """Why nothing was done although something may be due: another process is at it."""
    deliveries: tuple[str, ...] = field(default=())
    """One line for each channel that could not be told."""

    @property
    def did_something(self) -> bool:
        """Whether anything was due."""
        return bool(self.results)

    @property
    def is_good(self) -> bool:
        """Whether everything that was due is done, or only waits for time to pass."""
        return not any(result.outcome in BAD for result in self.results)

    @property
    def exit_code(self) -> int:
        """0; 1 if something failed; 3 if all that is wrong is a closed gate."""
        outcomes = {result.outcome for result in self.results} & BAD
        if not outcomes:
            return 0
        return 3 if outcomes == {JobOutcome.BLOCKED} else 1

    def to_dict(self) -> dict[str, Any]:
        """Return plain values, for JSON."""
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
    """Tells people what a pass came to."""

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Tell every channel; return one line for each that could not be told.

        It is called after each pass, when what was done is recorded: also after one that had
        nothing to do, since time alone makes a source stale and ends quiet hours. It raises
        nothing: what goes wrong in it must not undo the day.
        """
        ...


class NoChannel:
    """Tells nobody: the notifier of a home without channels."""

    def notify(self, home: Home, outcome: DayOutcome) -> Sequence[str]:
        """Do nothing."""
        return ()
