"""A reader that polls while releases are switched never mixes two of them."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

from support import browser as chromium
from support.site_server import serving
from tipoff.publishing.application import application
from tipoff.publishing.release import Documents, Publication

if TYPE_CHECKING:
    from pathlib import Path

PUBLISHES = 100
PAUSE = 0.05
"""Seconds from one release to the next, so that the reader gets to see more than a few."""
PATHS = ("today.json", "prices.json")
READ = """
(async () => {
    const data = await MODULE;
    let [reads, mixed, last] = [0, 0, -1];
    while (last < LAST) {
        const found = await data.load("today.json", "prices.json").catch(() => null);
        await data.readIndex();
        if (found === null) continue; // refused whole, as releases followed each other too fast
        reads += 1;
        if (found[0].number !== found[1].number) mixed += 1;
        last = found[0].number;
    }
    return { reads, mixed };
})()
"""


def _release(number: int) -> list[Documents]:
    """Return two documents that say which release they are of, and their index."""

    def of(path: str, content: dict[str, Any]) -> Documents:
        digest = f"{path}-{number}"
        return Documents({path: digest}, lambda _: [(path, {"digest": digest, **content})])

    stated = {path: f"{path}-{number}" for path in PATHS}
    return [
        application(),
        *(of(path, {"number": number, "long": "x" * 50_000}) for path in PATHS),
        of("index.json", {"predictions": [], "results": [], "documents": stated}),
    ]


def test_a_hundred_publishes_under_a_polling_reader_are_never_mixed(tmp_path: Path) -> None:
    publication = Publication(tmp_path)
    publication.publish(_release(0))

    def publish() -> None:
        for number in range(1, PUBLISHES + 1):
            publication.publish(_release(number))
            time.sleep(PAUSE)

    with serving(tmp_path) as url, chromium.browser() as page:
        page.open(f"{url}/#/nothing")
        writer = threading.Thread(target=publish)
        writer.start()
        module = chromium.imported("data.js")
        read = page.evaluate(READ.replace("LAST", str(PUBLISHES)).replace("MODULE", module))
        writer.join()
    assert read["mixed"] == 0
    assert read["reads"] > 3, "it read while releases were switched"


def test_a_reader_of_files_alone_finds_every_release_whole(tmp_path: Path) -> None:
    """A program on the machine resolves the link once, as the documentation says."""
    import orjson

    publication = Publication(tmp_path)
    publication.publish(_release(0))
    done = threading.Event()
    mixed: list[tuple[int, ...]] = []

    def read() -> None:
        while not done.is_set():
            place = (tmp_path / "current").resolve()
            try:
                numbers = {orjson.loads((place / path).read_bytes())["number"] for path in PATHS}
            except FileNotFoundError:
                continue  # three releases later it is gone: the link is resolved again
            if len(numbers) > 1:
                mixed.append(tuple(numbers))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 31):
        publication.publish(_release(number))
    done.set()
    reader.join()
    assert mixed == []
