"""What a run did, and what kept it from the rest."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.kernel.errors import Blocked, TipoffError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.run.commit import Committed


@dataclass(frozen=True)
class TableReport:
    """What a run did for one table."""

    table: str
    days: int = 0
    payloads: int = 0
    quarantined: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    failure: TipoffError | None = None
    was_left_alone: bool = False
    """Whether it was not computed, since it failed before in the same circumstances."""
    circumstances: str = ""
    """A digest of what the result followed from; empty where nothing was left to do."""

    def and_also(self, done: Committed) -> TableReport:
        """Return the report with what one more commit did."""
        return replace(
            self,
            payloads=self.payloads + done.payloads,
            quarantined=self.quarantined + done.quarantined,
            problems=(*self.problems, *done.problems),
            notices=(*self.notices, *done.notices),
        )


@dataclass(frozen=True)
class RunReport:
    """What a run did, table by table."""

    run: int
    tables: tuple[TableReport, ...]
    skipped: Mapping[str, str] = field(default_factory=dict)
    """Tables not attempted, each with the failed table it waits for."""
    freed: int = 0
    """Bytes of files that no kept run names any more, and that were removed."""
    notice: str = ""
    """What is to be told of the run as a whole, if anything."""
    failure: TipoffError | None = None
    """What failed after the tables, such as making their rows known; None if nothing did."""
    settled: bool = False
    """Whether every table was looked at, and all were planned by one calendar."""

    @property
    def did_nothing(self) -> bool:
        """Return whether all was done already."""
        return not (self.failure or any(t.days or t.payloads or t.failure for t in self.tables))

    @property
    def leaves_nothing(self) -> bool:
        """Return whether the same run, made again at once, would find nothing to do.

        Each table's step is worked out once its inputs are written, so it can leave something only
        where it failed, was not reached, or told of a problem such as a date without rows.
        """
        return self.settled and not (self.problems or self.failed)

    @property
    def problems(self) -> list[str]:
        """Return one line for everything that is not as it should be."""
        last = [str(self.failure)] if self.failure else []
        return [p for t in self.tables for p in t.problems] + last

    @property
    def notices(self) -> list[str]:
        """Return one line for everything that is news and keeps nothing back."""
        return [self.notice] * bool(self.notice) + [n for t in self.tables for n in t.notices]

    @property
    def failed(self) -> dict[str, str]:
        """Return the tables that this run could not bring up to date, each with the reason."""
        found = {t.table: str(t.failure) for t in self.tables if t.failure}
        return found | {n: f"{n} waits for {waits}" for n, waits in self.skipped.items()}

    @property
    def exit_code(self) -> int:
        """Return 0, or 1 if a table failed, or 3 if a gate is closed."""
        failures = (self.failure, *(t.failure for t in self.tables))
        codes = {failure.exit_code for failure in failures if failure}
        if codes - {Blocked.exit_code}:
            return TipoffError.exit_code
        return Blocked.exit_code if codes or self.problems else 0
