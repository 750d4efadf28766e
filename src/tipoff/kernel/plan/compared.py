"""An entry compared with what it would be made from now."""

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
    now: Digests,
    first: date,
) -> Reason | None:
    """Return why a date or payload is to be worked on; None if it is as it should be.

    Args:
        state: what is true now.
        definition: the table.
        entry: what the ledger holds of the date or payload, if anything.
        now: a digest of each input over the date, or over the dates of the payload's rows.
        first: the date, or the first of those dates.
    """
    if entry is None or not entry.fingerprint:
        return Reason(Why.NEW)
    if entry.fingerprint != state.fingerprints[definition.name]:
        return Reason(Why.CODE)
    if entry.inputs == now:
        empty = isinstance(entry, Entry) and not entry.rows
        return Reason(Why.EMPTY) if empty and not state.excused(definition, first) else None
    pairs = zip(definition.windows, entry.inputs, now, strict=True)
    return Reason(Why.INPUTS, tuple(name for (name, _), a, b in pairs if a != b))
