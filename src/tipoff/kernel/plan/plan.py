"""Plan: what is expected, less what is done under this code on these inputs.

Everything here is a pure function of frozen values: the graph, the calendar, the ledger, the
landing's index and the clock.

An example of a plan's reasons. ``recent_mean`` reads ``sale`` of the three days before each date
(``past(3)``). A correction of the 4th of January changes that date's content in ``sale``. The
entries of ``recent_mean`` of the 5th, 6th and 7th were made from windows that hold the 4th, so the
digest of their input is now another: "sale changed (3)". Those dates are computed again; if the
7th's rows come out the same, its content stays, and what reads the 7th is left alone.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import ALWAYS, Digests, Entry, PayloadEntry, Source
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.errors import UsageError
from tipoff.kernel.fingerprints import ContentDigests

if TYPE_CHECKING:
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.payload import Answers
    from tipoff.kernel.declare.table import Days, TableDefinition

NEW, EMPTY, CODE, UNEXPECTED = "new", "no rows yet", "code changed", "no longer expected"
COLUMNS = "columns changed"
DUE = "may fall due by the clock"
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
        """A digest of all that it holds."""
        return f"{self.within(*ALWAYS):x}"

    @cached_property
    def _sums(self) -> list[int]:
        held = ((day, self.entries[day]) for day in self.days)
        return list(
            accumulate((_mixed(d.toordinal(), e.rows, e.content) for d, e in held), initial=0)
        )

    @cached_property
    def _digests(self) -> dict[tuple[date, date], int]:
        return {}

    def within(self, first: date, last: date) -> int:
        """Return a digest of what the dates from ``first`` to ``last`` hold, in no order.

        The digest of a window is the sum of its dates' digests, modulo 2 to the 64: the
        difference of two running sums. So a window of three years costs as much as one of a day.
        """
        digest = self._digests.get((first, last))
        if digest is None:  # the same windows are asked for by every reader
            low, high = bisect_left(self.days, first), bisect_right(self.days, last)
            digest = (self._sums[high] - self._sums[low]) % MODULUS
            self._digests[first, last] = digest
        return digest


@cache
def _mixed(day: int, rows: int, content: int) -> int:
    """Return a digest of a date's rows; kept, as a table's other dates are mostly as they were."""
    stated = f"{day}:{rows}:{content:x}".encode()
    return int.from_bytes(hashlib.blake2b(stated, digest_size=8).digest())


@dataclass(frozen=True)
class Step:
    """What is to be done for one table, and why."""

    table: str
    reasons: Mapping[date, str]
    payloads: Mapping[int, str]
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
        counted = Counter(
            [*self.reasons.values(), *self.payloads.values(), *[DUE for _ in self.due]]
        )
        return ", ".join(f"{reason} ({n})" for reason, n in counted.most_common())


@dataclass(frozen=True)
class State:
    """All that a plan is made from."""

    graph: Graph
    fingerprints: Mapping[str, str]
    calendar: Calendar
    contents: Mapping[str, Contents]
    payload_entries: Mapping[str, Mapping[int, PayloadEntry]]
    sources: Mapping[str, Mapping[int, Source]]
    """For each raw table, the payloads that its dates are built from."""
    answers: Mapping[str, Sequence[Answers]]
    """For each stream, the answers to each request."""
    outdated_files: Mapping[str, Collection[int]] = field(default_factory=dict)
    """For each table, the files whose columns are not those declared now."""
    today: date = field(default=date.max)
    """The date of the clock, before which nothing falls due."""
    content: ContentDigests = field(default_factory=ContentDigests)
    """What has digested the graph's functions, which the keys of their SQL are made with too."""

    def inputs(self, definition: TableDefinition, first: date, last: date) -> Digests:
        """Return a digest of each input, in the order of their names, over a span of dates."""
        return tuple(
            [
                self.contents[name].within(_shift(first, d.first), _shift(last, d.last))
                for name, d in definition.windows
            ]
        )

    def excused(self, definition: TableDefinition, day: date) -> bool:
        """Return whether a date without rows is no gap."""
        if day not in self.calendar:
            return True
        if definition.may_be_empty == "at first":
            held = self.contents[definition.name].days
            return not held or day < held[0]
        return definition.may_be_empty

    def expected(self, definition: TableDefinition, within: DateRange) -> list[date]:
        """Return the dates on which the table should have rows."""
        days = sorted(self.calendar.keys() | self.kept_dates.get(definition.name, set()))
        if definition.every == "month":
            days = [d for d, p in zip(days, [None, *days]) if p is None or p.month != d.month]  # noqa: B905
        return [
            d
            for d in days
            if d in within and (self.calendar.get(d, True) or not definition.needs_result)
        ]

    def coming(self, within: DateRange) -> list[date]:
        """Return the dates from today on."""
        return [day for day in sorted(self.calendar) if day >= self.today and day in within]

    @cached_property
    def kept_dates(self) -> dict[str, set[date]]:
        """For each table, the dates of facts that it descends from.

        What the pipeline itself wrote of a date stays published and is graded, whether or not the
        calendar still has the date.
        """
        found: dict[str, set[date]] = {}
        for name in self.graph.facts:
            for reached in self.graph.descendants(name):
                found.setdefault(reached, set()).update(self.contents[name].days)
        return found

    def considered(self) -> dict[str, set[int]]:
        """Return, for each raw table, the payloads that count, and newer ones that are refused."""
        found: dict[str, set[int]] = {}
        for name, definition in self.graph.tables.items():
            standing = self.standing(definition)
            for answers in self.answers.get(definition.stream or "", ()):
                for landed in answers:
                    found.setdefault(name, set()).add(landed.number)
                    if landed.number in standing:
                        break
        return found

    def standing(self, definition: TableDefinition) -> dict[int, PayloadEntry]:
        """Return the payloads whose rows count: of each request the newest that is not refused."""
        entries = self.payload_entries.get(definition.name, {})
        found = {}
        for answers in self.answers.get(definition.stream or "", ()):
            for landed in answers:
                entry = entries.get(landed.number)
                if entry is not None and entry.refused is None and entry.fingerprint:
                    found[landed.number] = entry
                    break
        return found


