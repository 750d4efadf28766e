"""What documents are made from, and digests that say whether it changed."""

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
    """What is known of a table without reading it."""

    @property
    def days(self) -> Sequence[date]:
        """The dates that hold rows, sorted."""
        ...

    def within(self, first: date, last: date) -> int:
        """Return a digest of the rows from one date to another."""
        ...


@dataclass(frozen=True)
class Inputs:
    """The tables of a run, and what else documents are made from."""

    rows: Rows
    contents: Mapping[str, Contents]
    """Of each table that has been built."""
    today: date
    simulated: bool
    status: Callable[[], Status]
    chain_head: Mapping[str, Any] | None = None
    """Number, hash and time of the newest live slate, by which all earlier ones can be checked."""
    clock: datetime | None = None
    """The time at which a simulated league's clock stands, UTC; None: the reader's own counts."""
    pipeline: Callable[[], dict[str, Any]] | None = None
    """Makes what the pipeline's page shows besides the status; None where there is no pipeline."""
    failed: Mapping[str, str] = field(default_factory=dict)
    """Tables that failed or were skipped in this run, each with a sentence that says why."""
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Tables whose rows have other columns than are declared now, each with such a sentence."""

    @property
    def until(self) -> datetime:
        """Until when reports count, UTC without a zone: all that are landed."""
        return naive_utc(self.clock) if self.clock else datetime.max

    def days(self, table: str) -> list[date]:
        """Return the dates on which a table has rows; none where it was not built yet."""
        return list(self.contents[table].days) if table in self.contents else []

    def within(self, tables: Sequence[str], first: date = date.min, last: date = date.max) -> str:
        """Return a digest of what tables hold from one date to another."""
        return digest_of(
            *(f"{n}={self.contents[n].within(first, last)}" for n in tables if n in self.contents)
        )


def digest_of(*parts: str) -> str:
    """Return a digest of texts in this order."""
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
