"""Commit rows: write them to a flushed file, then enter pointers and quarantine in the catalog.

All that a commit enters is entered in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import NOTHING, Entry
from tipoff.kernel.errors import Blocked
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.run.quarantine import bad_row, refusal_reason, refuse_if_critical

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
    """The result of one commit."""

    quarantined: int = 0
    payloads: int = 0
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    contents: Contents | None = None
    """The table's contents after the commit, if dates were committed."""


@dataclass(frozen=True)
class Workbench:
    """Everything that a run computes and commits with."""

    engine: Engine
    store: Store
    ledger: Ledger
    compute: Computation
    command: str
    version: str

    def begin(self) -> None:
        """Record that the run has begun, within the transaction of its first commit."""
        self.ledger.open(self.command, self.version)


def commit_days(
    bench: Workbench, state: State, definition: TableDefinition, days: Sequence[date]
) -> Committed:
    """Compute, check and commit some dates of a table.

    Keys must be unique within a date, so that dates computed one by one and together have the same
    rows. A bad row without a date goes into the quarantine of the first of the dates.

    Returns:
        The result, with the table's new contents.

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
    staged = bench.store.staged(definition, path)
    bad = _tolerated(bench.engine, definition, staged.values())
    bad = [each if each.day else replace(each, day=days[0]) for each in bad]
    entries = {
        day: Entry(
            None,
            state.fingerprints[definition.name],
            inputs,
            *_content(staged.get(day)),
        )
        for day, inputs in zip(days, state.inputs_of(definition, days), strict=True)
    }
    contents = enter_days(bench, state, definition, entries, bad, path)
    return Committed(len(bad), contents=contents)


def enter_empty_days(
    bench: Workbench, state: State, definition: TableDefinition, days: Sequence[date]
) -> Contents:
    """Enter dates that are no longer expected as empty; return the table's new contents."""
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
    """Write the staged dates whose content is new, and enter all dates in the catalog.

    A date whose rows came out the same keeps its file and content hash, so that the tables which
    read it are not computed again.

    Args:
        bench: what the run commits with.
        state: the state before the commit.
        definition: the table.
        entries: the new entries of the dates; their files are filled in here.
        bad: the bad rows, for quarantine.
        staged: the staged file; None if no date has rows.
        sources: for a raw table, the payloads that its dates are now built from; None for a
            payload that they no longer are.

    Returns:
        The table's new contents.
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
    others = {d: e for d, e in before.items() if d not in entries}
    new = bench.store.write(definition, staged, fresh, others) if staged is not None else None
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
    """Enter a new file in the catalog, and return the entries of all dates whose rows it holds."""
    if new is None:
        return {}
    number = bench.store.enter(definition, new)
    return {
        day: replace(entries[day] if day in entries else before[day], file=number)
        for day in new.owners
    }


def _content(staged: Staged | None) -> tuple[int, int]:
    good = staged.good if staged is not None else NOTHING
    return good.rows, good.content


def _tolerated(
    engine: Engine, definition: TableDefinition, staged: Collection[Staged]
) -> list[BadRow]:
    """Return the staged bad rows.

    Raises:
        Blocked: they are too many, or one breaks a critical rule.
    """
    if not any(each.failed for each in staged):
        return []
    bad = [bad_row(definition, row) for row in engine.bad_rows(definition.schema)]
    refuse_if_critical(definition, bad)
    why = refusal_reason(definition, bad, sum(each.examined for each in staged))
    if why:
        raise Blocked(why)
    return bad
