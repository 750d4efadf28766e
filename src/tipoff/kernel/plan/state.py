"""All that a plan is made from, as frozen values: graph, calendar, ledger, landing and clock."""

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
                self.contents[name].within(shifted(first, d.first), shifted(last, d.last))
                for name, d in definition.windows
            ]
        )

    def inputs_of(self, definition: TableDefinition, days: Sequence[date]) -> Iterator[Digests]:
        """Yield, for each date, a digest of each input in the order of their names."""
        if not definition.windows:
            return repeat((), len(days))
        ordinals = tuple([day.toordinal() for day in days])
        return zip(
            *(self.contents[name].around(ordinals, window) for name, window in definition.windows),
            strict=True,
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
        """Return the dates on which the table should have rows, sorted."""
        ever = self._expected.get(definition.name)
        if ever is None:
            ever = self._expected[definition.name] = self._expected_ever(definition)
        return ever[bisect_left(ever, within.first) : bisect_right(ever, within.last)]

    @cached_property
    def _expected(self) -> dict[str, list[date]]:
        return {}

    def _expected_ever(self, definition: TableDefinition) -> list[date]:
        kept = self.kept_dates.get(definition.name)
        days = sorted(self.calendar.keys() | kept) if kept else self._days
        if definition.every == "month":
            days = [d for d, p in zip(days, [None, *days]) if p is None or p.month != d.month]  # noqa: B905
        if not definition.needs_result:
            return days
        return [day for day in days if self.calendar.get(day, True)]

    @cached_property
    def _days(self) -> list[date]:
        return sorted(self.calendar)

    def coming(self, within: DateRange) -> list[date]:
        """Return the dates from today on."""
        return [day for day in self._days if day >= self.today and day in within]

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

    def unreadable(self) -> dict[str, str]:
        """Return the tables that no reader can open under this code, each with a sentence why.

        Their columns were declared anew and not all of their dates are computed so yet, as their
        function fails, say, or a rollback put back what was computed before.
        """
        found = {}
        for name, files in self.outdated_files.items():
            entries = self.contents[name].entries.items()
            days = [day for day, entry in entries if entry.file in files]
            if days:
                found[name] = str(ColumnsChanged(name, min(days)))
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
        held = self._standing.get(definition.name)
        if held is None:
            held = self._standing[definition.name] = self._standing_of(definition)
        return held

    @cached_property
    def _standing(self) -> dict[str, dict[int, PayloadEntry]]:
        return {}

    def _standing_of(self, definition: TableDefinition) -> dict[int, PayloadEntry]:
        entries = self.payload_entries.get(definition.name, {})
        found = {}
        for answers in self.answers.get(definition.stream or "", ()):
            for landed in answers:
                entry = entries.get(landed.number)
                if entry is not None and entry.refused is None and entry.fingerprint:
                    found[landed.number] = entry
                    break
        return found


def shifted(day: date, by: int) -> date:
    """Return the date some days later, or earlier if negative."""
    return day + timedelta(by) if by else day
