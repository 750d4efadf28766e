"""The health of a home on one screen, for programs, and for a monitoring system."""

from __future__ import annotations

from typing import Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import load_settings, open_home
from tipoff.cli.options import Json
from tipoff.cli.show.console import print_json
from tipoff.cli.show.streams import print_text
from tipoff.kernel.errors import Blocked, UsageError

healths = typer.Typer()


@healths.command()
@command
def health(
    metrics: Annotated[
        bool, typer.Option("--metrics", help="Print numbers in the text format of Prometheus.")
    ] = False,
    json: Json = False,
) -> None:
    """Print how a home is: what is old, missing, wrong or near its limit.

    The exit code is 3 if a section is bad.
    """
    from tipoff.app import health as looked_at
    from tipoff.cli.show.health import show_health

    if json and metrics:
        raise UsageError("--json or --metrics, not both")
    found = looked_at.health(open_home(), load_settings())
    if json:
        print_json(found.to_dict())
    elif metrics:
        print_text(found.to_metrics())
    else:
        show_health(found)
    if not found.is_well:
        raise typer.Exit(Blocked.exit_code)


@healths.command()
@command
def drift(json: Json = False) -> None:
    """Print what an upgrade would compute again, and how long that took.

    Catalog, files, declarations and installed code are compared; nothing is changed. The exit code
    is 3 if files are not as the catalog has them.
    """
    from tipoff.app import drifting
    from tipoff.cli.show.drift import show_drift

    found = drifting.drift(open_home())
    if json:
        print_json(found.to_dict())
    else:
        show_drift(found)
    if found.files:
        raise typer.Exit(Blocked.exit_code)
