"""Run: carry a plan out, table by table, chunk by chunk, and move head once at its end."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tipoff.kernel.catalog import ALWAYS, CheckResult, Ledger
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import Blocked, TipoffError
from tipoff.kernel.parse.read_ahead import ReadAhead, Turn
from tipoff.kernel.plan.plan import (
    UNEXPECTED,
    Contents,
    Step,
    chunks,
    pending,
    refuse_outside,
    step,
)
from tipoff.kernel.run import commit, facts, raw_rows
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.report import RunReport, TableReport
from tipoff.kernel.run.retention import Retention, prune
from tipoff.kernel.run.state import load_state, read_answers, read_calendar

if TYPE_CHECKING:
    from datetime import date

    from tipoff.kernel.declare.table import Stream, TableDefinition
    from tipoff.kernel.run.workspace import Workspace

CHUNK_DATES = 640
CHUNK_MONTHS = 1  # a month's model is shown no row on or after the month's first date
Progress = Callable[[str, int, int], None]
"""Told a table's name, how many of its dates or payloads are done, and of how many."""
logger = logging.getLogger(__name__)


class Run:
    """One run over one home; the caller holds its lock.

    Everything that is computed is entered under the run's number and can be seen by nobody else.
    When the last table has been dealt with, ``head`` moves to the run in one transaction. A table
    that fails, or whose check fails, keeps what it had; what reads it is left alone.
    """

    def __init__(
        self,
        graph: Graph,
        workspace: Workspace,
        *,
        now: datetime | None = None,
        today: date | None = None,
        command: str = "run",
        version: str = "",
        distrusted_clock: str = "",
        retention: Retention | None = None,
        progress: Progress = lambda table, done, total: None,
    ) -> None:
        """Begin a run, or go on with one that was interrupted.

        Args:
            graph: the tables.
            workspace: what they lie in.
            now: the time, for what falls due by it; this machine's clock if None.
            today: the date of ``now`` where the games are played.
            command: recorded with the run.
            version: of the code, recorded with the run.
            distrusted_clock: why nothing may be written as a fact of ``now``, if it may not.
            retention: which earlier runs are kept.
            progress: told how far each table is.
        """
        self._graph = graph
        self._workspace = workspace
        self._progress = progress
        self._now = now or datetime.now(UTC)
        self._distrusted = distrusted_clock
        self._written: set[str] = set()
        self.valid_until: datetime | None = None
        """When something falls due by time alone that was not due in this run; None if nothing."""
        self._wanted: tuple[DateRange, Mapping[str, DateRange]] | None = None
        self._retention = retention or Retention()
        self.ledger = Ledger.begin(workspace.catalog)
        self.state = load_state(
            graph, workspace, self.ledger, today or self._now.date(), keeps_calendar=True
        )
        store = workspace.store
        compute = Computation(graph, workspace.engine, store, workspace.catalog)
        self._bench = commit.Workbench(
            workspace.engine, store, self.ledger, compute, command, version
        )

    def execute(
        self,
        asked: DateRange | None = None,
        horizon: Callable[[Iterable[date]], date] = max,
        only: Collection[str] | None = None,
    ) -> RunReport:
        """Do what is missing of the asked dates, and of what those read.

        Args:
            asked: the dates; None for all from the calendar's first to its horizon.
            horizon: the last date that is wanted of a calendar, where nothing was asked.
            only: the tables to look at; all, if None.

        Raises:
            UsageError: no date of the calendar lies in the asked range.
        """
        reports: list[TableReport] = []
        skipped: dict[str, str] = {}
        calendar = None
        with ReadAhead(self._workspace.landing, self._turns()) as ahead:
            for definition in self._graph.tables.values():
                if definition.name in skipped or (only is not None and definition.name not in only):
                    continue
                within = self._within(definition, asked, horizon)
                if calendar is None and definition.stream is None:
                    calendar = self.state.calendar
                report = self._table(definition, within, ahead)
                reports.append(report)
                if report.failure is not None:
                    for name in self._graph.descendants(definition.name):
                        skipped.setdefault(name, definition.name)
        settled = only is None and calendar in (None, self.state.calendar)
        whole = RunReport(self.ledger.run, tuple(reports), skipped, settled=settled)
        return replace(whole, freed=self._end(whole))

    def _end(self, report: RunReport) -> int:
        """Move head, if anything was entered, and remove what no kept run names.

        A run that was killed while it removed files is made up for by the next, whatever that does.
        """
        if self.ledger.is_open():
            with self._workspace.catalog.transaction():
                self.ledger.end(report.problems)
        return prune(self._workspace, self._retention)

    def _turns(self) -> list[Turn]:
        """Return the payloads that each raw table is going to read first."""
        found = (
            (self._graph.streams[d.stream], sorted(pending(self.state, d)))
            for d in self._graph.tables.values()
            if d.stream is not None
        )
        return [turn for turn in found if turn[1]]

    def _within(
        self,
        definition: TableDefinition,
        asked: DateRange | None,
        horizon: Callable[[Iterable[date]], date],
    ) -> DateRange:
        """Return the dates wanted of a table."""
        days = self.state.calendar
        if not days:
            return DateRange(*ALWAYS)
        if asked is not None:
            refuse_outside(days, asked)
        whole = DateRange(min(days), max(min(days), horizon(days)))
        wanted = asked or whole
        if self._wanted is None or self._wanted[0] != wanted:
            self._wanted = wanted, self._graph.wanted(wanted)
        return self._wanted[1][definition.name]

    def _table(
        self, definition: TableDefinition, within: DateRange, ahead: ReadAhead
    ) -> TableReport:
        started = time.perf_counter()
        report = TableReport(definition.name)
        try:
            found = step(self.state, definition, within)
            report = replace(report, days=len(found.days), payloads=len(found.payloads))
            for done in self._work(definition, found, ahead):
                report = replace(
                    report,
                    days=report.days + done.days,
                    payloads=report.payloads + done.payloads,
                    quarantined=report.quarantined + done.quarantined,
                    problems=(*report.problems, *done.problems),
                    notices=(*report.notices, *done.notices),
                )
            if not found.is_empty:
                self._refresh(definition)
            report = replace(
                report,
                problems=(
                    *report.problems,
                    *self._check(definition),
                    *self._empty(definition, found),
                ),
            )
        except Exception as error:
            logger.debug("%s failed", definition.name, exc_info=True)
            failure = (
                error if isinstance(error, TipoffError) else self._unforeseen(definition, error)
            )
            report = replace(report, failure=failure, problems=(*report.problems, str(failure)))
            self._keep_what_it_had(definition)
        return replace(report, seconds=time.perf_counter() - started)

    def _work(
        self, definition: TableDefinition, found: Step, ahead: ReadAhead
    ) -> Iterable[commit.Committed]:
        """Commit a table's step a chunk at a time."""
        if definition.stream is not None:
            stream = self._graph.streams[definition.stream]
            if found.due:
                yield self._write_fact(definition, stream, found.due)
            if found.payloads or found.due:
                yield from self._payloads(definition, stream, ahead)
            return
        gone = [day for day, reason in found.reasons.items() if reason == UNEXPECTED]
        if gone:
            self._hold(definition, commit.empty_days(self._bench, self.state, definition, gone))
        size = CHUNK_MONTHS if definition.every == "month" else CHUNK_DATES
        size = min(size, definition.dates_at_once or size)
        total, done = len(found.days), len(gone)
        for days in chunks(set(found.days) - set(gone), size):
            self._progress(definition.name, done, total)
            committed = commit.commit_days(self._bench, self.state, definition, days)
            self._hold(definition, committed.contents)
            yield committed
            done += len(days)
            self._progress(definition.name, done, total)

    def _payloads(
        self, definition: TableDefinition, stream: Stream, ahead: ReadAhead
    ) -> Iterable[commit.Committed]:
        """Parse what is pending, older answers of those refused too, and build the dates."""
        tried: set[int] = set()
        while todo := sorted(pending(self.state, definition, tried)):
            total, done = len(todo), 0
            for batch in ahead.batches((stream, todo)):
                yield raw_rows.commit_payloads(self._bench, self.state, definition, batch)
                self._refresh(definition)
                done += len(batch.counts)
                self._progress(definition.name, done, total)
            tried |= set(todo)
        raw_rows.build_dates(self._bench, self.state, definition)

    def _write_fact(
        self, definition: TableDefinition, stream: Stream, due: Sequence[date]
    ) -> commit.Committed:
        """Let a stream's writer make a payload of what is due by now, and land it."""
        writer = stream.writer
        if writer is None or writer.name in self._written:
            return commit.Committed()
        self._written.add(writer.name)
        if self._distrusted:
            return commit.Committed(problems=(f"{definition.name}: {self._distrusted}",))
        landing, compute = self._workspace.landing, self._bench.compute
        made = facts.made(compute, landing, self.state, stream, due, self._now)
        if made.next_due is not None:
            self.valid_until = min(made.next_due, self.valid_until or made.next_due)
        if made.payload is None:
            return commit.Committed()
        landing.add(made.payload)
        self.state = replace(self.state, answers=read_answers(self._graph, landing))
        return commit.Committed(payloads=1)

    def _hold(self, definition: TableDefinition, contents: Contents | None) -> None:
        """Take over what a commit made of a table's dates, for what is planned after it."""
        if contents is not None:
            held = {**self.state.contents, definition.name: contents}
            self.state = replace(self.state, contents=held)

    def _refresh(self, definition: TableDefinition) -> None:
        """Read back what was entered, so that what follows is planned on what is now true."""
        name, state = definition.name, self.state
        contents = {**state.contents, name: Contents(self.ledger.entries(name).get(name, {}))}
        self.state = replace(state, contents=contents)
        if definition.stream is not None:
            entries = self.ledger.payload_entries(name).get(name, {})
            self.state = replace(
                self.state,
                payload_entries={**state.payload_entries, name: entries},
                sources={**state.sources, name: self.ledger.sources(name)},
            )
        if definition is self._graph.calendar:
            calendar = read_calendar(self._graph, self._workspace, contents, keep=True)
            self.state = replace(self.state, calendar=calendar)

    def _check(self, definition: TableDefinition) -> list[str]:
        """Make the checks of a table over the dates this run entered; return what only warns.

        Raises:
            Blocked: a check that blocks the table fails, or examined nothing.
        """
        entered = self.ledger.entered(definition.name) if definition.checks else []
        days = [d for d in entered if self.state.contents[definition.name].entries[d].rows]
        told: list[str] = []
        blocking: list[str] = []
        for check in definition.checks if days else ():
            counted = self._bench.compute.check(self.state, definition, check, days)
            result = CheckResult(check.name, *counted, check.warns)
            with self._workspace.catalog.transaction():
                self.ledger.enter_check(definition.name, days, result)
            if not result.holds:
                sentence = (
                    f"{definition.name}: {check.name} fails in {result.failed} of"
                    f" {result.examined} examined"
                )
                (told if check.warns else blocking).append(sentence)
        if blocking:
            raise Blocked("; ".join([*blocking, *told]))
        return told

    def _keep_what_it_had(self, definition: TableDefinition) -> None:
        """Take back what this run entered of a table that failed."""
        with self._workspace.catalog.transaction():
            self.ledger.withdraw(definition.name)
        self._refresh(definition)

    def _unforeseen(self, definition: TableDefinition, error: Exception) -> TipoffError:
        """Keep an error's traceback in the run's record, and return it as one line."""
        with self._workspace.catalog.transaction():
            self.ledger.open(self._bench.command, self._bench.version)
            self.ledger.enter_failure(definition.name, traceback.format_exc())
        failure = TipoffError(
            f"{definition.name}: {type(error).__name__}: {error}"
            f" (`tipoff runs show {self.ledger.run}` has the traceback)"
        )
        failure.__cause__ = error
        return failure

    def _empty(self, definition: TableDefinition, found: Step) -> list[str]:
        """Return what to say of computed dates that should have rows and have none."""
        entries = self.state.contents[definition.name].entries
        empty = [
            day
            for day in found.days
            if found.reasons[day] != UNEXPECTED
            and not entries[day].rows
            and not self.state.excused(definition, day)
        ]
        return [f"{definition.name}: no rows on {_listed(empty)}"] if empty else []


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(map(str, days[:3]))
    return shown if len(days) <= 3 else f"{shown} and {len(days) - 3} dates more"
