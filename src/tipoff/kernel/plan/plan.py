"""Plan: what is expected, less what is done under this code on these inputs.

Everything here is a pure function of frozen values (``State``). A step names the dates and payloads
of one table that are to be worked on, each with a ``Reason``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import ALWAYS
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.errors import UsageError
from tipoff.kernel.plan.compared import reason_of
from tipoff.kernel.plan.payloads import Difference, pending
from tipoff.kernel.plan.reasons import Reason, Why
from tipoff.kernel.plan.state import shifted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tipoff.kernel.declare.inputs import Days
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import Calendar, State


@dataclass(frozen=True)
class Step:
    """What is to be done for one table, and why."""

    table: str
    reasons: Mapping[date, Reason]
    payloads: Mapping[int, Reason]
    due: Sequence[date] = ()
    """Dates for which the clock alone may make something due."""

    @property
    def days(self) -> list[date]:
        """The dates to compute, in order."""
        return sorted(self.reasons)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.reasons or self.payloads or self.due)

    def summary(self) -> str:
        """Return the reasons, counted, the most frequent first."""
        due = [Reason(Why.DUE)] * len(self.due)
        counted = Counter([*self.reasons.values(), *self.payloads.values(), *due])
        return ", ".join(f"{reason} ({n})" for reason, n in counted.most_common())


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
    """Return every table's step, with what a change upstream may reach.

    A run computes each table's step again once its inputs are written, and so does less where a
    change turns out to change nothing; payloads may bring dates that are only known when parsed.
    """
    wanted = state.graph.wanted(asked)
    changing: dict[str, list[date]] = {}
    steps = []
    for name, definition in state.graph.tables.items():
        found = step(state, definition, wanted[name])
        reached = _reached(state, definition, wanted[name], changing)
        found = Step(name, {**reached, **found.reasons}, found.payloads, found.due)
        changing[name] = _touched(state, found)
        if not found.is_empty:
            steps.append(found)
    return steps


def step(state: State, definition: TableDefinition, within: DateRange) -> Step:
    """Return what is to be done for one table, its inputs being as they are."""
    if definition.stream is not None:
        writes = state.graph.streams[definition.stream].writer is not None
        due = state.coming(within) if writes else []
        waiting = Difference.of(state, definition).reasons
        return Step(definition.name, {}, {**waiting, **pending(state, definition)}, due)
    entries = state.contents[definition.name].entries
    reasons = {}
    expected = state.expected(definition, within)
    for day, now in zip(expected, state.inputs_of(definition, expected), strict=True):
        reason = reason_of(state, definition, entries.get(day), now, day)
        if reason is not None:
            reasons[day] = reason
    unexpected = _unexpected(state, definition, within)
    return Step(definition.name, {**reasons, **unexpected}, {})


def _unexpected(state: State, definition: TableDefinition, within: DateRange) -> dict[date, Reason]:
    """Return the dates that hold rows and should not, or hold them under other columns.

    Both are brought up to date on all dates at once, whatever dates were asked for: a date that
    the calendar lost lies outside of all that it has, and a table is never read half under one
    layout and half under another.
    """
    if not state.calendar and state.contents[state.graph.calendar.name].days:
        return {}  # the calendar's own columns have changed: it is readable once they are mended
    outdated = state.outdated_files.get(definition.name, ())
    expected = set(state.expected(definition, DateRange(*ALWAYS)))
    found = {}
    for day, entry in state.contents[definition.name].entries.items():
        if entry.rows and day not in expected:
            found[day] = Reason(Why.UNEXPECTED)
        elif entry.file in outdated and day not in within:
            found[day] = Reason(Why.COLUMNS)
    return found


def gaps(state: State, within: DateRange) -> dict[str, list[date]]:
    """Return, for each table, the expected dates that hold no rows and are not excused."""
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
    """Return the dates that were done under other code or on inputs that changed since."""
    found = {}
    for name, definition in state.graph.tables.items():
        reasons = step(state, definition, within).reasons
        stale = [day for day, reason in reasons.items() if reason.why not in (Why.NEW, Why.EMPTY)]
        if stale:
            found[name] = stale
    return found


def _reached(
    state: State,
    definition: TableDefinition,
    within: DateRange,
    changing: Mapping[str, list[date]],
) -> dict[date, Reason]:
    if definition.stream is not None:
        return {}
    reached = {}
    for day in state.expected(definition, within):
        by = tuple(
            name
            for name, days in definition.tables.items()
            if _any_within(changing.get(name, []), day, days)
        )
        if by:
            reached[day] = Reason(Why.MAY_CHANGE, by)
    return reached


def _touched(state: State, found: Step) -> list[date]:
    """Return the dates a step may write: for payloads, those they held when last parsed."""
    spans = state.payload_entries.get(found.table, {})
    days = {*found.days, *found.due}
    for number in found.payloads:
        entry = spans.get(number)
        if entry is not None and entry.first_day is not None:
            days.update(d for d in state.calendar if entry.span[0] <= d <= entry.span[1])
    return sorted(days)


def _any_within(changing: Sequence[date], day: date, days: Days) -> bool:
    first, last = shifted(day, days.first), shifted(day, days.last)
    return bisect_left(changing, first) < bisect_right(changing, last)
