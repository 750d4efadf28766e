"""The one place where this machine is asked for the time; tests put another clock here.

Whoever needs the time calls ``clock.utc_now()`` by this module, so that a replaced function counts.
"""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the time by this machine's clock, in UTC."""
    return datetime.now(UTC)
