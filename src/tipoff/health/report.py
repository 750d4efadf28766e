"""The status of a pipeline as values: for every table, its contents and what is missing."""

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
    """The status of one table."""

    table: str
    rows: int
    content_hash: str
    first_date: date | None
    last_date: date | None
    fingerprint: str
    quarantined: int
    payload_rows: int | None
    """Rows in the payloads in effect for the table; None for computed tables."""
    unaccounted: int | None
    """Payload rows that are neither in the table, nor in quarantine, nor superseded; None if
    unknown."""
    missing_dates: int


@dataclass(frozen=True, slots=True)
class CheckStatus:
    """One check of a table, over the last result for every date."""

    table: str
    check: str
    examined: int
    failed: int
    warns: bool
    """Whether a failure is only a warning and blocks nothing."""

    @property
    def failure(self) -> str:
        """A sentence about the failure; empty if rows were examined and all of them pass."""
        if self.examined and not self.failed:
            return ""
        return f"{self.table}: {self.check} fails in {self.failed} of {self.examined} examined"


@dataclass(frozen=True, slots=True)
class ReasonStatus:
    """The rows of a table that are missing or incomplete for one reason."""

    table: str
    reason: str
    curable: bool
    """Whether a later run can cure it."""
    count: int
    of: str
    """The unit of the count: rows, rows set aside, names, dates or payloads."""


@dataclass(frozen=True)
class Status:
    """The status of the whole pipeline."""

    simulated: bool
    tables: tuple[TableStatus, ...]
    checks: tuple[CheckStatus, ...]
    reasons: tuple[ReasonStatus, ...]
    refused_payloads: tuple[str, ...]
    games: dict[str, int]
    prices: dict[str, int]
    """Number of player-prop prices under each heading of ``price_account``."""
    feeds: dict[str, dict[str, int]]
    """Number of prices of each kind by the outcome of matching their game (``feed_account``)."""
    sources: tuple[SourceStatus, ...] = ()
    """The freshness of each source, by limits that depend on the calendar."""
    holes: tuple[str, ...] = ()
    """A sentence for each problem: missing rows of games that are over, tables left alone."""
    lacking: tuple[str, ...] = ()
    """A sentence for each warning about something missing that blocks nothing."""
    gaps: tuple[GapCount, ...] = ()
    """Number of gaps in the grid by table."""
    stale_at: datetime | None = None
    """When the next source becomes stale by time alone; None if none does."""

    @property
    def freshness(self) -> dict[str, date | None]:
        """The last date with rows of each input table."""
        return {t.table: t.last_date for t in self.tables if t.payload_rows is not None}

    @property
    def stale(self) -> list[str]:
        """One line for each source that is older than its limit."""
        return [f"STALE {each.stale}" for each in self.sources if each.stale]

    @property
    def warnings(self) -> list[str]:
        """One line for each warning, which blocks nothing."""
        return [*self.lacking, *(c.failure for c in self.checks if c.warns and c.failure)]

    @property
    def problems(self) -> list[str]:
        """One line for each problem, stale sources first."""
        lines = [*self.stale, *self.holes]
        lines += [
            f"{t.table}: {counted(t.missing_dates, 'date')} without rows"
            for t in self.tables
            if t.missing_dates and t.table not in GAME_TABLES  # reported by the grid
        ]
        lines += [
            f"{t.table}: {counted(t.unaccounted, 'payload row')} unaccounted for"
            for t in self.tables
            if t.unaccounted
        ]
        lines += [c.failure for c in self.checks if c.failure and not c.warns]
        return [*lines, *self.refused_payloads]

    def to_dict(self) -> dict[str, Any]:
        """Return the status as plain values for JSON."""
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
    def from_dict(cls, values: Mapping[str, Any]) -> Status:
        """Return the status from the values of ``to_dict`` after a round trip through JSON."""
        return cls(
            simulated=values["simulated"],
            tables=tuple(TableStatus(**_with_dates(each)) for each in values["tables"]),
            checks=tuple(CheckStatus(**each) for each in values["checks"]),
            reasons=tuple(ReasonStatus(**each) for each in values["reasons"]),
            refused_payloads=tuple(values["refused_payloads"]),
            games=values["games"],
            prices=values["prices"],
            feeds=values["feeds"],
            sources=tuple(SourceStatus.from_dict(each) for each in values["sources"]),
            holes=tuple(values["holes"]),
            lacking=tuple(values["lacking"]),
            gaps=tuple(GapCount(**_with_dates(each)) for each in values["gaps"]),
            stale_at=datetime.fromisoformat(at) if (at := values["stale_at"]) else None,
        )


def _with_dates(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values with the first and last date converted from text to dates."""
    dates = {
        name: date.fromisoformat(values[name]) if values[name] else None
        for name in ("first_date", "last_date")
    }
    return {**values, **dates}
