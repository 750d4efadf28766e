"""Commit: rows into a flushed file, then pointers, quarantine and run in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import NOTHING, Entry
from tipoff.kernel.errors import Blocked
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.run.quarantine import bad_row, intolerable, refuse_if_critical

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from tipoff.kernel.catalog import BadRow, Ledger
    from tipoff.kernel.catalog.entries import Source, Staged, Written
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.engine import Engine
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.compute import Computation
    from tipoff.kernel.run.store import NewFile, Store


@dataclass(frozen=True)
class Committed:
    """What one commit did."""

    quarantined: int = 0
    payloads: int = 0
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    contents: Contents | None = None
    """What the table's dates now are, where dates were committed."""


@dataclass(frozen=True)
class Workbench:
    """What a run computes and commits with."""

    engine: Engine
    store: Store
    ledger: Ledger
    compute: Computation
    command: str
    version: str

    def begin(self) -> None:
        """Record the run; within the transaction of its first commit."""
        self.ledger.open(self.command, self.version)


def commit_days(
    bench: Workbench, state: State, definition: TableDefinition, days: Sequence[date]
) -> Committed:
    """Compute, check and commit some dates of a table.

    Rows are compared by key within their date, so that dates come out the same one by one as
    together. A bad row without a date goes into the quarantine of the first of the dates.

    Returns:
        What was done, with what the table now holds.

    Raises:
        Blocked: too many rows are bad, or a critical rule is broken.
    """
    partition = definition.schema.partition()
    query = bench.compute.query(state, definition, days)
    listed = ", ".join(f"DATE '{day}'" for day in days)
    where = f'"{partition}" IN ({listed}) OR "{partition}" IS NULL'
    path = bench.store.new_path(definition, bench.ledger.run)
    key = list(dict.fromkeys([*definition.schema.key(), partition]))
    bench.engine.stage(definition.schema, query, key, where, path)
    found = bench.store.staged(definition, path)
    bad = _tolerated(bench.engine, definition, found.values())
    bad = [each if each.day else replace(each, day=days[0]) for each in bad]
    entries = {
        day: Entry(
            None,
            state.fingerprints[definition.name],
            inputs,
            *_content(found.get(day)),
        )
        for day, inputs in zip(days, state.inputs_of(definition, days), strict=True)
    }
    contents = enter_days(bench, state, definition, entries, bad, path)
    return Committed(len(bad), contents=contents)


def empty_days(
    bench: Workbench, state: State, definition: TableDefinition, days: Sequence[date]
) -> Contents:
    """Enter that dates which are no longer expected hold nothing; return what the table holds."""
    fingerprint = state.fingerprints[definition.name]
    entries = {
        day: Entry(None, fingerprint, inputs, 0, 0)
        for day, inputs in zip(days, state.inputs_of(definition, days), strict=True)
    }
    return enter_days(bench, state, definition, entries, [], None)


def enter_days(
    bench: Workbench,
    state: State,
    definition: TableDefinition,
    entries: Mapping[date, Entry],
    bad: Sequence[BadRow],
    staged: Path | None,
    sources: Mapping[int, Source | None] | None = None,
) -> Contents:
    """Write the staged dates whose content is new, and enter what every date now is.

    A date whose rows came out the same keeps its file, and so its readers are left alone. With
    the dates of a raw table go the payloads that they are built from.

    Returns:
        What the table now holds.
    """
    before = state.contents[definition.name].entries
    old = bench.store.outdated_files(definition)
    kept: dict[date, Entry] = {}
    fresh: dict[date, Written] = {}
    for day, entry in entries.items():
        earlier = before.get(day)
        same = earlier is not None and earlier.written == entry.written and earlier.file not in old
        if same or not entry.rows:
            kept[day] = replace(entry, file=earlier.file if same and earlier else None)
        else:
            fresh[day] = entry.written
    held = {d: e for d, e in before.items() if d not in entries}
    new = bench.store.write(definition, staged, fresh, held) if staged is not None else None
    with bench.ledger.catalog.transaction():
        bench.begin()
        moved = _moved(bench, definition, entries, before, new)
        entered = bench.ledger.enter(definition.name, {**kept, **moved})
        bench.ledger.enter_sources(definition.name, sources or {})
        days = [day.toordinal() for day in entries]
        bench.ledger.set_aside(definition.name, "day", days, bad)
    return Contents({**before, **entered})


def _moved(
    bench: Workbench,
    definition: TableDefinition,
    entries: Mapping[date, Entry],
    before: Mapping[date, Entry],
    new: NewFile | None,
) -> dict[date, Entry]:
    """Return the entries of all dates whose rows a new file holds, and name the file."""
    if new is None:
        return {}
    number = bench.store.enter(definition, new)
    return {
        day: replace(entries[day] if day in entries else before[day], file=number)
        for day in new.owners
    }


def _content(staged: Staged | None) -> tuple[int, int]:
    found = staged.good if staged is not None else NOTHING
    return found.rows, found.content


def _tolerated(
    engine: Engine, definition: TableDefinition, found: Collection[Staged]
) -> list[BadRow]:
    """Return the bad rows staged, if the rest may be written without them."""
    if not any(each.failed for each in found):
        return []
    bad = [bad_row(definition, row) for row in engine.bad_rows(definition.schema)]
    refuse_if_critical(definition, bad)
    why = intolerable(definition, bad, sum(each.examined for each in found))
    if why:
        raise Blocked(why)
    return bad
