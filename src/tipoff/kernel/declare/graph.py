"""The graph of tables, built from their functions' signatures and from nothing else."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from tipoff.kernel.declare.stream import Stream
from tipoff.kernel.declare.table import TableDefinition
from tipoff.kernel.errors import DeclarationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from types import ModuleType

    from tipoff.kernel.declare.inputs import Days


@dataclass(frozen=True, slots=True)
class DateRange:
    """Dates from ``first`` to ``last``, both included."""

    first: date
    last: date

    def widened(self, before: int, after: int) -> DateRange:
        """Return the range with its ends moved by a number of days each; negative for earlier."""
        return DateRange(self.first + timedelta(before), self.last + timedelta(after))

    def union(self, other: DateRange | None) -> DateRange:
        """Return the smallest range that contains both."""
        if other is None:
            return self
        return DateRange(min(self.first, other.first), max(self.last, other.last))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Graph:
    """Tables, ordered so that each comes after the tables it reads, and the streams they read."""

    tables: Mapping[str, TableDefinition]
    streams: Mapping[str, Stream]
    compiled_sql: Path | None = None
    """The directory of the SQL that is shipped with the tables, with a subdirectory per dialect."""

    @classmethod
    def of(cls, members: Iterable[TableDefinition | Stream]) -> Graph:
        """Build a graph from tables and streams in any order.

        Raises:
            DeclarationError: a name is taken twice, an input is unknown, tables read each
                other in a circle, or not exactly one table is the calendar.
        """
        tables: dict[str, TableDefinition] = {}
        streams: dict[str, Stream] = {}
        for member in members:
            if member.name in tables or member.name in streams:
                raise DeclarationError(f"two tables or streams are named {member.name}")
            if isinstance(member, Stream):
                streams[member.name] = member
            else:
                tables[member.name] = member
        for definition in tables.values():
            _check_inputs(definition, tables, streams)
        ordered = _ordered({n: _parents(d, streams) for n, d in tables.items()})
        graph = cls({name: tables[name] for name in ordered}, streams)
        graph.calendar  # noqa: B018 - a graph without its calendar fails here, not later
        return graph

    @classmethod
    def discover(cls, *packages: ModuleType) -> Graph:
        """Build a graph from every table and stream in the packages and their subpackages."""
        members: dict[int, TableDefinition | Stream] = {}
        for package in packages:
            for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
                for member in vars(importlib.import_module(module.name)).values():
                    if isinstance(member, (TableDefinition, Stream)):
                        members[id(member)] = member
        return cls.of(members.values())

    @cached_property
    def calendar(self) -> TableDefinition:
        """The table whose dates are those on which all tables are expected."""
        calendars = [d for d in self.tables.values() if d.calendar]
        if len(calendars) != 1:
            raise DeclarationError(f"one table must be the calendar, not {len(calendars)}")
        return calendars[0]

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """The tables that read each table, by its name."""
        return _readers({name: self.parents(each) for name, each in self.tables.items()})

    def parents(self, definition: TableDefinition) -> dict[str, Days]:
        """Return the tables that are computed before this one, each with its window of dates."""
        return _parents(definition, self.streams)

    @cached_property
    def facts(self) -> list[str]:
        """The raw tables whose payloads the pipeline itself writes during runs."""
        return [
            name
            for name, definition in self.tables.items()
            if (stream := self.streams.get(definition.stream or "")) and stream.writer is not None
        ]

    def descendants(self, name: str) -> set[str]:
        """Return every table that a change of ``name`` can reach."""
        return _reached(name, self.children)

    def computed_from(self, name: str) -> set[str]:
        """Return every table whose rows are computed from those of ``name``, directly or not.

        Tables of facts whose writer reads ``name`` are not among them: the payloads written so far
        can be read whatever happens to ``name``.
        """
        return _reached(name, _readers({n: each.tables for n, each in self.tables.items()}))

    def wanted(self, date_range: DateRange) -> dict[str, DateRange]:
        """Return, for each table, the range of dates that must be up to date.

        These are the dates in ``date_range``, and those that any table reads, directly or not, to
        compute its dates in ``date_range``.
        """
        ranges = dict.fromkeys(self.tables, date_range)
        for name in reversed(list(self.tables)):
            for parent, days in self.parents(self.tables[name]).items():
                needed = ranges[name].widened(days.first, days.last)
                ranges[parent] = ranges[parent].union(needed)
        return ranges

    def replacing(self, definition: TableDefinition) -> Graph:
        """Return the graph with another definition of a table, which must read the same tables."""
        return replace(self, tables={**self.tables, definition.name: definition})

    def only(self, *names: str) -> Graph:
        """Return the graph of some tables and all tables that they read, directly or not."""
        needed: set[str] = set()
        frontier = list(names)
        while frontier:
            needed.update(frontier)
            frontier = [
                p for n in frontier for p in self.parents(self.tables[n]) if p not in needed
            ]
        return replace(self, tables={n: d for n, d in self.tables.items() if n in needed})

    def without(self, *names: str) -> Graph:
        """Return the graph without some tables and all tables that read them, directly or not."""
        removed = set(names).union(*(self.descendants(n) for n in names))
        return replace(self, tables={n: d for n, d in self.tables.items() if n not in removed})


def _readers(parents: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the tables that read each table, by its name."""
    readers: dict[str, list[str]] = {name: [] for name in parents}
    for name, reads in parents.items():
        for parent in reads:
            readers[parent].append(name)
    return readers


def _reached(name: str, readers: Mapping[str, Iterable[str]]) -> set[str]:
    reached: set[str] = set()
    frontier = [name]
    while frontier:
        frontier = [c for n in frontier for c in readers[n] if c not in reached]
        reached.update(frontier)
    return reached


def _parents(definition: TableDefinition, streams: Mapping[str, Stream]) -> dict[str, Days]:
    """Return the tables that a table reads, and those that its stream's writer reads."""
    stream = streams.get(definition.stream or "")
    written = stream.writer.tables if stream is not None and stream.writer is not None else {}
    return {**written, **definition.tables}


def _ordered(parents: Mapping[str, Iterable[str]]) -> list[str]:
    sorter = TopologicalSorter({name: sorted(reads) for name, reads in sorted(parents.items())})
    try:
        return list(sorter.static_order())
    except CycleError as error:
        raise DeclarationError(f"tables read each other: {' -> '.join(error.args[1])}") from None


def _check_inputs(
    definition: TableDefinition,
    tables: Mapping[str, TableDefinition],
    streams: Mapping[str, Stream],
) -> None:
    definition.schema.partition()
    for name in _parents(definition, streams):
        if name not in tables:
            raise DeclarationError(f"{definition.name} reads {name}, but no table has that name")
    for each in definition.inputs:
        named = {*(each.columns or ()), *(column for column, _ in each.values)}
        if named:
            unknown = named - set(tables[each.name].schema.columns)
            if unknown:
                listed = ", ".join(sorted(unknown))
                raise DeclarationError(f"{definition.name}: {each.name} has no column {listed}")
    if definition.stream is not None and definition.stream not in streams:
        raise DeclarationError(
            f"{definition.name} reads {definition.stream}, but no stream has that name"
        )
