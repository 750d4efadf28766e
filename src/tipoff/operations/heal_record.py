"""What was asked again for dates that lack something, and what is given up.

Each date is a job of its own, kept in the catalog like those of the day, whose attempts name the
sources that were asked. A source is given up for a date after ``MAX_ATTEMPTS`` attempts that did
not bring what is missing, since there are games that no service has.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tipoff.domain.source_names import SOURCES
from tipoff.operations.jobs import Attempt, Job, JobKind, failures
from tipoff.operations.records import JobRecords

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog

MAX_ATTEMPTS = 3
FOR_EVER = timedelta(days=36_500)


def heal_job(day: date) -> Job:
    """Return the job of healing a date."""
    begins = datetime.combine(day, time(), UTC)
    return Job(day, JobKind.HEAL, begins, begins + FOR_EVER)


def given_up(catalog: Catalog) -> frozenset[tuple[date, str]]:
    """Return the dates and sources that are not asked any more for what is missing."""
    found = set()
    for key, attempts in JobRecords(catalog).of_kind(JobKind.HEAL).items():
        day = date.fromisoformat(key.split()[0])
        found |= {
            (day, source)
            for source in SOURCES
            if failures(_about(source, attempts)) >= MAX_ATTEMPTS
        }
    return frozenset(found)


def _about(source: str, attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """Return the attempts that a source failed; one that died, and named none, counts for all."""
    return tuple(each for each in attempts if not each.sources or each.sources.get(source))
