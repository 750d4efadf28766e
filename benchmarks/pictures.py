"""The pictures of the documentation, taken anew: ``python -m benchmarks.pictures HOME DIRECTORY``.

HOME is a demo league: no picture shows real players or prices. ``tests`` must be on the path: the
browser of the tests is driven. Look at what was taken before it is kept.
"""

from __future__ import annotations

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
    """One page as it is pictured."""

    name: str
    route: str
    """The page's address, or an expression that finds it on Today's page."""
    size: tuple[int, int]
    """Pixels, of the window."""
    dark: bool = False


PICTURES = (
    Picture("today", "'today'", (1280, 1250)),
    Picture("player", FIRST_TICKET, (1280, 1500)),
    Picture("record", "'record'", (1280, 1150), dark=True),
    Picture("slates", LAST_RESULT, (1280, 900)),
    Picture("phone", "'today'", (390, 844)),
)


def main(home: Path, directory: Path) -> None:
    """Take every picture of a home's site."""
    with serving(home / "published") as url, browser() as page:
        for picture in PICTURES:
            _take(page, url, picture, directory / f"{picture.name}.png")


def _take(page: Page, url: str, picture: Picture, path: Path) -> None:
    page.size(*picture.size, dark=picture.dark)
    page.open(f"{url}/#/today")
    route = page.evaluate(picture.route)
    page.open(f"{url}/#/{route}")
    page.screenshot(path)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
