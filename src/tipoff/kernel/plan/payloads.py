"""Which payloads a raw table has yet to read, and which its dates are not built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import ALWAYS
from tipoff.kernel.plan.compared import reason_of
from tipoff.kernel.plan.reasons import Reason, Why

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tipoff.kernel.catalog.entries import Source
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State


@dataclass(frozen=True)
class Difference:
    """What lies between the payloads that count and those a raw table was built from."""

    now: Mapping[int, Source]
    """All that count, with where their rows lie."""
    before: Mapping[int, Source]
    """Those whose rows are in the table and count no longer, or not in that form."""
    changed: frozenset[int]
    """Those that count and are not in the table in that form."""

    @classmethod
    def of(cls, state: State, definition: TableDefinition) -> Difference:
        """Compare the payloads that count with what the table is built from, by content.

        Under other code nothing is the same: it may choose otherwise between the same rows.
        """
        built = state.sources.get(definition.name, {})
        now = {number: entry.source for number, entry in state.standing(definition).items()}
        same = {n for n, s in now.items() if n in built and built[n].content == s.content}
        fingerprint = state.fingerprints[definition.name]
        entries = state.contents[definition.name].entries.values()
        if any(entry.rows and entry.fingerprint != fingerprint for entry in entries):
            same = set()
        before = {n: s for n, s in built.items() if n not in same}
        return cls(now, before, frozenset(now.keys() - same))

    @property
    def reasons(self) -> dict[int, Reason]:
        """Return the payloads that differ, and how."""
        gone = dict.fromkeys(self.before.keys() - self.now.keys(), Reason(Why.GONE))
        return {**gone, **dict.fromkeys(self.changed, Reason(Why.UNUSED))}


def pending(
    state: State, definition: TableDefinition, tried: Collection[int] = frozenset()
) -> dict[int, Reason]:
    """Return the payloads to parse: of each request the newest, and older ones if it is refused."""
    entries = state.payload_entries.get(definition.name, {})
    found = {}
    for answers in state.answers.get(definition.stream or "", ()):
        for landed in answers:
            entry = entries.get(landed.number)
            if landed.number not in tried:
                first, last = entry.span if entry else ALWAYS
                now = state.inputs(definition, first, last) if entry else ()
                reason = reason_of(state, definition, entry, now, first)
                if reason is not None:
                    is_new = reason.why is Why.NEW
                    found[landed.number] = Reason(Why.NEW_PAYLOAD) if is_new else reason
                    break
            if entry is None or entry.refused is None:
                break
    return found
