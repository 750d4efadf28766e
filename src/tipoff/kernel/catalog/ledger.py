"""The ledger: what every date, payload and check is, since which run."""

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
"""The fingerprint of a date or payload that a rollback put back to not being there."""
BY_RUN = ("entry", "payload_entry", "source_entry", "quarantine", "check_result", "failure")
"""The records whose rows are each of one run."""


class Ledger:
    """The state of all tables as of one run, and entries under its number.

    Every writing method belongs to its caller's transaction.
    """

    def __init__(self, catalog: Catalog, run: int) -> None:
        self.catalog = catalog
        self.run = run

    @classmethod
    def at_head(cls, catalog: Catalog) -> Ledger:
        """Return the state that readers see: that of the last run that ended."""
        return cls(catalog, head(catalog))

    @classmethod
    def begin(cls, catalog: Catalog) -> Ledger:
        """Return the state to work on: an unfinished run goes on, else a new one begins on head."""
        ((unfinished,),) = catalog.query("SELECT max(run) FROM run WHERE ended_at IS NULL")
        ((last,),) = catalog.query("SELECT coalesce(max(run), 0) FROM run")
        return cls(catalog, unfinished if unfinished is not None else last + 1)

    def open(self, command: str, version: str) -> None:
        """Record that the run has begun, if it has not."""
        self.catalog.query(
            "INSERT INTO run (run, command, version, started_at) SELECT ?, ?, ?, ?"
            " WHERE NOT EXISTS (SELECT 1 FROM run WHERE run = ?)",
            [self.run, command, version, as_text(clock.utc_now()), self.run],
        )

    def end(self, problems: Sequence[str]) -> None:
        """Move head to this run: from now on it is what readers see."""
        self.catalog.query(
            "UPDATE run SET ended_at = ?, problems = ? WHERE run = ?",
            [as_text(clock.utc_now()), json.dumps(list(problems)), self.run],
        )
        self.catalog.query("UPDATE head SET run = ?", [self.run])

    def is_open(self) -> bool:
        """Return whether anything has been entered under this run."""
        return bool(self.catalog.query("SELECT 1 FROM run WHERE run = ?", [self.run]))

    def entries(self, table: str | None = None) -> dict[str, dict[date, Entry]]:
        """Return the entry of each table and date, of all tables or of one."""
        found: dict[str, dict[date, Entry]] = defaultdict(dict)
        for name, day, file, fingerprint, inputs, rows, content, superseded, made in self._rows(
            "day, file, fingerprint, inputs, rows, content, superseded, made_in", "entry", table
        ):
            found[name][as_date(day)] = Entry(  # type: ignore[index]
                file, fingerprint, _digests(inputs), rows, as_content(content), superseded, made
            )
        return found

    def payload_entries(self, table: str | None = None) -> dict[str, dict[int, PayloadEntry]]:
        """Return the entry of each raw table and payload."""
        found: dict[str, dict[int, PayloadEntry]] = defaultdict(dict)
        columns = "payload, file, fingerprint, inputs, rows, bad, content, first_day, last_day"
        for (
            name,
            payload,
            file,
            mark,
            inputs,
            rows,
            bad,
            content,
            first,
            last,
            refused,
            made,
        ) in self._rows(f"{columns}, refused, made_in", "payload_entry", table):
            found[name][payload] = PayloadEntry(
                file,
                mark,
                _digests(inputs),
                rows,
                bad,
                as_content(content),
                as_date(first),
                as_date(last),
                refused,
                made,
            )
        return found

    def sources(self, table: str) -> dict[int, Source]:
        """Return the payloads whose rows the dates of a raw table are built from."""
        return {
            payload: Source(file, rows, as_content(content))
            for _, payload, file, rows, content in self._rows(
                "payload, file, rows, content", "source_entry", table
            )
            if content != GONE
        }

    def enter(self, table: str, entries: Mapping[date, Entry]) -> dict[date, Entry]:
        """Enter what dates of a table now are; return the entries with the run they are made in."""
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
        """Enter what payloads brought to a raw table."""
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
        """Enter from which rows of payloads a raw table's dates are built; None: no longer."""
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
        """Put bad rows of dates (``where`` is "day") or payloads into quarantine."""
        own = "payload" if where == "payload" else "payload IS NULL AND day"
        self._delete("quarantine", table, own, owners)
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
        """Return the checks that stand, of all tables or of one; no two of a check overlap.

        A check stands while any date in its range is as it was when the check was made. A later one
        over some of its dates was made over all of them, and takes its place.
        """
        where, values = ("AND table_name = ?", [table]) if table else ("", [])
        found = self.catalog.query(
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
            for name, check, first, last, n, bad, warns in found
        ]

    def enter_check(self, table: str, days: Sequence[date], result: CheckResult) -> None:
        """Enter what a check found from the first to the last of some dates, in this run."""
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

        A run that goes on after it was interrupted adds to what it entered before.
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
        """Return (dates, payloads, seconds) of each table's largest run among those known."""
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
        found = self.catalog.query(
            "SELECT day FROM entry WHERE table_name = ? AND run = ? ORDER BY day",
            [table, self.run],
        )
        return [day for (number,) in found if (day := as_date(number)) is not None]

    def withdraw(self, table: str) -> None:
        """Take back what this run entered of a table's dates: it keeps the pointers it had."""
        for record in ("entry", "source_entry", "check_result"):
            self.catalog.query(
                f"DELETE FROM {record} WHERE table_name = ? AND run = ?", [table, self.run]
            )
        self.catalog.query(
            "DELETE FROM quarantine WHERE table_name = ? AND run = ? AND payload IS NULL",
            [table, self.run],
        )

    def _rows(self, columns: str, record: str, table: str | None) -> Iterable[tuple[Any, ...]]:
        """Yield the latest rows up to this run; later ones of a key come after earlier ones."""
        owner = columns.split(",", 1)[0]
        where, values = ("AND table_name = ?", [table]) if table else ("", [])
        return self.catalog.query(
            f"SELECT table_name, {columns} FROM {record} r WHERE run <= ? {where}"
            f" AND NOT EXISTS (SELECT 1 FROM {record} n WHERE n.table_name = r.table_name"
            f" AND n.{owner} = r.{owner} AND n.run > r.run AND n.run <= ?)",
            [self.run, *values, self.run],
        )

    def _delete(self, record: str, table: str, column: str, owners: Iterable[Any]) -> None:
        """Drop what this run has entered before of the owners."""
        listed = ", ".join(str(owner) for owner in owners) or "NULL"
        self.catalog.query(
            f"DELETE FROM {record} WHERE table_name = ? AND run = ? AND {column} IN ({listed})",
            [table, self.run],
        )


def head(catalog: Catalog) -> int:
    """Return the last run that ended; 0 before the first."""
    return int(catalog.query("SELECT run FROM head")[0][0])


def _packed(digests: Digests) -> bytes:
    return struct.pack(f"<{len(digests)}Q", *digests)


def _digests(packed: bytes) -> Digests:
    return struct.unpack(f"<{len(packed) // 8}Q", packed)


__all__ = ["ALWAYS", "GONE", "Ledger", "head"]
