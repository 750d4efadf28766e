"""Commands on alerts: list open problems, test the channels, send what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import load_settings, open_home
from tipoff.cli.options import Json
from tipoff.cli.show.console import print_error, print_json, print_line
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from tipoff.alerts import Alerts

alerts = typer.Typer(
    help="Open problems, and the channels that alerts are sent to.", no_args_is_help=True
)
NO_CHANNEL = (
    "no channel is set, so no alerts are sent: set alert_channels, such as"
    " TIPOFF_ALERT_CHANNELS=mailto://user:password@example.com"
)


@alerts.command("list")
@command
def list_alerts(json: Json = False) -> None:
    """Print the open problems, and the last delivery to each channel."""
    from tipoff.app.alerting import alert_view
    from tipoff.cli.show.alerts import show_alerts

    view = alert_view(open_home(), load_settings())
    if json:
        print_json(view.to_dict())
    else:
        show_alerts(view)


@alerts.command("test")
@command
def try_alerts(json: Json = False) -> None:
    """Send a test message to every channel.

    The exit code is 1 if a delivery fails.
    """
    from tipoff.app.alerting import send_test_messages

    answers = send_test_messages(open_home(), _configured())
    if json:
        print_json({name: why or "delivered" for name, why in answers.items()})
    else:
        for name, why in answers.items():
            (print_error if why else print_line)(f"{name}: {why or 'delivered'}")
    if any(answers.values()):
        raise typer.Exit(1)


@alerts.command("tell")
@command
def tell_alerts(json: Json = False) -> None:
    """Send new alerts now; `tipoff day` does so after each pass.

    The exit code is 1 if a delivery fails.
    """
    from tipoff.app.alerting import send_alerts

    failures = send_alerts(open_home(), _configured())
    if json:
        print_json({"failures": failures})
    for line in failures:
        print_error(line)
    if failures:
        raise typer.Exit(1)


def _configured() -> Alerts:
    from tipoff.alerts.configured import configured_alerts

    configured = configured_alerts(load_settings())
    if configured is None:
        raise UsageError(NO_CHANNEL)
    return configured
