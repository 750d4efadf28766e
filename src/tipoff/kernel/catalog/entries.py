"""What the ledger holds of a table's dates and payloads: pointers to files, and content hashes.

An example. Run 7 computes ``daily_total`` of the 4th and the 5th into file 31. Each row is hashed
to 64 bits together with the names and types of its columns, and a date's content is the sum of its
rows' hashes modulo 2 to the 64, so it is the same in whatever order the rows lie. The ledger then
has two pointers, (daily_total, 4th) and (daily_total, 5th), both to file 31.

Run 8 computes both dates again. The 4th comes to the same number of rows and the same sum: its
pointer stays, and what reads the 4th is left alone. The 5th comes to another sum: it is written to
file 40, and its pointer moves. From now on file 31 is read for the 4th only, and once no run that
is kept points to it, it is removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

ALWAYS = (date(1900, 1, 1), date(2199, 12, 31))
"""All dates: what a payload may reach whose rows could not be read."""
Digests = tuple[int, ...]
"""A 64-bit digest of each input's window, in the order of the inputs' names."""


class Located(Protocol):
    """Where some rows lie, and what they are: those of a date, or of a payload."""

    @property
    def file(self) -> int | None:
        """The file that holds them; None where there are none."""
        ...

    @property
    def rows(self) -> int:
        """How many there are."""
        ...

    @property
    def content(self) -> int:
        """The sum of their hashes."""
        ...


@dataclass(frozen=True, slots=True)
class Written:
    """The content of some rows: how many there are, and the sum of their hashes."""

    rows: int
    content: int


NOTHING = Written(0, 0)


@dataclass(frozen=True, slots=True)
class Staged:
    """What a staged file holds of one date, or of one payload."""

    good: Written
    failed: int
    """Rows that fail a condition."""
    first: date | None
    last: date | None
    """The dates of its rows, as far as they have one."""

    @property
    def examined(self) -> int:
        """Return how many rows there are, good and bad."""
        return self.good.rows + self.failed


@dataclass(frozen=True, slots=True)
class Entry:
    """What one date of one table is, and what it was made from."""

    file: int | None
    """The file that holds its rows; None where it has none."""
    fingerprint: str
    inputs: Digests
    rows: int
    content: int
    superseded: int = 0
    """Rows of payloads for this date that a newer payload's row of the same key replaces."""
    made_in: int = 0
    """The run that computed it; a rollback enters it again under its own number."""

    @property
    def written(self) -> Written:
        """Its rows and content hash."""
        return Written(self.rows, self.content)


@dataclass(frozen=True, slots=True)
class PayloadEntry:
    """What one payload brought to one raw table."""

    file: int | None
    fingerprint: str
    inputs: Digests
    rows: int
    """Rows that the payload held."""
    bad: int
    """Those of them that are in quarantine, or in no table because the payload is refused."""
    content: int
    first_day: date | None
    last_day: date | None
    refused: str | None
    made_in: int = 0

    @property
    def source(self) -> Source:
        """Its good rows, as a table's dates are built from them."""
        return Source(self.file, self.rows - self.bad, self.content)

    @property
    def span(self) -> tuple[date, date]:
        """The dates of its rows; all dates where none of them could be read."""
        first, last = ALWAYS
        return self.first_day or first, self.last_day or last


@dataclass(frozen=True, slots=True)
class Source:
    """The rows of a payload that a raw table's dates are built from."""

    file: int | None
    rows: int
    content: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that failed a rule, as it is kept in quarantine."""

    day: date | None
    payload: int | None
    key: str
    rule: str
    column: str
    value: str
    row: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The dates that a check was made over, and what it came to."""

    table: str
    check: str
    first: date
    last: date
    examined: int
    failed: int
    warns: bool

    def overlaps(self, first: date, last: date) -> bool:
        """Return whether it was made over any date from one to another."""
        return self.first <= last and first <= self.last


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found over some dates."""

    name: str
    examined: int
    failed: int
    warns: bool
    may_examine_nothing: bool = False
    example: str = ""
    """One fact that does not hold, by the values of its row."""

    @property
    def holds(self) -> bool:
        """Whether all that it examined held, and that was something where it has to be."""
        return self.failed == 0 and (self.examined > 0 or self.may_examine_nothing)

    @property
    def failure(self) -> str:
        """What to say of it where it does not hold."""
        such_as = f", such as {self.example}" if self.example else ""
        return f"{self.name} fails in {self.failed} of {self.examined} examined{such_as}"
