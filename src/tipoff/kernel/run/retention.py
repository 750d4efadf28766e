"""Decide which runs are kept, and remove the entries and files that only earlier runs need."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from tipoff.kernel import clock
from tipoff.kernel.catalog.ledger import head
from tipoff.kernel.catalog.values import as_text

if TYPE_CHECKING:
    from tipoff.kernel.catalog import Catalog
    from tipoff.kernel.run.workspace import Workspace

logger = logging.getLogger(__name__)
KEPT_SINCE = "oldest run kept"
"""The name of the catalog's note with the oldest run whose entries and files are all kept."""
OWNERS = {"entry": "day", "payload_entry": "payload", "source_entry": "payload"}
"""For each of the catalog's records of entries, the column of the date or payload."""


@dataclass(frozen=True, slots=True)
class Retention:
    """The runs whose states are kept: the newest ``keep_runs``, and all of ``keep_days`` days."""

    keep_runs: int = 10
    keep_days: int = 7


def oldest_kept(catalog: Catalog, retention: Retention) -> int:
    """Return the oldest run to keep: head, or an earlier one."""
    since = as_text(clock.utc_now() - timedelta(retention.keep_days))
    ((recent,),) = catalog.query("SELECT min(run) FROM run WHERE ended_at >= ?", [since])
    newest = catalog.query(
        "SELECT run FROM run WHERE ended_at IS NOT NULL ORDER BY run DESC LIMIT ?",
        [max(retention.keep_runs, 1)],
    )
    runs = [run for (run,) in newest[-1:]] + ([recent] if recent is not None else [])
    return int(min([*runs, head(catalog)]))


def kept_since(catalog: Catalog) -> int:
    """Return the oldest run whose entries and files are all kept; 0 if none was ever removed."""
    return int(catalog.note(KEPT_SINCE) or 0)


def prune(workspace: Workspace, retention: Retention) -> int:
    """Remove the entries that only runs before the oldest kept one need, and files without entries.

    A reader that has one of the removed files open can go on reading it.

    Returns:
        The bytes of the files that were removed.
    """
    catalog = workspace.catalog
    oldest = max(oldest_kept(catalog, retention), kept_since(catalog))
    with catalog.transaction():
        catalog.keep_note(KEPT_SINCE, str(oldest))
        for record, owner in OWNERS.items():
            catalog.query(
                f"DELETE FROM {record} AS r WHERE EXISTS (SELECT 1 FROM {record} n"
                f" WHERE n.table_name = r.table_name AND n.{owner} = r.{owner}"
                f" AND n.run > r.run AND n.run <= ?)",
                [oldest],
            )
        catalog.query(
            "DELETE FROM quarantine AS q WHERE run < ? AND NOT EXISTS (SELECT 1 FROM entry e"
            " WHERE e.table_name = q.table_name AND e.day = q.day AND e.made_in = q.run)"
            " AND NOT EXISTS (SELECT 1 FROM payload_entry p WHERE p.table_name = q.table_name"
            " AND p.payload = q.payload AND p.made_in = q.run)",
            [oldest],
        )
        catalog.query(
            "DELETE FROM check_result AS c WHERE EXISTS (SELECT 1 FROM check_result n"
            " WHERE n.table_name = c.table_name AND n.check_name = c.check_name"
            " AND n.first_day <= c.first_day AND n.last_day >= c.last_day"
            " AND n.run > c.run AND n.run <= ?)",
            [oldest],
        )
        catalog.query("DELETE FROM failure WHERE run < ?", [oldest])
        catalog.query(
            "DELETE FROM table_time AS t WHERE run < ? AND EXISTS (SELECT 1 FROM table_time n"
            " WHERE n.table_name = t.table_name AND n.run > t.run"
            " AND n.dates + n.payloads >= t.dates + t.payloads)",
            [oldest],
        )
        catalog.query(
            "DELETE FROM file WHERE file NOT IN (SELECT file FROM entry WHERE file IS NOT NULL"
            " UNION SELECT file FROM payload_entry WHERE file IS NOT NULL"
            " UNION SELECT file FROM source_entry WHERE file IS NOT NULL)"
        )
    return _remove_unnamed(workspace)


def _remove_unnamed(workspace: Workspace) -> int:
    """Remove the files that the catalog does not name, and return their bytes.

    Files of interrupted commits are among them.
    """
    named = set(workspace.catalog.query("SELECT table_name, name FROM file"))
    unnamed = [p for table, p in workspace.files.all() if (table, p.name) not in named]
    freed = workspace.files.remove(unnamed)
    if unnamed:
        logger.info("removed %d files that no kept run needs: %d bytes", len(unnamed), freed)
    return freed
