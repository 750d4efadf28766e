"""Made-up outcomes of passes of the day, and a status with stale prices."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from support.publishing_league import NO_STATUS
from tipoff.health.freshness import SourceStatus
from tipoff.operations import Attempt, DayOutcome, Job, JobKind, JobOutcome, JobResult
from tipoff.operations.calendar import DayKind

if TYPE_CHECKING:
    from tipoff.health.report import Status

NOW = datetime(2024, 1, 10, 16, tzinfo=UTC)
TODAY = date(2024, 1, 10)


def outcome(**more: Any) -> DayOutcome:
    """Return a pass of the day in which nothing went wrong."""
    return replace(DayOutcome(NOW, TODAY, DayKind.GAMES), **more)


def job(kind: JobKind, became: JobOutcome, *problems: str) -> JobResult:
    """Return the result of a job."""
    due = Job(TODAY, kind, NOW, NOW)
    return JobResult(due, Attempt(due.key, 1, NOW, NOW, became, problems=problems))


def stale(behind: int) -> Status:
    """Return a status with prices that are a number of dates behind."""
    sentence = f"player props: no rows since 2024-01-03, {behind} dates with games behind"
    source = SourceStatus("player props", "prop_price", None, None, behind, sentence, True)
    return replace(NO_STATUS, sources=(source,))
