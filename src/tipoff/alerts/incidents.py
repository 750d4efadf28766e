"""What is wrong now, as incidents that keep their name while their sentence changes.

An incident is known by its key. "STALE player props: ... 3 dates with games behind" and tomorrow's
"... 4 dates ..." are one incident, ``stale player props``, which is told once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tipoff.operations.jobs import JobOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tipoff.health.report import Status
    from tipoff.operations.notifier import DayOutcome


class Severity(StrEnum):
    """How much an incident matters."""

    CRITICAL = "critical"
    """Something that is due today is not there: told in quiet hours too."""
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that is wrong."""

    key: str
    severity: Severity
    sentence: str


STALE, STATUS, SOURCE, JOB, RUN = "stale", "status", "source", "job", "run"
"""With what a key begins, by what the incident is seen in."""
LOST = {
    JobOutcome.GAVE_UP: (Severity.CRITICAL, "was given up"),
    JobOutcome.MISSED: (Severity.CRITICAL, "missed its deadline"),
    JobOutcome.LEFT_INCOMPLETE: (Severity.WARNING, "went out incomplete"),
}


def incidents_of(status: Status | None, outcome: DayOutcome | None) -> list[Incident]:
    """Return what is wrong, each incident once, the critical ones first.

    Args:
        status: where the tables stand; None where nothing is ingested.
        outcome: of a pass of the day, if there was one.
    """
    found = [*_of_status(status)] if status is not None else []
    known = frozenset(" ".join(each.sentence.split()) for each in found)
    found += _of_day(outcome, known) if outcome is not None else []
    unique = {each.key: each for each in reversed(found)}
    return sorted(unique.values(), key=lambda each: (each.severity is Severity.WARNING, each.key))


def is_unexamined(key: str, status: Status | None, outcome: DayOutcome | None) -> bool:
    """Return whether nothing was done by which an open incident could be seen to be over.

    A source that failed this morning is not cured by a pass that did not ask it.
    """
    kind, _, subject = key.partition(" ")
    if kind in (STALE, STATUS):
        return status is None
    if kind == SOURCE:
        return outcome is None or subject not in {each.source for each in outcome.sources}
    if kind == RUN:
        return outcome is None or outcome.run is None
    if kind == JOB:
        done = {} if outcome is None else {r.job.kind.value: r.outcome for r in outcome.results}
        return subject not in done or done[subject] not in (JobOutcome.DONE, JobOutcome.EMPTY_OK)
    return False


def _of_status(status: Status) -> Iterator[Incident]:
    """Yield an incident for each problem of a status."""
    for source in status.sources:
        if source.stale:
            yield Incident(f"{STALE} {source.source}", Severity.CRITICAL, f"STALE {source.stale}")
    stale = set(status.stale)
    for problem in status.problems:
        if problem not in stale:
            yield Incident(f"{STATUS} {_subject(problem)}", Severity.WARNING, problem)


def _of_day(outcome: DayOutcome, known: frozenset[str]) -> Iterator[Incident]:
    """Yield an incident for each source and job that failed, and each problem of the run.

    What the run says in the words of the status, which are ``known``, is no incident more.
    """
    for source in outcome.sources:
        if source.failure:
            yield Incident(
                f"{SOURCE} {source.source}", Severity.WARNING, f"{source.source}: {source.failure}"
            )
    for result in outcome.results:
        if result.outcome in LOST:
            why = "; ".join(result.attempt.problems)
            severity, became = LOST[result.outcome]
            sentence = f"{result.job} {became}" + (f": {why}" if why else "")
            yield Incident(f"{JOB} {result.job.kind}", severity, sentence)
    for problem in outcome.problems:
        if problem not in known:
            yield Incident(f"{RUN} {_subject(problem)}", Severity.WARNING, problem)


def _subject(problem: str) -> str:
    """Return what a sentence is about: the table or file before its first colon, and the check.

    Digits change from day to day and are no part of it.
    """
    subject, _, rest = problem.partition(": ")
    first = rest.split(" ", 1)[0]
    named = f"{subject} {first}" if "_" in first else subject
    return named if "/" in subject else "".join(c for c in named if not c.isdigit()).strip()
