"""Commit: rows, checks, quarantine and ledger entry of one chunk, in one transaction."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tipoff.kernel import storage
from tipoff.kernel.errors import Blocked, PayloadError
from tipoff.kernel.ledger import ALWAYS, BadRow, Ledger, PayloadEntry
from tipoff.kernel.wire import read_columns, typed, uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    import pyarrow as pa

    from tipoff.kernel.compute import Computation
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.payload import Landing, Payload
    from tipoff.kernel.plan import State
    from tipoff.kernel.table import Stream, TableDefinition


@dataclass(frozen=True)
class Committed:
    """What one commit did."""

    quarantined: int
    problems: tuple[str, ...]


class Committer:
    """Commits chunks of tables; the state it is given says on which inputs."""

    def __init__(
        self,
        engine: Engine,
        landing: Landing,
        ledger: Ledger,
        compute: Computation,
        named: tuple[str, str],
    ) -> None:
        self._engine = engine
        self._landing = landing
        self._ledger = ledger
        self._compute = compute
        self._named = named

    def days(self, state: State, definition: TableDefinition, days: Sequence[date]) -> Committed:
        """Compute, check and commit some dates of a table.

        Raises:
            Blocked: too many rows are bad, or a critical rule or check is broken.
        """
        inputs = {day: state.inputs(definition, day, day) for day in days}
        partition, listed = definition.schema.partition(), storage.dates(days)
        with self._engine.transaction():
            storage.lay_out(self._engine, definition)
            query = self._compute.query(definition, days)
            where = f'"{partition}" IN ({listed}) OR "{partition}" IS NULL'
            storage.stage(self._engine, definition.schema, query, where)
            storage.settle_duplicates(self._engine, definition)
            bad = self._tolerated(definition)
            storage.merge_days(self._engine, definition, days, self._run)
            problems = self._enter(state, definition, inputs, bad, f"day IN ({listed})")
        return Committed(len(bad), problems)

    def payloads(
        self, state: State, definition: TableDefinition, bodies: Mapping[int, Payload]
    ) -> Committed:
        """Parse and commit some payloads of a table's stream.

        A payload that cannot be parsed, or has too many bad rows, is refused alone: the rows of
        the one it would supersede stay.

        Raises:
            Blocked: a critical rule or check is broken.
        """
        stream = self._compute.stream(definition)
        with uncollected():
            parsed = _Parsed.of(stream, bodies)
        with self._engine.transaction():
            storage.lay_out(self._engine, definition)
            if parsed.accepted:
                self._engine.load(f"input_{stream.name}", parsed.rows)
                query = self._compute.query(definition, None)
                storage.stage(self._engine, definition.schema, query, "TRUE")
                storage.settle_duplicates(self._engine, definition)
                parsed.set_aside(definition, storage.bad_rows(self._engine))
            problems = self._enter_payloads(state, definition, parsed)
        return Committed(len(parsed.bad), (*problems, *parsed.refused.values()))

    @property
    def _run(self) -> int:
        assert self._ledger.run is not None
        return self._ledger.run

    def _enter_payloads(
        self, state: State, definition: TableDefinition, parsed: _Parsed
    ) -> tuple[str, ...]:
        accepted = parsed.accepted
        superseded = self._landing.superseded(accepted)
        scope = f"payload IN ({storage.numbers([*parsed.counts, *superseded])})"
        spans: dict[int, tuple[date, date]] = {}
        problems: tuple[str, ...] = ()
        if accepted:
            storage.discard(self._engine, parsed.refused)
            spans = storage.spans(self._engine, definition)
            storage.merge_payloads(self._engine, definition, [*accepted, *superseded], self._run)
            inputs = dict.fromkeys(storage.touched_days(self._engine), "")
            problems = self._enter(state, definition, inputs, parsed.bad, scope)
        else:
            self._ledger.open_run(*self._named)
            self._ledger.quarantine(definition.name, scope, parsed.bad)
        entries = {
            number: (
                self._entry(state, definition, spans.get(number), parsed.refused.get(number)),
                rows,
            )
            for number, rows in parsed.counts.items()
        }
        self._ledger.record_payloads(definition.name, entries, superseded)
        return problems

    def _entry(
        self,
        state: State,
        definition: TableDefinition,
        span: tuple[date, date] | None,
        refused: str | None,
    ) -> PayloadEntry:
        inputs = state.inputs(definition, *(span or ALWAYS))
        first, last = span or (None, None)
        return PayloadEntry(state.fingerprints[definition.name], inputs, first, last, refused)

    def _enter(
        self,
        state: State,
        definition: TableDefinition,
        inputs: Mapping[date, str],
        bad: Sequence[BadRow],
        scope: str,
    ) -> tuple[str, ...]:
        """Verify what was merged, enter it in the ledger, and compare it with other tables."""
        days = list(inputs)
        written = storage.verify(self._engine, definition, days)
        self._ledger.open_run(*self._named)
        if days:
            counted = Counter(b.day for b in bad if b.day is not None)
            fingerprint = state.fingerprints[definition.name]
            self._ledger.record(definition.name, fingerprint, dict(inputs), written, counted)
        self._ledger.quarantine(definition.name, scope, bad)
        return tuple(self._checks(definition, [day for day in days if day in written]))

    def _checks(self, definition: TableDefinition, days: Sequence[date]) -> Iterator[str]:
        for check in definition.checks if days else ():
            examined, failed = self._compute.check(definition, check, days)
            self._ledger.check(definition.name, check.name, days, (examined, failed))
            if failed or not examined:
                told = f"{definition.name}: {check.name} fails in {failed} of {examined} examined"
                if check.critical:
                    raise Blocked(told)
                yield told

    def _tolerated(self, definition: TableDefinition) -> list[BadRow]:
        """The bad rows staged, if the rest may be written without them."""
        bad = [_bad_row(definition, row) for row in storage.bad_rows(self._engine)]
        ((examined,),) = self._engine.query("SELECT count(*) FROM staged")
        _refuse_if_critical(definition, bad)
        if not definition.schema.tolerates(len(bad), examined):
            raise Blocked(_refusal(definition.name, bad, examined))
        return bad


@dataclass
class _Parsed:
    """The payloads of one batch: their rows, the rows set aside, the payloads refused whole."""

    rows: pa.Table = None
    """All readable rows of all payloads that could be parsed."""
    bad: list[BadRow] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    """Rows that each payload held."""
    refused: dict[int, str] = field(default_factory=dict)
    origins: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, stream: Stream, bodies: Mapping[int, Payload]) -> _Parsed:
        """Parse the payloads; one that cannot be is refused alone."""
        batch = cls()
        columns: dict[str, list[Any]] = {name: [] for name in stream.columns}
        numbers: list[int] = []
        for number, payload in bodies.items():
            batch.origins[number] = payload.origin or payload.resource
            batch.counts[number] = 0
            try:
                found = read_columns(stream, payload)
            except PayloadError as error:
                batch._refuse(number, str(error))
                continue
            for name, values in columns.items():
                values.extend(found[name])
            batch.counts[number] = len(found[stream.key[0]])
            numbers += [number] * batch.counts[number]
        batch.rows, unreadable = typed(stream, columns, numbers)
        batch.bad += unreadable
        return batch

    @property
    def accepted(self) -> list[int]:
        """The payloads not refused."""
        return [number for number in self.counts if number not in self.refused]

    def set_aside(self, definition: TableDefinition, found: Sequence[Mapping[str, Any]]) -> None:
        """Add the rows that failed a rule, and refuse the payloads that have too many bad ones.

        Raises:
            Blocked: a row breaks a critical rule.
        """
        self.bad += [_bad_row(definition, row) for row in found]
        _refuse_if_critical(definition, self.bad)
        for number, bad in Counter(b.payload for b in self.bad).items():
            if number is not None and not definition.schema.tolerates(bad, self.counts[number]):
                mine = [b for b in self.bad if b.payload == number]
                self._refuse(number, _refusal(definition.name, mine, self.counts[number]))

    def _refuse(self, number: int, why: str) -> None:
        self.refused[number] = f"{self.origins[number]}: {why}"
        kept = [b for b in self.bad if b.payload != number]
        self.bad = [
            *kept,
            BadRow(None, number, "{}", "payload accepted", "", "", self.refused[number]),
        ]


def _refuse_if_critical(definition: TableDefinition, bad: Sequence[BadRow]) -> None:
    """Close the gate on a row that breaks a critical rule.

    Raises:
        Blocked: naming the rule, the row's key and the value.
    """
    critical = {r.name for r in definition.schema.rules if r.critical}
    for row in bad:
        if row.rule in critical:
            raise Blocked(
                f"{definition.name}: {row.key} breaks {row.rule}: {row.column}={row.value}"
            )


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
