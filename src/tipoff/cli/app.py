"""The ``tipoff`` command and its groups."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from tipoff import __version__
from tipoff.cli.show.console import print_error
from tipoff.cli.show.streams import prepare_streams, print_text, writing_output
from tipoff.kernel.errors import TipoffError


class Program(typer.Typer):
    """The command line application, as called by a process of its own."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Run the command given by the process arguments, and end the process."""
        prepare_streams()
        try:
            with writing_output():  # help is printed by the library
                return super().__call__(*arguments, **options)
        except TipoffError as error:
            print_error(f"tipoff: {error}")
            sys.exit(error.exit_code)


app = Program(
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
        print_text(f"tipoff {__version__}\n")
        raise typer.Exit
