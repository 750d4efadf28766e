"""Facts: payloads that the pipeline itself makes, of tables and of the time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tipoff.kernel.plan.plan import plan
from tipoff.kernel.run.compute import Computation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tipoff.kernel.declare.graph import DateRange
    from tipoff.kernel.declare.payload import Landing, Payload
    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """What a writer makes at a time, and until when it has nothing further to make."""

    payload: Payload | None
    next_due: datetime | None
    """None if nothing of what is known now falls due by time alone."""


def made(
    compute: Computation,
    landing: Landing,
    state: State,
    stream: Stream,
    days: Sequence[date],
    now: datetime,
) -> Made:
    """Return the payload that a stream's writer makes now, and when it has more to make.

    A writer that does not say when may have something to make at any time.
    """
    writer = stream.writer
    if writer is None or not days:
        return Made(None, None)
    inputs = compute.frames(state, writer.inputs, days)
    written = compute.rows_of(state, state.graph.tables[writer.written], days)
    payload = writer(**inputs, written=written, previous=_newest(landing, stream), now=now)
    return Made(payload, writer.next_due(inputs, now) if writer.next_due else now)


def plan_by_the_clock(
    workspace: Workspace, state: State, asked: DateRange, now: datetime
) -> list[Step]:
    """Return every table's step; what only the clock could make due is left out if it does not.

    While something upstream is to be computed, nobody knows yet what will be due.
    """
    steps = plan(state, asked)
    if plan(replace(state, today=date.max), asked):
        return steps
    compute = Computation(state.graph, workspace.engine, workspace.store, workspace.catalog)
    waiting = {state.graph.tables[s.table].stream or "": s.due for s in steps if s.due}
    writers = {state.graph.streams[name].writer: name for name in waiting}
    due = (
        made(compute, workspace.landing, state, state.graph.streams[name], waiting[name], now)
        for name in writers.values()
    )
    return steps if any(each.payload is not None for each in due) else []


def _newest(landing: Landing, stream: Stream) -> Payload | None:
    """Return the payload of a stream that was landed last."""
    found = [a[0] for request in stream.requests for a in landing.answers(*request)]
    last = max(found, key=lambda landed: landed.number, default=None)
    return landing.read(last.number) if last is not None else None
