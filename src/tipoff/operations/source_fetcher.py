"""Fetch what jobs need from the configured sources, within the time available."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tipoff.app import web_sources
from tipoff.app.ingest import ingest_web
from tipoff.domain.source_names import INJURIES, LINEUPS, NBA, ODDS
from tipoff.operations.breakers import SOURCE, BreakerState, BreakerStore
from tipoff.operations.error_lines import errors_as_lines
from tipoff.operations.jobs import JobKind
from tipoff.operations.landed_schedule import seasons_to_ask
from tipoff.operations.notifier import SourceResult

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from tipoff.app.home import Home
    from tipoff.app.ingest import WebReport
    from tipoff.app.settings import Settings
    from tipoff.operations.jobs import Job
    from tipoff.operations.landed_schedule import LandedSchedule
    from tipoff.sources.http import Limits, WebSource

TIME_FOR_RUN = timedelta(minutes=5)
"""Time reserved for the run: pre-tip fetches must end this long before tip-off."""
MIN_BUDGET = timedelta(seconds=30)
PDF_LIBRARY = "pdfplumber"


def configured_sources(settings: Settings) -> tuple[str, ...]:
    """Return the sources named in ``day_sources`` that can be asked."""
    return tuple(name for name in settings.day_sources if not missing_for(name, settings))


def missing_for(source: str, settings: Settings) -> str:
    """Return what must be done before a source can be asked; empty if nothing is missing."""
    if source not in settings.day_sources:
        return "add it to the setting day_sources"
    if source == ODDS and settings.odds_api_key is None:
        return "put a key into TIPOFF_ODDS_API_KEY"
    if source == INJURIES and find_spec(PDF_LIBRARY) is None:
        return "install the extra injuries, which reads PDFs"
    return ""


@dataclass(frozen=True)
class SourceFetcher:
    """Fetches from sources into a home, and counts failures in their circuit breakers."""

    home: Home
    settings: Settings
    breakers: BreakerStore
    now: datetime

    def fetch(
        self, source: str, days: Iterable[date], schedule: LandedSchedule, jobs: Iterable[Job]
    ) -> SourceResult:
        """Fetch dates from a source, unless its breaker is open; only a held lock raises.

        Args:
            source: name of the source.
            days: the dates of the games, US Eastern.
            schedule: the known schedule, which decides the seasons to ask for.
            jobs: the jobs that need the source; the first pre-tip deadline limits the time.

        Raises:
            RunInProgress: another process writes to the home.
        """
        breaker = self.breakers.breaker(SOURCE, source)
        if breaker.state(self.now) is BreakerState.OPEN:
            return SourceResult(source, failure=breaker.why_open())
        reports: list[WebReport] = []
        failures: list[str] = []
        with errors_as_lines(failures):
            for client, limits in self._clients(source, days, schedule):
                reports.append(ingest_web(self.home, client, self._limited(limits, jobs)))
        if failures:
            result = SourceResult(source, failure=failures[0])
            self.breakers.record(SOURCE, source, result.failure, self.now)
            return result
        result = _result(source, reports)
        has_no_answer = result.failure and not any(map(_has_answer, reports))
        self.breakers.record(SOURCE, source, result.failure if has_no_answer else "", self.now)
        return result

    def _clients(
        self, source: str, days: Iterable[date], schedule: LandedSchedule
    ) -> Iterator[tuple[WebSource, Limits]]:
        settings = self.settings
        for day in sorted(set(days)):
            if source == NBA:
                for season in seasons_to_ask(schedule, day):
                    yield web_sources.league_season(settings, season)
                return
            if source == LINEUPS:
                yield web_sources.daily_lineups(settings, day)
            elif source == INJURIES:
                yield web_sources.injury_reports(settings, day)
            elif source == ODDS:
                yield web_sources.odds(settings, day, day)

    def _limited(self, limits: Limits, jobs: Iterable[Job]) -> Limits:
        """Return the limits, shortened to leave time for the run before tip-off."""
        tips = [job.deadline for job in jobs if job.kind is JobKind.PRE_TIP]
        if not tips:
            return limits
        left = max(min(tips) - self.now - TIME_FOR_RUN, MIN_BUDGET).total_seconds()
        return replace(limits, time_budget=min(left, limits.time_budget or left))


def _result(source: str, reports: Iterable[WebReport]) -> SourceResult:
    reports = list(reports)
    failures = [line for report in reports for line in report.failures]
    more = f" (and {len(failures) - 1} more)" if len(failures) > 1 else ""
    return SourceResult(
        source,
        sum(report.landed for report in reports),
        sum(report.requests for report in reports),
        f"{failures[0]}{more}" if failures else "",
        tuple(line for report in reports for line in report.notices),
    )


def _has_answer(report: WebReport) -> bool:
    """Return whether the service answered anything at all."""
    return bool(report.landed or report.known or report.unchanged)
