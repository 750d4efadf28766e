"""One pass of the unattended day: do the jobs that are due, record their outcomes, and notify.

A pass may be started at any time, even while another one runs: a lock keeps the second one out, a
job that is done is not done again, and one that fails is tried again until its deadline. A source
that fails stops neither the other sources nor the run.
"""

from __future__ import annotations

import logging
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.app import runs
from tipoff.app.failures import explained
from tipoff.app.standstill import remembered_outcome
from tipoff.domain.source_names import NBA, SOURCES
from tipoff.kernel import clock
from tipoff.kernel.errors import Blocked, RunInProgress
from tipoff.operations.breakers import BreakerStore
from tipoff.operations.day_state import DayState, read_day_state
from tipoff.operations.jobs import Attempt, Job, JobKind, JobOutcome, final_outcome
from tipoff.operations.landed_schedule import landed_schedule
from tipoff.operations.notifier import (
    DayOutcome,
    JobResult,
    NoChannel,
    Notifier,
    SourceResult,
)
from tipoff.operations.records import JobRecords, answered_sources
from tipoff.operations.source_fetcher import SourceFetcher
from tipoff.operations.table_breakers import TableBreakers
from tipoff.operations.written_slates import unwritten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.app.home import Home
    from tipoff.app.settings import Settings
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.run.run import Progress
    from tipoff.operations.agenda import Agenda

logger = logging.getLogger(__name__)
LOCK = "day.lock"


@dataclass(frozen=True)
class RunSummary:
    """The outcome of the pipeline run in a pass."""

    run: int | None = None
    documents: int = 0
    problems: tuple[str, ...] = ()
    outcome: JobOutcome = JobOutcome.DONE


def run_day(
    home: Home,
    settings: Settings,
    notifier: Notifier | None = None,
    progress: Progress = lambda table, done, total: None,
) -> DayOutcome:
    """Do the jobs of a home that are due now, and call the notifier.

    Raises:
        UsageError: the directory is not a home of this version's format.
        TipoffError: it cannot be written to, or its catalog is lost.
        PayloadError: the landed schedule of a season cannot be read.
    """
    try:
        with home.locked(LOCK):
            state = read_day_state(home, settings)
            jobs = state.agenda()
            outcome = _outcome(state, jobs)
            if jobs.due or jobs.overdue or jobs.exhausted:
                with closing(home.open_catalog()) as catalog:
                    outcome = _Pass(home, settings, state, catalog, progress).work(jobs)
            return _notify(notifier or NoChannel(), home, outcome)
    except RunInProgress as error:
        now = clock.utc_now()
        state = read_day_state(home, settings)
        busy = f"another `tipoff day` is running: {error}"
        return replace(_outcome(state, state.agenda()), now=now, busy=busy)


def preview(home: Home, settings: Settings) -> tuple[DayState, Agenda]:
    """Return what a pass would do now, without doing it.

    Raises:
        UsageError, TipoffError, PayloadError: as for ``run_day``.
    """
    state = read_day_state(home, settings)
    return state, state.agenda()


