"""Carry a plan out, table by table and chunk by chunk, and move head once at the end."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.kernel import clock
from tipoff.kernel.catalog import ALWAYS, Ledger
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.errors import Blocked
from tipoff.kernel.memory import batch_bytes
from tipoff.kernel.parse.read_ahead import ReadAhead, Turn
from tipoff.kernel.plan.circumstances import circumstances
from tipoff.kernel.plan.payloads import pending
from tipoff.kernel.plan.plan import refuse_outside, step
from tipoff.kernel.run import commit
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.report import RunReport, TableReport
from tipoff.kernel.run.retention import Retention, prune
from tipoff.kernel.run.state import load_state
from tipoff.kernel.run.work import Progress, Work

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.workspace import Workspace

__all__ = ["Progress", "Run", "WhyLeftAlone"]
WhyLeftAlone = Callable[[str, str], str]
"""Function of a table's name and a digest of its circumstances; returns why the table is not to be
computed in them, or an empty text."""
logger = logging.getLogger(__name__)


class Run:
    """One run over one home, whose lock the caller holds.

    Everything that is computed is entered under the run's number, where no reader sees it. After
    the last table, ``head`` moves to the run in one transaction. A table that fails, or whose check
    fails, keeps its earlier rows, and the tables computed from it are skipped.
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
        why_left_alone: WhyLeftAlone = lambda table, circumstances: "",
    ) -> None:
        """Begin a run, or continue one that was interrupted.

        Args:
            graph: the tables.
            workspace: the home's catalog, landing, files and engine.
            now: the time by which facts fall due; by default the time of this machine's clock.
            today: the date of ``now`` in the calendar's time zone; by default its date in UTC.
            command: the name of the command, recorded with the run.
            version: the version of the code, recorded with the run.
            distrusted_clock: the reason why the clock is not trusted, so that no fact may be
                written; empty if it is.
            retention: the earlier runs to keep.
            progress: called with the progress of each table.
            why_left_alone: called for each table that has work to do; returns a reason to leave
                the table alone, or an empty text.
        """
        self._graph = graph
        self._workspace = workspace
        self._wanted: tuple[DateRange, Mapping[str, DateRange]] | None = None
        self._retention = retention or Retention()
        self._why_left_alone = why_left_alone
        self.ledger = Ledger.begin(workspace.catalog)
        now = now or clock.utc_now()
        state = load_state(graph, workspace, self.ledger, today or now.date(), keeps_calendar=True)
        store = workspace.store
        compute = Computation(graph, workspace.engine, store, workspace.catalog)
        self._bench = commit.Workbench(
            workspace.engine, store, self.ledger, compute, command, version
        )
        self._work = Work(
            graph,
            workspace,
            self._bench,
            state,
            now=now,
            distrusted_clock=distrusted_clock,
            progress=progress,
        )

    @property
    def state(self) -> State:
        """The state after the tables that were worked on so far."""
        return self._work.state

    @property
    def valid_until(self) -> datetime | None:
        """When something next falls due through the passing of time alone; None if nothing does."""
        return self._work.valid_until

    def execute(
        self,
        date_range: DateRange | None = None,
        horizon: Callable[[Iterable[date]], date] = max,
        only: Collection[str] | None = None,
    ) -> RunReport:
        """Compute what is missing in a range of dates, and in the dates that those read.

        Args:
            date_range: the dates; by default all from the calendar's first date to its horizon.
            horizon: returns the last date wanted from the calendar's dates, where no
                ``date_range`` is given.
            only: the names of the tables to work on; by default all.

        Raises:
            UsageError: no date of the calendar lies in the range.
        """
        reports: list[TableReport] = []
        failed: set[str] = set()
        skipped: dict[str, str] = {}
        calendar = None
        size = batch_bytes(self._workspace.memory_bytes)
        with ReadAhead(self._workspace.landing, self._turns(), size) as ahead:
            for definition in self._graph.tables.values():
                if definition.name in skipped or (only is not None and definition.name not in only):
                    continue
                within = self._within(definition, date_range, horizon)
                if calendar is None and definition.stream is None:
                    calendar = self.state.calendar
                waits_for = self._graph.parents(definition).keys() & (failed | skipped.keys())
                report = self._table(definition, within, ahead, sorted(waits_for))
                reports.append(report)
                if report.failure is not None:
                    failed.add(definition.name)
                    for name in self._graph.computed_from(definition.name):
                        skipped.setdefault(name, definition.name)
        settled = only is None and calendar in (None, self.state.calendar)
        report_of_run = RunReport(self.ledger.run, tuple(reports), skipped, settled=settled)
        return replace(report_of_run, freed=self._end(report_of_run))

    def _end(self, report: RunReport) -> int:
        """Move head if anything was entered or failed; remove entries and files no longer needed.

        If a run is killed while it removes files, the next one removes the rest, whatever else it
        does. Return the number of bytes that were freed.
        """
        has_failed = any(t.failure and not t.was_left_alone for t in report.tables)
        if has_failed or self.ledger.is_open():
            with self._workspace.catalog.transaction():
                self._bench.begin()
                self.ledger.end(report.problems)
                self.ledger.enter_times(
                    (t.table, t.days, t.payloads, t.seconds)
                    for t in report.tables
                    if (t.days or t.payloads) and t.failure is None
                )
            logger.info("head is now run %d, with %d problems", report.run, len(report.problems))
        return prune(self._workspace, self._retention)

    def _turns(self) -> list[Turn]:
        """Return the payloads that each raw table is going to parse first."""
        turns = (
            (self._graph.streams[d.stream], sorted(pending(self.state, d)))
            for d in self._graph.tables.values()
            if d.stream is not None
        )
        return [turn for turn in turns if turn[1]]

    def _within(
        self,
        definition: TableDefinition,
        date_range: DateRange | None,
        horizon: Callable[[Iterable[date]], date],
    ) -> DateRange:
        """Return the range of dates to bring up to date in a table."""
        days = self.state.calendar
        if not days:
            return DateRange(*ALWAYS)
        if date_range is not None:
            refuse_outside(days, date_range)
        whole = DateRange(min(days), max(min(days), horizon(days)))
        wanted = date_range or whole
        if self._wanted is None or self._wanted[0] != wanted:
            self._wanted = wanted, self._graph.wanted(wanted)
        return self._wanted[1][definition.name]

    def _table(
        self,
        definition: TableDefinition,
        within: DateRange,
        ahead: ReadAhead,
        waits_for: Sequence[str],
    ) -> TableReport:
        """Bring a table up to date and check it; if that fails, it keeps its earlier rows.

        A table of facts that ``waits_for`` other tables parses the payloads written before, but no
        new one is written.
        """
        started = time.perf_counter()
        report = TableReport(definition.name)
        try:
            todo = step(self.state, definition, within)
            digest = "" if todo.is_empty else circumstances(self.state, definition, todo)
            why = digest and self._why_left_alone(definition.name, digest)
            if why:
                return _left_alone(report, why)
            report = replace(
                report, days=len(todo.days), payloads=len(todo.payloads), circumstances=digest
            )
            for committed in self._work.carry_out(definition, todo, ahead, waits_for):
                report = report.with_commit(committed)
            read_back = definition.stream is not None or definition is self._graph.calendar
            if read_back and not todo.is_empty:
                self._work.refresh(definition)
            warnings = self._work.check(definition)
            empty = self._work.empty_dates(definition, todo, within)
            report = replace(
                report,
                problems=(*report.problems, *empty),
                notices=(*report.notices, *warnings),
            )
        except Exception as error:
            logger.debug("%s failed", definition.name, exc_info=True)
            failure = self._work.failure(definition, error)
            report = replace(report, failure=failure, problems=(*report.problems, str(failure)))
            self._work.take_back(definition)
        report = replace(report, seconds=time.perf_counter() - started)
        logger.log(
            logging.INFO if report.days or report.payloads or report.failure else logging.DEBUG,
            "%s: %d dates, %d payloads, %d rows set aside in %.2f s",
            definition.name,
            report.days,
            report.payloads,
            report.quarantined,
            report.seconds,
        )
        return report


def _left_alone(report: TableReport, why: str) -> TableReport:
    """Return the report of a table that is left alone, with the reason as its failure."""
    failure = Blocked(f"{report.table}: {why}")
    logger.info("%s", failure)
    return replace(report, failure=failure, problems=(str(failure),), was_left_alone=True)
