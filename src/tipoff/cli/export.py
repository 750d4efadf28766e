"""The command that takes tables out as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tipoff.app.exports import Export
from tipoff.app.settings import open_home
from tipoff.cli import show
from tipoff.cli.commands import Day, From, To, asked_dates, command
from tipoff.kernel.errors import UsageError
from tipoff.publishing.spreadsheets import Format

export = typer.Typer()


@export.command("export")
@command
def export_table(
    kind: Annotated[Export, typer.Argument(help="slate, history or features")],
    day: Day = None,
    first: From = None,
    last: To = None,
    form: Annotated[Format, typer.Option("--format", help="csv, parquet or xlsx")] = Format.CSV,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Where to; standard output if not given.")
    ] = None,
) -> None:
    """Write a slate, every graded prediction, or the features as a file for other programs."""
    from tipoff.app.exports import export as exported
    from tipoff.kernel.files import write_durably
    from tipoff.publishing.spreadsheets import written

    if out is None and form is not Format.CSV and sys.stdout.isatty():
        raise UsageError(f"{form} is no text: name a file with --out")
    rows = exported(open_home(), kind, asked_dates(day, first, last))
    try:
        content = written(rows, form)
    except ValueError as error:
        raise UsageError(f"{error}: ask for fewer dates, or for csv or parquet") from None
    if out is None:
        sys.stdout.buffer.write(content)
        return
    if not out.absolute().parent.is_dir():
        raise UsageError(f"{out.absolute().parent} is no directory: make it first")
    write_durably(out, content)
    show.errors.print(f"{rows.num_rows:,} rows in {out}", highlight=False, soft_wrap=True)
