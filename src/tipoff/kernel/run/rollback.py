"""Rollback: a new run whose state is that of an earlier one."""

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
"""How the record of a rollback's run begins; the run that it undid follows."""
ABSENT = Entry(None, GONE, (), NOTHING.rows, NOTHING.content)
UNREAD = PayloadEntry(None, GONE, (), 0, 0, 0, None, None, None)


def roll_back(catalog: Catalog, run: int, version: str, *, facts: Collection[str] = ()) -> int:
    """Make the state before ``run`` that of a new run, and move head to it.

    What differs is entered again under the new number, so a rollback can itself be rolled back.
    What an unfinished run entered is dropped.

    Args:
        catalog: of the home.
        run: the run to undo, with all later ones.
        version: of the code, recorded with the new run.
        facts: tables of what was said before a game, which nothing takes back. With any, the new
            run is left open, for what reads them to be computed before head moves.

    Raises:
        UsageError: there is no such run, or the state before it is no longer kept.
    """
    known = catalog.query("SELECT 1 FROM run WHERE run = ? AND ended_at IS NOT NULL", [run])
    if not known:
        raise UsageError(f"there is no run {run} to undo: `tipoff runs` lists them")
    oldest = kept_since(catalog)
    if run <= oldest and oldest > 1:
        raise UsageError(
            f"the state before run {run} is no longer kept (keep_runs, keep_days): the oldest"
            f" state is that of run {oldest}"
        )
    now, before = Ledger(catalog, head(catalog)), Ledger(catalog, run - 1)
    with catalog.transaction():
        _drop_unfinished(catalog)
        new = Ledger(catalog, int(catalog.query("SELECT max(run) FROM run")[0][0]) + 1)
        new.open(f"{COMMAND} {run}", version)
        _copy(now, before, new, facts)
        if not facts:
            new.end([])
    logger.info("run %d puts back the state before run %d", new.run, run)
    return new.run


def _copy(now: Ledger, before: Ledger, new: Ledger, facts: Collection[str]) -> None:
    """Enter the earlier state wherever it differs from the present one."""
    current, earlier = now.entries(), before.entries()
    for table in (current.keys() | earlier.keys()).difference(facts):
        new.enter(table, _differing(current.get(table, {}), earlier.get(table, {}), ABSENT))
    parsed, once = now.payload_entries(), before.payload_entries()
    for table in (parsed.keys() | once.keys()).difference(facts):
        changed = _differing(parsed.get(table, {}), once.get(table, {}), UNREAD)
        new.enter_payloads(table, changed)
        new.enter_sources(table, dict(_differing(now.sources(table), before.sources(table), None)))


def _differing(now: Mapping[Any, Any], before: Mapping[Any, Any], absent: Any) -> dict[Any, Any]:
    """Return the earlier values that differ from those now; ``absent`` where there was none."""
    return {
        key: before.get(key, absent)
        for key in now.keys() | before.keys()
        if now.get(key) != before.get(key)
    }


def _drop_unfinished(catalog: Catalog) -> None:
    for (run,) in catalog.query("SELECT run FROM run WHERE ended_at IS NULL"):
        for record in BY_RUN:
            catalog.query(f"DELETE FROM {record} WHERE run = ?", [run])
        catalog.query("DELETE FROM run WHERE run = ?", [run])
