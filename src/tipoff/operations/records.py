"""What became of every job, kept in the catalog: each attempt is a row, entered as it begins.

An attempt whose process dies has no end and counts as interrupted, so that a job which kills its
process is tried a few times and not for ever.
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
"""Attempts at a job of the first date that is looked at may be this much older than the date."""


@dataclass(frozen=True)
class JobRecords:
    """The attempts at jobs that a catalog keeps; the caller holds the lock of the day."""

    catalog: Catalog

    def began(self) -> datetime | None:
        """Return when jobs began to be done in this home; None if none ever was."""
        ((began,),) = self.catalog.query(
            f"SELECT min(began_at) FROM job_attempt WHERE job NOT LIKE '% {JobKind.HEAL}'"
        )
        return None if began is None else as_timestamp(began)

    def attempts(self, now: datetime) -> dict[str, tuple[Attempt, ...]]:
        """Return the attempts that an agenda of a time looks at, by the job's key, in order."""
        return self._where("began_at >= ?", as_text(now - LOOKBACK - MARGIN))

    def of_kind(self, kind: JobKind) -> dict[str, tuple[Attempt, ...]]:
        """Return every attempt at jobs of a kind that are for a whole date, by the job's key."""
        return self._where("job LIKE ?", f"% {kind}")

    def _where(self, condition: str, value: str) -> dict[str, tuple[Attempt, ...]]:
        """Return the attempts for which a condition on a value holds, by the job's key."""
        rows = self.catalog.query(
            f"SELECT {COLUMNS} FROM job_attempt WHERE {condition} ORDER BY job, attempt", [value]
        )
        found: dict[str, list[Attempt]] = defaultdict(list)
        for row in rows:
            found[row[0]].append(_attempt(row))
        return {key: tuple(made) for key, made in found.items()}

    def last(self, count: int) -> list[Attempt]:
        """Return the newest attempts at any job, the newest first."""
        rows = self.catalog.query(
            f"SELECT {COLUMNS} FROM job_attempt ORDER BY began_at DESC, job DESC LIMIT ?", [count]
        )
        return [_attempt(row) for row in rows]

    def begin(self, job: Job, now: datetime) -> Attempt:
        """Enter that an attempt at a job begins."""
        with self.catalog.transaction():
            ((made,),) = self.catalog.query(
                "SELECT coalesce(max(attempt), 0) FROM job_attempt WHERE job = ?", [job.key]
            )
            attempt = Attempt(job.key, made + 1, now, None, JobOutcome.INTERRUPTED)
            self.catalog.insert("job_attempt", [_row(attempt)])
            return attempt

    def end(self, attempt: Attempt) -> None:
        """Enter what an attempt came to."""
        _, _, _, ended_at, outcome, sources, problems, run = _row(attempt)
        with self.catalog.transaction():
            self.catalog.query(
                "UPDATE job_attempt SET ended_at = ?, outcome = ?, sources = ?, problems = ?,"
                " run = ? WHERE job = ? AND attempt = ?",
                [ended_at, outcome, sources, problems, run, attempt.key, attempt.number],
            )

    def close(self, job: Job, outcome: JobOutcome, why: str, now: datetime) -> Attempt:
        """Enter of a job that it is not tried again, and why; return what was entered."""
        attempt = replace(self.begin(job, now), ended_at=now, outcome=outcome, problems=(why,))
        self.end(attempt)
        return attempt


def answered(attempts: Iterable[Attempt]) -> frozenset[str]:
    """Return the sources that need not be asked again for a job that is tried again.

    After an attempt that waits for time to pass all are asked again; after one that a gate blocked
    the league is, which may have corrected what is wrong.
    """
    found: set[str] = set()
    for each in attempts:
        if each.outcome is not JobOutcome.WAITING:
            blocked = {NBA} if each.outcome is JobOutcome.BLOCKED else set()
            found |= each.answered - blocked
    return frozenset(found)


def _attempt(row: tuple[Any, ...]) -> Attempt:
    key, number, began_at, ended_at, outcome, sources, problems, run = row
    named: Mapping[str, str] = json.loads(sources)
    return Attempt(
        key,
        number,
        as_timestamp(began_at),
        None if ended_at is None else as_timestamp(ended_at),
        JobOutcome(outcome),
        named,
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
