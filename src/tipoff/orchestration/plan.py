"""What Dagster is to show and to start, worked out without it.

One asset stands for each table, with what it reads, and one for each stream of payloads, which
comes from outside. Whether a schedule or the sensor starts a run follows from the same agenda as
`tipoff day`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.operations.jobs import JobKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from tipoff.kernel.declare.graph import Graph
    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.operations.agenda import Agenda
    from tipoff.operations.calendar import LeagueCalendar

PUBLISHED = "published"
"""The asset of the documents and the site, which follow from all tables."""
LANDING = "landing"
"""The group of what comes from outside."""
GATES = "gates"
"""The check of ``published``: whether the gates of writing and running were open."""
COMMITTED = "committed"
"""The check of each table: whether the run could bring it up to date."""
SOUND = "sound"
"""The check of ``published``: whether the whole home is what was written, as `tipoff verify`."""
SCHEDULES = {
    "morning": (JobKind.MORNING, JobKind.SCHEDULE),
    "pre_tip": (JobKind.PRE_TIP,),
    "post_game": (JobKind.POST_GAME,),
}
"""The kinds of jobs each schedule looks for."""


@dataclass(frozen=True)
class PlannedAsset:
    """A table, a stream or the publication, as Dagster is to show it."""

    name: str
    group: str
    meaning: str
    reads: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    """Names of its checks, of which a table's own are those that it declares."""


def table_assets(graph: Graph) -> list[PlannedAsset]:
    """Return an asset for each table in the order of the graph, and that of the publication."""
    tables = [
        PlannedAsset(
            definition.name,
            _room(definition),
            definition.meaning,
            tuple(dict.fromkeys([*_streams(graph, definition), *graph.parents(definition)])),
            (COMMITTED, *(check.name for check in definition.checks)),
        )
        for definition in graph.tables.values()
    ]
    read = {name for asset in tables for name in asset.reads}
    ends = tuple(asset.name for asset in tables if asset.name not in read)
    return [*tables, PlannedAsset(PUBLISHED, "publishing", PUBLISHED_MEANING, ends, (GATES,))]


def stream_assets(graph: Graph) -> list[PlannedAsset]:
    """Return an asset for each stream of payloads that comes from outside."""
    return [
        PlannedAsset(name, LANDING, f"Payloads of {stream.resource}, as they were landed.")
        for name, stream in _from_outside(graph).items()
    ]


def kinds_due(found: Agenda) -> set[JobKind]:
    """Return the kinds of the jobs that are due, or past their deadline without a record of it."""
    return {job.kind for job in (*found.due, *found.overdue, *found.exhausted)}


def why_not(found: Agenda) -> str:
    """Return what to say where nothing is due."""
    if found.next_job is None:
        return f"nothing is due: {found.day_kind}"
    return f"nothing is due before {found.next_at:%Y-%m-%d %H:%M} UTC: {found.next_job}"


def finished_days(calendar: LeagueCalendar, days: Iterable[date]) -> list[date]:
    """Return those of the dates whose games are all over."""
    return [
        day
        for day in days
        if (games := calendar.by_day.get(day, ())) and all(game.is_final for game in games)
    ]


def chosen_tables(chosen: Collection[str]) -> list[str]:
    """Return the tables among chosen assets, in a fixed order."""
    return sorted(set(chosen) - {PUBLISHED})


PUBLISHED_MEANING = "The site and its documents, switched whole after a run."


def _room(definition: TableDefinition) -> str:
    """Return the room that a table is defined in: raw, analytics, features or predictions."""
    return definition.function.__module__.split(".")[1]


def _from_outside(graph: Graph) -> dict[str, Stream]:
    """Return the streams by name, without those that the pipeline itself writes."""
    return {name: stream for name, stream in graph.streams.items() if stream.writer is None}


def _streams(graph: Graph, definition: TableDefinition) -> list[str]:
    """Return the stream from outside that a raw table reads, if it reads one."""
    return [definition.stream] if definition.stream in _from_outside(graph) else []
