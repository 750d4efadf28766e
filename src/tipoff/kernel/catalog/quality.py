"""Reports from the catalog: rows in quarantine, and the results of checks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.values import as_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tipoff.kernel.catalog.ledger import Ledger

COLUMNS = (
    "table_name",
    "day",
    "payload",
    "key",
    "rule",
    "column_name",
    "value",
    "row_values",
    "run",
)
"""The columns of the quarantine that are returned."""
REFUSED = "payload accepted"
"""The rule in the quarantine row of a refused payload."""


def quarantined(ledger: Ledger, considered: Mapping[str, Collection[int]]) -> list[dict[str, Any]]:
    """Return the rows in quarantine as of a run, newest first.

    Args:
        ledger: the ledger of the run.
        considered: for each raw table, the payloads in effect, and newer ones that are not; bad
            rows of other payloads no longer matter and are left out.
    """
    values = ledger.catalog.query(
        f"SELECT {', '.join('q.' + name for name in COLUMNS)} FROM quarantine q"
        f" WHERE (q.payload IS NULL AND {_newest('q', 'entry', 'day')}"
        f" OR {_newest('q', 'payload_entry', 'payload')})"
        " ORDER BY q.run DESC, q.table_name, q.key",
        [ledger.run] * 4,
    )
    rows = (dict(zip(COLUMNS, row, strict=True)) for row in values)
    return [
        {**row, "day": as_date(row["day"])}
        for row in rows
        if row["payload"] is None or row["payload"] in considered.get(row["table_name"], ())
    ]


def quarantine_counts(ledger: Ledger, considered: Mapping[str, Collection[int]]) -> dict[str, int]:
    """Return how many rows of each table are in quarantine, without those of refused payloads."""
    rows = quarantined(ledger, considered)
    counts = Counter(row["table_name"] for row in rows if row["rule"] != REFUSED)
    return dict(sorted(counts.items()))


def check_results(ledger: Ledger) -> list[tuple[str, str, int, int, bool]]:
    """Return (table, check, examined, failed, warns) of each check, over all its checked dates."""
    examined: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    warns: dict[tuple[str, str], bool] = {}
    for each in ledger.checks():
        name = (each.table, each.check)
        examined[name] += each.examined
        failed[name] += each.failed
        warns[name] = each.warns
    return [(*name, examined[name], failed[name], warns[name]) for name in sorted(examined)]


def _newest(alias: str, record: str, owner: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {record} e WHERE e.table_name = {alias}.table_name"
        f" AND e.{owner} = {alias}.{owner} AND e.made_in = {alias}.run AND e.run <= ?"
        f" AND NOT EXISTS (SELECT 1 FROM {record} n WHERE n.table_name = e.table_name"
        f" AND n.{owner} = e.{owner} AND n.run > e.run AND n.run <= ?))"
    )
