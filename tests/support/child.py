"""What a child process does to a toy shop's home, told on standard output as it is acknowledged.

``python -m support.child HOME ACTION …`` with actions ``ingest=N`` (a payload of N days), ``run``,
``rollback=RUN`` and ``hold`` (keep the home open for writing until standard input ends). A line
``#ready`` says that all is imported, ``#committed N`` that the catalog's N-th transaction has been
acknowledged.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from support.homes import NO_RETENTION, undo
from support.toy_shop import Shop, answer, many, shop_graph
from tipoff.kernel.catalog import Catalog
from tipoff.kernel.run import store as store_module
from tipoff.kernel.run import work as work_module
from tipoff.landing import store as landing_module

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMITS = "commits of the test"
"""The note that counts the transactions of a catalog, each within itself."""


def told(line: str) -> None:
    """Acknowledge something."""
    sys.stdout.write(f"#{line}\n")
    sys.stdout.flush()


def commits(catalog: Catalog) -> int:
    """Return how many transactions a catalog has had."""
    found = catalog.query("SELECT value FROM note WHERE name = ?", [COMMITS])
    return int(found[0][0]) if found else 0


def tell_commits() -> None:
    """Count every transaction within itself, and tell it once it is committed."""
    undisturbed = Catalog.transaction

    @contextmanager
    def telling(catalog: Catalog) -> Iterator[None]:
        number = 0
        with undisturbed(catalog):
            yield
            if catalog.query("SELECT 1 FROM sqlite_master WHERE name = 'note'"):
                number = commits(catalog) + 1
                catalog.query("INSERT OR REPLACE INTO note VALUES (?, ?)", [COMMITS, str(number)])
        told(f"committed {number}")

    Catalog.transaction = telling  # type: ignore[assignment, method-assign]


def small_files() -> None:
    """Commit two dates at a time, and fold soon, so that little data shows everything.

    Bodies are written one after the other: strace may tell calls of several threads out of order.
    """
    landing_module.WRITERS = 1
    work_module.CHUNK_DATES = 2
    store_module.MAX_FILES, store_module.FOLDED_FILES = 3, 2


def warm_up() -> None:
    """Import and compile everything that a run needs, which would take most of a small one."""
    with tempfile.TemporaryDirectory() as directory:
        shop = Shop(Path(directory), shop_graph())
        shop.land(answer(many(2)))
        shop.run()


def act(shop: Shop, action: str) -> None:
    """Do one thing to the shop's home."""
    name, _, value = action.partition("=")
    match name:
        case "ingest":
            shop.land(answer(many(int(value))), answer(many(2), f"request {value}"))
        case "run":
            shop.run(retention=NO_RETENTION)
        case "keep":
            shop.run()
        case "rollback":
            undo(shop, int(value))
        case "hold":
            with shop.home.writing():
                told("holding")
                sys.stdin.read()


def main(directory: str, *actions: str) -> None:
    """Do one thing after the other."""
    small_files()
    warm_up()
    tell_commits()
    told("ready")
    shop = Shop(Path(directory), shop_graph())
    for action in actions:
        act(shop, action)
        told(f"done {action}")


if __name__ == "__main__":
    main(*sys.argv[1:])
