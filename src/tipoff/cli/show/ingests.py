"""Print the report of an ingest from the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_error, print_line
from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from tipoff.app.ingest import WebReport

MAX_FAILURES_SHOWN = 20


def show_web(done: WebReport) -> None:
    """Print what was landed, and the requests that failed, up to a maximum number."""
    print_line(
        f"Landed {counted(done.landed, 'payload')} ({done.bytes / 1e6:.1f} MB) in"
        f" {counted(done.requests, 'request')}; {done.unchanged + done.known:,} had not changed."
    )
    for notice in done.notices:
        print_error(notice, style="yellow")
    for failure in done.failures[:MAX_FAILURES_SHOWN]:
        print_error(failure)
    if done.failures:
        more = len(done.failures) - MAX_FAILURES_SHOWN
        others = f"and {more:,} more; " if more > 0 else ""
        print_error(f"{others}what came is kept: the same command asks for the rest", style="")
