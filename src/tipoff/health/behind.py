"""What readers see of the landing only after the next run, and whether a rollback is at head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.plan.payloads import Difference, pending
from tipoff.kernel.plan.reasons import Why
from tipoff.kernel.run.rollback import COMMAND

if TYPE_CHECKING:
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.session import Session


def behind(session: Session, state: State) -> list[str]:
    """Return a sentence for each way in which the tables are behind what is landed."""
    unread, gone = set[int](), set[int]()
    for definition in state.graph.tables.values():
        if definition.stream is not None:
            reasons = pending(state, definition)
            unread |= {n for n, reason in reasons.items() if reason.why is Why.NEW_PAYLOAD}
            differing = Difference.of(state, definition).reasons
            gone |= {n for n, reason in differing.items() if reason.why is Why.GONE}
    found = put_back(session)
    if unread:
        found.append(f"{_payloads(unread)} landed and not read yet: `tipoff run` reads what is new")
    if gone:
        found.append(
            f"{_payloads(gone)} withdrawn and still in the tables: `tipoff run` mends them"
        )
    return found


def put_back(session: Session) -> list[str]:
    """Return a sentence where head is what a rollback put back; nothing where it is not."""
    commands = session.workspace.catalog.query(
        "SELECT command FROM run WHERE run = ?", [session.run]
    )
    return [
        f"the tables are as run {session.run} put them back (`{command}`):"
        " `tipoff run` computes anew what is missing"
        for (command,) in commands
        if command.startswith(f"{COMMAND} ")
    ]


def _payloads(numbers: set[int]) -> str:
    return f"{len(numbers):,} payload{'s are' if len(numbers) > 1 else ' is'}"
