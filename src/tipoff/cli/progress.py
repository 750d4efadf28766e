"""Show on a terminal how far a command has come."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.cli.show.console import errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[str, int, int], None]]:
    """Yield what to call with a name, what is done and of how much; 0 of nothing known.

    The bar is on standard error, and only where that is a terminal.
    """
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        TextColumn("{task.description:<36}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    silent = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=silent) as bar:
        task = bar.add_task(title, total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=f"{title} {name}", completed=done, total=total or None)

        yield show
