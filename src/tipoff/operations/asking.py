"""Ask the configured sources for what a job needs, each within the time there is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tipoff.app import web_sources
from tipoff.app.ingest import ingest_web
from tipoff.domain.source_names import INJURIES, LINEUPS, NBA, ODDS
from tipoff.operations.breakers import SOURCE, BreakerState, BreakerStore
from tipoff.operations.failing import told_in
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

FOR_THE_RUN = timedelta(minutes=5)
"""Before tip-off sources are asked no longer than until so long before it."""
MIN_BUDGET = timedelta(seconds=30)
PDF_LIBRARY = "pdfplumber"


def configured_sources(settings: Settings) -> tuple[str, ...]:
    """Return the sources that can be asked: prices with a key, injury reports with their library.

    ``day_sources`` names those that are wanted.
    """
    lacking = set()
    if settings.odds_api_key is None:
        lacking.add(ODDS)
    if find_spec(PDF_LIBRARY) is None:
        lacking.add(INJURIES)
    return tuple(name for name in settings.day_sources if name not in lacking)


@dataclass(frozen=True)
class Asking:
    """Asks sources for a home, and counts their failures in the breakers."""

    home: Home
    settings: Settings
    breakers: BreakerStore
    now: datetime

    def ask(
        self, source: str, days: Iterable[date], schedule: LandedSchedule, jobs: Iterable[Job]
    ) -> SourceResult:
        """Ask a source about some dates, unless its breaker is open; nothing but a lock raises.

        Args:
            source: its name.
            days: the dates of the games, US Eastern.
            schedule: which seasons go on.
            jobs: what it is asked for; the first deadline before tip-off bounds the time.

        Raises:
            RunInProgress: another process writes to the home.
        """
        breaker = self.breakers.breaker(SOURCE, source)
        if breaker.state(self.now) is BreakerState.OPEN:
            return SourceResult(source, failure=breaker.why_open())
        reports: list[WebReport] = []
        failures: list[str] = []
        with told_in(failures):
            for client, limits in self._clients(source, days, schedule):
                reports.append(ingest_web(self.home, client, self._within(limits, jobs)))
        if failures:
            result = SourceResult(source, failure=failures[0])
            self.breakers.record(SOURCE, source, result.failure, self.now)
            return result
        result = _result(source, reports)
        is_silent = result.failure and not any(map(_answered, reports))
        self.breakers.record(SOURCE, source, result.failure if is_silent else "", self.now)
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

    def _within(self, limits: Limits, jobs: Iterable[Job]) -> Limits:
        """Return limits that leave time for the run before tip-off."""
        tips = [job.deadline for job in jobs if job.kind is JobKind.PRE_TIP]
        if not tips:
            return limits
        left = max(min(tips) - self.now - FOR_THE_RUN, MIN_BUDGET).total_seconds()
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


def _answered(report: WebReport) -> bool:
    """Return whether the service answered anything at all."""
    return bool(report.landed or report.known or report.unchanged)
