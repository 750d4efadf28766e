"""Print the health of a home on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size

from tipoff.cli.show.console import print_line, width
from tipoff.cli.show.layout import ELLIPSIS
from tipoff.cli.show.slates import SIMULATED
from tipoff.health.vitals import State

if TYPE_CHECKING:
    from tipoff.health.vitals import Health

SCREEN = 80
"""Characters per line, unless the terminal is narrower."""
MAX_LINES = 4
"""Of a section; `tipoff status` has the rest."""
STYLES = {State.OK: "green", State.WARN: "yellow", State.BAD: "bold red"}


def show_health(found: Health) -> None:
    """Print each section with its state, cut to lines of 80 characters."""
    if found.simulated:
        print_line(SIMULATED, style="bold yellow")
    whole = "well" if found.is_well else "NOT WELL: `tipoff status` has every problem in full"
    print_line(f"{found.at:%Y-%m-%d %H:%M} UTC: {whole}", style="bold")
    columns = min(SCREEN, width())
    for section in found.sections:
        shown = list(section.lines[:MAX_LINES])
        if len(section.lines) > MAX_LINES:
            shown[-1] = f"and {len(section.lines) - MAX_LINES + 1} more"
        for place, line in enumerate(shown):
            head = f"{section.state.value:<5}{section.name:<11}" if place == 0 else " " * 16
            print_line(_cut(head + line, columns), style=STYLES[section.state])


def _cut(text: str, columns: int) -> str:
    return text if len(text) <= columns else set_cell_size(text, columns - 1) + ELLIPSIS
