"""The payloads of a home: list them, withdraw one, restore it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tipoff.app.home import Home


def landed_payloads(home: Home, resource: str | None, limit: int) -> list[dict[str, Any]]:
    """Return the payloads that were landed last, of all resources or of one.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    names = (
        "payload",
        "source",
        "resource",
        "parameters",
        "fetched_at",
        "landed_at",
        "bytes",
        "origin",
        "counts",
    )
    home.refuse_nothing()
    with home.opened() as workspace:
        found = workspace.catalog.query(
            "SELECT payload, source, resource, parameters, fetched_at, landed_at, bytes, origin,"
            " withdrawn = 0 FROM payload WHERE resource = coalesce(?, resource)"
            " ORDER BY payload DESC LIMIT ?",
            [resource, limit],
        )
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return [{**row, "counts": bool(row["counts"])} for row in rows]


def withdraw(home: Home, payload: int, *, restore: bool = False) -> str:
    """Let a payload count no longer from the next run on, or count again.

    Returns:
        Where the payload came from.

    Raises:
        UsageError: there is no such payload.
    """
    home.refuse_nothing()
    with home.writing() as workspace:
        return workspace.landing.withdraw(payload, restore=restore)
