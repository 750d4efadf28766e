"""The entries of the ledger: for each date and payload, a pointer to a file and a content hash.

An example. Run 7 computes ``daily_total`` for the 4th and the 5th into file 31. Each row is hashed
to 64 bits together with the names and types of its columns, and a date's content is the sum of its
rows' hashes modulo 2 to the 64, so it does not depend on the order of the rows. The ledger then
has two pointers, (daily_total, 4th) and (daily_total, 5th), both to file 31.

Run 8 computes both dates again. The 4th has the same number of rows and the same sum: its pointer
stays, and the tables that read the 4th are not computed again. The 5th has another sum: it is
written to file 40, and its pointer moves. From then on file 31 is read for the 4th only, and it is
removed once no kept run points to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

ALWAYS = (date(1900, 1, 1), date(2199, 12, 31))
"""The range of all dates, which is the span of a payload whose rows could not be read."""
Digests = tuple[int, ...]
"""A 64-bit digest of each input over its window, in the order of the inputs' names."""


class Located(Protocol):
    """The file, the number and the content of the rows of a date, or of a payload."""

    @property
    def file(self) -> int | None:
        """The number of the file that holds the rows; None if there are none."""
        ...

    @property
    def rows(self) -> int:
        """The number of rows."""
        ...

    @property
    def content(self) -> int:
        """The sum of the rows' hashes."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """The content of some rows: their number, and the sum of their hashes."""

    rows: int
    content: int


NOTHING = Written(0, 0)


@dataclass(frozen=True, slots=True)
class Staged:
    """The content of a staged file for one date, or for one payload."""

    good: Written
    failed: int
    """The number of rows that fail a condition."""
    first: date | None
    last: date | None
    """The first and the last date of its rows; None if no row has a date."""

    @property
    def examined(self) -> int:
        """The number of all rows, good and bad."""
        return self.good.rows + self.failed


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one date of one table, and the code and inputs that they were made from."""

    file: int | None
    """The number of the file that holds its rows; None if it has none."""
    fingerprint: str
    inputs: Digests
    rows: int
    content: int
    superseded: int = 0
    """The number of payloads' rows for this date that other rows of the same key replace."""
    made_in: int = 0
    """The run that computed it; a rollback enters it again under its own number."""

    @property
    def written(self) -> Written:
        """The number of its rows, and their content hash."""
        return Written(self.rows, self.content)


@dataclass(frozen=True, slots=True)
class PayloadEntry:
    """The rows of one payload in one raw table, and the code and inputs they were made from."""

    file: int | None
    fingerprint: str
    inputs: Digests
    rows: int
    """The number of rows in the payload."""
    bad: int
    """The number of those that are in quarantine, or in no table since the payload is refused."""
    content: int
    first_day: date | None
    last_day: date | None
    refused: str | None
    """Why the payload is refused; None if it is not."""
    made_in: int = 0

    @property
    def source(self) -> Source:
        """Its good rows, which a raw table's dates are built from."""
        return Source(self.file, self.rows - self.bad, self.content)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last date of its rows; all dates if they are not known."""
        first, last = ALWAYS
        return self.first_day or first, self.last_day or last


@dataclass(frozen=True, slots=True)
class Source:
    """The good rows of a payload, which a raw table's dates are built from."""

    file: int | None
    rows: int
    content: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that failed a condition, as it is kept in quarantine."""

    day: date | None
    payload: int | None
    key: str
    rule: str
    column: str
    value: str
    row: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check, with the range of dates that it was made over."""

    table: str
    check: str
    first: date
    last: date
    examined: int
    failed: int
    warns: bool

    def overlaps(self, first: date, last: date) -> bool:
        """Return whether it was made over any date from ``first`` to ``last``."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of making a check over some dates."""

    name: str
    examined: int
    failed: int
    warns: bool
    may_examine_nothing: bool = False
    example: str = ""
    """One fact that does not hold, as the names and values of its columns."""

    @property
    def holds(self) -> bool:
        """Whether all facts hold, and there were facts to examine unless there need not be."""
        return self.failed == 0 and (self.examined > 0 or self.may_examine_nothing)

    @property
    def failure(self) -> str:
        """The message about a check that does not hold."""
        such_as = f", such as {self.example}" if self.example else ""
        return f"{self.name} fails in {self.failed} of {self.examined} examined{such_as}"
