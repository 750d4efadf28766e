"""Print lines, tables that fit the terminal, and JSON.

Results go to standard output, everything else to standard error. Text is never interpreted as
markup, since a message may contain ``pip install tipoff[serve]``. Control characters are escaped.
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

WIDTH_WITHOUT_TERMINAL = 160
"""Characters per line if the output is not a terminal and COLUMNS is not set."""


def _console(*, stderr: bool = False) -> Console:
    use_terminal_width = _columns_variable() == 0
    return Console(
        stderr=stderr,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        width=shutil.get_terminal_size().columns if use_terminal_width else None,
    )


def _columns_variable() -> int | None:
    """Return the value of COLUMNS; 0 means not known, None that it is not a number."""
    text = os.environ.get("COLUMNS", "")
    return int(text) if text.isdecimal() else None


console = _console()
errors = _console(stderr=True)


def print_line(text: str = "", style: str = "") -> None:
    """Print a line of any length to standard output."""
    with writing_output():
        console.print(printable_lines(text), style=style or None)


def print_error(text: str, style: str = "red") -> None:
    """Print a line of any length to standard error; do nothing if that is closed."""
    with suppress(OSError):
        errors.print(printable(text), style=style or None)


def print_json(value: Any) -> None:
    """Print a value as JSON."""
    import orjson

    text = printable_json(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
    print_text((text if can_print(text) else ascii_json(text)) + "\n")


def print_table(title: str, columns: Sequence[str | Column], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows under headings, with as many columns as fit.

    Args:
        title: the line above the table; no line if empty.
        columns: the headings; a ``Column`` also defines what is left out or shortened if the table
            is too wide.
        rows: the values; numbers are aligned to the right and never shortened.
    """
    if title:
        print_line(title, style="bold")
    headings = [c if isinstance(c, Column) else Column(c) for c in columns]
    for place, line in enumerate(laid_out(headings, [list(row) for row in rows], width())):
        with writing_output():
            console.print(Text(line, style="bold" if place == 0 else ""), soft_wrap=True)


def width() -> int:
    """Return the maximum number of characters per line."""
    if sys.stdout.isatty() or _columns_variable():
        return console.width
    return WIDTH_WITHOUT_TERMINAL
