"""The payloads of a home: list them, withdraw one, restore it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from tipoff.app.home import Home


def landed_payloads(home: Home, resource: str | None, limit: int) -> list[dict[str, Any]]:
    """Return the payloads that were landed last, of all resources or of one.

    Raises:
        UsageError: nothing has been ingested yet, or nothing of the resource.
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
        known = workspace.catalog.query("SELECT DISTINCT resource FROM payload ORDER BY resource")
    if resource is not None and (resource,) not in known:
        there = ", ".join(name for (name,) in known) or "none yet"
        raise UsageError(f"no payload of a resource {resource!r}: there are {there}")
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return [{**row, "counts": bool(row["counts"])} for row in rows]


def withdraw(home: Home, payload: int, *, restore: bool = False) -> str:
    """Let a payload count no longer from the next run on, or count again.

    Returns:
        Where the payload came from.

    Raises:
        UsageError: there is no such payload, or it counts, or does not count, already.
    """
    home.refuse_nothing()
    with home.writing() as workspace:
        held = workspace.catalog.query("SELECT withdrawn FROM payload WHERE payload = ?", [payload])
        if held and bool(held[0][0]) != restore:
            told = "counts: it was not withdrawn" if restore else "is withdrawn already"
            raise UsageError(f"payload {payload} {told}")
        return workspace.landing.withdraw(payload, restore=restore)
