"""The only place that reads this machine's clock; tests replace the function here.

Callers import the module and call ``clock.utc_now()``, so that the replaced function is used.
"""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return the time of this machine's clock, in UTC."""
    return datetime.now(UTC)
