"""The ledger: what was committed, under which code, from which inputs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.kernel.engine import Engine

CREATE = """
CREATE SCHEMA IF NOT EXISTS kernel;
CREATE SCHEMA IF NOT EXISTS history;
CREATE TABLE IF NOT EXISTS kernel.run (
    run BIGINT, started_at TIMESTAMP, command VARCHAR, version VARCHAR, undone_by BIGINT);
CREATE TABLE IF NOT EXISTS kernel.ledger (
    run BIGINT, table_name VARCHAR, day DATE, fingerprint VARCHAR, inputs VARCHAR, rows BIGINT,
    content_hash VARCHAR, quarantined BIGINT, committed_at TIMESTAMP, replaced_by BIGINT);
CREATE TABLE IF NOT EXISTS kernel.payload_ledger (
    run BIGINT, table_name VARCHAR, payload BIGINT, fingerprint VARCHAR, inputs VARCHAR,
    first_day DATE, last_day DATE, rows_read BIGINT, refused VARCHAR, replaced_by BIGINT);
CREATE TABLE IF NOT EXISTS kernel.quarantine (
    run BIGINT, table_name VARCHAR, day DATE, payload BIGINT, key VARCHAR, rule VARCHAR,
    column_name VARCHAR, value VARCHAR, row_values VARCHAR, replaced_by BIGINT);
CREATE TABLE IF NOT EXISTS kernel.check_result (
    run BIGINT, table_name VARCHAR, check_name VARCHAR, first_day DATE, last_day DATE,
    examined BIGINT, failed BIGINT, replaced_by BIGINT);
CREATE TABLE IF NOT EXISTS kernel.compiled (
    table_name VARCHAR, part VARCHAR, origin VARCHAR, sql VARCHAR);
