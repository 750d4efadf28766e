"""What became of rows: those in quarantine, the checks made, the payloads read and refused."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tipoff.kernel.catalog.values import as_date

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tipoff.kernel.catalog.ledger import Ledger

SHOWN = ("table_name", "day", "payload", "key", "rule", "column_name", "value", "row_values", "run")
REFUSED = "payload accepted"
"""The rule that a payload breaks which is refused whole."""


def quarantined(ledger: Ledger, considered: Mapping[str, Collection[int]]) -> list[dict[str, Any]]:
    """Return the rows that are set aside as of a run, newest first.

    Args:
        ledger: as of the run.
        considered: for each raw table, the payloads whose rows count, or would if they were not
            refused; what was set aside of others is settled.
    """
    found = ledger.catalog.query(
        f"SELECT {', '.join('q.' + name for name in SHOWN)} FROM quarantine q"
        f" WHERE (q.payload IS NULL AND {_newest('q', 'entry', 'day')}"
        f" OR {_newest('q', 'payload_entry', 'payload')})"
        " ORDER BY q.run DESC, q.table_name, q.key",
        [ledger.run] * 4,
    )
    rows = (dict(zip(SHOWN, row, strict=True)) for row in found)
    return [
        {**row, "day": as_date(row["day"])}
        for row in rows
        if row["payload"] is None or row["payload"] in considered.get(row["table_name"], ())
    ]


def quarantine_counts(ledger: Ledger, considered: Mapping[str, Collection[int]]) -> dict[str, int]:
    """Return how many rows of each table are set aside, refused payloads left out."""
    rows = quarantined(ledger, considered)
    counted = Counter(row["table_name"] for row in rows if row["rule"] != REFUSED)
    return dict(sorted(counted.items()))


def check_results(ledger: Ledger) -> list[tuple[str, str, int, int, bool]]:
    """Return (table, check, examined, failed, warns) over the dates that stand as checked."""
    examined: Counter[tuple[str, str]] = Counter()
    failed: Counter[tuple[str, str]] = Counter()
    warns: dict[tuple[str, str], bool] = {}
    for each in ledger.checks():
        named = (each.table, each.check)
        examined[named] += each.examined
        failed[named] += each.failed
        warns[named] = each.warns
    return [(*named, examined[named], failed[named], warns[named]) for named in sorted(examined)]


def _newest(alias: str, record: str, owner: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {record} e WHERE e.table_name = {alias}.table_name"
        f" AND e.{owner} = {alias}.{owner} AND e.made_in = {alias}.run AND e.run <= ?"
        f" AND NOT EXISTS (SELECT 1 FROM {record} n WHERE n.table_name = e.table_name"
        f" AND n.{owner} = e.{owner} AND n.run > e.run AND n.run <= ?))"
    )
