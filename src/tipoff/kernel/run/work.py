"""The work of a run on its tables, one after the other, and the state after each commit."""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.kernel.disk import is_full, no_space_message
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
"""The maximum number of dates that are computed together."""
CHUNK_MONTHS = 1  # a month's model must read no row on or after the month's first date
Progress = Callable[[str, int, int], None]
"""Called with a table's name, the number of its dates or payloads done, and the number of all."""
logger = logging.getLogger(__name__)


class Work:
    """Carries out the steps of a run; ``state`` is the state after those carried out so far."""

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
        """When something next falls due through the passing of time alone; None if nothing does."""
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
        """Carry out a table's step chunk by chunk, and yield the result of each commit.

        No fact is written while the tables in ``waits_for``, from which it would be made, are not
        computed.
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
            contents = commit.enter_empty_days(self._bench, self.state, definition, gone)
            self._replace_contents(definition, contents)
        total, done = len(step.days), len(gone)
        chunks = deque(self._chunks(definition, set(step.days) - set(gone)))
        while chunks:
            days = chunks.popleft()
            self._progress(definition.name, done, total)
            try:
                committed = commit.commit_days(self._bench, self.state, definition, days)
            except (OutOfMemory, MemoryError) as error:
                chunks.extendleft(reversed(self._smaller(definition, days, error)))
                continue
            self._replace_contents(definition, committed.contents)
            yield committed
            done += len(days)
            self._progress(definition.name, done, total)

    def check(self, definition: TableDefinition) -> list[str]:
        """Make the checks of a table over the dates entered by this run; return the warnings.

        Raises:
            Blocked: a check that blocks the table failed, or examined nothing.
        """
        ledger, contents = self._bench.ledger, self.state.contents[definition.name]
        entered = ledger.entered(definition.name) if definition.checks else []
        entered = [day for day in entered if contents.entries[day].rows]
        warnings: list[str] = []
        failures: list[str] = []
        for check in definition.checks if entered else ():
            earlier = ledger.checks(definition.name)
            days = _dates_to_check(earlier, check.name, contents.days, entered)
            result = self._bench.compute.check(self.state, definition, check, days)
            logger.debug("%s: %s: %s", definition.name, check.name, result)
            if result.examined or not result.may_examine_nothing:
                with self._workspace.catalog.transaction():
                    ledger.enter_check(definition.name, days, result)
            if not result.holds:
                messages = warnings if check.warns else failures
                messages.append(f"{definition.name}: {result.failure}")
        if failures:
            raise Blocked("; ".join([*failures, *warnings]))
        return warnings

    def empty_dates(self, definition: TableDefinition, step: Step, within: DateRange) -> list[str]:
        """Return a message about the dates that should have rows and have none, if there are any.

        Only the dates just computed are looked at. For a table that may be empty "at first", all
        its dates are, if any was computed: rows on an earlier date end the excuse of later ones.
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
        """Withdraw what this run entered for a table that failed."""
        with self._workspace.catalog.transaction():
            self._bench.ledger.withdraw(definition.name)
        self.refresh(definition)

    def failure(self, definition: TableDefinition, error: Exception) -> TipoffError:
        """Return an error as one line; keep the traceback of an unforeseen error with the run."""
        if isinstance(error, TipoffError):
            return error
        if isinstance(error, OSError) and is_full(error):
            needed = self._bench.store.largest_file(definition)
            directory = self._workspace.files.directory
            message = no_space_message(directory, needed, error.errno)
            return TipoffError(f"{definition.name}: {message}")
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
        """Read a table's entries back into the state, which later tables are planned from."""
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
        """Yield the chunks of dates that are to be computed together."""
        max_days = CHUNK_MONTHS if definition.every == "month" else CHUNK_DATES
        return chunked(
            self.state,
            self._graph,
            definition,
            days,
            max_days=min(max_days, definition.dates_at_once or max_days),
            max_bytes=self._workspace.memory_bytes // CHUNK_SHARE,
        )

    def _smaller(
        self, definition: TableDefinition, days: Sequence[date], error: Exception
    ) -> list[list[date]]:
        """Return the two halves of a chunk that did not fit into memory.

        Raises:
            OutOfMemory: the chunk is a single date.
        """
        if len(days) == 1:
            raise OutOfMemory(f"{definition.name} of {days[0]} does not fit: {error}") from error
        logger.info("%s: %d dates did not fit into the memory", definition.name, len(days))
        return halves(days)

    def _payloads(
        self, definition: TableDefinition, batches: Callable[[Turn], Iterator[Batch]]
    ) -> Iterable[commit.Committed]:
        """Parse the pending payloads, with older answers where one is refused, and build dates."""
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
        """Run a stream's writer for the dates that may be due, and land the payload it makes.

        All payloads that it wrote before are parsed first: after a repair or a rebuild their table
        is empty although they are landed, and no fact may be written twice.
        """
        writer = stream.writer
        if writer is None or writer.name in self._written:
            return
        self._written.add(writer.name)
        written = self._graph.tables[writer.written]
        yield from self._payloads(written, ahead.parsed_now)
        self.refresh(written)
        if self._distrusted:
            yield commit.Committed(problems=(f"{definition.name}: {self._distrusted}",))
            return
        landing, compute = self._workspace.landing, self._bench.compute
        result = facts.run_writer(compute, landing, self.state, stream, due, self._now)
        if result.next_due is not None:
            self.valid_until = min(result.next_due, self.valid_until or result.next_due)
        if result.payload is None:
            return
        landing.add(result.payload)
        logger.info("%s: payload of %s written", definition.name, writer.name)
        self.state = replace(self.state, answers=read_answers(self._graph, landing))
        yield commit.Committed(payloads=1)

    def _replace_contents(self, definition: TableDefinition, contents: Contents | None) -> None:
        """Put a table's contents after a commit into the state, if the commit had any."""
        if contents is not None:
            by_table = {**self.state.contents, definition.name: contents}
            self.state = replace(self.state, contents=by_table)


def _listed(days: Sequence[date]) -> str:
    shown = ", ".join(map(str, days[:3]))
    return shown if len(days) <= 3 else f"{shown} and {len(days) - 3} dates more"


def _dates_to_check(
    earlier: Sequence[Checked], check: str, filled: Sequence[date], entered: Sequence[date]
) -> list[date]:
    """Return the dates to make a check over, so that no earlier result covers some of them only.

    For example, a check was made over the 1st to the 10th, and the 5th is entered again. If only
    the 5th were checked, its facts would be counted twice, so the check is made over the 1st to
    the 10th again.

    Args:
        earlier: the valid results of all checks of the table.
        check: the name of the check.
        filled: the dates of the table that have rows.
        entered: those of them that this run entered.
    """
    first, last = min(entered), max(entered)
    overlapping = [c for c in earlier if c.check == check and c.overlaps(first, last)]
    first = min([first, *(c.first for c in overlapping)])
    last = max([last, *(c.last for c in overlapping)])
    return [day for day in filled if first <= day <= last]
