"""The alerts of a home: show open incidents and deliveries, and send alerts."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tipoff.alerts.configured import configured_alerts
from tipoff.alerts.records import AlertRecords
from tipoff.app.clock import now_of

if TYPE_CHECKING:
    from datetime import datetime

    from tipoff.alerts import Alerts, Delivery
    from tipoff.alerts.records import OpenIncident
    from tipoff.app.home import Home
    from tipoff.app.settings import Settings


@dataclass(frozen=True)
class ChannelView:
    """A channel and the last delivery to it."""

    name: str
    is_muted: bool
    last: Delivery | None


@dataclass(frozen=True)
class AlertView:
    """The channels and the open incidents of a home."""

    channels: tuple[ChannelView, ...]
    open: tuple[OpenIncident, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the view as a dictionary, for JSON."""
        return asdict(self)


def alert_view(home: Home, settings: Settings) -> AlertView:
    """Return the channels with their last delivery, and the open incidents.

    Raises:
        UsageError: nothing has been ingested yet, or the address of a channel is invalid.
    """
    home.require_catalog()
    alerts = configured_alerts(settings)
    with closing(home.open_catalog()) as catalog:
        records = AlertRecords(catalog)
        last, incidents = records.last_deliveries(), tuple(records.open().values())
    muted = {c.name: c.is_muted for c in alerts.channels} if alerts is not None else {}
    names = [*muted, *(name for name in last if name not in muted)]
    channels = tuple(ChannelView(n, muted.get(n, False), last.get(n)) for n in names)
    return AlertView(channels, incidents)


def send_test_messages(home: Home, alerts: Alerts) -> dict[str, str]:
    """Send a test message to every channel; return the error of each, empty if it succeeded.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    home.require_catalog()
    return alerts.test(home, _now(home))


def send_alerts(home: Home, alerts: Alerts) -> list[str]:
    """Send the alerts that are new; return one line for each channel that could not be reached.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    home.require_catalog()
    return alerts.tell(home, _now(home))


def send_failure_alert(home: Home, alerts: Alerts, title: str, body: str) -> list[str]:
    """Send an alert about a failure outside `tipoff day`; return a line for each failed channel.

    Raises:
        UsageError: nothing has been ingested yet.
    """
    home.require_catalog()
    return alerts.announce(home, title, body, _now(home))


def _now(home: Home) -> datetime:
    with closing(home.open_catalog()) as catalog:
        return now_of(home.storage.payloads(catalog))
