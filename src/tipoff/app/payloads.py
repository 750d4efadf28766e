"""List the payloads of a home, withdraw one, or restore it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from tipoff.app.home import Home


def landed_payloads(home: Home, resource: str | None, limit: int) -> list[dict[str, Any]]:
    """Return the payloads that were landed last, of all resources or of one.

    Raises:
        UsageError: nothing has been ingested yet, or nothing for the resource.
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
    home.require_catalog()
    with home.opened() as workspace:
        values = workspace.catalog.query(
            "SELECT payload, source, resource, parameters, fetched_at, landed_at, bytes, origin,"
            " withdrawn = 0 FROM payload WHERE resource = coalesce(?, resource)"
            " ORDER BY payload DESC LIMIT ?",
            [resource, limit],
        )
        known = workspace.catalog.query("SELECT DISTINCT resource FROM payload ORDER BY resource")
    if resource is not None and (resource,) not in known:
        listed = ", ".join(name for (name,) in known) or "none yet"
        raise UsageError(f"no payload of a resource {resource!r}: there are {listed}")
    rows = [dict(zip(names, row, strict=True)) for row in values]
    return [{**row, "counts": bool(row["counts"])} for row in rows]


def withdraw(home: Home, payload: int, *, restore: bool = False) -> str:
    """Withdraw a payload, so that the next run ignores it, or restore a withdrawn one.

    Returns:
        The origin of the payload.

    Raises:
        UsageError: there is no such payload, or it is withdrawn or restored already.
    """
    home.require_catalog()
    with home.writing() as workspace:
        rows = workspace.catalog.query("SELECT withdrawn FROM payload WHERE payload = ?", [payload])
        if rows and bool(rows[0][0]) != restore:
            problem = "counts: it was not withdrawn" if restore else "is withdrawn already"
            raise UsageError(f"payload {payload} {problem}")
        return workspace.landing.withdraw(payload, restore=restore)
