"""Current problems as incidents, each with a key that stays the same while its sentence changes.

For example, "STALE player props: ... 3 dates with games behind" today and "... 4 dates ..."
tomorrow are one incident, ``stale player props``, which is sent only once.
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
    """The severity of an incident."""

    CRITICAL = "critical"
    """Something due today is missing. Sent even in quiet hours."""
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Incident:
    """One problem."""

    key: str
    severity: Severity
    sentence: str


STALE, STATUS, SOURCE, JOB, RUN = "stale", "status", "source", "job", "run"
"""Prefixes of keys: where the incident was detected."""
JOB_INCIDENTS = {
    JobOutcome.GAVE_UP: (Severity.CRITICAL, "was given up"),
    JobOutcome.MISSED: (Severity.CRITICAL, "missed its deadline"),
    JobOutcome.LEFT_INCOMPLETE: (Severity.WARNING, "went out incomplete"),
}
"""The final outcomes of jobs that are incidents, each with its severity and wording."""


def incidents_of(status: Status | None, outcome: DayOutcome | None) -> list[Incident]:
    """Return the current incidents, each once, the critical ones first.

    Args:
        status: status of the tables; None where nothing is ingested.
        outcome: outcome of a pass of the day, if there was one.
    """
    incidents = [*_status_incidents(status)] if status is not None else []
    known = frozenset(" ".join(each.sentence.split()) for each in incidents)
    incidents += _day_incidents(outcome, known) if outcome is not None else []
    unique = {each.key: each for each in reversed(incidents)}
    return sorted(unique.values(), key=lambda each: (each.severity is Severity.WARNING, each.key))


def is_unexamined(key: str, status: Status | None, outcome: DayOutcome | None) -> bool:
    """Return whether an open incident was not checked again, so it cannot be called over.

    For example, a source that failed this morning has not recovered just because a later pass did
    not ask it.
    """
    kind, _, subject = key.partition(" ")
    if kind in (STALE, STATUS):
        return status is None
    if kind == SOURCE:
        return outcome is None or subject not in {each.source for each in outcome.sources}
    if kind == RUN:
        return outcome is None or outcome.run is None
    if kind == JOB:
        outcomes = {} if outcome is None else {r.job.kind.value: r.outcome for r in outcome.results}
        return subject not in outcomes or outcomes[subject] not in (
            JobOutcome.DONE,
            JobOutcome.EMPTY_OK,
        )
    return False


def _status_incidents(status: Status) -> Iterator[Incident]:
    """Yield an incident for each problem of a status."""
    for source in status.sources:
        if source.stale:
            yield Incident(f"{STALE} {source.source}", Severity.CRITICAL, f"STALE {source.stale}")
    stale = set(status.stale)
    for problem in status.problems:
        if problem not in stale:
            yield Incident(f"{STATUS} {_subject(problem)}", Severity.WARNING, problem)


def _day_incidents(outcome: DayOutcome, known: frozenset[str]) -> Iterator[Incident]:
    """Yield an incident for each source and job that failed, and each problem of the run.

    ``known`` holds the sentences of the status; a problem of the run with one of these sentences
    is left out.
    """
    for source in outcome.sources:
        if source.failure:
            yield Incident(
                f"{SOURCE} {source.source}", Severity.WARNING, f"{source.source}: {source.failure}"
            )
    for result in outcome.results:
        if result.outcome in JOB_INCIDENTS:
            why = "; ".join(result.attempt.problems)
            severity, verb = JOB_INCIDENTS[result.outcome]
            sentence = f"{result.job} {verb}" + (f": {why}" if why else "")
            yield Incident(f"{JOB} {result.job.kind}", severity, sentence)
    for problem in outcome.problems:
        if problem not in known:
            yield Incident(f"{RUN} {_subject(problem)}", Severity.WARNING, problem)


def _subject(problem: str) -> str:
    """Return the subject of a sentence: the table or file before its first colon, and the check.

    Digits are removed unless the subject is a path, since they change from day to day.
    """
    subject, _, rest = problem.partition(": ")
    first = rest.split(" ", 1)[0]
    full = f"{subject} {first}" if "_" in first else subject
    return full if "/" in subject else "".join(c for c in full if not c.isdigit()).strip()