@dataclass(frozen=True)
class Difference:
    """What lies between the payloads that count and those a raw table was built from."""

    now: Mapping[int, Source]
    """All that count, with where their rows lie."""
    before: Mapping[int, Source]
    """Those whose rows are in the table and count no longer, or not in that form."""
    changed: frozenset[int]
    """Those that count and are not in the table in that form."""

    @classmethod
    def of(cls, state: State, definition: TableDefinition) -> Difference:
        """Compare the payloads that count with what the table is built from, by content.

        Under other code nothing is the same: it may choose otherwise between the same rows.
        """
        built = state.sources.get(definition.name, {})
        now = {number: entry.source for number, entry in state.standing(definition).items()}
        same = {n for n, s in now.items() if n in built and built[n].content == s.content}
        fingerprint = state.fingerprints[definition.name]
        entries = state.contents[definition.name].entries.values()
        if any(entry.rows and entry.fingerprint != fingerprint for entry in entries):
            same = set()
        before = {n: s for n, s in built.items() if n not in same}
        return cls(now, before, frozenset(now.keys() - same))

    @property
    def reasons(self) -> dict[int, str]:
        """Return the payloads that differ, and how."""
        gone = dict.fromkeys(self.before.keys() - self.now.keys(), "counts no longer")
        return {**gone, **dict.fromkeys(self.changed, "not in the table yet")}


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
    for day in expected:
        reason = _reason(state, definition, entries.get(day), (day, day))
        if reason is not None:
            reasons[day] = reason
    unexpected = _unexpected(state, definition, within)
    return Step(definition.name, {**reasons, **unexpected}, {})


def _unexpected(state: State, definition: TableDefinition, within: DateRange) -> dict[date, str]:
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
            found[day] = UNEXPECTED
        elif entry.file in outdated and day not in within:
            found[day] = COLUMNS
    return found


def pending(
    state: State, definition: TableDefinition, tried: Collection[int] = frozenset()
) -> dict[int, str]:
    """Return the payloads to parse: of each request the newest, and older ones if it is refused."""
    entries = state.payload_entries.get(definition.name, {})
    found = {}
    for answers in state.answers.get(definition.stream or "", ()):
        for landed in answers:
            entry = entries.get(landed.number)
            if landed.number not in tried:
                reason = _reason(state, definition, entry, entry.span if entry else ALWAYS)
                if reason is not None:
                    found[landed.number] = "new payload" if reason == NEW else reason
                    break
            if entry is None or entry.refused is None:
                break
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
    if entry is None or not entry.fingerprint:
        return NEW
    if entry.fingerprint != state.fingerprints[definition.name]:
        return CODE
    now = state.inputs(definition, *span)
    if entry.inputs == now:
        empty = isinstance(entry, Entry) and not entry.rows
        return EMPTY if empty and not state.excused(definition, span[0]) else None
    pairs = zip(definition.windows, entry.inputs, now, strict=True)
    changed = [name for (name, _), a, b in pairs if a != b]
    return f"{', '.join(changed)} changed"


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
    """Return the dates a step may write: for payloads, those they held when last parsed."""
    spans = state.payload_entries.get(found.table, {})
    days = {*found.days, *found.due}
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


def chunks(days: Iterable[date], size: int) -> Iterator[list[date]]:
    """Yield the dates in order, at most ``size`` at a time."""
    ordered = sorted(days)
    for i in range(0, len(ordered), size):
        yield ordered[i : i + size]