"""
ALWAYS = (date(1900, 1, 1), date(2199, 12, 31))
RECORDS = ("ledger", "payload_ledger", "quarantine", "check_result")


@dataclass(frozen=True, slots=True)
class Entry:
    """The last commit of one table and date."""

    fingerprint: str
    inputs: str
    rows: int
    content_hash: int


@dataclass(frozen=True, slots=True)
class PayloadEntry:
    """The last parse of one payload into one table."""

    fingerprint: str
    inputs: str
    first_day: date | None
    last_day: date | None
    refused: str | None

    @property
    def span(self) -> tuple[date, date]:
        """The dates of its rows; all dates where none of them could be read."""
        if self.first_day is None or self.last_day is None:
            return ALWAYS
        return self.first_day, self.last_day


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


class Ledger:
    """Reads and writes the records; every write belongs to the caller's transaction."""

    def __init__(self, engine: Engine, run: int | None = None) -> None:
        self._engine = engine
        self.run = run

    @classmethod
    def begin(cls, engine: Engine) -> Ledger:
        """A ledger that writes under the next run number; nothing is written yet."""
        with engine.transaction():
            for statement in CREATE.strip().split(";"):
                if statement.strip():
                    engine.query(statement)
        (last,) = engine.query("SELECT coalesce(max(run), 0) FROM kernel.run")[0]
        return cls(engine, last + 1)

    def entered(self, table: str) -> dict[date, Entry]:
        """What this run has entered of one table."""
        return self.entries(f"table_name = '{table}' AND run = {self.run}").get(table, {})

    @cached_property
    def exists(self) -> bool:
        """Whether anything has ever been run here."""
        return bool(self._engine.columns("kernel", "ledger"))

    def entries(self, where: str = "TRUE") -> dict[str, dict[date, Entry]]:
        """The current entry of each table and date, of all or of those an SQL condition names."""
        found: dict[str, dict[date, Entry]] = defaultdict(dict)
        if self.exists:
            for table, day, fingerprint, inputs, rows, content in self._engine.query(
                "SELECT table_name, day, fingerprint, inputs, rows, content_hash"
                f" FROM kernel.ledger WHERE replaced_by IS NULL AND {where}"
            ):
                found[table][day] = Entry(fingerprint, inputs, rows, int(content, 16))
        return found

    def payload_entries(self) -> dict[str, dict[int, PayloadEntry]]:
        """The current entry of each table and payload."""
        found: dict[str, dict[int, PayloadEntry]] = defaultdict(dict)
        if self.exists:
            for table, payload, *values in self._engine.query(
                "SELECT table_name, payload, fingerprint, inputs, first_day, last_day, refused"
                " FROM kernel.payload_ledger WHERE replaced_by IS NULL"
            ):
                found[table][payload] = PayloadEntry(*values)
        return found

    def open_run(self, command: str, version: str) -> None:
        """Record the run; called within its first commit."""
        self._engine.query(
            "INSERT INTO kernel.run SELECT ?, ?, ?, ?, NULL"
            " WHERE NOT EXISTS (SELECT 1 FROM kernel.run WHERE run = ?)",
            [self.run, _now(), command, version, self.run],
        )

    def record(
        self,
        table: str,
        fingerprint: str,
        inputs: dict[date, str],
        written: dict[date, tuple[int, int]],
        quarantined: dict[date, int],
    ) -> None:
        """Enter what each date now holds: (rows, content hash)."""
        days = sorted(inputs)
        self._replace("ledger", table, f"day IN ({_dates(days)})")
        now = _now()
        self._insert(
            "ledger",
            [
                (self.run, table, day, fingerprint, inputs[day], written.get(day, (0, 0))[0],
                 f"{written.get(day, (0, 0))[1]:016x}", quarantined.get(day, 0), now, None)
                for day in days
            ],
        )  # fmt: skip

    def record_payloads(
        self, table: str, entries: dict[int, tuple[PayloadEntry, int]], superseded: Sequence[int]
    ) -> None:
        """Enter the payloads parsed, each with the number of rows it held."""
        listed = ", ".join(map(str, [*entries, *superseded])) or "NULL"
        self._replace("payload_ledger", table, f"payload IN ({listed})")
        self._insert(
            "payload_ledger",
            [
                (self.run, table, payload, e.fingerprint, e.inputs, e.first_day, e.last_day, rows,
                 e.refused, None)
                for payload, (e, rows) in entries.items()
            ],
        )  # fmt: skip

    def give_way(self, table: str, rows: Mapping[int, int]) -> None:
        """Enter that so many rows of payloads, read before, gave way to another payload's."""
        for number, count in rows.items():
            where = f"table_name = '{table}' AND payload = {number} AND replaced_by IS NULL"
            names = ("fingerprint", "inputs", "first_day", "last_day", "rows_read", "refused")
            found = self._engine.query(
                f"SELECT {', '.join(names)} FROM kernel.payload_ledger WHERE {where}"
            )
            self._replace("payload_ledger", table, f"payload = {number}")
            self._insert(
                "payload_ledger",
                [(self.run, table, number, f, i, first, last, read - count, refused, None)
                 for f, i, first, last, read, refused in found],
            )  # fmt: skip

    def quarantine(self, table: str, scope: str, rows: Iterable[BadRow]) -> None:
        """Set the bad rows of a scope (an SQL condition) aside; earlier ones of it are settled."""
        self._replace("quarantine", table, scope)
        self._insert(
            "quarantine",
            [
                (self.run, table, r.day, r.payload, r.key, r.rule, r.column, r.value, r.row, None)
                for r in rows
            ],
        )

    def check(self, table: str, name: str, days: Sequence[date], result: tuple[int, int]) -> None:
        """Enter a check's (examined, failed) over the dates."""
        first, last = min(days), max(days)
        scope = f"check_name = '{name}' AND first_day >= '{first}' AND last_day <= '{last}'"
        self._replace("check_result", table, scope)
        self._insert("check_result", [(self.run, table, name, first, last, *result, None)])

    def _replace(self, record: str, table: str, scope: str) -> None:
        self._engine.query(
            f"UPDATE kernel.{record} SET replaced_by = ?"
            f" WHERE table_name = ? AND replaced_by IS NULL AND {scope}",
            [self.run, table],
        )

    def _insert(self, record: str, rows: list[tuple[Any, ...]]) -> None:
        if not rows:
            return
        import pyarrow as pa

        names = self._engine.arrow(f"SELECT * FROM kernel.{record} LIMIT 0").column_names
        columns = [pa.array(values) for values in zip(*rows, strict=True)]
        self._engine.load("ledger_rows", pa.table(columns, names))
        self._engine.query(f"INSERT INTO kernel.{record} SELECT * FROM ledger_rows")


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _dates(days: Sequence[date]) -> str:
    return ", ".join(f"DATE '{day}'" for day in days) or "NULL"
