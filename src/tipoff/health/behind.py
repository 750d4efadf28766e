"""What readers see of the landing only after the next run, and whether a rollback is at head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.plan.payloads import Difference, pending
from tipoff.kernel.plan.reasons import Why
from tipoff.kernel.run.facts import plan_by_the_clock
from tipoff.kernel.run.rollback import COMMAND

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.session import Session


def behind(session: Session, state: State, now: datetime) -> list[str]:
    """Return a sentence for each way in which the tables are behind what is landed.

    Args:
        session: the tables.
        state: what a plan is made from.
        now: the time by the home's clock, aware.
    """
    unread, gone = set[int](), set[int]()
    for definition in state.graph.tables.values():
        if definition.stream is not None:
            reasons = pending(state, definition)
            unread |= {n for n, reason in reasons.items() if reason.why is Why.NEW_PAYLOAD}
            differing = Difference.of(state, definition)
            unread |= differing.changed - state.sources.get(definition.name, {}).keys()  # restored
            gone |= {n for n, why in differing.reasons.items() if why.why is Why.GONE}
    found = put_back(session, lambda: state, now)
    if unread:
        found.append(f"{_payloads(unread)} landed and not read yet: run `tipoff run`")
    if gone:
        found.append(f"{_payloads(gone)} withdrawn and still in the tables: run `tipoff run`")
    return found


def put_back(session: Session, state: Callable[[], State], now: datetime) -> list[str]:
    """Return a sentence where head is what a rollback put back, and lacks something by now.

    Args:
        session: the tables.
        state: returns what a plan is made from; asked for only after a rollback.
        now: the time by the home's clock, aware.
    """
    commands = session.workspace.catalog.query(
        "SELECT command FROM run WHERE run = ?", [session.run]
    )
    return [
        f"the tables are as run {session.run} put them back (`{command}`):"
        " what they lack comes with `tipoff run`"
        for (command,) in commands
        if command.startswith(f"{COMMAND} ") and _lacks_something(session, state(), now)
    ]


def _lacks_something(session: Session, state: State, now: datetime) -> bool:
    whole = DateRange(min(state.calendar, default=state.today), state.today)
    return bool(plan_by_the_clock(session.workspace, state, whole, now))


def _payloads(numbers: set[int]) -> str:
    return f"{len(numbers):,} payload{'s are' if len(numbers) > 1 else ' is'}"
