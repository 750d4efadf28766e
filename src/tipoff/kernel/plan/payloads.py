"""The payloads that a raw table has yet to parse, and those that its dates must be rebuilt for.

The payloads in effect are, for each request, the newest that is neither refused nor withdrawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import ALWAYS
from tipoff.kernel.plan.comparison import reason_of
from tipoff.kernel.plan.reasons import Reason, Why

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tipoff.kernel.catalog.entries import Source
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State


@dataclass(frozen=True)
class Difference:
    """The difference between the payloads in effect and those that a raw table was built from."""

    current: Mapping[int, Source]
    """All payloads in effect, with the files that hold their rows."""
    previous: Mapping[int, Source]
    """Payloads whose rows are in the table, but which are no longer in effect or have changed."""
    changed: frozenset[int]
    """Payloads in effect whose rows, as they are now, are not in the table."""

    @classmethod
    def of(cls, state: State, definition: TableDefinition) -> Difference:
        """Compare the payloads in effect with those that the table is built from, by content.

        If the code has changed, all payloads count as changed: it may choose other rows of them.
        """
        built = state.sources.get(definition.name, {})
        in_effect = state.payloads_in_effect(definition)
        current = {number: entry.source for number, entry in in_effect.items()}
        same = {n for n, s in current.items() if n in built and built[n].content == s.content}
        fingerprint = state.fingerprints[definition.name]
        entries = state.contents[definition.name].entries.values()
        if any(entry.rows and entry.fingerprint != fingerprint for entry in entries):
            same = set()
        previous = {n: s for n, s in built.items() if n not in same}
        return cls(current, previous, frozenset(current.keys() - same))

    @property
    def reasons(self) -> dict[int, Reason]:
        """The payloads that differ, each with the reason."""
        gone = dict.fromkeys(self.previous.keys() - self.current.keys(), Reason(Why.GONE))
        return {**gone, **dict.fromkeys(self.changed, Reason(Why.UNUSED))}


def pending(
    state: State, definition: TableDefinition, tried: Collection[int] = frozenset()
) -> dict[int, Reason]:
    """Return the payloads to parse, each with the reason.

    For each request this is the newest answer, if it is not parsed yet or its code or inputs have
    changed. If it is refused, the next older answer is looked at in the same way. Payloads that
    this run has ``tried`` already are left out.
    """
    entries = state.payload_entries.get(definition.name, {})
    reasons = {}
    for answers in state.answers.get(definition.stream or "", ()):
        for landed in answers:
            entry = entries.get(landed.number)
            if landed.number not in tried:
                first, last = entry.span if entry else ALWAYS
                inputs = state.inputs(definition, first, last) if entry else ()
                reason = reason_of(state, definition, entry, inputs, first)
                if reason is not None:
                    is_new = reason.why is Why.NEW
                    reasons[landed.number] = Reason(Why.NEW_PAYLOAD) if is_new else reason
                    break
            if entry is None or entry.refused is None:
                break
    return reasons
