"""What a plan is made from, read from the catalog and the landing."""

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

SHAPES_ROWS = (
    Batch,
    typed,
    typed_array,
    open_rows,
    Computation.open,
    Computation.arrow,
)
"""Code of the kernel that shapes rows of every table, besides the engine: what parses payloads,
what orders them, and what opens windows of dates."""
CALENDAR = "calendar"
"""The note that keeps the calendar, so that a plan opens no file of a table."""


def load_state(
    graph: Graph,
    workspace: Workspace,
    ledger: Ledger | None = None,
    today: date = date.max,
    *,
    keeps_calendar: bool = False,
) -> State:
    """Return all that a plan is made from, as of a run; at head, if none is named.

    ``keeps_calendar`` is for the one process that may write.
    """
    ledger = ledger or Ledger.at_head(workspace.catalog)
    entries, engine = ledger.entries(), workspace.starting
    contents = {name: Contents(entries.get(name, {})) for name in graph.tables}
    content = ContentDigests()
    streams = [d for d in graph.tables.values() if d.stream is not None]
    return State(
        graph=graph,
        fingerprints=fingerprints(
            graph, [*SHAPES_ROWS, engine.kind], {engine.dialect: engine.version}, content
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
    """Return, for each table, the files whose columns are not those declared now."""
    layouts = {name: d.schema.layout() for name, d in graph.tables.items()}
    found: dict[str, set[int]] = {}
    for table, file, layout in catalog.query("SELECT table_name, file, layout FROM file"):
        if table in layouts and layouts[table] != layout:
            found.setdefault(table, set()).add(file)
    return found


def read_calendar(
    graph: Graph, workspace: Workspace, contents: Mapping[str, Contents], *, keep: bool = False
) -> Calendar:
    """Return each date of the calendar table, and whether any of its rows has a result.

    A run keeps it in the catalog under the digest of the table's content, which it follows from.
    A reader keeps nothing: it would wait for a run that is in the middle of a transaction. Of a
    table some of whose rows have other columns than are declared now, there is no calendar yet.
    """
    table = graph.calendar
    held = contents[table.name]
    origin = f"{table.name} {held.digest} {table.calendar}"
    kept = workspace.catalog.note(CALENDAR)
    if kept and (known := json.loads(kept))["origin"] == origin:
        return {date.fromordinal(day): bool(over) for day, over in known["days"]}
    if not held.days:
        return {}
    outdated = workspace.store.outdated_files(table)
    if any(entry.file in outdated for entry in held.entries.values()):
        return {}
    relation = workspace.store.relation(table, held.entries)
    workspace.engine.view("calendar", relation)
    found = workspace.engine.query(
        f'SELECT "{table.schema.partition()}", bool_or("{table.calendar}")'
        " FROM calendar GROUP BY 1 ORDER BY 1"
    )
    if keep:
        days = [[day.toordinal(), over] for day, over in found]
        workspace.catalog.keep_note(CALENDAR, json.dumps({"origin": origin, "days": days}))
    return dict(found)
