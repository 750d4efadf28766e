"""Run: carry a plan out, table by table, each chunk in one transaction."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tipoff.kernel import storage
from tipoff.kernel.compute import Computation
from tipoff.kernel.engine import Engine
from tipoff.kernel.errors import Blocked, PayloadError, TipoffError, UsageError
from tipoff.kernel.fingerprint import fingerprints
from tipoff.kernel.graph import DateRange, Graph
from tipoff.kernel.ledger import ALWAYS, BadRow, Ledger, PayloadEntry
from tipoff.kernel.payload import Landing
from tipoff.kernel.plan import Calendar, State, Step, chunks, step
from tipoff.kernel.schema import Rule
from tipoff.kernel.table import Stream, TableDefinition
from tipoff.kernel.wire import rows_of

CHUNK_DATES = 640
CHUNK_MONTHS = 1  # a month's model is shown no row on or after the month's first date
BATCH_BYTES = 64_000_000
Progress = Callable[[str, int, int], None]
"""Told a table's name, how many of its dates or payloads are done, and of how many."""


@dataclass(frozen=True)
class TableReport:
    """What a run did for one table."""

    table: str
    days: int = 0
    payloads: int = 0
    quarantined: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()
    failure: TipoffError | None = None


@dataclass(frozen=True)
class RunReport:
    """What a run did, and what kept it from the rest."""

    run: int
    tables: tuple[TableReport, ...]
    skipped: Mapping[str, str] = field(default_factory=dict)
    """Tables not attempted, each with the failed table it waits for."""

    @property
    def did_nothing(self) -> bool:
        """Whether all was done already."""
        return not any(t.days or t.payloads or t.failure for t in self.tables)

    @property
    def problems(self) -> list[str]:
        """One line for everything that is not as it should be."""
        return [p for t in self.tables for p in t.problems]

    @property
    def exit_code(self) -> int:
        """0, or the code of the gravest failure."""
        codes = [t.failure.exit_code for t in self.tables if t.failure]
        return max([*codes, Blocked.exit_code if self.problems else 0])


def load_state(graph: Graph, engine: Engine, landing: Landing) -> State:
    """Everything a plan is made from, as it stands now."""
    ledger = Ledger(engine)
    return State(
        graph=graph,
        fingerprints=fingerprints(graph),
        calendar=read_calendar(graph, engine),
        entries=ledger.entries(),
        payload_entries=ledger.payload_entries(),
        landed={s.name: landing.newest(s.resource, s.parameters) for s in graph.streams.values()},
    )


def read_calendar(graph: Graph, engine: Engine) -> Calendar:
    """Each date of the calendar table, and whether any of its rows has a result."""
    table = graph.calendar
    if not engine.columns("main", table.name):
        return {}
    found = engine.query(
        f'SELECT "{table.schema.partition()}", bool_or("{table.calendar}")'
        f' FROM main."{table.name}" GROUP BY 1 ORDER BY 1'
    )
    return dict(found)  # type: ignore[arg-type]


