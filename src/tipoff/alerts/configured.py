"""Alerts and notifier as the settings define them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.alerts.channels import channels_of
from tipoff.alerts.dispatch import Alerts
from tipoff.domain.quiet_hours import QuietHours
from tipoff.operations.notifier import NoChannel, Notifier

if TYPE_CHECKING:
    from tipoff.app.settings import Settings


def configured_alerts(settings: Settings) -> Alerts | None:
    """Return the alerts of the settings; None if neither channels nor a ping URL are set.

    Raises:
        UsageError: the extra is not installed, or a channel's address is invalid.
    """
    if not settings.alert_channels and settings.alert_ping_url is None:
        return None
    return Alerts(
        channels_of(settings.alert_channels, settings.alert_muted),
        QuietHours.parse(settings.alert_quiet_hours),
        settings.alert_digest_hour,
        settings.alert_ping_url,
    )


def configured_notifier(settings: Settings) -> Notifier:
    """Return the notifier for a pass of the day.

    Raises:
        UsageError: the extra is not installed, or a channel's address is invalid.
    """
    return configured_alerts(settings) or NoChannel()
