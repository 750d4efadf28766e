"""The state that a plan is made from, as frozen values: graph, calendar, ledger, landing, clock."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING

from tipoff.kernel.errors import ColumnsChanged
from tipoff.kernel.fingerprints import ContentDigests

if TYPE_CHECKING:
    from tipoff.kernel.catalog.entries import Digests, PayloadEntry, Source
    from tipoff.kernel.declare.graph import DateRange, Graph
    from tipoff.kernel.declare.payload import Answers
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.contents import Contents

Calendar = Mapping[date, bool]
"""Each date that has rows in the calendar table, and whether it has results."""


@dataclass(frozen=True)
class State:
    """The state that a plan is made from."""

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
    """For each table, the files whose columns are not those that its schema declares."""
    today: date = field(default=date.max)
    """The present date; nothing falls due for earlier dates."""
    content: ContentDigests = field(default_factory=ContentDigests)
    """The digests of the graph's functions, kept to compute the keys of their SQL too."""

    def inputs(self, definition: TableDefinition, first: date, last: date) -> Digests:
        """Return a digest of each input over the windows of a span of dates, in order of names."""
        return tuple(
            [
                self.contents[name].within(shifted(first, d.first), shifted(last, d.last))
                for name, d in definition.windows
            ]
        )

    def inputs_of(self, definition: TableDefinition, days: Sequence[date]) -> Iterator[Digests]:
        """Yield, for each date, a digest of each input over its window, in order of names."""
        if not definition.windows:
            return repeat((), len(days))
        ordinals = tuple([day.toordinal() for day in days])
        return zip(
            *(self.contents[name].around(ordinals, window) for name, window in definition.windows),
            strict=True,
        )

    def excused(self, definition: TableDefinition, day: date) -> bool:
        """Return whether a date of a table may be without rows, so that it is no gap."""
        if day not in self.calendar:
            return True
        if definition.may_be_empty == "at first":
            days = self.contents[definition.name].days
            return not days or day < days[0]
        return definition.may_be_empty

    def expected(self, definition: TableDefinition, within: DateRange) -> list[date]:
        """Return the dates in a range on which a table should have rows, sorted."""
        days = self._expected.get(definition.name)
        if days is None:
            days = self._expected[definition.name] = self._all_expected(definition)
        return days[bisect_left(days, within.first) : bisect_right(days, within.last)]

    @cached_property
    def _expected(self) -> dict[str, list[date]]:
        return {}

    def _all_expected(self, definition: TableDefinition) -> list[date]:
        fact_dates = self.fact_dates.get(definition.name)
        days = sorted(self.calendar.keys() | fact_dates) if fact_dates else self._days
        if definition.every == "month":
            days = [d for d, p in zip(days, [None, *days]) if p is None or p.month != d.month]  # noqa: B905
        if not definition.needs_result:
            return days
        return [day for day in days if self.calendar.get(day, True)]

    @cached_property
    def _days(self) -> list[date]:
        return sorted(self.calendar)

    def upcoming(self, within: DateRange) -> list[date]:
        """Return the calendar's dates in a range, from today on."""
        return [day for day in self._days if day >= self.today and day in within]

    @cached_property
    def fact_dates(self) -> dict[str, set[date]]:
        """The dates of the facts that a table is computed from, by the table's name.

        Facts stay published and are graded even if the calendar no longer has their date, so these
        dates are expected as well as the calendar's.
        """
        dates: dict[str, set[date]] = {}
        for name in self.graph.facts:
            for descendant in self.graph.descendants(name):
                dates.setdefault(descendant, set()).update(self.contents[name].days)
        return dates

    def unreadable(self) -> dict[str, str]:
        """Return the tables that no reader can open with this code, each with a message why.

        Their declared columns have changed, and some of their dates still have the old ones,
        because their function fails, say, or because a rollback restored the earlier rows.
        """
        messages = {}
        for name, files in self.outdated_files.items():
            entries = self.contents[name].entries.items()
            days = [day for day, entry in entries if entry.file in files]
            if days:
                messages[name] = str(ColumnsChanged(name, min(days)))
        return messages

    def considered(self) -> dict[str, set[int]]:
        """Return, for each raw table, the payloads in effect, and newer ones that are not.

        The newer answers to a request are refused, or not parsed yet.
        """
        considered: dict[str, set[int]] = {}
        for name, definition in self.graph.tables.items():
            in_effect = self.payloads_in_effect(definition)
            for answers in self.answers.get(definition.stream or "", ()):
                for landed in answers:
                    considered.setdefault(name, set()).add(landed.number)
                    if landed.number in in_effect:
                        break
        return considered

    def payloads_in_effect(self, definition: TableDefinition) -> dict[int, PayloadEntry]:
        """Return the payloads in effect: for each request, the newest answer that is not refused.

        Payloads that are not parsed yet are not in effect.
        """
        entries = self._in_effect.get(definition.name)
        if entries is None:
            entries = self._in_effect[definition.name] = self._find_in_effect(definition)
        return entries

    @cached_property
    def _in_effect(self) -> dict[str, dict[int, PayloadEntry]]:
        return {}

    def _find_in_effect(self, definition: TableDefinition) -> dict[int, PayloadEntry]:
        entries = self.payload_entries.get(definition.name, {})
        in_effect = {}
        for answers in self.answers.get(definition.stream or "", ()):
            for landed in answers:
                entry = entries.get(landed.number)
                if entry is not None and entry.refused is None and entry.fingerprint:
                    in_effect[landed.number] = entry
                    break
        return in_effect


def shifted(day: date, offset: int) -> date:
    """Return the date a number of days later, or earlier if the number is negative."""
    return day + timedelta(offset) if offset else day
