"""The work of a run on one table after the other, and what is true in between."""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.kernel.disk import is_full, no_space
from tipoff.kernel.errors import Blocked, OutOfMemory, TipoffError
from tipoff.kernel.memory import CHUNK_SHARE
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.plan.payloads import pending
from tipoff.kernel.plan.reasons import Why
from tipoff.kernel.run import commit, facts, raw_rows
from tipoff.kernel.run.chunking import chunked, halves
from tipoff.kernel.run.state import read_answers, read_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime

    from tipoff.kernel.catalog.entries import Checked
    from tipoff.kernel.declare.graph import DateRange, Graph
    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.parse.batch import Batch
    from tipoff.kernel.parse.read_ahead import ReadAhead, Turn
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.commit import Workbench
    from tipoff.kernel.run.workspace import Workspace

CHUNK_DATES = 640
CHUNK_MONTHS = 1  # a month's model is shown no row on or after the month's first date
Progress = Callable[[str, int, int], None]
"""Told a table's name, how many of its dates or payloads are done, and of how many."""
logger = logging.getLogger(__name__)


class Work:
    """Carries out steps; ``state`` is what is true after those carried out so far."""

    def __init__(
        self,
        graph: Graph,
        workspace: Workspace,
        bench: Workbench,
        state: State,
        *,
        now: datetime,
        distrusted_clock: str,
        progress: Progress,
    ) -> None:
        self.state = state
        self.valid_until: datetime | None = None
        """When something falls due by time alone that was not due in this run; None if nothing."""
        self._graph = graph
        self._workspace = workspace
        self._bench = bench
        self._now = now
        self._distrusted = distrusted_clock
        self._progress = progress
        self._written: set[str] = set()

    def carry_out(
        self, definition: TableDefinition, step: Step, ahead: ReadAhead, waits_for: Sequence[str]
    ) -> Iterator[commit.Committed]:
        """Commit a table's step a chunk at a time, and yield what each commit did.

        Nothing is written as a fact while a table that it is made of ``waits_for`` its own cure.
        """
        if definition.stream is not None:
            stream = self._graph.streams[definition.stream]
            if step.due and waits_for:
                why = f"nothing is written while {', '.join(waits_for)} cannot be computed"
                yield commit.Committed(problems=(f"{definition.name}: {why}",))
            elif step.due:
                yield from self._write_fact(definition, stream, step.due, ahead)
            if step.payloads or step.due:
                yield from self._payloads(definition, ahead.batches)
            return
        gone = [day for day, reason in step.reasons.items() if reason.why is Why.UNEXPECTED]
        if gone:
            self._hold(definition, commit.empty_days(self._bench, self.state, definition, gone))
        total, done = len(step.days), len(gone)
        waiting = deque(self._chunks(definition, set(step.days) - set(gone)))
        while waiting:
            days = waiting.popleft()
            self._progress(definition.name, done, total)
            try:
                committed = commit.commit_days(self._bench, self.state, definition, days)
            except (OutOfMemory, MemoryError) as error:
                waiting.extendleft(reversed(self._smaller(definition, days, error)))
                continue
            self._hold(definition, committed.contents)
            yield committed
            done += len(days)
            self._progress(definition.name, done, total)

    def check(self, definition: TableDefinition) -> list[str]:
        """Make the checks of a table over the dates this run entered; return what only warns.

        Raises:
            Blocked: a check that blocks the table fails, or examined nothing.
        """
        ledger, held = self._bench.ledger, self.state.contents[definition.name]
        entered = ledger.entered(definition.name) if definition.checks else []
        entered = [day for day in entered if held.entries[day].rows]
        told: list[str] = []
        blocking: list[str] = []
        for check in definition.checks if entered else ():
            days = _examined_with(ledger.checks(definition.name), check.name, held.days, entered)
            result = self._bench.compute.check(self.state, definition, check, days)
            logger.debug("%s: %s: %s", definition.name, check.name, result)
            if result.examined or not result.may_examine_nothing:
                with self._workspace.catalog.transaction():
                    ledger.enter_check(definition.name, days, result)
            if not result.holds:
                (told if check.warns else blocking).append(f"{definition.name}: {result.failure}")
        if blocking:
            raise Blocked("; ".join([*blocking, *told]))
        return told

    def empty_dates(self, definition: TableDefinition, step: Step, within: DateRange) -> list[str]:
        """Return what to say of dates that should have rows and have none.

        They are those computed; and of a table that may be empty at first all others, if any were:
        the first rows of an earlier date end what excused them.
        """
        entries = self.state.contents[definition.name].entries
        days = {day for day in step.days if step.reasons[day].why is not Why.UNEXPECTED}
        if days and definition.may_be_empty == "at first":
            days.update(d for d in self.state.expected(definition, within) if d in entries)
        empty = [
            day
            for day in sorted(days)
            if not entries[day].rows and not self.state.excused(definition, day)
        ]
        return [f"{definition.name}: no rows on {_listed(empty)}"] if empty else []

    def take_back(self, definition: TableDefinition) -> None:
        """Take back what this run entered of a table that failed."""
        with self._workspace.catalog.transaction():
            self._bench.ledger.withdraw(definition.name)
        self.refresh(definition)

    def failure(self, definition: TableDefinition, error: Exception) -> TipoffError:
        """Return an error as one line; keep the traceback of an unforeseen one with the run."""
        if isinstance(error, TipoffError):
            return error
        if isinstance(error, OSError) and is_full(error):
            needed = self._bench.store.largest_file(definition)
            directory = self._workspace.files.directory
            return TipoffError(f"{definition.name}: {no_space(directory, needed, error.errno)}")
        ledger = self._bench.ledger
        with self._workspace.catalog.transaction():
            self._bench.begin()
            ledger.enter_failure(definition.name, traceback.format_exc())
        failure = TipoffError(
            f"{definition.name}: {type(error).__name__}: {error}"
            f" (`tipoff runs show {ledger.run}` has the traceback)"
        )
        failure.__cause__ = error
        return failure

    def refresh(self, definition: TableDefinition) -> None:
        """Read back what was entered, so that what follows is planned on what is now true."""
        name, state = definition.name, self.state
        contents = {
            **state.contents,
            name: Contents(self._bench.ledger.entries(name).get(name, {})),
        }
        self.state = replace(state, contents=contents)
        if definition.stream is not None:
            entries = self._bench.ledger.payload_entries(name).get(name, {})
            self.state = replace(
                self.state,
                payload_entries={**state.payload_entries, name: entries},
                sources={**state.sources, name: self._bench.ledger.sources(name)},
            )
        if definition is self._graph.calendar:
            calendar = read_calendar(self._graph, self._workspace, contents, keep=True)
            self.state = replace(self.state, calendar=calendar)

    def _chunks(self, definition: TableDefinition, days: Iterable[date]) -> Iterator[list[date]]:
        """Yield the dates that are to be computed together."""
        most = CHUNK_MONTHS if definition.every == "month" else CHUNK_DATES
        return chunked(
            self.state,
            self._graph,
            definition,
            days,
            most_days=min(most, definition.dates_at_once or most),
            most_bytes=self._workspace.memory_bytes // CHUNK_SHARE,
        )

    def _smaller(
        self, definition: TableDefinition, days: Sequence[date], error: Exception
    ) -> list[list[date]]:
        """Return the halves of a chunk that did not fit into the memory.

        Raises:
            OutOfMemory: it was a single date.
        """
        if len(days) == 1:
            raise OutOfMemory(f"{definition.name} of {days[0]} does not fit: {error}") from error
        logger.info("%s: %d dates did not fit into the memory", definition.name, len(days))
        return halves(days)

    def _payloads(
        self, definition: TableDefinition, batches: Callable[[Turn], Iterator[Batch]]
    ) -> Iterable[commit.Committed]:
        """Parse what is pending, older answers of those refused too, and build the dates."""
        stream = self._graph.streams[definition.stream or ""]
        tried: set[int] = set()
        while todo := sorted(pending(self.state, definition, tried)):
            total, done = len(todo), 0
            for batch in batches((stream, todo)):
                yield raw_rows.commit_payloads(self._bench, self.state, definition, batch)
                self.refresh(definition)
                done += len(batch.counts)
                self._progress(definition.name, done, total)
            tried |= set(todo)
        raw_rows.build_dates(self._bench, self.state, definition)

    def _write_fact(
        self, definition: TableDefinition, stream: Stream, due: Sequence[date], ahead: ReadAhead
    ) -> Iterator[commit.Committed]:
        """Let a stream's writer make a payload of what is due by now, and land it.

        All that it has written before is read first. After a repair or a rebuild the table of that
        is empty while the landing is not, and a fact is written once.
        """
        writer = stream.writer
        if writer is None or writer.name in self._written:
            return
        self._written.add(writer.name)
        written = self._graph.tables[writer.written]
        yield from self._payloads(written, ahead.at_once)
        self.refresh(written)
        if self._distrusted:
            yield commit.Committed(problems=(f"{definition.name}: {self._distrusted}",))
            return
        landing, compute = self._workspace.landing, self._bench.compute
        made = facts.made(compute, landing, self.state, stream, due, self._now)
        if made.next_due is not None:
            self.valid_until = min(made.next_due, self.valid_until or made.next_due)
        if made.payload is None:
            return
        landing.add(made.payload)
        logger.info("%s: payload of %s written", definition.name, writer.name)
        self.state = replace(self.state, answers=read_answers(self._graph, landing))
        yield commit.Committed(payloads=1)

    def _hold(self, definition: TableDefinition, contents: Contents | None) -> None:
        """Take over what a commit made of a table's dates, for what is planned after it."""
        if contents is not None:
            held = {**self.state.contents, definition.name: contents}
            self.state = replace(self.state, contents=held)


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(map(str, days[:3]))
    return shown if len(days) <= 3 else f"{shown} and {len(days) - 3} dates more"


def _examined_with(
    made: Sequence[Checked], check: str, held: Sequence[date], entered: Sequence[date]
) -> list[date]:
    """Return the dates that a check is to be made over: no earlier check may be cut in two.

    For example, a check was made over the 1st to the 10th, and the 5th is entered again. The 5th
    alone would be counted twice; so the check is made over the 1st to the 10th again.
    """
    first, last = min(entered), max(entered)
    reached = [e for e in made if e.check == check and e.overlaps(first, last)]
    first = min([first, *(e.first for e in reached)])
    last = max([last, *(e.last for e in reached)])
    return [day for day in held if first <= day <= last]
