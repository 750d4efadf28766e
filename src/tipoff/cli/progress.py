"""How far a command has come, for people who watch."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tipoff.cli import show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar(title: str) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal's standard error, and nothing anywhere else."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn())
    silent = not show.errors.is_terminal
    with Progress(*columns, console=show.errors, transient=True, disable=silent) as bar:
        task = bar.add_task(title, total=None)

        def told(name: str, done: int, total: int) -> None:
            bar.update(task, description=f"{title} {name}", completed=done, total=total or None)

        yield told