class Run:
    """One run over one database; the caller holds its lock."""

    def __init__(
        self,
        graph: Graph,
        engine: Engine,
        landing: Landing,
        *,
        command: str = "run",
        version: str = "",
        progress: Progress = lambda table, done, total: None,
    ) -> None:
        self._graph = graph
        self._engine = engine
        self._landing = landing
        self._progress = progress
        self._named = (command, version)
        self._ledger = Ledger.begin(engine)
        self._compute = Computation(graph, engine)
        self._state = load_state(graph, engine, landing)

    @property
    def number(self) -> int:
        """The run's number in the ledger."""
        assert self._ledger.run is not None
        return self._ledger.run

    def execute(self, asked: DateRange | None = None) -> RunReport:
        """Do what is missing of the asked dates (None: of all), and of what those read.

        A table that fails is reported, what reads it is left alone, and the rest goes on.

        Raises:
            UsageError: no date of the calendar lies in the asked range.
        """
        reports: list[TableReport] = []
        skipped: dict[str, str] = {}
        for definition in self._graph.tables.values():
            if definition.name in skipped:
                continue
            within = self._within(definition, asked)
            report = self._table(definition, within)
            reports.append(report)
            if report.failure is not None:
                for name in self._graph.descendants(definition.name):
                    skipped.setdefault(name, definition.name)
        return RunReport(self.number, tuple(reports), skipped)

    def _within(self, definition: TableDefinition, asked: DateRange | None) -> DateRange:
        """The dates wanted of a table; a stream's payloads are wanted whatever their dates."""
        days = self._state.calendar
        if not days:
            return DateRange(*ALWAYS)
        whole = DateRange(min(days), max(days))
        if asked is not None and definition.stream is None and not any(d in asked for d in days):
            raise UsageError(
                f"no games from {asked.first} to {asked.last}:"
                f" the schedule covers {whole.first} to {whole.last}"
            )
        return self._graph.wanted(asked or whole)[definition.name]

    def _table(self, definition: TableDefinition, within: DateRange) -> TableReport:
        started = time.perf_counter()
        report = TableReport(definition.name)
        try:
            found = step(self._state, definition, within)
            for part in self._parts(definition, found):
                report = _added(report, part)
        except TipoffError as error:
            report = replace(report, failure=error, problems=(*report.problems, str(error)))
        except Exception as error:  # noqa: BLE001 - reported with its table; what reads it waits
            failure = TipoffError(f"{definition.name}: {type(error).__name__}: {error}")
            failure.__cause__ = error
            report = replace(report, failure=failure, problems=(*report.problems, str(failure)))
        self._refresh(definition)
        if report.failure is None:
            empty = self._empty(definition, found.days)
            report = replace(report, problems=(*report.problems, *empty))
        return replace(report, seconds=time.perf_counter() - started)

    def _parts(self, definition: TableDefinition, found: Step) -> Iterator[TableReport]:
        if definition.stream is not None:
            yield from self._payloads(definition, sorted(found.payloads))
            return
        size = CHUNK_MONTHS if definition.every == "month" else CHUNK_DATES
        done = 0
        for days in chunks(found.days, size):
            self._progress(definition.name, done, len(found.days))
            yield self._days(definition, days)
            done += len(days)
            self._progress(definition.name, done, len(found.days))

    def _refresh(self, definition: TableDefinition) -> None:
        """Read back the ledger, so that the next table is planned on what is now true."""
        calendar = self._state.calendar
        if definition is self._graph.calendar:
            calendar = read_calendar(self._graph, self._engine)
        self._state = replace(self._state, entries=self._ledger.entries(), calendar=calendar)

    def _empty(self, definition: TableDefinition, days: Sequence[date]) -> list[str]:
        """What to say of computed dates that should have rows and have none."""
        entries = self._state.entries.get(definition.name, {})
        empty = [
            d for d in days if not entries[d].rows and not self._state.excused(definition, d)
        ]
        return [f"{definition.name}: no rows on {_listed(empty)}"] if empty else []

    def _days(self, definition: TableDefinition, days: Sequence[date]) -> TableReport:
        """Compute, check and commit some dates of a table."""
        inputs = {day: self._state.inputs(definition, day, day) for day in days}
        partition = definition.schema.partition()
        with self._engine.transaction():
            storage.lay_out(self._engine, definition)
            query = self._compute.query(definition, days)
            where = f'"{partition}" IN ({storage.dates(days)}) OR "{partition}" IS NULL'
            storage.stage(self._engine, definition.schema, query, where)
            storage.settle_duplicates(self._engine, definition)
            bad = self._tolerated(definition, storage.bad_rows(self._engine, definition.schema))
            storage.merge_days(self._engine, definition, days, self.number)
            problems = self._commit(definition, days, inputs, bad, f"day IN ({storage.dates(days)})")
        return TableReport(definition.name, len(days), 0, len(bad), 0.0, problems)

    def _payloads(
        self, definition: TableDefinition, pending: Sequence[int]
    ) -> Iterator[TableReport]:
        """Parse and commit payloads, some megabytes at a time."""
        stream = self._graph.streams[definition.stream or ""]
        batch: list[int] = []
        bodies: list[Any] = []
        size = done = 0
        for number in pending:
            payload = self._landing.read(number)
            batch.append(number)
            bodies.append(payload)
            size += len(payload.body)
            if size >= BATCH_BYTES or number == pending[-1]:
                self._progress(definition.name, done, len(pending))
                yield self._batch(definition, stream, batch, bodies)
                done += len(batch)
                self._progress(definition.name, done, len(pending))
                batch, bodies, size = [], [], 0

    def _batch(
        self,
        definition: TableDefinition,
        stream: Stream,
        batch: Sequence[int],
        bodies: Sequence[Any],
    ) -> TableReport:
        parsed = _Parsed(stream)
        for number, payload in zip(batch, bodies, strict=True):
            parsed.add(number, payload)
        with self._engine.transaction():
            storage.lay_out(self._engine, definition)
            if parsed.tables:
                self._engine.load(f"input_{stream.name}", parsed.rows())
                query = self._compute.query(definition, None)
                storage.stage(self._engine, definition.schema, query, "TRUE")
                storage.settle_duplicates(self._engine, definition)
                parsed.set_aside(definition, storage.bad_rows(self._engine, definition.schema))
            problems = self._commit_payloads(definition, parsed)
        return TableReport(definition.name, 0, len(batch), len(parsed.bad), 0.0, problems)

    def _commit_payloads(self, definition: TableDefinition, parsed: _Parsed) -> tuple[str, ...]:
        accepted = [n for n in parsed.counts if n not in parsed.refused]
        superseded = self._landing.superseded(accepted)
        spans: dict[int, tuple[date, date]] = {}
        problems: tuple[str, ...] = ()
        scope = f"payload IN ({storage.numbers([*parsed.counts, *superseded])})"
        if parsed.tables:
            if parsed.refused:
                listed = storage.numbers(parsed.refused)
                self._engine.query(f"DELETE FROM staged WHERE payload IN ({listed})")
            spans = self._spans(definition)
            numbers = [*accepted, *superseded]
            storage.merge_payloads(self._engine, definition, numbers, self.number)
            days = storage.touched_days(self._engine)
            inputs = dict.fromkeys(days, "")
            problems = self._commit(definition, days, inputs, parsed.bad, scope)
        else:
            self._ledger.open_run(*self._named)
            self._ledger.quarantine(definition.name, scope, parsed.bad)
        entries = {n: (self._entry(definition, parsed, n, spans.get(n)), parsed.counts[n]) for n in parsed.counts}
        self._ledger.record_payloads(definition.name, entries, superseded)
        return (*problems, *parsed.refused.values())

    def _spans(self, definition: TableDefinition) -> dict[int, tuple[date, date]]:
        """The first and last date of each staged payload."""
        day = definition.schema.partition()
        found = self._engine.query(
            f'SELECT payload, min("{day}"), max("{day}") FROM staged WHERE "{day}" IS NOT NULL GROUP BY 1'
        )
        return {number: (first, last) for number, first, last in found}

    def _entry(
        self,
        definition: TableDefinition,
        parsed: _Parsed,
        number: int,
        span: tuple[date, date] | None,
    ) -> PayloadEntry:
        first, last = span or (None, None)
        inputs = self._state.inputs(definition, *(span or ALWAYS))
        fingerprint = self._state.fingerprints[definition.name]
        return PayloadEntry(fingerprint, inputs, first, last, parsed.refused.get(number))

    def _commit(
        self,
        definition: TableDefinition,
        days: Sequence[date],
        inputs: Mapping[date, str],
        bad: Sequence[BadRow],
        scope: str,
    ) -> tuple[str, ...]:
        """Verify what was merged, check it against other tables, and enter it in the ledger."""
        written = storage.verify(self._engine, definition, days)
        self._ledger.open_run(*self._named)
        if days:
            counted = Counter(b.day for b in bad if b.day is not None)
            fingerprint = self._state.fingerprints[definition.name]
            self._ledger.record(definition.name, fingerprint, dict(inputs), written, counted)
        self._ledger.quarantine(definition.name, scope, bad)
        return tuple(self._checks(definition, [d for d in days if d in written]))

    def _checks(self, definition: TableDefinition, days: Sequence[date]) -> Iterator[str]:
        """Make the table's comparisons over the dates written.

        Raises:
            Blocked: a critical comparison does not hold.
        """
        for check in definition.checks if days else ():
            examined, failed = self._compute.check(check, days)
            self._ledger.check(definition.name, check.name, days, (examined, failed))
            if failed or not examined:
                told = f"{definition.name}: {check.name} fails in {failed} of {examined} examined"
                if check.critical:
                    raise Blocked(told)
                yield told

    def _tolerated(
        self, definition: TableDefinition, found: Sequence[Mapping[str, Any]]
    ) -> list[BadRow]:
        """The bad rows, if the rest may be written without them.

        Raises:
            Blocked: there are too many, or one breaks a critical rule.
        """
        bad = [_bad_row(definition, row) for row in found]
        ((examined,),) = self._engine.query("SELECT count(*) FROM staged")
        if bad:
            refuse_if_critical(definition, bad)
            if not definition.schema.tolerates(len(bad), examined):
                raise Blocked(_refusal(definition.name, bad, examined))
        return bad


