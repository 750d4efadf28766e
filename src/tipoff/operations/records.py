"""The attempts at every job, kept in the catalog: each is a row, inserted when it begins.

An attempt whose process dies has no end and counts as interrupted, so a job that kills its process
is tried a few times only, not forever.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tipoff.domain.source_names import NBA
from tipoff.kernel.catalog.values import as_text, as_timestamp
from tipoff.operations.agenda import LOOKBACK
from tipoff.operations.jobs import Attempt, Job, JobKind, JobOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tipoff.kernel.catalog import Catalog

COLUMNS = "job, attempt, began_at, ended_at, outcome, sources, problems, run"
MARGIN = timedelta(days=10)
"""How long before the first date in the window the attempts at its jobs may have begun."""


@dataclass(frozen=True)
class JobRecords:
    """The attempts at jobs in a catalog; the caller holds the day lock."""

    catalog: Catalog

    def began(self) -> datetime | None:
        """Return when the first job of this home began, healing aside; None if none ever did."""
        ((began,),) = self.catalog.query(
            f"SELECT min(began_at) FROM job_attempt WHERE job NOT LIKE '% {JobKind.HEAL}'"
        )
        return None if began is None else as_timestamp(began)

    def attempts(self, now: datetime) -> dict[str, tuple[Attempt, ...]]:
        """Return the attempts that the agenda at a time needs, by the job's key, in order."""
        return self._where("began_at >= ?", as_text(now - LOOKBACK - MARGIN))

    def of_kind(self, kind: JobKind) -> dict[str, tuple[Attempt, ...]]:
        """Return every attempt at the whole-date jobs of a kind, by the job's key."""
        return self._where("job LIKE ?", f"% {kind}")

    def _where(self, condition: str, value: str) -> dict[str, tuple[Attempt, ...]]:
        """Return the attempts that match an SQL condition with one parameter, by the job's key."""
        rows = self.catalog.query(
            f"SELECT {COLUMNS} FROM job_attempt WHERE {condition} ORDER BY job, attempt", [value]
        )
        by_job: dict[str, list[Attempt]] = defaultdict(list)
        for row in rows:
            by_job[row[0]].append(_attempt(row))
        return {key: tuple(attempts) for key, attempts in by_job.items()}

    def last(self, count: int) -> list[Attempt]:
        """Return the newest attempts at any job, the newest first."""
        rows = self.catalog.query(
            f"SELECT {COLUMNS} FROM job_attempt ORDER BY began_at DESC, job DESC LIMIT ?", [count]
        )
        return [_attempt(row) for row in rows]

    def begin(self, job: Job, now: datetime) -> Attempt:
        """Insert a row for an attempt at a job that begins now."""
        with self.catalog.transaction():
            ((last_number,),) = self.catalog.query(
                "SELECT coalesce(max(attempt), 0) FROM job_attempt WHERE job = ?", [job.key]
            )
            attempt = Attempt(job.key, last_number + 1, now, None, JobOutcome.INTERRUPTED)
            self.catalog.insert("job_attempt", [_row(attempt)])
            return attempt

    def end(self, attempt: Attempt) -> None:
        """Update the row of an attempt with its end and outcome."""
        _, _, _, ended_at, outcome, sources, problems, run = _row(attempt)
        with self.catalog.transaction():
            self.catalog.query(
                "UPDATE job_attempt SET ended_at = ?, outcome = ?, sources = ?, problems = ?,"
                " run = ? WHERE job = ? AND attempt = ?",
                [ended_at, outcome, sources, problems, run, attempt.key, attempt.number],
            )

    def close(self, job: Job, outcome: JobOutcome, why: str, now: datetime) -> Attempt:
        """Record why a job is not tried again, as a final attempt; return that attempt."""
        attempt = replace(self.begin(job, now), ended_at=now, outcome=outcome, problems=(why,))
        self.end(attempt)
        return attempt


def answered_sources(attempts: Iterable[Attempt]) -> frozenset[str]:
    """Return the sources that need not be asked again when a job is tried again.

    After an attempt that waits for time to pass, all are asked again. After one that a gate
    blocked, the league is asked again, since it may have corrected its data.
    """
    answered: set[str] = set()
    for each in attempts:
        if each.outcome is not JobOutcome.WAITING:
            ask_again = {NBA} if each.outcome is JobOutcome.BLOCKED else set()
            answered |= each.answered_sources - ask_again
    return frozenset(answered)


def _attempt(row: tuple[Any, ...]) -> Attempt:
    key, number, began_at, ended_at, outcome, sources, problems, run = row
    failures: Mapping[str, str] = json.loads(sources)
    return Attempt(
        key,
        number,
        as_timestamp(began_at),
        None if ended_at is None else as_timestamp(ended_at),
        JobOutcome(outcome),
        failures,
        tuple(json.loads(problems)),
        run,
    )


def _row(attempt: Attempt) -> tuple[Any, ...]:
    return (
        attempt.key,
        attempt.number,
        as_text(attempt.began_at),
        None if attempt.ended_at is None else as_text(attempt.ended_at),
        attempt.outcome.value,
        json.dumps(dict(attempt.sources)),
        json.dumps(attempt.problems),
        attempt.run,
    )
