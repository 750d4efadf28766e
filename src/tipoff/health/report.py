"""The status of a pipeline as values: every table, what it holds and what is missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tipoff.health.freshness import SourceStatus, counted
from tipoff.health.grid import GAME_TABLES
from tipoff.health.holes import GapCount

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class TableStatus:
    """One table."""

    table: str
    rows: int
    content_hash: str
    first_date: date | None
    last_date: date | None
    fingerprint: str
    quarantined: int
    payload_rows: int | None
    """Rows of the payloads that count."""
    unaccounted: int | None
    """Those of them that are neither in the table, nor set aside, nor superseded by another's."""
    missing_dates: int


@dataclass(frozen=True, slots=True)
class CheckStatus:
    """One check of a table, over all dates it was last made on."""

    table: str
    check: str
    examined: int
    failed: int
    warns: bool
    """Whether a failure is told and keeps nothing back."""

    @property
    def failure(self) -> str:
        """What does not hold, as a sentence; empty if everything does."""
        if self.examined and not self.failed:
            return ""
        return f"{self.table}: {self.check} fails in {self.failed} of {self.examined} examined"


@dataclass(frozen=True, slots=True)
class ReasonStatus:
    """How much of a table is missing or lacks something, for one reason."""

    table: str
    reason: str
    curable: bool
    """Whether a later run can cure it."""
    count: int
    of: str
    """What is counted: rows, rows set aside, dates or payloads."""


@dataclass(frozen=True)
class Status:
    """The whole pipeline."""

    simulated: bool
    tables: tuple[TableStatus, ...]
    checks: tuple[CheckStatus, ...]
    reasons: tuple[ReasonStatus, ...]
    refused_payloads: tuple[str, ...]
    games: dict[str, int]
    prices: dict[str, int]
    """Prices of player props by what becomes of them."""
    feeds: dict[str, dict[str, int]]
    """Prices of each kind by what became of the game that their feed names."""
    sources: tuple[SourceStatus, ...] = ()
    """How fresh each source is, by limits that depend on the calendar."""
    holes: tuple[str, ...] = ()
    """What is missing of games that are over, and which tables are left alone, a sentence each."""
    lacking: tuple[str, ...] = ()
    """What is missing and stops nothing, a sentence each."""
    gaps: tuple[GapCount, ...] = ()
    """What dates with games that are over lack, counted by table."""
    stale_at: datetime | None = None
    """When a source becomes stale by the clock alone; None if none does."""

    @property
    def freshness(self) -> dict[str, date | None]:
        """The last date each input of the pipeline reaches."""
        return {t.table: t.last_date for t in self.tables if t.payload_rows is not None}

    @property
    def stale(self) -> list[str]:
        """One line for each source that is older than its limit."""
        return [f"STALE {each.stale}" for each in self.sources if each.stale]

    @property
    def warnings(self) -> list[str]:
        """One line for each thing to know that keeps nothing back."""
        return [*self.lacking, *(c.failure for c in self.checks if c.warns and c.failure)]

    @property
    def problems(self) -> list[str]:
        """One line for each thing that is not as it should be, what is stale first."""
        lines = [*self.stale, *self.holes]
        lines += [
            f"{t.table}: {counted(t.missing_dates, 'date')} without rows"
            for t in self.tables
            if t.missing_dates and t.table not in GAME_TABLES  # of these the grid tells
        ]
        lines += [
            f"{t.table}: {counted(t.unaccounted, 'payload row')} unaccounted for"
            for t in self.tables
            if t.unaccounted
        ]
        lines += [c.failure for c in self.checks if c.failure and not c.warns]
        return [*lines, *self.refused_payloads]

    def to_dict(self) -> dict[str, Any]:
        """Return the status as plain values."""
        return {
            "simulated": self.simulated,
            "tables": [asdict(t) for t in self.tables],
            "checks": [asdict(c) for c in self.checks],
            "reasons": [asdict(r) for r in self.reasons],
            "refused_payloads": list(self.refused_payloads),
            "games": self.games,
            "prices": self.prices,
            "feeds": self.feeds,
            "sources": [asdict(s) for s in self.sources],
            "holes": list(self.holes),
            "lacking": list(self.lacking),
            "gaps": [asdict(gap) for gap in self.gaps],
            "stale_at": self.stale_at,
            "problems": self.problems,
            "warnings": self.warnings,
        }

    @classmethod
    def from_dict(cls, stated: Mapping[str, Any]) -> Status:
        """Return the status that ``to_dict`` wrote, after it went through JSON."""
        return cls(
            simulated=stated["simulated"],
            tables=tuple(TableStatus(**_with_dates(each)) for each in stated["tables"]),
            checks=tuple(CheckStatus(**each) for each in stated["checks"]),
            reasons=tuple(ReasonStatus(**each) for each in stated["reasons"]),
            refused_payloads=tuple(stated["refused_payloads"]),
            games=stated["games"],
            prices=stated["prices"],
            feeds=stated["feeds"],
            sources=tuple(SourceStatus.from_dict(each) for each in stated["sources"]),
            holes=tuple(stated["holes"]),
            lacking=tuple(stated["lacking"]),
            gaps=tuple(GapCount(**_with_dates(each)) for each in stated["gaps"]),
            stale_at=datetime.fromisoformat(at) if (at := stated["stale_at"]) else None,
        )


def _with_dates(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with the first and last date, which JSON keeps as text."""
    dates = {
        name: date.fromisoformat(values[name]) if values[name] else None
        for name in ("first_date", "last_date")
    }
    return {**values, **dates}
