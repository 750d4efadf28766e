"""Attempts at healing dates with gaps, and the dates and sources that are given up.

Each date has a job of its own in the catalog, like the jobs of the day; its attempts name the
sources that were asked. A source is given up for a date after ``MAX_ATTEMPTS`` attempts that left
the gap, since some games are missing from every service.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.source_names import SOURCES
from tipoff.operations.jobs import Attempt, Job, JobKind, failure_count
from tipoff.operations.records import JobRecords

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog

MAX_ATTEMPTS = 3
NO_DEADLINE = timedelta(days=36_500)


def heal_job(day: date) -> Job:
    """Return the job of healing a date."""
    begins = datetime.combine(day, time(), UTC)
    return Job(day, JobKind.HEAL, begins, begins + NO_DEADLINE)


def given_up(catalog: Catalog) -> frozenset[tuple[date, str]]:
    """Return the pairs of date and source that are no longer asked for missing rows."""
    pairs = set()
    for key, attempts in JobRecords(catalog).of_kind(JobKind.HEAL).items():
        day = date.fromisoformat(key.split()[0])
        pairs |= {
            (day, source)
            for source in SOURCES
            if failure_count(_failed_attempts(source, attempts)) >= MAX_ATTEMPTS
        }
    return frozenset(pairs)


def _failed_attempts(source: str, attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """Return the attempts in which a source failed.

    An attempt that died names no source and counts as a failure of each.
    """
    return tuple(each for each in attempts if not each.sources or each.sources.get(source))
