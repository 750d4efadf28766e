"""Roll back: make a new run with the state of an earlier one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog import Ledger
from tipoff.kernel.catalog.entries import NOTHING, Entry, PayloadEntry
from tipoff.kernel.catalog.ledger import BY_RUN, GONE, head
from tipoff.kernel.errors import UsageError
from tipoff.kernel.run.retention import kept_since

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tipoff.kernel.catalog import Catalog

logger = logging.getLogger(__name__)
COMMAND = "rollback"
"""The first word of the command recorded for a rollback; the number of the undone run follows."""
ABSENT = Entry(None, GONE, (), NOTHING.rows, NOTHING.content)
"""The entry of a date that the earlier state did not have."""
UNREAD = PayloadEntry(None, GONE, (), 0, 0, 0, None, None, None)
"""The entry of a payload that the earlier state did not have."""


def roll_back(catalog: Catalog, run: int, version: str, *, facts: Collection[str] = ()) -> int:
    """Begin a new run with the state before ``run``, and move head to it; return its number.

    Entries that differ are entered again under the new number, so a rollback can itself be rolled
    back. The entries of an unfinished run are dropped.

    Args:
        catalog: the home's catalog.
        run: the run to undo, with all later ones.
        version: the version of the code, recorded with the new run.
        facts: the tables of facts, which are never rolled back. If there are any, the new run is
            left unfinished, so that the tables that read them can be computed before head moves.

    Raises:
        UsageError: there is no such run, or the state before it is no longer kept.
    """
    ended = catalog.query("SELECT 1 FROM run WHERE run = ? AND ended_at IS NOT NULL", [run])
    if not ended:
        raise UsageError(f"there is no run {run} to undo: `tipoff runs` lists them")
    oldest = kept_since(catalog)
    if run <= oldest and oldest > 1:
        raise UsageError(
            f"the state before run {run} is no longer kept (keep_runs, keep_days): the oldest"
            f" state is that of run {oldest}"
        )
    present, earlier = Ledger(catalog, head(catalog)), Ledger(catalog, run - 1)
    with catalog.transaction():
        _drop_unfinished(catalog)
        new = Ledger(catalog, int(catalog.query("SELECT max(run) FROM run")[0][0]) + 1)
        new.open(f"{COMMAND} {run}", version)
        _copy(present, earlier, new, facts)
        if not facts:
            new.end([])
    logger.info("run %d puts back the state before run %d", new.run, run)
    return new.run


def _copy(present: Ledger, earlier: Ledger, new: Ledger, facts: Collection[str]) -> None:
    """Enter the earlier state under the new run wherever it differs from the present one."""
    dates, earlier_dates = present.entries(), earlier.entries()
    for table in (dates.keys() | earlier_dates.keys()).difference(facts):
        new.enter(table, _differing(dates.get(table, {}), earlier_dates.get(table, {}), ABSENT))
    payloads, earlier_payloads = present.payload_entries(), earlier.payload_entries()
    for table in (payloads.keys() | earlier_payloads.keys()).difference(facts):
        changed = _differing(payloads.get(table, {}), earlier_payloads.get(table, {}), UNREAD)
        new.enter_payloads(table, changed)
        sources = _differing(present.sources(table), earlier.sources(table), None)
        new.enter_sources(table, sources)


def _differing(
    present: Mapping[Any, Any], earlier: Mapping[Any, Any], absent: Any
) -> dict[Any, Any]:
    """Return the earlier values that differ from the present ones; ``absent`` for those missing."""
    return {
        key: earlier.get(key, absent)
        for key in present.keys() | earlier.keys()
        if present.get(key) != earlier.get(key)
    }


def _drop_unfinished(catalog: Catalog) -> None:
    for (run,) in catalog.query("SELECT run FROM run WHERE ended_at IS NULL"):
        for record in BY_RUN:
            catalog.query(f"DELETE FROM {record} WHERE run = ?", [run])
        catalog.query("DELETE FROM run WHERE run = ?", [run])
