"""Print lines, tables that fit the terminal, and JSON.

Standard output carries what was asked for, standard error everything else. Nothing is read as
markup: a message may say ``pip install tipoff[serve]``. Control characters are shown, not obeyed.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from tipoff.app.printable import ascii_json, printable, printable_json, printable_lines
from tipoff.cli.show.layout import Column, laid_out
from tipoff.cli.show.streams import can_print, print_text, writing_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH_OF_FILES = 160
"""Characters per line where the output is no terminal and COLUMNS is not set."""


def _console(*, stderr: bool = False) -> Console:
    unknown = _stated_width() == 0
    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        width=shutil.get_terminal_size().columns if unknown else None,
    )


def _stated_width() -> int | None:
    """Return the characters per line that COLUMNS names, where 0 stands for: not known."""
    stated = os.environ.get("COLUMNS", "")
    return int(stated) if stated.isdecimal() else None


console = _console()
errors = _console(stderr=True)


def print_line(text: str = "", style: str = "") -> None:
    """Print a line, however long, to standard output."""
    with writing_output():
        console.print(printable_lines(text), style=style or None)


def print_error(text: str, style: str = "red") -> None:
    """Print a line, however long, to standard error, if anybody can read it there."""
    with suppress(OSError):
        errors.print(printable(text), style=style or None)


def print_json(value: Any) -> None:
    """Print a value as JSON, and nothing else."""
    import orjson

    text = printable_json(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
    print_text((text if can_print(text) else ascii_json(text)) + "\n")


def print_table(title: str, columns: Sequence[str | Column], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows under headings, as many columns as fit.

    Args:
        title: printed above; none, if empty.
        columns: their headings; a ``Column`` says too what gives way where room is short.
        rows: their values; numbers are aligned to the right and never shortened.
    """
    if title:
        print_line(title, style="bold")
    headings = [c if isinstance(c, Column) else Column(c) for c in columns]
    for place, line in enumerate(laid_out(headings, [list(row) for row in rows], width())):
        with writing_output():
            console.print(Text(line, style="bold" if place == 0 else ""), soft_wrap=True)


def width() -> int:
    """Return how many characters a line may have."""
    if sys.stdout.isatty() or _stated_width():
        return console.width
    return WIDTH_OF_FILES
