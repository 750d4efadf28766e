"""Which runs are kept, and the removal of what only earlier ones name."""

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
"""The note of the oldest run whose state is whole: what earlier ones saw may have been removed."""
OWNERS = {"entry": "day", "payload_entry": "payload", "source_entry": "payload"}


@dataclass(frozen=True, slots=True)
class Retention:
    """The runs one can roll back to: the newest some, and all of the last days."""

    keep_runs: int = 10
    keep_days: int = 7


def oldest_kept(catalog: Catalog, retention: Retention) -> int:
    """Return the oldest run that is kept; head at the latest."""
    since = as_text(clock.utc_now() - timedelta(retention.keep_days))
    ((recent,),) = catalog.query("SELECT min(run) FROM run WHERE ended_at >= ?", [since])
    newest = catalog.query(
        "SELECT run FROM run WHERE ended_at IS NOT NULL ORDER BY run DESC LIMIT ?",
        [max(retention.keep_runs, 1)],
    )
    found = [run for (run,) in newest[-1:]] + ([recent] if recent is not None else [])
    return int(min([*found, head(catalog)]))


def kept_since(catalog: Catalog) -> int:
    """Return the oldest run whose state is whole, whatever is kept from now on; 0 if all are."""
    return int(catalog.note(KEPT_SINCE) or 0)


def prune(workspace: Workspace, retention: Retention) -> int:
    """Forget entries that only runs before the oldest kept one see, and files that none names.

    Returns:
        How many bytes of files were removed. A reader that still has one of them open reads on.
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
    """Remove the files that the catalog does not name, those of interrupted commits too."""
    named = set(workspace.catalog.query("SELECT table_name, name FROM file"))
    unnamed = [p for table, p in workspace.files.all() if (table, p.name) not in named]
    freed = workspace.files.remove(unnamed)
    if unnamed:
        logger.info("%d files that no kept run names removed: %d bytes", len(unnamed), freed)
    return freed
