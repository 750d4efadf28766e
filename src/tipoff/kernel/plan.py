"""Plan: what is expected, less what is done under this code on these inputs.

Everything here is a pure function of frozen values: the graph, the calendar, the ledger.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from tipoff.kernel.errors import UsageError
from tipoff.kernel.ledger import ALWAYS, Entry, PayloadEntry

if TYPE_CHECKING:
    from tipoff.kernel.graph import DateRange, Graph
    from tipoff.kernel.payload import Landed
    from tipoff.kernel.table import Days, TableDefinition

NEW, EMPTY = "new", "no rows yet"
MODULUS = 1 << 64
Calendar = Mapping[date, bool]
"""Each date that has rows in the calendar table, and whether it has results."""


@dataclass(frozen=True)
class Contents:
    """What the ledger holds of one table, its hashes summed so that a window costs two look-ups."""

    entries: Mapping[date, Entry]

    @cached_property
    def days(self) -> list[date]:
        """The dates that hold rows, sorted."""
        return sorted(day for day, entry in self.entries.items() if entry.rows)

    @property
    def digest(self) -> str:
        """Of all that it holds."""
        return self.within(self.days[0], self.days[-1]) if self.days else "0"

    @cached_property
    def _sums(self) -> list[int]:
        return list(accumulate((_mixed(d, self.entries[d]) for d in self.days), initial=0))

    @cached_property
    def _found(self) -> dict[tuple[date, date], str]:
        return {}

    def within(self, first: date, last: date) -> str:
        """A digest of what the dates from ``first`` to ``last`` hold, in no order."""
        digest = self._found.get((first, last))
        if digest is None:  # the same windows are asked for by every reader, and by the status
            low, high = bisect_left(self.days, first), bisect_right(self.days, last)
            digest = f"{(self._sums[high] - self._sums[low]) % MODULUS:x}"
            self._found[first, last] = digest
        return digest


def _mixed(day: date, entry: Entry) -> int:
    stated = f"{day.toordinal()}:{entry.rows}:{entry.content_hash}".encode()
    return int.from_bytes(hashlib.blake2b(stated, digest_size=8).digest())


@dataclass(frozen=True)
class Step:
    """What is to be done for one table, and why."""

    table: str
    reasons: Mapping[date, str]
    payloads: Mapping[int, str]

    @property
    def days(self) -> list[date]:
        """The dates to compute, in order."""
        return sorted(self.reasons)

    def summary(self) -> str:
        """The reasons, counted, the most frequent first."""
        counted = Counter([*self.reasons.values(), *self.payloads.values()])
        return ", ".join(f"{reason} ({n})" for reason, n in counted.most_common())


@dataclass(frozen=True)
class State:
    """All a plan is made from."""

    graph: Graph
    fingerprints: Mapping[str, str]
    calendar: Calendar
    contents: Mapping[str, Contents]
    payload_entries: Mapping[str, Mapping[int, PayloadEntry]]
    landed: Mapping[str, Sequence[Landed]]
    """For each stream, the newest payload of each request."""

    @property
    def digest(self) -> str:
        """Of all that the tables hold."""
        held = "".join(self.contents[name].digest for name in self.graph.tables)
        return hashlib.blake2b(held.encode(), digest_size=8).hexdigest()

    def inputs(self, definition: TableDefinition, first: date, last: date) -> str:
        """A digest of all that dates ``first`` to ``last`` of a table read."""
        return ";".join([
            f"{name}={self.contents[name].within(_shift(first, d.first), _shift(last, d.last))}"
            for name, d in sorted(definition.tables.items())
        ])  # fmt: skip

    def excused(self, definition: TableDefinition, day: date) -> bool:
        """Whether a date without rows is no gap."""
        if definition.may_be_empty == "at first":
            held = self.contents[definition.name].days
            return not held or day < held[0]
        return definition.may_be_empty

    def expected(self, definition: TableDefinition, within: DateRange) -> list[date]:
        """The dates on which the table should have rows."""
        days = sorted(self.calendar)
        if definition.every == "month":
            days = [d for d, p in zip(days, [None, *days]) if p is None or p.month != d.month]  # noqa: B905
        return [
            d for d in days if d in within and (self.calendar[d] or not definition.needs_result)
        ]


def refuse_outside(calendar: Calendar, asked: DateRange) -> None:
    """Refuse dates on none of which the calendar has anything.

    Raises:
        UsageError: naming the dates there are; not while there are none yet.
    """
    if calendar and not any(day in asked for day in calendar):
        raise UsageError(
            f"nothing is scheduled from {asked.first} to {asked.last}:"
            f" the schedule covers {min(calendar)} to {max(calendar)}"
        )


def plan(state: State, asked: DateRange) -> list[Step]:
    """Every table's step, with what a change upstream may reach.

    The steps of a run are found one table at a time, by ``step``, when all before them are
    done; here, what is to be written upstream is taken to change.
    """
    wanted = state.graph.wanted(asked)
    changing: dict[str, list[date]] = {}
    steps = []
    for definition in state.graph.tables.values():
        found = step(state, definition, wanted[definition.name])
        reached = _reached(state, definition, wanted[definition.name], changing)
        reasons = {**reached, **found.reasons}
        found = Step(definition.name, reasons, found.payloads)
        changing[definition.name] = _touched(state, found)
        if found.reasons or found.payloads:
            steps.append(found)
    return steps


def step(state: State, definition: TableDefinition, within: DateRange) -> Step:
    """What one table lacks, given that everything it reads is done."""
    if definition.stream is not None:
        return Step(definition.name, {}, _pending_payloads(state, definition))
    entries = state.contents[definition.name].entries
    reasons = {}
    for day in state.expected(definition, within):
        reason = _reason(state, definition, entries.get(day), (day, day))
        if reason is not None:
            reasons[day] = reason
    return Step(definition.name, reasons, {})


def gaps(state: State, within: DateRange) -> dict[str, list[date]]:
    """The dates of the grid on which a table that has been built has no rows."""
    found = {}
    for name, definition in state.graph.tables.items():
        held = set(state.contents[name].days)
        missing = [
            day
            for day in state.expected(definition, within)
            if day not in held and not state.excused(definition, day)
        ]
        if missing:
            found[name] = missing
    return found


def outdated(state: State, within: DateRange) -> dict[str, list[date]]:
    """The dates that were done under other code or on inputs that have changed since."""
    found = {}
    for name, definition in state.graph.tables.items():
        reasons = step(state, definition, within).reasons
        stale = [day for day, why in reasons.items() if why not in (NEW, EMPTY)]
        if stale:
            found[name] = stale
    return found


def _reason(
    state: State,
    definition: TableDefinition,
    entry: Entry | PayloadEntry | None,
    span: tuple[date, date],
) -> str | None:
    if entry is None:
        return NEW
    if entry.fingerprint != state.fingerprints[definition.name]:
        return "code changed"
    now = state.inputs(definition, *span)
    if entry.inputs == now:
        empty = isinstance(entry, Entry) and not entry.rows
        return EMPTY if empty and not state.excused(definition, span[0]) else None
    before = dict(part.split("=") for part in entry.inputs.split(";") if part)
    changed = [
        name
        for name, digest in (part.split("=") for part in now.split(";") if part)
        if before.get(name) != digest
    ]
    return f"{', '.join(changed)} changed"


def _pending_payloads(state: State, definition: TableDefinition) -> dict[int, str]:
    entries = state.payload_entries.get(definition.name, {})
    pending = {}
    for landed in state.landed.get(definition.stream or "", ()):
        entry = entries.get(landed.number)
        reason = _reason(state, definition, entry, entry.span if entry else ALWAYS)
        if reason is not None:
            pending[landed.number] = "new payload" if reason == NEW else reason
    return pending


def _reached(
    state: State,
    definition: TableDefinition,
    within: DateRange,
    changing: Mapping[str, list[date]],
) -> dict[date, str]:
    if definition.stream is not None:
        return {}
    reached = {}
    for day in state.expected(definition, within):
        by = [
            name
            for name, days in definition.tables.items()
            if _any_within(changing.get(name, []), day, days)
        ]
        if by:
            reached[day] = f"{', '.join(by)} may change"
    return reached


def _touched(state: State, found: Step) -> list[date]:
    """The dates a step may write: for payloads, those they held when last parsed."""
    spans = state.payload_entries.get(found.table, {})
    days = set(found.days)
    for number in found.payloads:
        entry = spans.get(number)
        if entry is not None and entry.first_day is not None:
            days.update(d for d in state.calendar if entry.span[0] <= d <= entry.span[1])
    return sorted(days)


def _any_within(changing: Sequence[date], day: date, days: Days) -> bool:
    first, last = _shift(day, days.first), _shift(day, days.last)
    return bisect_left(changing, first) < bisect_right(changing, last)


def _shift(day: date, by: int) -> date:
    return day + timedelta(by) if by else day


def chunks(days: Iterable[date], size: int) -> list[list[date]]:
    """The dates in order, at most ``size`` at a time."""
    ordered = sorted(days)
    return [ordered[i : i + size] for i in range(0, len(ordered), size)]
