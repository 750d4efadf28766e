"""Print the health of a home on one screen."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from tipoff.cli.show.console import print_line, width
from tipoff.cli.show.slates import SIMULATED
from tipoff.health.freshness import counted
from tipoff.health.vitals import State

if TYPE_CHECKING:
    from tipoff.health.vitals import Health

SCREEN = 80
"""Characters per line, unless the terminal is narrower."""
INDENT = 16
MAX_LINES = 4
"""Maximum number of lines per section; `tipoff status` prints all problems."""
STYLES = {State.OK: "green", State.WARN: "yellow", State.BAD: "bold red"}


def show_health(health: Health) -> None:
    """Print each section with its state, in lines of at most 80 characters."""
    if health.simulated:
        print_line(SIMULATED, style="bold yellow")
    summary = "well" if health.is_well else "NOT WELL: `tipoff status` has every problem in full"
    print_line(f"{health.at:%Y-%m-%d %H:%M} UTC: {summary}", style="bold")
    columns = min(SCREEN, width())
    for section in health.sections:
        shown = [part for line in section.lines for part in _wrapped(line, columns - INDENT)]
        if len(shown) > MAX_LINES:
            left_out = len(shown) - MAX_LINES + 1
            shown = [*shown[: MAX_LINES - 1], f"and {counted(left_out, 'line')} more"]
        for place, line in enumerate(shown):
            head = f"{section.state.value:<5}{section.name:<{INDENT - 5}}"
            print_line((head if place == 0 else " " * INDENT) + line, style=STYLES[section.state])


def _wrapped(text: str, columns: int) -> list[str]:
    """Return a text wrapped into as many lines as it needs."""
    return wrap(text, columns, break_on_hyphens=False) or [""]
