"""Print the channels and the open incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_line, print_table
from tipoff.cli.show.layout import Column

if TYPE_CHECKING:
    from tipoff.app.alerting import AlertView, ChannelView

CHANNELS = (Column("channel"), Column("last message"), Column("UTC"), Column("outcome"))
OPEN = (
    Column("since, UTC"),
    Column("severity"),
    Column("sent"),
    Column("problem", min_width=30),
)


def show_alerts(view: AlertView) -> None:
    """Print each channel with its last delivery, then the open problems."""
    if view.channels:
        print_table("Channels", CHANNELS, [_channel(channel) for channel in view.channels])
    else:
        print_line("No channel is set: no alerts are sent.")
    rows = [
        (
            f"{known.opened_at:%Y-%m-%d %H:%M}",
            known.incident.severity.value,
            "yes" if known.was_told else "no",
            known.incident.sentence,
        )
        for known in view.open
    ]
    if rows:
        print_table("\nOpen problems", OPEN, rows)
    else:
        print_line("No problem is open.")


def _channel(channel: ChannelView) -> tuple[str, str, str, str]:
    if channel.last is None:
        return channel.name, "", "", "muted" if channel.is_muted else "nothing sent yet"
    outcome = "muted" if channel.is_muted else channel.last.failure or "delivered"
    return channel.name, channel.last.kind, f"{channel.last.at:%Y-%m-%d %H:%M}", outcome
