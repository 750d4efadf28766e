"""The report of a run: what it did, table by table, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.kernel.errors import Blocked, TipoffError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.run.commit import Committed


@dataclass(frozen=True)
class TableReport:
    """The result of a run for one table."""

    table: str
    days: int = 0
    payloads: int = 0
    quarantined: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()
    """Messages about what is not as it should be, such as dates without rows."""
    notices: tuple[str, ...] = ()
    """Messages that are worth reading but no problems, such as warnings of checks."""
    failure: TipoffError | None = None
    was_left_alone: bool = False
    """Whether it was not computed because it failed before in the same circumstances."""
    circumstances: str = ""
    """A digest of everything that determined the result; empty where there was nothing to do."""

    def with_commit(self, committed: Committed) -> TableReport:
        """Return the report with the result of one more commit added."""
        return replace(
            self,
            payloads=self.payloads + committed.payloads,
            quarantined=self.quarantined + committed.quarantined,
            problems=(*self.problems, *committed.problems),
            notices=(*self.notices, *committed.notices),
        )


@dataclass(frozen=True)
class RunReport:
    """The results of a run, table by table."""

    run: int
    tables: tuple[TableReport, ...]
    skipped: Mapping[str, str] = field(default_factory=dict)
    """The tables that were not attempted, each with the failed table that it reads."""
    freed: int = 0
    """The bytes of the files that were removed because no kept run needs them."""
    notice: str = ""
    """A notice about the run as a whole; empty if there is none."""
    failure: TipoffError | None = None
    """A failure after the tables were computed, such as of publishing; None if there was none."""
    settled: bool = False
    """Whether every table was looked at, and all of them were planned with one calendar."""

    @property
    def did_nothing(self) -> bool:
        """Whether everything was done already."""
        return not (self.failure or any(t.days or t.payloads or t.failure for t in self.tables))

    @property
    def left_nothing_to_do(self) -> bool:
        """Whether the same run, made again at once, would find nothing to do.

        Each table's step is worked out after its inputs are written. So work can remain only if a
        table failed, was skipped, or reported a problem such as a date without rows.
        """
        return self.settled and not (self.problems or self.failed)

    @property
    def problems(self) -> list[str]:
        """The messages about what is not as it should be, one line each."""
        last = [str(self.failure)] if self.failure else []
        return [p for t in self.tables for p in t.problems] + last

    @property
    def notices(self) -> list[str]:
        """The messages that are worth reading but no problems, one line each."""
        return [self.notice] * bool(self.notice) + [n for t in self.tables for n in t.notices]

    @property
    def failed(self) -> dict[str, str]:
        """The tables that this run could not bring up to date, each with the reason."""
        failures = {t.table: str(t.failure) for t in self.tables if t.failure}
        return failures | {n: f"{n} waits for {failed}" for n, failed in self.skipped.items()}

    @property
    def exit_code(self) -> int:
        """The exit code: 1 after a failure, 3 if a gate is closed or there are problems, else 0."""
        failures = (self.failure, *(t.failure for t in self.tables))
        codes = {failure.exit_code for failure in failures if failure}
        if codes - {Blocked.exit_code}:
            return TipoffError.exit_code
        return Blocked.exit_code if codes or self.problems else 0
