"""What people are told of: open problems, the channels, and a message to try them."""

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

alerts = typer.Typer(help="Problems, and the channels that tell of them.", no_args_is_help=True)
NO_CHANNEL = (
    "nobody is told of anything: set alert_channels, such as"
    " TIPOFF_ALERT_CHANNELS=mailto://user:password@example.com"
)


@alerts.command("list")
@command
def list_alerts(json: Json = False) -> None:
    """Print the open problems that were told, and each channel's last delivery."""
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
    """Send a message to every channel; the exit code is 1 if one does not take it."""
    from tipoff.app.alerting import try_channels

    answers = try_channels(open_home(), _configured())
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
    """Tell what is new now; `tipoff day` does so after each pass.

    The exit code is 1 if a channel could not be told.
    """
    from tipoff.app.alerting import tell

    failures = tell(open_home(), _configured())
    if json:
        print_json({"failures": failures})
    for line in failures:
        print_error(line)
    if failures:
        raise typer.Exit(1)


def _configured() -> Alerts:
    from tipoff.alerts.configured import configured_alerts

    found = configured_alerts(load_settings())
    if found is None:
        raise UsageError(NO_CHANNEL)
    return found
