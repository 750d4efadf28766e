"""Ingest payloads into a home, from local sources or from web services."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from tipoff.app.timing import timed
from tipoff.kernel.errors import UsageError
from tipoff.landing.journal import Journal
from tipoff.sources.http import Answer, Failed, Fetched, Fetcher, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipoff.app.home import Home
    from tipoff.kernel.declare.payload import Source
    from tipoff.landing import LandingReport
    from tipoff.sources.http import Clock, Limits, WebSource

logger = logging.getLogger(__name__)
SIMULATED_LEAGUE = (
    "this home holds a simulated league, which no service has: set TIPOFF_HOME to another directory"
)


@dataclass(frozen=True)
class WebReport:
    """Report of an ingest from a web service."""

    landed: int = 0
    known: int = 0
    """Number of payloads received that were landed already."""
    bytes: int = 0
    unchanged: int = 0
    """Number of requests that the service answered with "not modified"."""
    requests: int = 0
    """Number of requests sent, including repeated attempts."""
    failures: tuple[str, ...] = ()
    """One line for each failed request and for each doubtful response."""
    tolerated: int = 0
    """Number of requests that failed as expected."""
    notices: tuple[str, ...] = ()
    """Remarks for the user on valid responses."""

    @property
    def exit_code(self) -> int:
        """The exit code: 1 if a request has to be repeated, else 0."""
        return 1 if self.failures else 0

    def with_answer(
        self, answer: Answer, requests: int, landing: LandingReport | None
    ) -> WebReport:
        """Return the report with one more answer.

        Args:
            answer: the outcome of a request.
            requests: how many requests have been sent so far.
            landing: what was landed from the answer; None if it has no payload.
        """
        tolerated = isinstance(answer, Failed) and answer.tolerated
        failures = [str(answer)] if isinstance(answer, Failed) and not tolerated else []
        if isinstance(answer, Fetched) and answer.doubt:
            failures.append(f"{answer.request}: {answer.doubt}")
        notices = [f"{answer.request}: {answer.notice}"] if _has_notice(answer) else []
        return WebReport(
            self.landed + (landing.landed if landing else 0),
            self.known + (landing.known if landing else 0),
            self.bytes + (landing.bytes if landing else 0),
            self.unchanged + isinstance(answer, Unchanged),
            requests,
            (*self.failures, *failures),
            self.tolerated + tolerated,
            (*self.notices, *notices),
        )


def _has_notice(answer: Answer) -> TypeGuard[Fetched]:
    return isinstance(answer, Fetched) and bool(answer.notice)


def ingest(
    home: Home, source: Source, progress: Callable[[int], None] = lambda done: None
) -> LandingReport:
    """Land all payloads of a source.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: the home would mix simulated and real payloads.
    """
    with home.writing() as workspace, timed(logger, "landing"):
        report = workspace.landing.land(source.payloads(), progress)
        logger.info("%d payloads landed, %d known already", report.landed, report.known)
        return report


def ingest_web(
    home: Home,
    source: WebSource,
    limits: Limits,
    progress: Callable[[int, int], None] = lambda done, total: None,
    clock: Clock | None = None,
) -> WebReport:
    """Fetch from a service what the landing lacks, and land the responses.

    Each response is landed as soon as it arrives, since some are paid for. If the process is
    killed, the next ingest requests only what is still missing.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: the home holds a simulated league, which no service has; nothing is requested.
    """
    with home.writing() as workspace, timed(logger, "ingesting"):
        store = workspace.landing
        journal = Journal(workspace.catalog, store.lost_requests)
        if store.simulated_until is not None and not journal.has_landed:
            raise UsageError(SIMULATED_LEAGUE)
        fetcher = Fetcher(limits, journal.last, progress, clock)
        report = WebReport()
        for answer in source.answers(fetcher, home.storage.payloads(workspace.catalog)):
            with workspace.catalog.transaction():  # one commit, so one flush
                landed = store.land([answer.payload]) if isinstance(answer, Fetched) else None
                journal.record([answer], fetcher.now())
            report = report.with_answer(answer, fetcher.attempts, landed)
        return replace(report, requests=fetcher.attempts)
