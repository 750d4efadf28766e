"""Run: carry a plan out, table by table, chunk by chunk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tipoff.kernel import storage
from tipoff.kernel.commit import Committed, Committer
from tipoff.kernel.compute import Computation
from tipoff.kernel.errors import Blocked, TipoffError
from tipoff.kernel.fingerprint import fingerprints
from tipoff.kernel.graph import DateRange, Graph
from tipoff.kernel.ledger import ALWAYS, Ledger
from tipoff.kernel.plan import Calendar, Contents, State, Step, chunks, refuse_outside, step
from tipoff.kernel.read_ahead import ReadAhead, Turn

if TYPE_CHECKING:
    from datetime import date

    from tipoff.kernel.engine import Engine
    from tipoff.kernel.payload import Landed, Landing
    from tipoff.kernel.table import Stream, TableDefinition

CHUNK_DATES = 640
CHUNK_MONTHS = 1  # a month's model is shown no row on or after the month's first date
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
    notices: tuple[str, ...] = ()
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
    def notices(self) -> list[str]:
        """One line for everything that is news and keeps nobody from anything."""
        return [n for t in self.tables for n in t.notices]

    @property
    def exit_code(self) -> int:
        """0, or the code of the gravest failure."""
        codes = [t.failure.exit_code for t in self.tables if t.failure]
        return max([*codes, Blocked.exit_code if self.problems else 0])


def load_state(graph: Graph, engine: Engine, landing: Landing) -> State:
    """Everything a plan is made from, as it stands now."""
    ledger = Ledger(engine)
    entries = ledger.entries()
    return State(
        graph=graph,
        fingerprints=fingerprints(graph),
        calendar=read_calendar(graph, engine),
        contents={name: Contents(entries.get(name, {})) for name in graph.tables},
        payload_entries=ledger.payload_entries(),
        landed={s.name: _newest(landing, s) for s in graph.streams.values()},
    )


def _newest(landing: Landing, stream: Stream) -> list[Landed]:
    found = (p for r in stream.resources for p in landing.newest(r, stream.parameters))
    return sorted(found, key=lambda payload: payload.number)


def read_calendar(graph: Graph, engine: Engine) -> Calendar:
    """Each date of the calendar table, and whether any of its rows has a result."""
    table = graph.calendar
    if not engine.columns("main", table.name):
        return {}
    found = engine.query(
        f'SELECT "{table.schema.partition()}", bool_or("{table.calendar}")'
        f' FROM main."{table.name}" GROUP BY 1 ORDER BY 1'
    )
    return dict(found)


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
        self._ledger = Ledger.begin(engine)
        self.state = load_state(graph, engine, landing)
        compute = Computation(graph, engine, self.state.fingerprints)
        self._commit = Committer(engine, landing, self._ledger, compute, (command, version))

    def execute(
        self,
        asked: DateRange | None = None,
        horizon: Callable[[Iterable[date]], date] = max,
    ) -> RunReport:
        """Do what is missing of the asked dates, and of what those read.

        A table that fails is reported, what reads it is left alone, and the rest goes on.

        Args:
            asked: the dates; None for all from the calendar's first to its horizon.
            horizon: the last date that is wanted of a calendar, where nothing was asked.

        Raises:
            UsageError: no date of the calendar lies in the asked range.
        """
        reports: list[TableReport] = []
        skipped: dict[str, str] = {}
        with ReadAhead(self._landing, self._turns()) as ahead:
            for definition in self._graph.tables.values():
                if definition.name in skipped:
                    continue
                within = self._within(definition, asked, horizon)
                report = self._table(definition, within, ahead)
                reports.append(report)
                if report.failure is not None:
                    for name in self._graph.descendants(definition.name):
                        skipped.setdefault(name, definition.name)
        assert self._ledger.run is not None
        return RunReport(self._ledger.run, tuple(reports), skipped)

    def _turns(self) -> list[Turn]:
        """The payloads that each raw table is going to read."""
        steps = (
            (d.stream, step(self.state, d, DateRange(*ALWAYS)))
            for d in self._graph.tables.values()
            if d.stream is not None
        )
        return [
            (self._graph.streams[stream], sorted(found.payloads))
            for stream, found in steps
            if found.payloads
        ]

    def _within(
        self,
        definition: TableDefinition,
        asked: DateRange | None,
        horizon: Callable[[Iterable[date]], date],
    ) -> DateRange:
        """The dates wanted of a table; a stream's payloads are wanted whatever their dates."""
        days = self.state.calendar
        if definition.stream is not None or not days:
            return DateRange(*ALWAYS)
        if asked is not None:
            refuse_outside(days, asked)
        whole = DateRange(min(days), max(min(days), horizon(days)))
        return self._graph.wanted(asked or whole)[definition.name]

    def _table(
        self, definition: TableDefinition, within: DateRange, ahead: ReadAhead
    ) -> TableReport:
        started = time.perf_counter()
        found = step(self.state, definition, within)
        report = TableReport(definition.name, len(found.days), len(found.payloads))
        try:
            for done in self._chunks(definition, found, ahead):
                report = replace(
                    report,
                    quarantined=report.quarantined + done.quarantined,
                    problems=(*report.problems, *done.problems),
                    notices=(*report.notices, *done.notices),
                )
        except Exception as error:
            failure = error if isinstance(error, TipoffError) else _unforeseen(definition, error)
            report = replace(report, failure=failure, problems=(*report.problems, str(failure)))
        if found.days or found.payloads:
            self._refresh(definition)
        elif not self.state.contents[definition.name].entries:
            with self._engine.transaction():  # nothing to read yet, but there to be read
                storage.lay_out(self._engine, definition)
        if report.failure is None:
            report = replace(report, problems=(*report.problems, *self._empty(definition, found)))
        return replace(report, seconds=time.perf_counter() - started)

    def _chunks(
        self, definition: TableDefinition, found: Step, ahead: ReadAhead
    ) -> Iterator[Committed]:
        """Commit the step a chunk at a time, telling how far it is."""
        if definition.stream is not None:
            total, done = len(found.payloads), 0
            self._progress(definition.name, done, total)
            turn = (self._graph.streams[definition.stream], sorted(found.payloads))
            for batch in ahead.batches(turn):
                yield self._commit.payloads(self.state, definition, batch)
                done += len(batch.counts)
                self._progress(definition.name, done, total)
            return
        size = CHUNK_MONTHS if definition.every == "month" else CHUNK_DATES
        size = min(size, definition.dates_at_once or size)
        total, done = len(found.days), 0
        for days in chunks(found.days, size):
            self._progress(definition.name, done, total)
            yield self._commit.days(self.state, definition, days)
            done += len(days)
            self._progress(definition.name, done, total)

    def _refresh(self, definition: TableDefinition) -> None:
        """Read back what was entered, so that the next table is planned on what is now true."""
        calendar = self.state.calendar
        if definition is self._graph.calendar:
            calendar = read_calendar(self._graph, self._engine)
        name = definition.name
        held = {**self.state.contents[name].entries, **self._ledger.entered(name)}
        contents = {**self.state.contents, name: Contents(held)}
        self.state = replace(self.state, contents=contents, calendar=calendar)

    def _empty(self, definition: TableDefinition, found: Step) -> list[str]:
        """What to say of computed dates that should have rows and have none."""
        entries = self.state.contents[definition.name].entries
        empty = [
            day
            for day in found.days
            if not entries[day].rows and not self.state.excused(definition, day)
        ]
        return [f"{definition.name}: no rows on {_listed(empty)}"] if empty else []


def _unforeseen(definition: TableDefinition, error: Exception) -> TipoffError:
    failure = TipoffError(f"{definition.name}: {type(error).__name__}: {error}")
    failure.__cause__ = error
    return failure


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(map(str, days[:3]))
    return shown if len(days) <= 3 else f"{shown} and {len(days) - 3} dates more"
