"""Read the state that a plan is made from, from the catalog and the landing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from tipoff.kernel.catalog import Ledger
from tipoff.kernel.declare.arrow import typed_array
from tipoff.kernel.fingerprints import ContentDigests, fingerprints
from tipoff.kernel.parse.batch import Batch
from tipoff.kernel.parse.typed_columns import typed
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.plan.state import Calendar, State
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.raw_rows import open_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.payload import Answers, Landing
    from tipoff.kernel.run.workspace import Workspace

ROW_SHAPING_CODE = (
    Batch,
    typed,
    typed_array,
    open_rows,
    Computation.open,
    Computation.arrow,
)
"""The kernel's code that can change the rows of any table, besides the engine's class: it parses
payloads, orders them, and opens windows of dates. Every fingerprint covers it."""
CALENDAR = "calendar"
"""The name of the catalog's note that keeps the calendar, so that a plan opens no table's file."""


def load_state(
    graph: Graph,
    workspace: Workspace,
    ledger: Ledger | None = None,
    today: date = date.max,
    *,
    keeps_calendar: bool = False,
) -> State:
    """Return the state that a plan is made from.

    Args:
        graph: the tables.
        workspace: the home's catalog, landing, files and engine.
        ledger: the run whose state is read; head by default.
        today: the present date; by default nothing falls due through the passing of time.
        keeps_calendar: whether to keep the calendar in the catalog, which only the process that
            holds the home's lock may do.
    """
    ledger = ledger or Ledger.at_head(workspace.catalog)
    entries, engine = ledger.entries(), workspace.starting
    contents = {name: Contents(entries.get(name, {})) for name in graph.tables}
    content = ContentDigests()
    streams = [d for d in graph.tables.values() if d.stream is not None]
    return State(
        graph=graph,
        fingerprints=fingerprints(
            graph, [*ROW_SHAPING_CODE, engine.kind], {engine.dialect: engine.version}, content
        ),
        calendar=read_calendar(graph, workspace, contents, keep=keeps_calendar),
        contents=contents,
        payload_entries=ledger.payload_entries(),
        sources={d.name: ledger.sources(d.name) for d in streams},
        answers=read_answers(graph, workspace.landing),
        outdated_files=_outdated_files(graph, workspace.catalog),
        today=today,
        content=content,
    )


def read_answers(graph: Graph, landing: Landing) -> dict[str, list[Answers]]:
    """Return, for each stream, the answers to each request."""
    return {
        s.name: [a for request in s.requests for a in landing.answers(*request)]
        for s in graph.streams.values()
    }


def _outdated_files(graph: Graph, catalog: Catalog) -> dict[str, set[int]]:
    """Return, for each table, the files whose columns are not those that its schema declares."""
    layouts = {name: d.schema.layout() for name, d in graph.tables.items()}
    outdated: dict[str, set[int]] = {}
    for table, file, layout in catalog.query("SELECT table_name, file, layout FROM file"):
        if table in layouts and layouts[table] != layout:
            outdated.setdefault(table, set()).add(file)
    return outdated


def read_calendar(
    graph: Graph, workspace: Workspace, contents: Mapping[str, Contents], *, keep: bool = False
) -> Calendar:
    """Return each date of the calendar table, and whether any of its rows has a result.

    A run keeps the calendar in the catalog (``keep``), with the digest of the table's content that
    it was read from, so that it is read again only when the table changes. A reader does not keep
    it, since writing would wait for a run that is in a transaction. The calendar is empty as long
    as some of the table's files do not have the columns that its schema declares.
    """
    table = graph.calendar
    stored = contents[table.name]
    origin = f"{table.name} {stored.digest} {table.calendar}"
    note = workspace.catalog.note(CALENDAR)
    if note and (kept := json.loads(note))["origin"] == origin:
        return {date.fromordinal(day): bool(over) for day, over in kept["days"]}
    if not stored.days:
        return {}
    outdated = workspace.store.outdated_files(table)
    if any(entry.file in outdated for entry in stored.entries.values()):
        return {}
    relation = workspace.store.relation(table, stored.entries)
    workspace.engine.view("calendar", relation)
    rows = workspace.engine.query(
        f'SELECT "{table.schema.partition()}", bool_or("{table.calendar}")'
        " FROM calendar GROUP BY 1 ORDER BY 1"
    )
    if keep:
        days = [[day.toordinal(), over] for day, over in rows]
        workspace.catalog.keep_note(CALENDAR, json.dumps({"origin": origin, "days": days}))
    return dict(rows)
