"""The ``tipoff`` command and its groups."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tipoff import __version__

app = typer.Typer(
    help="Calibrated NBA player-prop predictions before tip-off, and an honest record of them.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Calibrated NBA player-prop predictions before tip-off, and an honest record of them."""
    if version:
        sys.stdout.write(f"tipoff {__version__}\n")
        raise typer.Exit
