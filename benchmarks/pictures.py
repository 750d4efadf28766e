"""Take the pictures of the documentation: ``python -m benchmarks.pictures HOME docs``.

HOME is a demo league: no picture shows real players or prices. ``tests`` must be on the path, since
the tests' browser driver is used. Before you commit the pictures, look at them, and reduce them to
a palette (a third of the bytes).
"""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from support.browser import browser
from support.site_server import serving

if TYPE_CHECKING:
    from support.browser import Page

FIRST_TICKET = "document.querySelector('.ticket .who a').hash.slice(2)"
LAST_RESULT = """
fetch("index.json").then((answer) => answer.json())
    .then(({ results }) => `slates/${results.at(-1)}`)
"""


@dataclass(frozen=True)
class Picture:
    """A page and how it is shown in its picture."""

    name: str
    route: str
    """A JavaScript expression, evaluated on Today's page, for the address of the page."""
    size: tuple[int, int]
    """Width and height of the window in pixels."""
    dark: bool = False


TIME_ZONE = "America/New_York"
TERMINAL_COLUMNS = 106
BOX = """
(({ right, bottom }) => ({ width: right, height: bottom }))(
    document.querySelector("pre").getBoundingClientRect())
"""
MARGIN = 18
"""Pixels around the terminal's output."""
PICTURES = (
    Picture("today", "'today'", (1280, 1250)),
    Picture("player", FIRST_TICKET, (1280, 1500)),
    Picture("record", "'record'", (1280, 1150), dark=True),
    Picture("slates", LAST_RESULT, (1280, 900)),
    Picture("phone", "'today'", (390, 844)),
)


def main(home: Path, docs: Path) -> None:
    """Take every picture of a home's site, and of its slate in the terminal."""
    with serving(home / "published") as url, browser() as page:
        page.send("Emulation.setTimezoneOverride", timezoneId=TIME_ZONE)
        for picture in PICTURES:
            _take(page, url, picture, docs / "site" / f"{picture.name}.png")
        _take_terminal(page, home, docs / "slate.png")


def _take(page: Page, url: str, picture: Picture, path: Path) -> None:
    page.size(*picture.size, dark=picture.dark)
    page.open(f"{url}/#/today")
    route = page.evaluate(picture.route)
    page.open(f"{url}/#/{route}")
    page.screenshot(path)


def _take_terminal(page: Page, home: Path, path: Path) -> None:
    """Take a picture of the output of ``tipoff slate``."""
    from rich.console import Console
    from rich.terminal_theme import DIMMED_MONOKAI
    from rich.text import Text

    colored = {"TIPOFF_HOME": str(home), "COLUMNS": str(TERMINAL_COLUMNS), "FORCE_COLOR": "1"}
    command = [sys.executable, "-m", "tipoff", "slate"]
    output = subprocess.run(
        command, env=os.environ | colored, capture_output=True, text=True, check=True
    ).stdout
    console = Console(record=True, width=TERMINAL_COLUMNS + 10, file=io.StringIO())
    console.print("[dim]$ tipoff slate[/]")
    console.print(Text.from_ansi(output.strip()))
    html = console.export_html(theme=DIMMED_MONOKAI, inline_styles=True)
    page.size(1280, 900)
    page.send("Page.navigate", url="about:blank")
    page.evaluate(f"document.documentElement.innerHTML = {json.dumps(html)}; 0")
    style = f"margin: 0; width: max-content; padding: {MARGIN}px; font-size: 15px"
    page.evaluate(f"document.body.style = {json.dumps(style)}; 0")
    box = {side: edge + MARGIN for side, edge in page.evaluate(BOX).items()}
    shot = page.send("Page.captureScreenshot", clip={"x": 0, "y": 0, "scale": 1, **box})
    path.write_bytes(base64.b64decode(shot["data"]))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
