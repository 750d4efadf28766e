"""Warnings that the tables lag behind the landed payloads, or that a rollback is at head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.plan.payloads import Difference, pending
from tipoff.kernel.plan.reasons import Why
from tipoff.kernel.run.facts import plan_at_time
from tipoff.kernel.run.rollback import COMMAND

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.session import Session


def landing_warnings(session: Session, state: State, now: datetime) -> list[str]:
    """Return a sentence for each way in which the tables lag behind the landed payloads.

    Args:
        session: the tables.
        state: the state that a plan is made from.
        now: the time by the home's clock, aware.
    """
    unread, withdrawn = set[int](), set[int]()
    for definition in state.graph.tables.values():
        if definition.stream is not None:
            reasons = pending(state, definition)
            unread |= {n for n, reason in reasons.items() if reason.why is Why.NEW_PAYLOAD}
            differing = Difference.of(state, definition)
            unread |= differing.changed - state.sources.get(definition.name, {}).keys()  # restored
            withdrawn |= {n for n, why in differing.reasons.items() if why.why is Why.GONE}
    warnings = rollback_warnings(session, lambda: state, now)
    if unread:
        warnings.append(f"{_payloads(unread)} landed and not read yet: run `tipoff run`")
    if withdrawn:
        warnings.append(
            f"{_payloads(withdrawn)} withdrawn and still in the tables: run `tipoff run`"
        )
    return warnings


def rollback_warnings(session: Session, state: Callable[[], State], now: datetime) -> list[str]:
    """Return a sentence if a rollback is at head and a run has something to do.

    Args:
        session: the tables.
        state: returns the state that a plan is made from; called only after a rollback.
        now: the time by the home's clock, aware.
    """
    commands = session.workspace.catalog.query(
        "SELECT command FROM run WHERE run = ?", [session.run]
    )
    return [
        f"the tables are as run {session.run} put them back (`{command}`):"
        " what they lack comes with `tipoff run`"
        for (command,) in commands
        if command.startswith(f"{COMMAND} ") and _has_work(session, state(), now)
    ]


def _has_work(session: Session, state: State, now: datetime) -> bool:
    all_dates = DateRange(min(state.calendar, default=state.today), state.today)
    return bool(plan_at_time(session.workspace, state, all_dates, now))


def _payloads(numbers: set[int]) -> str:
    return f"{len(numbers):,} payload{'s are' if len(numbers) > 1 else ' is'}"
