"""Ingest from the web: land what arrives as it arrives, and answer for what does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard

from tipoff.kernel.ledger import Ledger
from tipoff.landing import LandingReport, PayloadStore
from tipoff.landing.journal import Journal
from tipoff.sources.fetching import Answer, Failed, Fetched, Fetcher, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from tipoff.home import Home
    from tipoff.sources.fetching import Clock, Limits, WebSource

COMMIT_AFTER = 100
"""Answers: a process that is killed has fewer than these to ask for again."""


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

    def and_also(self, landing: LandingReport, answers: list[Answer], requests: int) -> WebReport:
        """With one more lot of answers, so many requests having been sent so far."""
        failed = [a for a in answers if isinstance(a, Failed)]
        doubtful = [a for a in answers if isinstance(a, Fetched) and a.doubt]
        return WebReport(
            self.landed + landing.landed,
            self.known + landing.known,
            self.bytes + landing.bytes,
            self.unchanged + sum(isinstance(a, Unchanged) for a in answers),
            requests,
            (
                *self.failures,
                *(str(a) for a in failed if not a.tolerated),
                *(f"{a.request}: {a.doubt}" for a in doubtful),
            ),
            self.tolerated + sum(a.tolerated for a in failed),
            (*self.notices, *(f"{a.request}: {a.notice}" for a in answers if _says(a))),
        )


def _says(answer: Answer) -> TypeGuard[Fetched]:
    return isinstance(answer, Fetched) and bool(answer.notice)


def ingest_web(
    home: Home,
    source: WebSource,
    limits: Limits,
    progress: Callable[[int, int], None] = lambda done, total: None,
    clock: Clock | None = None,
) -> WebReport:
    """Ask a service for what the landing lacks, and land what it answers.

    Answers are committed some at a time; whatever ends the process, a later run asks only for
    what is still missing.

    Raises:
        RunInProgress: another process writes to the home.
        UsageError: simulated and real payloads would share one home.
    """
    with home.writing() as engine:
        Ledger.begin(engine)
        store, journal = PayloadStore(home.landing, engine), Journal(engine)
        fetcher = Fetcher(limits, journal.last, progress, clock)
        report, held = WebReport(), list[Answer]()

        def keep() -> WebReport:
            landed = store.land(a.payload for a in held if isinstance(a, Fetched))
            journal.record(held, fetcher.now())
            return report.and_also(landed, held, fetcher.attempts)

        try:
            for answer in source.answers(fetcher, PayloadStore(home.landing, engine)):
                held.append(answer)
                if len(held) >= COMMIT_AFTER:
                    report, held = keep(), []
        finally:
            report = keep()
        return report
