"""Facts: payloads that the pipeline itself makes from tables and the time."""

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
class WriterResult:
    """The payload that a writer makes at a time, and when it next has something to make."""

    payload: Payload | None
    """None if nothing is due."""
    next_due: datetime | None
    """None if nothing falls due through the passing of time alone."""


def run_writer(
    compute: Computation,
    landing: Landing,
    state: State,
    stream: Stream,
    days: Sequence[date],
    now: datetime,
) -> WriterResult:
    """Call a stream's writer, and return its payload and when it next has something to make.

    A writer without ``next_due`` may have something to make at any time.
    """
    writer = stream.writer
    if writer is None or not days:
        return WriterResult(None, None)
    inputs = compute.frames(state, writer.inputs, days)
    written = compute.rows_of(state, state.graph.tables[writer.written], days)
    payload = writer(**inputs, written=written, previous=_newest(landing, stream), now=now)
    return WriterResult(payload, writer.next_due(inputs, now) if writer.next_due else now)


def plan_at_time(
    workspace: Workspace, state: State, date_range: DateRange, now: datetime
) -> list[Step]:
    """Return the steps that a run at a time would carry out; none if it would do nothing.

    If only the clock may make something due, the writers are called, without landing anything, to
    see whether one of them makes a payload. If there is other work, all steps are returned, since
    what is due may depend on its results.
    """
    steps = plan(state, date_range)
    if plan(replace(state, today=date.max), date_range):
        return steps
    compute = Computation(state.graph, workspace.engine, workspace.store, workspace.catalog)
    due = {state.graph.tables[s.table].stream or "": s.due for s in steps if s.due}
    writers = {state.graph.streams[name].writer: name for name in due}
    results = (
        run_writer(compute, workspace.landing, state, state.graph.streams[name], due[name], now)
        for name in writers.values()
    )
    return steps if any(result.payload is not None for result in results) else []


def _newest(landing: Landing, stream: Stream) -> Payload | None:
    """Return the payload of a stream that was landed last; None if there is none."""
    newest = [a[0] for request in stream.requests for a in landing.answers(*request)]
    last = max(newest, key=lambda landed: landed.number, default=None)
    return landing.read(last.number) if last is not None else None
