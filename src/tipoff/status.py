"""Where the pipeline stands: every table, what it holds and what is missing."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tipoff.kernel.graph import DateRange
from tipoff.kernel.plan import State, gaps

if TYPE_CHECKING:
    from datetime import date

    from tipoff.kernel.engine import Engine


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


@dataclass(frozen=True)
class Status:
    """The whole pipeline."""

    simulated: bool
    tables: tuple[TableStatus, ...]
    checks: tuple[CheckStatus, ...]
    refused_payloads: tuple[str, ...]
    games: dict[str, int]

    @property
    def digest(self) -> str:
        """Of all that the tables hold."""
        held = "".join(t.content_hash for t in self.tables)
        return hashlib.blake2b(held.encode(), digest_size=8).hexdigest()

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
            "refused_payloads": list(self.refused_payloads),
            "games": self.games,
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
    missing = gaps(state, asked) if state.calendar else {}
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
        refused_payloads=tuple(reason for (reason,) in refused),
        games=_games(engine),
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
        content_hash=contents.within(days[0], days[-1]) if days else "0",
        first_date=days[0] if days else None,
        last_date=days[-1] if days else None,
        fingerprint=state.fingerprints[name],
        quarantined=quarantined,
        payload_rows=payload_rows,
        unaccounted=None if payload_rows is None else payload_rows - rows - quarantined,
        missing_dates=missing,
    )


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