@dataclass
class _Pass:
    """The work of one pass; the caller holds the day lock."""

    home: Home
    settings: Settings
    state: DayState
    catalog: Catalog
    progress: Progress
    results: dict[str, SourceResult] = field(default_factory=dict)
    started_attempts: dict[str, tuple[Job, Attempt]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.started = time.monotonic()
        self.records = JobRecords(self.catalog)
        self.fetcher = SourceFetcher(
            self.home, self.settings, BreakerStore(self.catalog), self.state.now
        )
        self.schedule = self.state.schedule

    def work(self, jobs: Agenda) -> DayOutcome:
        """Close the jobs that are past, do those that are due, and return the outcome."""
        closed = [
            *self._close(jobs.overdue, JobOutcome.MISSED, "its deadline passed before it was done"),
            *self._close(
                jobs.exhausted, JobOutcome.GAVE_UP, "it failed the maximum number of times"
            ),
        ]
        run = RunSummary()
        finished: list[JobResult] = []
        if jobs.due:
            self._begin(jobs.due)
            try:
                self._fetch_sources()
                run = self._run()
            except RunInProgress as error:
                run = RunSummary(problems=(str(error),), outcome=JobOutcome.WAITING)
            finished = [
                self._end(job, attempt, run) for job, attempt in self.started_attempts.values()
            ]
        after = read_day_state(self.home, self.settings)
        return replace(
            _outcome(after, after.agenda()),
            now=self.state.now,
            results=(*closed, *finished),
            sources=tuple(self.results.values()),
            run=run.run,
            documents=run.documents,
            problems=run.problems,
        )

    def _close(self, jobs: tuple[Job, ...], outcome: JobOutcome, why: str) -> list[JobResult]:
        """Record the final outcome of jobs that are not tried again."""
        results = []
        for job in jobs:
            final = final_outcome(self.state.attempts.get(job.key, ()), outcome, why)
            results.append(JobResult(job, self.records.close(job, *final, self.state.now)))
        return results

    def _begin(self, jobs: tuple[Job, ...]) -> None:
        for job in jobs:
            if job.key not in self.started_attempts:
                self.started_attempts[job.key] = job, self.records.begin(job, self.state.now)

    def _fetch_sources(self) -> None:
        """Fetch from the league first: the schedule that it returns may make other jobs due."""
        self._fetch(NBA)
        if NBA in self.results:
            self.schedule = landed_schedule(self.home.storage.payloads(self.catalog))
            self._begin(self.state.agenda(self.schedule).due)
        for source in SOURCES[1:]:
            self._fetch(source)

    def _fetch(self, source: str) -> None:
        """Fetch from a source what the jobs need whose games are still scheduled."""
        jobs = [
            job
            for job, _ in self.started_attempts.values()
            if source in self._sources_to_ask(job) and self._is_scheduled(job)
        ]
        if jobs:
            days = [job.day for job in jobs]
            self.results[source] = self.fetcher.fetch(source, days, self.schedule, jobs)

    def _sources_to_ask(self, job: Job) -> list[str]:
        """Return the sources to ask for a job: those that have not answered an earlier attempt."""
        answered = answered_sources(self.state.attempts.get(job.key, ()))
        wanted = job.kind.sources
        return [name for name in self.state.sources if name in wanted and name not in answered]

    def _is_scheduled(self, job: Job) -> bool:
        """Return whether the newest schedule still has the job's games on its date."""
        if job.kind is JobKind.SCHEDULE:
            return True
        games = self.schedule.calendar.by_day.get(job.day, ())
        return any(job.tip_at in (None, game.tip_at) for game in games)

    def _run(self) -> RunSummary:
        """Run the pipeline and publish; every failure but a held lock becomes a problem."""
        tables = TableBreakers(self.fetcher.breakers, self.state.now)
        try:
            outcome = remembered_outcome(self.home, None) or runs.run(
                self.home, None, self.progress, tables.why_left_alone
            )
            tables.record(outcome.report.tables)
        except RunInProgress:
            raise
        except Exception as error:
            logger.debug("the run failed", exc_info=True)
            failure = JobOutcome.BLOCKED if isinstance(error, Blocked) else JobOutcome.FAILED
            return RunSummary(problems=(str(explained(error)),), outcome=failure)
        report = outcome.report
        by_exit_code = {0: JobOutcome.DONE, Blocked.exit_code: JobOutcome.BLOCKED}
        return RunSummary(
            report.run,
            outcome.documents,
            tuple(map(_one_line, report.problems)),
            by_exit_code.get(report.exit_code, JobOutcome.FAILED),
        )

    def _end(self, job: Job, attempt: Attempt, run: RunSummary) -> JobResult:
        """Record the end and the outcome of an attempt."""
        needed = self._sources_to_ask(job)
        failures = {n: result.failure for n, result in self.results.items() if n in needed}
        outcome, why = self._attempt_outcome(job, failures, run)
        finished = replace(
            attempt,
            ended_at=self.state.now + timedelta(seconds=time.monotonic() - self.started),
            outcome=outcome,
            sources=failures,
            problems=(*run.problems, *why),
            run=run.run,
        )
        self.records.end(finished)
        return JobResult(job, finished)

    def _attempt_outcome(
        self, job: Job, failures: Mapping[str, str], run: RunSummary
    ) -> tuple[JobOutcome, list[str]]:
        """Return the outcome of an attempt, and further problems to record with it.

        Args:
            job: the job that was attempted.
            failures: why each source that was asked for it failed; empty text if it did not.
            run: the pipeline run of this pass.
        """
        if not self._is_scheduled(job):
            return JobOutcome.EMPTY_OK, ["its games were moved or postponed"]
        if run.outcome is not JobOutcome.DONE:
            return run.outcome, []
        failed = [f"{name}: {failure}" for name, failure in failures.items() if failure]
        if failed:
            return JobOutcome.INCOMPLETE if job.kind.predicts else JobOutcome.FAILED, failed
        return self._outcome_after_run(job)

    def _outcome_after_run(self, job: Job) -> tuple[JobOutcome, list[str]]:
        """Return the outcome of a job whose sources answered and whose run succeeded."""
        games = self.schedule.calendar.by_day.get(job.day, ())
        if job.kind is JobKind.SCHEDULE:
            return (JobOutcome.DONE if games else JobOutcome.EMPTY_OK), []
        if job.kind is JobKind.PRE_TIP:
            missing = unwritten(self.home, job, games)
            is_failure = any(each.is_expected for each in missing)
            return JobOutcome.FAILED if is_failure else JobOutcome.DONE, [*map(str, missing)]
        open_games = sum(not game.is_final for game in games)
        if job.kind is JobKind.POST_GAME and open_games:
            return JobOutcome.WAITING, [f"{open_games} of {len(games)} games are not over yet"]
        return JobOutcome.DONE, []


def _outcome(state: DayState, jobs: Agenda) -> DayOutcome:
    """Return the outcome of a pass that has done nothing yet."""
    return DayOutcome(
        state.now,
        jobs.today,
        jobs.day_kind,
        next_job=jobs.next_job,
        next_at=jobs.next_at,
    )


def _one_line(text: str) -> str:
    """Return a text in one line; libraries may write their messages in several."""
    return " ".join(text.split())


def _notify(notifier: Notifier, home: Home, outcome: DayOutcome) -> DayOutcome:
    """Call the notifier; if it raises, add that to the deliveries that failed."""
    try:
        return replace(outcome, deliveries=tuple(notifier.notify(home, outcome)))
    except Exception as error:
        logger.warning("the notifier failed", exc_info=True)
        return replace(outcome, deliveries=(f"the notifier failed: {explained(error)}",))
