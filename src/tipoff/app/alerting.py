"""The alerts of a home: what is open, what was delivered, and telling at any time."""

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
    from tipoff.alerts.records import Recorded
    from tipoff.app.home import Home
    from tipoff.app.settings import Settings


@dataclass(frozen=True)
class ChannelView:
    """A channel, and what last became of a message to it."""

    name: str
    is_muted: bool
    last: Delivery | None


@dataclass(frozen=True)
class AlertView:
    """What is told in a home."""

    channels: tuple[ChannelView, ...]
    open: tuple[Recorded, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)


def alert_view(home: Home, settings: Settings) -> AlertView:
    """Return the channels with their last delivery, and the open incidents.

    Raises:
        UsageError: nothing is ingested yet, or a channel's address is none.
    """
    home.refuse_nothing()
    alerts = configured_alerts(settings)
    with closing(home.open_catalog()) as catalog:
        records = AlertRecords(catalog)
        last, opened = records.last_deliveries(), tuple(records.open().values())
    named = {c.name: c.is_muted for c in alerts.channels} if alerts is not None else {}
    names = [*named, *(name for name in last if name not in named)]
    channels = tuple(ChannelView(n, named.get(n, False), last.get(n)) for n in names)
    return AlertView(channels, opened)


def try_channels(home: Home, alerts: Alerts) -> dict[str, str]:
    """Send a message to every channel; return what each answered, empty where it came.

    Raises:
        UsageError: nothing is ingested yet.
    """
    home.refuse_nothing()
    return alerts.test(home, _now(home))


def tell(home: Home, alerts: Alerts) -> list[str]:
    """Tell what is new; return one line for each channel that could not be told.

    Raises:
        UsageError: nothing is ingested yet.
    """
    home.refuse_nothing()
    return alerts.tell(home, _now(home))


def tell_failure(home: Home, alerts: Alerts, title: str, body: str) -> list[str]:
    """Tell of a failure outside a pass of the day; return one line for each channel that failed.

    Raises:
        UsageError: nothing is ingested yet.
    """
    home.refuse_nothing()
    return alerts.announce(home, title, body, _now(home))


def _now(home: Home) -> datetime:
    with closing(home.open_catalog()) as catalog:
        return now_of(home.storage.payloads(catalog))
