"""The inputs of documents, and digests that show whether they changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from tipoff.domain.league_time import naive_utc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tipoff.health.report import Status
    from tipoff.kernel.reading import Rows


class Contents(Protocol):
    """Facts about a table that are known without reading its rows."""

    @property
    def days(self) -> Sequence[date]:
        """The dates that have rows, sorted."""
        ...

    def within(self, first: date, last: date) -> int:
        """Return a digest of the rows between two dates, both included."""
        ...


@dataclass(frozen=True)
class Inputs:
    """The tables of a run and the other inputs of documents."""

    rows: Rows
    contents: Mapping[str, Contents]
    """Table -> its contents, for the tables that have been built."""
    today: date
    simulated: bool
    status: Callable[[], Status]
    chain_head: Mapping[str, Any] | None = None
    """Number, hash and time of the newest live slate, which verify all earlier ones."""
    clock: datetime | None = None
    """Current time of a simulated league, UTC; None to use the reader's clock."""
    pipeline: Callable[[], dict[str, Any]] | None = None
    """Makes the document of the pipeline page; None if there is no pipeline."""
    failed: Mapping[str, str] = field(default_factory=dict)
    """Tables that failed or were skipped in this run, each with the reason as a sentence."""
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Tables whose stored columns differ from the declared ones, each with the reason."""

    @property
    def until(self) -> datetime:
        """The time by which a report must be published to count, UTC without a zone."""
        return naive_utc(self.clock) if self.clock else datetime.max

    def days(self, table: str) -> list[date]:
        """Return the dates on which a table has rows; empty if it has not been built yet."""
        return list(self.contents[table].days) if table in self.contents else []

    def within(self, tables: Sequence[str], first: date = date.min, last: date = date.max) -> str:
        """Return a digest of the rows of tables between two dates, both included."""
        return digest_of(
            *(f"{n}={self.contents[n].within(first, last)}" for n in tables if n in self.contents)
        )


def digest_of(*parts: str) -> str:
    """Return a digest of texts and their order."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
