"""Show the progress of a command."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.cli.show.console import errors, print_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


INTERVAL_SECONDS = 60.0
"""Seconds between two lines if the output is not a terminal."""


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function to call with a name, the amount done and the total, 0 if it is unknown.

    It updates a bar on standard error if that is a terminal, else prints a line there each minute.
    """
    if not errors.is_terminal:
        yield progress_lines(title)
        return
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
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(title, total=None)

        def show(name: str, done: int, total: int) -> None:
            bar.update(task, description=f"{title} {name}", completed=done, total=total or None)

        yield show


def progress_lines(
    title: str, clock: Callable[[], float] = time.monotonic
) -> Callable[[str, int, int], None]:
    """Return a function that prints a line if a minute has passed since the last one."""
    began = last = clock()

    def show(name: str, done: int, total: int) -> None:
        nonlocal last
        if clock() - last < INTERVAL_SECONDS:
            return
        last = clock()
        of = f" of {total:,}" if total else ""
        minutes = int((last - began) // 60)
        print_error(f"{title} {name}: {done:,}{of}, {minutes} min so far", style="")

    return show
