"""Raw tables: rows are kept per payload, and each key has the row of the newest payload.

Parsing and building are two commits. ``commit_payloads`` checks the rows of parsed payloads and
keeps the good ones in files by payload. ``build_dates`` then finds the payloads in effect (for each
request the newest that is neither refused nor withdrawn), compares them with those that the table's
dates were built from, and builds again every date that the difference reaches: the dates on which a
changed payload has or had rows, and those on which another payload has a row of the same key.

So a game that is moved disappears from its old date, an answer that is refused brings back the one
before it, and an older answer that is landed later changes nothing. The result is the same as that
of a rebuild from scratch, which calls the same function while no date is built from any payload.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import NOTHING, Entry, PayloadEntry, Source, Staged, Written
from tipoff.kernel.plan.payloads import Difference
from tipoff.kernel.run.commit import Committed, enter_days

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.parse.batch import Batch
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.commit import Workbench

OWNER = "payload"
logger = logging.getLogger(__name__)


def commit_payloads(
    bench: Workbench, state: State, definition: TableDefinition, batch: Batch
) -> Committed:
    """Check the rows of parsed payloads, and keep the good ones in a file by payload.

    A payload that cannot be parsed, or has too many bad rows, is refused; the others are kept.

    Raises:
        Blocked: a critical rule is broken.
    """
    engine, schema = bench.engine, definition.schema
    staged: dict[int, Staged] = {}
    path = bench.store.new_path(definition, bench.ledger.run) if batch.accepted else None
    if path is not None:
        engine.load(f"input_{definition.stream}", batch.rows)
        query = bench.compute.query(state, definition, None)
        engine.stage(schema, query, [*schema.key(), OWNER], "TRUE", path)
        staged = bench.store.staged(definition, path, OWNER)
        if any(each.failed for each in staged.values()):
            batch.set_aside(definition, engine.bad_rows(schema))
    kept = {n: each for n, each in staged.items() if n not in batch.refused}
    entries = {n: _entry(state, definition, batch, n, kept.get(n)) for n in batch.counts}
    fresh = {n: each.good for n, each in kept.items() if each.good.rows}
    _enter_payloads(bench, state, definition, batch, entries, fresh, path)
    for why in batch.refused.values():
        logger.warning("%s refuses a payload: %s", definition.name, why)
    logger.debug(
        "%s: %d payloads parsed, %d rows bad", definition.name, len(entries), len(batch.bad)
    )
    notices = tuple(f"{definition.name}: {notice}" for notice in batch.notices)
    return Committed(len(batch.bad), problems=tuple(batch.refused.values()), notices=notices)


def build_dates(bench: Workbench, state: State, definition: TableDefinition) -> list[date]:
    """Build again the dates that a change of the payloads in effect reaches; return these dates."""
    difference = Difference.of(state, definition)
    if not (difference.previous or difference.changed):
        return []
    outdated = state.outdated_files.get(definition.name, ())
    from_scratch = not state.sources[definition.name] or any(
        source.file in outdated for source in difference.previous.values()
    )
    open_rows(bench, state, definition, difference, {} if from_scratch else difference.previous)
    changed = None if from_scratch else difference.changed
    path = bench.store.new_path(definition, bench.ledger.run)
    replaced = bench.engine.stage_newest(definition.schema, definition.prefers, changed, path)
    staged = bench.store.staged(definition, path)
    entries = {}
    for day in {*replaced, *(state.contents[definition.name].days if from_scratch else ())}:
        written = staged[day].good if day in staged else NOTHING
        entries[day] = Entry(
            None,
            state.fingerprints[definition.name],
            (),
            written.rows,
            written.content,
            replaced.get(day, 0),
        )
    sources: dict[int, Source | None] = dict.fromkeys(difference.previous)
    sources |= {n: difference.current[n] for n in difference.changed}
    enter_days(bench, state, definition, entries, [], path, sources)
    return sorted(entries)


def _enter_payloads(
    bench: Workbench,
    state: State,
    definition: TableDefinition,
    batch: Batch,
    entries: Mapping[int, PayloadEntry],
    fresh: Mapping[int, Written],
    staged: Path | None,
) -> None:
    """Write the rows of payloads to a file, folding small files into it, and enter the payloads."""
    before = state.payload_entries.get(definition.name, {})
    others = {number: e.source for number, e in before.items() if number not in entries}
    new = None
    if staged is not None:
        new = bench.store.write(definition, staged, fresh, others, owner=OWNER)
    with bench.ledger.catalog.transaction():
        bench.begin()
        moved = {}
        if new is not None:
            file = bench.store.enter(definition, new)
            moved = {n: replace(entries.get(n) or before[n], file=file) for n in new.owners}
        bench.ledger.enter_payloads(definition.name, {**entries, **moved})
        built = state.sources.get(definition.name, {})
        bench.ledger.enter_sources(  # rows folded into the new file are read from it from now on
            definition.name,
            {
                n: e.source
                for n, e in moved.items()
                if n in built and n not in entries and built[n].content == e.content
            },
        )
        bench.ledger.set_aside(definition.name, OWNER, list(batch.counts), batch.bad)


def _entry(
    state: State,
    definition: TableDefinition,
    batch: Batch,
    number: int,
    staged: Staged | None,
) -> PayloadEntry:
    refused = batch.refused.get(number)
    fingerprint = "" if number in batch.unreadable else state.fingerprints[definition.name]
    good = staged.good if staged is not None else NOTHING
    first, last = (staged.first, staged.last) if staged is not None else (None, None)
    rows = batch.counts[number]
    entry = PayloadEntry(
        None, fingerprint, (), rows, rows - good.rows, good.content, first, last, refused
    )
    return replace(entry, inputs=state.inputs(definition, *entry.span))


def open_rows(
    bench: Workbench,
    state: State,
    definition: TableDefinition,
    difference: Difference,
    before: Mapping[int, Source],
) -> None:
    """Make ``rows_now``, ``rows_before`` and ``payload_order`` readable by the engine.

    They hold the rows of the payloads in effect, those of the payloads in ``before``, and the order
    of the payloads in effect by the time they were fetched.
    """
    import pyarrow as pa

    for name, sources in (("rows_now", difference.current), ("rows_before", before)):
        bench.engine.view(name, bench.store.relation(definition, sources, owner=OWNER))
    ordered = sorted(
        (landed.fetched_at, landed.number)
        for answers in state.answers.get(definition.stream or "", ())
        for landed in answers
        if landed.number in difference.current
    )
    numbers = [number for _, number in ordered]
    places = pa.array(range(len(numbers)), pa.int64())
    bench.engine.load(
        "payload_order", pa.table({OWNER: pa.array(numbers, pa.int64()), "place": places})
    )
