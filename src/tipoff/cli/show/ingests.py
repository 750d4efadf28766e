"""Print the report of an ingest from the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_error, print_line
from tipoff.health.freshness import counted

if TYPE_CHECKING:
    from tipoff.app.ingest import WebReport

MAX_FAILURES_SHOWN = 20


def show_web(report: WebReport) -> None:
    """Print what was landed, and the requests that failed, up to a maximum number."""
    print_line(
        f"Landed {counted(report.landed, 'payload')} ({report.bytes / 1e6:.1f} MB) in"
        f" {counted(report.requests, 'request')};"
        f" {report.unchanged + report.known:,} had not changed."
    )
    for notice in report.notices:
        print_error(notice, style="yellow")
    for failure in report.failures[:MAX_FAILURES_SHOWN]:
        print_error(failure)
    if report.failures:
        more = len(report.failures) - MAX_FAILURES_SHOWN
        others = f"and {more:,} more; " if more > 0 else ""
        print_error(f"{others}what came is kept: the same command asks for the rest", style="")
