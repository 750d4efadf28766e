"""One pass of the unattended day: do what is due, record what became of it, and tell of it.

A pass is safe at any time and twice at once: a lock keeps a second one out, what is done is not
done again, and what fails is tried again until its deadline. One source that fails keeps neither
the other sources nor the run from going on.
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
from tipoff.operations.asking import Asking
from tipoff.operations.breakers import BreakerStore
from tipoff.operations.jobs import Attempt, Job, JobKind, JobOutcome, came_to
from tipoff.operations.landed_schedule import landed_schedule
from tipoff.operations.notifier import (
    DayOutcome,
    JobResult,
    NoChannel,
    Notifier,
    SourceResult,
)
from tipoff.operations.records import JobRecords, answered
from tipoff.operations.standing import Standing, read_standing
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
class RunResult:
    """What the run of a pass came to."""

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
    """Do what is due now of a home, and tell the notifier.

    Raises:
        UsageError: the directory is no home of this form.
        TipoffError: it cannot be written to, or its catalog is lost.
        PayloadError: the landed schedule of a season cannot be read.
    """
    try:
        with home.locked(LOCK):
            standing = read_standing(home, settings)
            found = standing.agenda()
            outcome = _outcome(standing, found)
            if found.due or found.overdue or found.exhausted:
                with closing(home.open_catalog()) as catalog:
                    outcome = _Pass(home, settings, standing, catalog, progress).work(found)
            return _told(notifier or NoChannel(), home, outcome)
    except RunInProgress as error:
        now = clock.utc_now()
        standing = read_standing(home, settings)
        busy = f"another `tipoff day` is at work: {error}"
        return replace(_outcome(standing, standing.agenda()), now=now, busy=busy)


def preview(home: Home, settings: Settings) -> tuple[Standing, Agenda]:
    """Return what a pass would do now, and do nothing.

    Raises:
        UsageError, TipoffError, PayloadError: as for ``run_day``.
    """
    standing = read_standing(home, settings)
    return standing, standing.agenda()


@dataclass
class _Pass:
    """The work of one pass; the caller holds the lock of the day."""

    home: Home
    settings: Settings
    standing: Standing
    catalog: Catalog
    progress: Progress
    results: dict[str, SourceResult] = field(default_factory=dict)
    begun: dict[str, tuple[Job, Attempt]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.started = time.monotonic()
        self.records = JobRecords(self.catalog)
        self.asking = Asking(
            self.home, self.settings, BreakerStore(self.catalog), self.standing.now
        )
        self.schedule = self.standing.schedule

    def work(self, found: Agenda) -> DayOutcome:
        """Close what is past, do what is due, and return what became of it."""
        closed = [
            *self._close(
                found.overdue, JobOutcome.MISSED, "its deadline passed before it was done"
            ),
            *self._close(found.exhausted, JobOutcome.GAVE_UP, "it failed as often as it is tried"),
        ]
        ran = RunResult()
        done: list[JobResult] = []
        if found.due:
            self._begin(found.due)
            try:
                self._ask_sources()
                ran = self._run()
            except RunInProgress as error:
                ran = RunResult(problems=(str(error),), outcome=JobOutcome.WAITING)
            done = [self._end(job, attempt, ran) for job, attempt in self.begun.values()]
        after = read_standing(self.home, self.settings)
        return replace(
            _outcome(after, after.agenda()),
            now=self.standing.now,
            results=(*closed, *done),
            sources=tuple(self.results.values()),
            run=ran.run,
            documents=ran.documents,
            problems=ran.problems,
        )

    def _close(self, jobs: tuple[Job, ...], outcome: JobOutcome, why: str) -> list[JobResult]:
        """Enter of jobs that they are not tried again, and what they came to."""
        results = []
        for job in jobs:
            ended = came_to(self.standing.attempts.get(job.key, ()), outcome, why)
            results.append(JobResult(job, self.records.close(job, *ended, self.standing.now)))
        return results

    def _begin(self, jobs: tuple[Job, ...]) -> None:
        for job in jobs:
            if job.key not in self.begun:
                self.begun[job.key] = job, self.records.begin(job, self.standing.now)

    def _ask_sources(self) -> None:
        """Ask the league first; by the schedule that it brings, other jobs may be due."""
        self._ask(NBA)
        if NBA in self.results:
            self.schedule = landed_schedule(self.home.storage.payloads(self.catalog))
            self._begin(self.standing.agenda(self.schedule).due)
        for source in SOURCES[1:]:
            self._ask(source)

    def _ask(self, source: str) -> None:
        """Ask a source for every job that needs it and whose games are still on."""
        jobs = [
            job
            for job, _ in self.begun.values()
            if source in self._needed(job) and self._is_on(job)
        ]
        if jobs:
            days = [job.day for job in jobs]
            self.results[source] = self.asking.ask(source, days, self.schedule, jobs)

    def _needed(self, job: Job) -> list[str]:
        """Return the sources to ask for a job: those that have not answered an earlier attempt."""
        known = answered(self.standing.attempts.get(job.key, ()))
        wanted = job.kind.sources
        return [name for name in self.standing.sources if name in wanted and name not in known]

    def _is_on(self, job: Job) -> bool:
        """Return whether a job is still one by the newest schedule."""
        if job.kind is JobKind.SCHEDULE:
            return True
        games = self.schedule.calendar.by_day.get(job.day, ())
        return any(job.tip_at in (None, game.tip_at) for game in games)

    def _run(self) -> RunResult:
        """Run the pipeline and publish; whatever goes wrong is told, but for a lock."""
        tables = TableBreakers(self.asking.breakers, self.standing.now)
        try:
            outcome = remembered_outcome(self.home, None) or runs.run(
                self.home, None, self.progress, tables.why_left_alone
            )
            tables.record(outcome.report.tables)
        except RunInProgress:
            raise
        except Exception as error:
            logger.debug("the run failed", exc_info=True)
            failed = JobOutcome.BLOCKED if isinstance(error, Blocked) else JobOutcome.FAILED
            return RunResult(problems=(str(explained(error)),), outcome=failed)
        report = outcome.report
        ended = {0: JobOutcome.DONE, Blocked.exit_code: JobOutcome.BLOCKED}
        return RunResult(
            report.run,
            outcome.documents,
            tuple(map(_one_line, report.problems)),
            ended.get(report.exit_code, JobOutcome.FAILED),
        )

    def _end(self, job: Job, attempt: Attempt, ran: RunResult) -> JobResult:
        """Record what an attempt came to."""
        needed = self._needed(job)
        asked = {n: result.failure for n, result in self.results.items() if n in needed}
        outcome, why = self._judged(job, asked, ran)
        ended = replace(
            attempt,
            ended_at=self.standing.now + timedelta(seconds=time.monotonic() - self.started),
            outcome=outcome,
            sources=asked,
            problems=(*ran.problems, *why),
            run=ran.run,
        )
        self.records.end(ended)
        return JobResult(job, ended)

    def _judged(
        self, job: Job, asked: Mapping[str, str], ran: RunResult
    ) -> tuple[JobOutcome, list[str]]:
        """Return what an attempt came to, and what else there is to say of it."""
        if not self._is_on(job):
            return JobOutcome.EMPTY_OK, ["its games are no longer on this date"]
        if ran.outcome is not JobOutcome.DONE:
            return ran.outcome, []
        failed = [f"{name}: {failure}" for name, failure in asked.items() if failure]
        if failed:
            return JobOutcome.INCOMPLETE if job.kind.predicts else JobOutcome.FAILED, failed
        return self._made(job)

    def _made(self, job: Job) -> tuple[JobOutcome, list[str]]:
        """Return what came of a job whose sources answered and whose run succeeded."""
        games = self.schedule.calendar.by_day.get(job.day, ())
        if job.kind is JobKind.SCHEDULE:
            return (JobOutcome.DONE if games else JobOutcome.EMPTY_OK), []
        if job.kind is JobKind.PRE_TIP:
            lacking = unwritten(self.home, job, games)
            is_failure = any(each.is_expected for each in lacking)
            return JobOutcome.FAILED if is_failure else JobOutcome.DONE, [*map(str, lacking)]
        open_games = sum(not game.is_final for game in games)
        if job.kind is JobKind.POST_GAME and open_games:
            return JobOutcome.WAITING, [f"{open_games} of {len(games)} games are not over yet"]
        return JobOutcome.DONE, []


def _outcome(standing: Standing, found: Agenda) -> DayOutcome:
    """Return the outcome of a pass that has done nothing yet."""
    return DayOutcome(
        standing.now,
        found.today,
        found.day_kind,
        next_job=found.next_job,
        next_at=found.next_at,
    )


def _one_line(text: str) -> str:
    """Return a text that a library may have written over several lines in one."""
    return " ".join(text.split())


def _told(notifier: Notifier, home: Home, outcome: DayOutcome) -> DayOutcome:
    """Tell the notifier; if it fails, that is one more channel that could not be told."""
    try:
        return replace(outcome, deliveries=tuple(notifier.notify(home, outcome)))
    except Exception as error:
        logger.warning("the notifier failed", exc_info=True)
        return replace(outcome, deliveries=(f"the notifier failed: {explained(error)}",))
