"""The sections of a home's health about its operation: disk, alerts, jobs and breakers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tipoff.health.freshness import counted
from tipoff.health.vitals import Metric, Section, State

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from tipoff.alerts.records import Delivery, OpenIncident
    from tipoff.kernel.catalog import Catalog

MIN_FREE_BYTES = 2_000_000_000
"""A run that recomputes a whole season writes about this much in addition to the old files."""


def disk_section(catalog: Catalog, directory: Path) -> Section:
    """Return the space that the home takes, and the free space."""
    ((tables,),) = catalog.query("SELECT coalesce(sum(bytes), 0) FROM file")
    ((landing,),) = catalog.query("SELECT coalesce(sum(bytes), 0) FROM payload")
    free = shutil.disk_usage(directory).free
    line = (
        f"{_gigabytes(free)} free; tables {_gigabytes(tables)},"
        f" payloads {_gigabytes(landing)} before compression"
    )
    metrics = (
        Metric("disk_free_bytes", free),
        Metric("home_bytes", tables, {"part": "tables"}),
        Metric("home_bytes", landing, {"part": "payloads"}),
    )
    return Section("disk", State.WARN if free < MIN_FREE_BYTES else State.OK, (line,), metrics)


def alerts_section(
    channels: Sequence[tuple[str, bool, Delivery | None]], opened: Sequence[OpenIncident]
) -> Section:
    """Return each channel's last delivery, and the number of open incidents.

    Args:
        channels: the name, whether it is muted, and the last delivery of each channel.
        opened: the incidents that are open.
    """
    lines, failing = [], []
    for name, is_muted, last in channels:
        failure = "muted" if is_muted else "" if last is None else last.failure
        failing.append((name, failure))
        text = "nothing sent yet" if last is None else f"{last.kind} {last.at:%Y-%m-%d %H:%M} UTC"
        lines.append(f"{name}: {failure or 'delivered'}, {text}" if last else f"{name}: {text}")
    unsent = sum(not known.was_told for known in opened)
    lines.append(f"{counted(len(opened), 'open incident')}, {unsent:,} not sent yet")
    metrics = (
        *(Metric("channel_failing", float(bool(why)), {"channel": n}) for n, why in failing),
        Metric("open_incidents", len(opened)),
    )
    if not channels:
        lines.insert(0, "no channel is set: no alerts are sent")
    bad = any(why for _, why in failing)
    return Section("alerts", State.BAD if bad else State.OK, tuple(lines), metrics)


def jobs_section(
    due: Sequence[str], next_job: str, next_at: datetime | None, failing: Sequence[str]
) -> Section:
    """Return the jobs that are due, the next one, and the breakers that are not closed."""
    upcoming = (
        f"next: {next_job} at {next_at:%Y-%m-%d %H:%M} UTC" if next_at else "no job is planned"
    )
    lines = [*([f"due now: {', '.join(due)}"] if due else []), upcoming]
    metrics = (Metric("open_breakers", len(failing)),)
    return Section("jobs", State.BAD if failing else State.OK, (*lines, *failing), metrics)


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:,.1f} GB"
