"""The reference of the command line, written from the commands themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer.main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer import Typer

WIDTH = 88
HEAD = """\
# Commands

Written by `tipoff dev reference` from the commands; a test keeps it so. Every command takes
`--log-level`, and ends with exit code 0 (done), 1 (failed), 2 (bad request) or 3 (blocked by a
gate). With `--json` standard output holds one JSON value and nothing else, or nothing where the
command could not do what it was asked; messages, progress and logs go to standard error.
"""


def reference(app: Typer) -> str:
    """Return the help of every command and group as Markdown, parents before their commands."""
    sections = [
        f"## {' '.join(path)}\n\n```text\n{text}\n```\n"
        for path, text in _helps(typer.main.get_command(app), ("tipoff",), None)
    ]
    return "\n".join([HEAD, *sections])


def _helps(
    command: Any, path: tuple[str, ...], parent: Any
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path of a command and of all below it, each with its help."""
    context = command.make_context(
        path[-1], [], parent, resilient_parsing=True, max_content_width=WIDTH, terminal_width=WIDTH
    )
    yield path, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    for name, child in sorted(getattr(command, "commands", {}).items()):
        yield from _helps(child, (*path, name), context)
