"""Compare what an entry was made from with what it would be made from now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.kernel.catalog.entries import Entry, PayloadEntry
from tipoff.kernel.plan.reasons import Reason, Why

if TYPE_CHECKING:
    from datetime import date

    from tipoff.kernel.catalog.entries import Digests
    from tipoff.kernel.declare.table import TableDefinition
    from tipoff.kernel.plan.state import State


def reason_of(
    state: State,
    definition: TableDefinition,
    entry: Entry | PayloadEntry | None,
    inputs: Digests,
    first: date,
) -> Reason | None:
    """Return why a date or payload is to be worked on; None if it is up to date.

    Args:
        state: the present state.
        definition: the table.
        entry: the ledger's entry of the date or payload, None if there is none.
        inputs: the present digest of each input, over the windows of the date or of the dates of
            the payload's rows.
        first: the date, or the first of those dates.
    """
    if entry is None or not entry.fingerprint:
        return Reason(Why.NEW)
    if entry.fingerprint != state.fingerprints[definition.name]:
        return Reason(Why.CODE)
    if entry.inputs == inputs:
        empty = isinstance(entry, Entry) and not entry.rows
        return Reason(Why.EMPTY) if empty and not state.excused(definition, first) else None
    digests = zip(definition.windows, entry.inputs, inputs, strict=True)
    return Reason(Why.INPUTS, tuple(name for (name, _), old, new in digests if old != new))
