"""Commands that print the health and the drift of a home."""

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
        bool, typer.Option("--metrics", help="Print metrics in Prometheus' text format.")
    ] = False,
    json: Json = False,
) -> None:
    """Print the health of a home: what is old, missing, wrong or near a limit.

    The exit code is 3 if a section is bad.
    """
    from tipoff.app import health as home_health
    from tipoff.cli.show.health import show_health

    if json and metrics:
        raise UsageError("give --json or --metrics, not both")
    report = home_health.health(open_home(), load_settings())
    if json:
        print_json(report.to_dict())
    elif metrics:
        print_text(report.to_metrics())
    else:
        show_health(report)
    if not report.is_well:
        raise typer.Exit(Blocked.exit_code)


@healths.command()
@command
def drift(json: Json = False) -> None:
    """Print what an upgrade would compute again, with an estimate of the time.

    Compares the catalog, the files, the declared tables and the installed code, and changes
    nothing. The exit code is 3 if a file is missing or has another size than in the catalog.
    """
    from tipoff.app import drifting
    from tipoff.cli.show.drift import show_drift

    differences = drifting.drift(open_home())
    if json:
        print_json(differences.to_dict())
    else:
        show_drift(differences)
    if differences.files:
        raise typer.Exit(Blocked.exit_code)
