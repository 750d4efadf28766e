"""Plan the work of a run: what is expected, less what was done with this code on these inputs.

Everything here is a pure function of frozen values (``State``). A step lists the dates and payloads
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
from tipoff.kernel.plan.comparison import reason_of
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
    """The work to be done for one table, with the reason for each date and payload."""

    table: str
    reasons: Mapping[date, Reason]
    payloads: Mapping[int, Reason]
    due: Sequence[date] = ()
    """The dates for which something may fall due through the passing of time alone."""

    @property
    def days(self) -> list[date]:
        """The dates to compute, in order."""
        return sorted(self.reasons)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.reasons or self.payloads or self.due)

    def summary(self) -> str:
        """Return the reasons with their counts as text, the most frequent first."""
        due = [Reason(Why.DUE)] * len(self.due)
        counts = Counter([*self.reasons.values(), *self.payloads.values(), *due])
        return ", ".join(f"{reason} ({n})" for reason, n in counts.most_common())


def refuse_outside(calendar: Calendar, date_range: DateRange) -> None:
    """Refuse a range that contains no date of the calendar, unless the calendar is empty.

    Raises:
        UsageError: it contains none; the message names the dates that the calendar covers.
    """
    if calendar and not any(day in date_range for day in calendar):
        raise UsageError(
            f"nothing is scheduled from {date_range.first} to {date_range.last}:"
            f" the schedule covers {min(calendar)} to {max(calendar)}"
        )


def plan(state: State, date_range: DateRange) -> list[Step]:
    """Return the steps of all tables that have work, with the dates that their inputs may change.

    A run works out each table's step again once its inputs are written. It may then do less, if an
    input's rows come out the same, or more, if parsing payloads brings dates not known before.
    """
    wanted = state.graph.wanted(date_range)
    changing: dict[str, list[date]] = {}
    steps = []
    for name, definition in state.graph.tables.items():
        own = step(state, definition, wanted[name])
        reached = _reached(state, definition, wanted[name], changing)
        planned = Step(name, {**reached, **own.reasons}, own.payloads, own.due)
        changing[name] = _touched(state, planned)
        if not planned.is_empty:
            steps.append(planned)
    return steps


def step(state: State, definition: TableDefinition, within: DateRange) -> Step:
    """Return the step of one table, given the present state of its inputs."""
    if definition.stream is not None:
        writes = state.graph.streams[definition.stream].writer is not None
        due = state.upcoming(within) if writes else []
        waiting = Difference.of(state, definition).reasons
        return Step(definition.name, {}, {**waiting, **pending(state, definition)}, due)
    entries = state.contents[definition.name].entries
    reasons = {}
    expected = state.expected(definition, within)
    for day, inputs in zip(expected, state.inputs_of(definition, expected), strict=True):
        reason = reason_of(state, definition, entries.get(day), inputs, day)
        if reason is not None:
            reasons[day] = reason
    unexpected = _unexpected(state, definition, within)
    return Step(definition.name, {**reasons, **unexpected}, {})


def _unexpected(state: State, definition: TableDefinition, within: DateRange) -> dict[date, Reason]:
    """Return the dates that hold rows but should not, or whose rows have outdated columns.

    Both are looked for on all dates, whatever range is planned: a date that the calendar no longer
    has lies in no range of its dates, and a table whose files have different columns cannot be
    read.
    """
    if not state.calendar and state.contents[state.graph.calendar.name].days:
        return {}  # the calendar's columns changed: it is read once its dates are computed again
    outdated = state.outdated_files.get(definition.name, ())
    expected = set(state.expected(definition, DateRange(*ALWAYS)))
    reasons = {}
    for day, entry in state.contents[definition.name].entries.items():
        if entry.rows and day not in expected:
            reasons[day] = Reason(Why.UNEXPECTED)
        elif entry.file in outdated and day not in within:
            reasons[day] = Reason(Why.COLUMNS)
    return reasons


def gaps(state: State, within: DateRange) -> dict[str, list[date]]:
    """Return, for each table, the expected dates that have no rows and are not excused."""
    by_table = {}
    for name, definition in state.graph.tables.items():
        filled = set(state.contents[name].days)
        missing = [
            day
            for day in state.expected(definition, within)
            if day not in filled and not state.excused(definition, day)
        ]
        if missing:
            by_table[name] = missing
    return by_table


def outdated(state: State, within: DateRange) -> dict[str, list[date]]:
    """Return, for each table, the dates whose code, columns or inputs have changed since.

    Dates that hold rows and are no longer expected are among them.
    """
    by_table = {}
    for name, definition in state.graph.tables.items():
        reasons = step(state, definition, within).reasons
        stale = [day for day, reason in reasons.items() if reason.why not in (Why.NEW, Why.EMPTY)]
        if stale:
            by_table[name] = stale
    return by_table


def _reached(
    state: State,
    definition: TableDefinition,
    within: DateRange,
    changing: Mapping[str, list[date]],
) -> dict[date, Reason]:
    """Return the expected dates whose windows contain a date that an input may change on."""
    if definition.stream is not None:
        return {}
    reached = {}
    for day in state.expected(definition, within):
        inputs = tuple(
            name
            for name, days in definition.tables.items()
            if _any_within(changing.get(name, []), day, days)
        )
        if inputs:
            reached[day] = Reason(Why.MAY_CHANGE, inputs)
    return reached


def _touched(state: State, step: Step) -> list[date]:
    """Return the dates a step may write: for payloads, those of their rows when last parsed."""
    entries = state.payload_entries.get(step.table, {})
    days = {*step.days, *step.due}
    for number in step.payloads:
        entry = entries.get(number)
        if entry is not None and entry.first_day is not None:
            days.update(d for d in state.calendar if entry.span[0] <= d <= entry.span[1])
    return sorted(days)


def _any_within(changing: Sequence[date], day: date, days: Days) -> bool:
    first, last = shifted(day, days.first), shifted(day, days.last)
    return bisect_left(changing, first) < bisect_right(changing, last)
