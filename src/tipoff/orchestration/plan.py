"""The assets and run decisions for Dagster, computed without importing Dagster.

There is an asset for each table, with its inputs, and an external asset for each stream of
payloads. Schedules and the sensor decide whether to start a run from the same agenda as `tipoff
day`.
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
"""The asset of the documents and the site, which depend on all tables."""
LANDING = "landing"
"""The group of the external assets."""
GATES = "gates"
"""The check of ``published`` that the gates of writing and running were open."""
COMMITTED = "committed"
"""The check of each table that the run could bring it up to date."""
SOUND = "sound"
"""The check of ``published`` that the whole home is intact, as `tipoff verify`."""
SCHEDULES = {
    "morning": (JobKind.MORNING, JobKind.SCHEDULE),
    "pre_tip": (JobKind.PRE_TIP,),
    "post_game": (JobKind.POST_GAME,),
}
"""The kinds of jobs for which each schedule starts a pass."""


@dataclass(frozen=True)
class PlannedAsset:
    """A table, a stream or the publication, as Dagster shows it."""

    name: str
    group: str
    meaning: str
    reads: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    """Names of its checks: ``committed`` and the declared checks of a table, or ``gates``."""


def table_assets(graph: Graph) -> list[PlannedAsset]:
    """Return an asset for each table in the order of the graph, then that of the publication."""
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
    unread = tuple(asset.name for asset in tables if asset.name not in read)
    return [*tables, PlannedAsset(PUBLISHED, "publishing", PUBLISHED_MEANING, unread, (GATES,))]


def stream_assets(graph: Graph) -> list[PlannedAsset]:
    """Return an asset for each stream of payloads that the pipeline does not write itself."""
    return [
        PlannedAsset(name, LANDING, f"Landed payloads of {stream.resource}.")
        for name, stream in _external_streams(graph).items()
    ]


def kinds_due(agenda: Agenda) -> set[JobKind]:
    """Return the kinds of jobs to start a pass for.

    These are the jobs that are due, and those that were missed or have used up their attempts,
    which is not recorded yet.
    """
    return {job.kind for job in (*agenda.due, *agenda.overdue, *agenda.exhausted)}


def skip_reason(agenda: Agenda) -> str:
    """Return why no pass is started if nothing is due."""
    if agenda.next_job is None:
        return f"nothing is due: {agenda.day_kind}"
    return f"nothing is due before {agenda.next_at:%Y-%m-%d %H:%M} UTC: {agenda.next_job}"


def finished_days(calendar: LeagueCalendar, days: Iterable[date]) -> list[date]:
    """Return the dates on which all games are over."""
    return [
        day
        for day in days
        if (games := calendar.by_day.get(day, ())) and all(game.is_final for game in games)
    ]


def chosen_tables(chosen: Collection[str]) -> list[str]:
    """Return the tables among the chosen assets, in a fixed order."""
    return sorted(set(chosen) - {PUBLISHED})


PUBLISHED_MEANING = "The site and its documents, replaced all at once after a run."


def _room(definition: TableDefinition) -> str:
    """Return the room of a table: raw, analytics, features or predictions."""
    return definition.function.__module__.split(".")[1]


def _external_streams(graph: Graph) -> dict[str, Stream]:
    """Return the streams by name, except those that the pipeline itself writes."""
    return {name: stream for name, stream in graph.streams.items() if stream.writer is None}


def _streams(graph: Graph, definition: TableDefinition) -> list[str]:
    """Return the external stream that a raw table reads; an empty list for other tables."""
    return [definition.stream] if definition.stream in _external_streams(graph) else []
