"""Commit: rows, checks, quarantine and ledger entry of one chunk, in one transaction."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel import merge, storage
from tipoff.kernel.errors import Blocked
from tipoff.kernel.ledger import ALWAYS, BadRow, Ledger, PayloadEntry
from tipoff.kernel.quarantine import bad_row, refusal, refuse_if_critical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tipoff.kernel.batch import Batch
    from tipoff.kernel.compute import Computation
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.payload import Landing
    from tipoff.kernel.plan import State
    from tipoff.kernel.table import TableDefinition


@dataclass(frozen=True)
class Committed:
    """What one commit did."""

    quarantined: int
    problems: tuple[str, ...]
    notices: tuple[str, ...] = ()


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
            Blocked: too many rows are bad, or a critical rule is broken.
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
            merge.merge_days(self._engine, definition, days, self._run)
            problems = self._enter(state, definition, inputs, bad, f"day IN ({listed})")
        return Committed(len(bad), problems)

    def payloads(self, state: State, definition: TableDefinition, batch: Batch) -> Committed:
        """Commit parsed payloads of a table's stream.

        A payload that cannot be parsed, or has too many bad rows, is refused alone: the rows of
        the one it would supersede stay.

        Raises:
            Blocked: a critical rule is broken.
        """
        with self._engine.transaction():
            storage.lay_out(self._engine, definition)
            if batch.accepted:
                self._engine.load(f"input_{definition.stream}", batch.rows)
                query = self._compute.query(definition, None)
                storage.stage(self._engine, definition.schema, query, "TRUE")
                storage.settle_duplicates(self._engine, definition)
                batch.set_aside(definition, storage.bad_rows(self._engine, definition))
            problems = self._enter_payloads(state, definition, batch)
        notices = tuple(f"{definition.name}: {notice}" for notice in batch.notices)
        return Committed(len(batch.bad), (*problems, *batch.refused.values()), notices)

    @property
    def _run(self) -> int:
        assert self._ledger.run is not None
        return self._ledger.run

    def _enter_payloads(
        self, state: State, definition: TableDefinition, batch: Batch
    ) -> tuple[str, ...]:
        accepted = batch.accepted
        superseded = self._landing.superseded(accepted)
        scope = f"payload IN ({storage.numbers([*batch.counts, *superseded])})"
        spans: dict[int, tuple[date, date]] = {}
        problems: tuple[str, ...] = ()
        gave_way: Counter[int] = Counter()
        if accepted:
            storage.discard(self._engine, batch.refused)
            spans = storage.spans(self._engine, definition)
            mine = [*accepted, *superseded]
            gave_way = merge.merge_payloads(self._engine, definition, mine, self._run)
            inputs = dict.fromkeys(merge.touched_days(self._engine), "")
            problems = self._enter(state, definition, inputs, batch.bad, scope)
        else:
            self._ledger.open_run(*self._named)
            self._ledger.quarantine(definition.name, scope, batch.bad)
        entries = {
            number: (
                self._entry(state, definition, spans.get(number), batch.refused.get(number)),
                rows - gave_way[number],
            )
            for number, rows in batch.counts.items()
        }
        others: Counter[int] = Counter()
        for number in gave_way.keys() - entries.keys():  # a row may still name an earlier answer
            others[self._landing.successor(number)] += gave_way[number]
        self._ledger.give_way(definition.name, others)
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
                yield f"{definition.name}: {check.name} fails in {failed} of {examined} examined"

    def _tolerated(self, definition: TableDefinition) -> list[BadRow]:
        """The bad rows staged, if the rest may be written without them."""
        bad = [bad_row(definition, row) for row in storage.bad_rows(self._engine, definition)]
        ((examined,),) = self._engine.query("SELECT count(*) FROM staged")
        refuse_if_critical(definition, bad)
        if not definition.schema.tolerates(len(bad), examined):
            raise Blocked(refusal(definition.name, bad, examined))
        return bad
