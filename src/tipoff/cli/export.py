"""The command that exports tables as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tipoff.cli.guard import command
from tipoff.cli.opening import open_home
from tipoff.cli.options import Day, From, Json, To, parse_date_range
from tipoff.cli.show.console import print_error, print_json
from tipoff.cli.show.streams import print_bytes
from tipoff.health.freshness import counted
from tipoff.kernel.errors import UsageError

export = typer.Typer()


@export.command("export")
@command
def export_table(
    kind: Annotated[str, typer.Argument(help="One of: slate, history, features.")],
    day: Day = None,
    first: From = None,
    last: To = None,
    form: Annotated[str, typer.Option("--format", help="One of: csv, parquet, xlsx.")] = "csv",
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; by default standard output.")
    ] = None,
    json: Json = False,
) -> None:
    """Export a slate, graded predictions or features as a file."""
    from tipoff.app.exports import Export
    from tipoff.app.exports import export as exported
    from tipoff.kernel.files import write_durably
    from tipoff.publishing.spreadsheets import Format, file_bytes

    if kind not in {*Export}:
        raise UsageError(f"no export {kind!r}: there are {', '.join(Export)}")
    if form not in {*Format}:
        raise UsageError(f"no format {form!r}: there are {', '.join(Format)}")
    if out is None and form != Format.CSV and sys.stdout.isatty():
        raise UsageError(f"{form} cannot be printed to a terminal: name a file with --out")
    if out is not None and not out.absolute().parent.is_dir():
        raise UsageError(f"{out.absolute().parent} is not a directory: create it first")
    if out is not None and out.is_dir():
        raise UsageError(f"{out} is a directory: name a file in it, such as {out / kind}.{form}")
    rows = exported(open_home(), Export(kind), parse_date_range(day, first, last))
    if json:
        print_json(rows.to_pylist())
        return
    try:
        content = file_bytes(rows, Format(form))
    except ValueError as error:
        raise UsageError(f"{error}: ask for fewer dates, or for csv or parquet") from None
    if out is None:
        print_bytes(content)
        return
    write_durably(out, content)
    print_error(f"{counted(rows.num_rows, 'row')} in {out}", style="")
