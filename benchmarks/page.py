"""Measure how long today's page takes in Chromium: ``python -m benchmarks.page HOME``.

Time runs from the start of navigation until the slate's first rows are shown, by the page's own
clock, with a warm cache; rows below the first screen follow later. ``tests`` must be on the path,
since the tests' browser driver is used. Prints milliseconds as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median

from support.browser import browser
from support.site_server import serving

LOADS = 11
WATCH = """
new MutationObserver(() => {
  if (document.querySelector("#props ~ div tbody tr")) window.readyAt ??= performance.now();
}).observe(document, { subtree: true, childList: true });
"""


def main(home: Path) -> None:
    """Open today's slate several times and print how long each load took."""
    taken = []
    with serving(home / "published") as url, browser() as page:
        page.size(1280, 900)
        page.send("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        for _ in range(LOADS):
            page.open(f"{url}/#/today")
            ready = page.evaluate("window.readyAt")
            if ready is None:
                raise SystemExit(f"{home}: today's page shows no slate; use the home of a demo")
            taken.append(float(ready))
        rows = page.evaluate("document.querySelectorAll('tbody tr').length")
    warm = sorted(taken[1:])
    times = {"first": taken[0], "median": median(warm), "slowest": warm[-1], "rows": rows}
    sys.stdout.write(json.dumps(times))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
