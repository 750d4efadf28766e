"""Where the pipeline stands: every table, what it holds and what is missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tipoff.analytics.resolved_name import WAITING
from tipoff.features.readiness import (
    CURABLE,
    MISSING_UPSTREAM,
    NAME_UNRESOLVED,
    PROCESSING_ERROR,
    STALE_UPSTREAM,
    VALIDATION_ERROR,
)
from tipoff.kernel.graph import DateRange
from tipoff.kernel.plan import State, gaps, outdated
from tipoff.price_account import price_account

if TYPE_CHECKING:
    from datetime import date

    from tipoff.kernel.engine import Engine


RESOLVED = "resolved_name"


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
    """Rows of the payloads it is read from; equal to rows + quarantined, or rows are lost."""
    unaccounted: int | None
    missing_dates: int


@dataclass(frozen=True, slots=True)
class CheckStatus:
    """One check of a table, over all dates it was last made on."""

    table: str
    check: str
    examined: int
    failed: int


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

    @property
    def freshness(self) -> dict[str, date | None]:
        """The last date each input of the pipeline reaches."""
        return {t.table: t.last_date for t in self.tables if t.payload_rows is not None}

    @property
    def problems(self) -> list[str]:
        """One line for each thing that is not as it should be."""
        found = [
            f"{t.table}: {t.missing_dates} dates without rows"
            for t in self.tables
            if t.missing_dates
        ]
        found += [
            f"{t.table}: {t.unaccounted} payload rows unaccounted for"
            for t in self.tables
            if t.unaccounted
        ]
        found += [
            f"{c.table}: {c.check} fails in {c.failed} of {c.examined}"
            for c in self.checks
            if c.failed
        ]
        return [*found, *self.refused_payloads]

    def to_dict(self) -> dict[str, Any]:
        """The status as plain values."""
        return {
            "simulated": self.simulated,
            "tables": [asdict(t) for t in self.tables],
            "checks": [asdict(c) for c in self.checks],
            "reasons": [asdict(r) for r in self.reasons],
            "refused_payloads": list(self.refused_payloads),
            "games": self.games,
            "prices": self.prices,
            "problems": self.problems,
        }


def read_status(engine: Engine, state: State, *, simulated: bool, until: date) -> Status:
    """The status of all tables; dates after ``until`` are not yet missing."""
    quarantined = _counts(
        engine,
        "SELECT table_name, count(*) FROM kernel.quarantine"
        " WHERE replaced_by IS NULL AND rule <> 'payload accepted' GROUP BY 1",
    )
    read = _counts(engine, "SELECT table_name, sum(rows_read)::BIGINT FROM kernel.payload_ledger"
                   " WHERE replaced_by IS NULL AND refused IS NULL GROUP BY 1")  # fmt: skip
    asked = DateRange(min(state.calendar, default=until), until)
    missing = gaps(state, asked)
    refused = engine.query(
        "SELECT DISTINCT refused FROM kernel.payload_ledger"
        " WHERE replaced_by IS NULL AND refused IS NOT NULL ORDER BY 1"
    )
    checks = engine.query(
        "SELECT table_name, check_name, sum(examined)::BIGINT, sum(failed)::BIGINT"
        " FROM kernel.check_result WHERE replaced_by IS NULL GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return Status(
        simulated=simulated,
        tables=tuple(
            _table(
                state, name, quarantined.get(name, 0), read.get(name), len(missing.get(name, ()))
            )
            for name in state.graph.tables
        ),
        checks=tuple(CheckStatus(*row) for row in checks),
        reasons=tuple(_reasons(engine, state, asked)),
        refused_payloads=tuple(reason for (reason,) in refused),
        games=_games(engine),
        prices=price_account(engine),
    )


def _table(
    state: State, name: str, quarantined: int, read: int | None, missing: int
) -> TableStatus:
    contents = state.contents[name]
    days = contents.days
    rows = sum(contents.entries[day].rows for day in days)
    streamed = state.graph.tables[name].stream is not None
    payload_rows = (read or 0) if streamed else None
    return TableStatus(
        table=name,
        rows=rows,
        content_hash=contents.digest,
        first_date=days[0] if days else None,
        last_date=days[-1] if days else None,
        fingerprint=state.fingerprints[name],
        quarantined=quarantined,
        payload_rows=payload_rows,
        unaccounted=None if payload_rows is None else payload_rows - rows - quarantined,
        missing_dates=missing,
    )


def _reasons(engine: Engine, state: State, asked: DateRange) -> list[ReasonStatus]:
    """What is missing of each table, each under its own reason."""
    found = [(*row, "rows") for row in _rows_with_reason(engine, state)]
    found += [(*row, "rows set aside") for row in engine.query(
        f"SELECT table_name, '{VALIDATION_ERROR}', count(*) FROM kernel.quarantine"
        " WHERE replaced_by IS NULL AND rule <> 'payload accepted' GROUP BY 1 ORDER BY 1"
    )]  # fmt: skip
    found += [(RESOLVED, NAME_UNRESOLVED, count, "names") for count in _unresolved(engine)]
    found += [(*row, "payloads") for row in engine.query(
        f"SELECT table_name, '{PROCESSING_ERROR}', count(*) FROM kernel.payload_ledger"
        " WHERE replaced_by IS NULL AND refused IS NOT NULL GROUP BY 1 ORDER BY 1"
    )]  # fmt: skip
    for reason, dates in ((MISSING_UPSTREAM, gaps), (STALE_UPSTREAM, outdated)):
        found += [(name, reason, len(days), "dates") for name, days in dates(state, asked).items()]
    return [ReasonStatus(table, r, CURABLE[r], count, of) for table, r, count, of in found]


def _unresolved(engine: Engine) -> list[int]:
    """How many names wait for a person, if any do."""
    if not engine.columns("main", RESOLVED):
        return []
    found = engine.query(
        f"SELECT count(DISTINCT player_name) FROM {RESOLVED} WHERE outcome IN {WAITING}"
    )
    return [count for (count,) in found if count]


def _rows_with_reason(engine: Engine, state: State) -> list[tuple[str, str, int]]:
    """The rows that say themselves why they lack something: table, reason and how many."""
    saying = [
        f"SELECT '{name}', reason, count(*) FROM main.{name} WHERE reason IS NOT NULL GROUP BY 2"
        for name, definition in state.graph.tables.items()
        if (column := definition.schema.columns.get("reason"))
        and column.choices == tuple(CURABLE)
        and engine.columns("main", name)
    ]
    return engine.query(" UNION ALL ".join(saying) + " ORDER BY 1, 2") if saying else []


def _games(engine: Engine) -> dict[str, int]:
    """Games, player-games and shots: what the whole pipeline counts in."""
    counted = {
        "games": "SELECT count(*) FROM schedule WHERE is_final",
        "player_games": "SELECT count(*) FROM player_game_summary",
        "shots": "SELECT count(*) FROM shot",
    }
    return {
        name: engine.query(sql)[0][0]
        for name, sql in counted.items()
        if engine.columns("main", sql.split(" FROM ")[1].split()[0])
    }


def _counts(engine: Engine, sql: str) -> dict[str, int]:
    return dict(engine.query(sql))
