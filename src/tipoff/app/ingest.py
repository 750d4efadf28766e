"""Ingest into a home: from files at hand, and from the web as answers arrive."""

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
IS_SIMULATED = (
    "this home holds a simulated league, which no service has: set TIPOFF_HOME to another directory"
)


@dataclass(frozen=True)
class WebReport:
    """What an ingest from the web brought."""

    landed: int = 0
    known: int = 0
    """Payloads that were sent again and are landed already."""
    bytes: int = 0
    unchanged: int = 0
    """Requests answered by the service with: what you have still holds."""
    requests: int = 0
    """That were sent, second attempts and all."""
    failures: tuple[str, ...] = ()
    """One line for each request that brought nothing, or nothing that can be right."""
    tolerated: int = 0
    """Requests that brought nothing, as was to be expected."""
    notices: tuple[str, ...] = ()
    """What a person should be told of answers that are right."""

    @property
    def exit_code(self) -> int:
        """0, or 1 if anything is left to ask for."""
        return 1 if self.failures else 0

    def and_also(self, answer: Answer, requests: int, landing: LandingReport | None) -> WebReport:
        """Return the report with one more answer, so many requests having been sent so far."""
        tolerated = isinstance(answer, Failed) and answer.tolerated
        failures = [str(answer)] if isinstance(answer, Failed) and not tolerated else []
        if isinstance(answer, Fetched) and answer.doubt:
            failures.append(f"{answer.request}: {answer.doubt}")
        return WebReport(
            self.landed + (landing.landed if landing else 0),
            self.known + (landing.known if landing else 0),
            self.bytes + (landing.bytes if landing else 0),
            self.unchanged + isinstance(answer, Unchanged),
            requests,
            (*self.failures, *failures),
            self.tolerated + tolerated,
            (*self.notices, *([f"{answer.request}: {answer.notice}"] if _says(answer) else [])),
        )


def _says(answer: Answer) -> TypeGuard[Fetched]:
    return isinstance(answer, Fetched) and bool(answer.notice)


def ingest(
    home: Home, source: Source, progress: Callable[[int], None] = lambda done: None
) -> LandingReport:
    """Land all that a source has on offer.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: simulated and real payloads would share one home.
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
    """Ask a service for what the landing lacks, and land what it answers.

    Each answer is landed as it comes, since some are paid for; whatever ends the process, a
    later run asks only for what is still missing.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: the home holds a simulated league, of which no service knows; nothing is asked.
    """
    with home.writing() as workspace, timed(logger, "ingesting"):
        store = workspace.landing
        journal = Journal(workspace.catalog, store.lost_requests)
        if store.simulated_until is not None and not journal.has_landed:
            raise UsageError(IS_SIMULATED)
        fetcher = Fetcher(limits, journal.last, progress, clock)
        report = WebReport()
        for answer in source.answers(fetcher, home.storage.payloads(workspace.catalog)):
            with workspace.catalog.transaction():  # one commit, and one wait for the disk
                landed = store.land([answer.payload]) if isinstance(answer, Fetched) else None
                journal.record([answer], fetcher.now())
            report = report.and_also(answer, fetcher.attempts, landed)
        return replace(report, requests=fetcher.attempts)