class _Parsed:
    """The payloads of one batch: their rows, the rows set aside, the payloads refused whole."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._origins: dict[int, str] = {}
        self.tables: list[Any] = []
        self.bad: list[BadRow] = []
        self.counts: dict[int, int] = {}
        self.refused: dict[int, str] = {}

    def add(self, number: int, payload: Any) -> None:
        """Parse one payload, or refuse it."""
        self._origins[number] = payload.origin or payload.resource
        self.counts[number] = 0
        try:
            rows, bad = rows_of(self._stream, payload, number)
        except PayloadError as error:
            self._refuse(number, str(error))
            return
        self.tables.append(rows)
        self.bad += bad
        self.counts[number] = rows.num_rows + len(bad)

    def rows(self) -> Any:
        """All rows of all accepted payloads."""
        import pyarrow as pa

        return pa.concat_tables(self.tables)

    def set_aside(self, definition: TableDefinition, found: Sequence[Mapping[str, Any]]) -> None:
        """Add the rows that failed a rule, and refuse the payloads that have too many bad ones.

        Raises:
            Blocked: a row breaks a critical rule.
        """
        self.bad += [_bad_row(definition, row) for row in found]
        refuse_if_critical(definition, self.bad)
        for number, bad in Counter(b.payload for b in self.bad).items():
            if number is not None and not definition.schema.tolerates(bad, self.counts[number]):
                mine = [b for b in self.bad if b.payload == number]
                self._refuse(number, _refusal(definition.name, mine, self.counts[number]))

    def _refuse(self, number: int, why: str) -> None:
        self.refused[number] = f"{self._origins[number]}: {why}"
        kept = [b for b in self.bad if b.payload != number]
        self.bad = [*kept, BadRow(None, number, "{}", "payload accepted", "", "", self.refused[number])]


def refuse_if_critical(definition: TableDefinition, bad: Sequence[BadRow]) -> None:
    """Close the gate on a row that breaks a critical rule.

    Raises:
        Blocked: naming the rule, the row's key and the value.
    """
    critical = {r.name for r in definition.schema.rules if isinstance(r, Rule) and r.critical}
    for row in bad:
        if row.rule in critical:
            raise Blocked(f"{definition.name}: {row.key} breaks {row.rule}: {row.column}={row.value}")


def _bad_row(definition: TableDefinition, row: Mapping[str, Any]) -> BadRow:
    column, rule = row["_failed"].split("|", 1)
    values = {name: value for name, value in row.items() if not name.startswith("_")}
    return BadRow(
        day=values.get(definition.schema.partition()),
        payload=values.get("payload"),
        key=json.dumps({k: values[k] for k in definition.schema.key()}, default=str),
        rule=rule,
        column=column,
        value=str(values[column]),
        row=json.dumps(values, default=str),
    )


def _refusal(table: str, bad: Sequence[BadRow], examined: int) -> str:
    first = bad[0]
    return (
        f"{table}: {len(bad)} of {examined} rows are bad; the first, {first.key}:"
        f" {first.column}={first.value} is not {first.rule}"
    )


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(map(str, days[:3]))
    return shown if len(days) <= 3 else f"{shown} and {len(days) - 3} dates more"


def _added(report: TableReport, part: TableReport) -> TableReport:
    return replace(
        report,
        days=report.days + part.days,
        payloads=report.payloads + part.payloads,
        quarantined=report.quarantined + part.quarantined,
        problems=(*report.problems, *part.problems),
    )
