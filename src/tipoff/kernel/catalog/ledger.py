"""The ledger: the entries of dates, payloads and checks, each with the run that entered it."""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tipoff.kernel import clock
from tipoff.kernel.catalog.entries import (
    ALWAYS,
    BadRow,
    Checked,
    CheckResult,
    Digests,
    Entry,
    PayloadEntry,
    Source,
)
from tipoff.kernel.catalog.values import as_content, as_date, as_number, as_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tipoff.kernel.catalog.connection import Catalog

GONE = ""
"""The fingerprint of a date or payload that a rollback removed again."""
BY_RUN = ("entry", "payload_entry", "source_entry", "quarantine", "check_result", "failure")
"""The catalog's tables whose rows each belong to one run."""


class Ledger:
    """Reads the state of all tables as of one run, and writes entries under its number.

    Methods that write do so within the caller's transaction.
    """

    def __init__(self, catalog: Catalog, run: int) -> None:
        self.catalog = catalog
        self.run = run

    @classmethod
    def at_head(cls, catalog: Catalog) -> Ledger:
        """Return the ledger of the last run that ended, whose state readers see."""
        return cls(catalog, head(catalog))

    @classmethod
    def begin(cls, catalog: Catalog) -> Ledger:
        """Return the ledger of the unfinished run, if there is one, or else of a new run.

        A new run is recorded only once ``open`` is called.
        """
        ((unfinished,),) = catalog.query("SELECT max(run) FROM run WHERE ended_at IS NULL")
        ((last,),) = catalog.query("SELECT coalesce(max(run), 0) FROM run")
        return cls(catalog, unfinished if unfinished is not None else last + 1)

    def open(self, command: str, version: str) -> None:
        """Record that the run has begun, unless that is recorded already."""
        self.catalog.query(
            "INSERT INTO run (run, command, version, started_at) SELECT ?, ?, ?, ?"
            " WHERE NOT EXISTS (SELECT 1 FROM run WHERE run = ?)",
            [self.run, command, version, as_text(clock.utc_now()), self.run],
        )

    def end(self, problems: Sequence[str]) -> None:
        """Record that the run has ended, and move head to it, so that readers see its state."""
        self.catalog.query(
            "UPDATE run SET ended_at = ?, problems = ? WHERE run = ?",
            [as_text(clock.utc_now()), json.dumps(list(problems)), self.run],
        )
        self.catalog.query("UPDATE head SET run = ?", [self.run])

    def is_open(self) -> bool:
        """Return whether anything has been entered under this run."""
        return bool(self.catalog.query("SELECT 1 FROM run WHERE run = ?", [self.run]))

    def entries(self, table: str | None = None) -> dict[str, dict[date, Entry]]:
        """Return the entries by table and date, of all tables or of one."""
        entries: dict[str, dict[date, Entry]] = defaultdict(dict)
        for name, day, file, fingerprint, inputs, rows, content, superseded, made in self._rows(
            "day, file, fingerprint, inputs, rows, content, superseded, made_in", "entry", table
        ):
            entries[name][as_date(day)] = Entry(  # type: ignore[index]
                file, fingerprint, _digests(inputs), rows, as_content(content), superseded, made
            )
        return entries

    def payload_entries(self, table: str | None = None) -> dict[str, dict[int, PayloadEntry]]:
        """Return the entries by raw table and payload, of all tables or of one."""
        entries: dict[str, dict[int, PayloadEntry]] = defaultdict(dict)
        columns = "payload, file, fingerprint, inputs, rows, bad, content, first_day, last_day"
        for (
            name,
            payload,
            file,
            fingerprint,
            inputs,
            rows,
            bad,
            content,
            first,
            last,
            refused,
            made,
        ) in self._rows(f"{columns}, refused, made_in", "payload_entry", table):
            entries[name][payload] = PayloadEntry(
                file,
                fingerprint,
                _digests(inputs),
                rows,
                bad,
                as_content(content),
                as_date(first),
                as_date(last),
                refused,
                made,
            )
        return entries

    def sources(self, table: str) -> dict[int, Source]:
        """Return the payloads that the dates of a raw table are built from, with their rows."""
        return {
            payload: Source(file, rows, as_content(content))
            for _, payload, file, rows, content in self._rows(
                "payload, file, rows, content", "source_entry", table
            )
            if content != GONE
        }

    def enter(self, table: str, entries: Mapping[date, Entry]) -> dict[date, Entry]:
        """Enter dates of a table; return the entries, with the run that they were computed in."""
        entered = {d: replace(e, made_in=e.made_in or self.run) for d, e in entries.items()}
        self._delete("entry", table, "day", (as_number(day) for day in entries))
        self.catalog.insert(
            "entry",
            [
                (
                    table,
                    as_number(day),
                    self.run,
                    e.file,
                    e.fingerprint,
                    _packed(e.inputs),
                    e.rows,
                    f"{e.content:x}",
                    e.superseded,
                    e.made_in,
                )
                for day, e in entered.items()
            ],
        )
        return entered

    def enter_payloads(self, table: str, entries: Mapping[int, PayloadEntry]) -> None:
        """Enter payloads that a raw table has parsed."""
        self._delete("payload_entry", table, "payload", entries)
        self.catalog.insert(
            "payload_entry",
            [
                (
                    table,
                    payload,
                    self.run,
                    e.file,
                    e.fingerprint,
                    _packed(e.inputs),
                    e.rows,
                    e.bad,
                    f"{e.content:x}",
                    as_number(e.first_day),
                    as_number(e.last_day),
                    e.refused,
                    e.made_in or self.run,
                )
                for payload, e in entries.items()
            ],
        )

    def enter_sources(self, table: str, sources: Mapping[int, Source | None]) -> None:
        """Enter the payloads that a raw table's dates are built from; None for those no longer."""
        self._delete("source_entry", table, "payload", sources)
        self.catalog.insert(
            "source_entry",
            [
                (table, payload, self.run, s.file, s.rows, f"{s.content:x}")
                if s is not None
                else (table, payload, self.run, None, 0, GONE)
                for payload, s in sources.items()
            ],
        )

    def set_aside(
        self, table: str, where: str, owners: Iterable[Any], bad: Iterable[BadRow]
    ) -> None:
        """Put the bad rows of some owners into quarantine.

        Args:
            table: the name of the table.
            where: the kind of the owners: "day" or "payload".
            owners: the dates, as ordinals, or payloads whose earlier rows of this run are replaced.
            bad: the bad rows.
        """
        column = "payload" if where == "payload" else "payload IS NULL AND day"
        self._delete("quarantine", table, column, owners)
        self.catalog.insert(
            "quarantine",
            [
                (
                    table,
                    self.run,
                    as_number(b.day),
                    b.payload,
                    b.key,
                    b.rule,
                    b.column,
                    b.value,
                    b.row,
                )
                for b in bad
            ],
        )

    def checks(self, table: str | None = None) -> list[Checked]:
        """Return the results of checks that are still valid, of all tables or of one.

        A result is valid as long as any date in its range still has the entry that was checked, and
        no later result of the same check overlaps it; the later one was made over all dates of the
        earlier one. So no two results of one check overlap.
        """
        where, values = ("AND table_name = ?", [table]) if table else ("", [])
        rows = self.catalog.query(
            "WITH standing AS (SELECT * FROM check_result c"
            f" WHERE run <= ? {where} AND EXISTS (SELECT 1 FROM entry e"
            " WHERE e.table_name = c.table_name AND e.day BETWEEN c.first_day AND c.last_day"
            " AND e.made_in = c.run AND e.run <= ? AND NOT EXISTS (SELECT 1 FROM entry n"
            " WHERE n.table_name = e.table_name AND n.day = e.day AND n.run > e.run"
            " AND n.run <= ?)))"
            " SELECT table_name, check_name, first_day, last_day, examined, failed, warns"
            " FROM standing c"
            " WHERE NOT EXISTS (SELECT 1 FROM standing n WHERE n.table_name = c.table_name"
            " AND n.check_name = c.check_name AND n.run > c.run"
            " AND n.first_day <= c.last_day AND n.last_day >= c.first_day) ORDER BY 1, 2, 3",
            [self.run, *values, self.run, self.run],
        )
        return [
            Checked(
                name, check, date.fromordinal(first), date.fromordinal(last), n, bad, bool(warns)
            )
            for name, check, first, last, n, bad, warns in rows
        ]

    def enter_check(self, table: str, days: Sequence[date], result: CheckResult) -> None:
        """Enter the result of a check for the range from the first to the last of some dates."""
        self.catalog.query(
            "DELETE FROM check_result WHERE table_name = ? AND check_name = ? AND run = ?",
            [table, result.name, self.run],
        )
        first, last = as_number(min(days)), as_number(max(days))
        self.catalog.query(
            "INSERT INTO check_result VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                table,
                result.name,
                first,
                last,
                self.run,
                result.examined,
                result.failed,
                int(result.warns),
            ],
        )

    def enter_times(self, times: Iterable[tuple[str, int, int, float]]) -> None:
        """Enter how long tables took in this run: name, dates, payloads and seconds.

        A run that continues after an interruption adds to the values that it entered before.
        """
        for table, dates, payloads, seconds in times:
            self.catalog.query(
                "INSERT INTO table_time VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (run, table_name) DO UPDATE SET"
                " dates = table_time.dates + excluded.dates,"
                " payloads = table_time.payloads + excluded.payloads,"
                " seconds = table_time.seconds + excluded.seconds",
                [self.run, table, dates, payloads, seconds],
            )

    def times(self) -> dict[str, tuple[int, int, float]]:
        """Return (dates, payloads, seconds) of the run with most dates and payloads, by table."""
        rows = self.catalog.query(
            "SELECT table_name, dates, payloads, seconds FROM table_time"
            " ORDER BY dates + payloads, run"
        )
        return {name: (dates, payloads, seconds) for name, dates, payloads, seconds in rows}

    def enter_failure(self, table: str, traceback: str) -> None:
        """Keep the traceback of a table's unforeseen failure with this run."""
        self.catalog.query(
            "INSERT INTO failure VALUES (?, ?, ?, ?)",
            [self.run, table, as_text(clock.utc_now()), traceback],
        )

    def entered(self, table: str) -> list[date]:
        """Return the dates of a table that were entered under this run."""
        rows = self.catalog.query(
            "SELECT day FROM entry WHERE table_name = ? AND run = ? ORDER BY day",
            [table, self.run],
        )
        return [day for (number,) in rows if (day := as_date(number)) is not None]

    def withdraw(self, table: str) -> None:
        """Delete what this run entered for a table's dates; the earlier entries then hold again."""
        for record in ("entry", "source_entry", "check_result"):
            self.catalog.query(
                f"DELETE FROM {record} WHERE table_name = ? AND run = ?", [table, self.run]
            )
        self.catalog.query(
            "DELETE FROM quarantine WHERE table_name = ? AND run = ? AND payload IS NULL",
            [table, self.run],
        )

    def _rows(self, columns: str, record: str, table: str | None) -> Iterable[tuple[Any, ...]]:
        """Return the latest row of each date or payload up to this run."""
        owner = columns.split(",", 1)[0]
        where, values = ("AND table_name = ?", [table]) if table else ("", [])
        return self.catalog.query(
            f"SELECT table_name, {columns} FROM {record} r WHERE run <= ? {where}"
            f" AND NOT EXISTS (SELECT 1 FROM {record} n WHERE n.table_name = r.table_name"
            f" AND n.{owner} = r.{owner} AND n.run > r.run AND n.run <= ?)",
            [self.run, *values, self.run],
        )

    def _delete(self, record: str, table: str, column: str, owners: Iterable[Any]) -> None:
        """Delete the rows that this run has already entered for some dates or payloads."""
        listed = ", ".join(str(owner) for owner in owners) or "NULL"
        self.catalog.query(
            f"DELETE FROM {record} WHERE table_name = ? AND run = ? AND {column} IN ({listed})",
            [table, self.run],
        )


def head(catalog: Catalog) -> int:
    """Return the last run that ended; 0 if none has."""
    return int(catalog.query("SELECT run FROM head")[0][0])


def _packed(digests: Digests) -> bytes:
    return struct.pack(f"<{len(digests)}Q", *digests)


def _digests(packed: bytes) -> Digests:
    return struct.unpack(f"<{len(packed) // 8}Q", packed)


__all__ = ["ALWAYS", "GONE", "Ledger", "head"]
