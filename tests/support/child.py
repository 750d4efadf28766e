"""What a child process does to a toy shop's home, told on standard output as it is acknowledged.

``python -m support.child HOME ACTION …`` with actions ``ingest=N`` (a payload of N days),
``correct`` (the same request answered otherwise), ``run``, ``keep`` (a run that keeps earlier
runs), ``rollback=RUN``, ``withdraw=PAYLOAD``, ``backup`` (into ``HOME.backup``), ``rebuild`` (the
catalog), ``damage`` (a file of a table), ``repair``, and ``hold`` (keep the home open for writing
until standard input ends). A line
``#ready`` says that all is imported, ``#committed N`` that the catalog's N-th transaction has been
acknowledged. In the environment, ``SHOP_CATALOG`` names a database for the catalog, ``SHOP_LEASE``
the seconds of its lease, ``SHOP_ENGINE`` the engine and
``SHOP_STORAGE`` the object storage. ``SHOP_STOP=before N``, ``within N`` or
``after N`` lets the child stop itself at its N-th transaction: no signal has to come in time.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from support.homes import NO_RETENTION, fetched, undo, withdraw
from support.toy_shop import Shop, answer, many, shop_graph, sold
from tipoff.app.backup import back_up
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.app.verification import repair_home
from tipoff.kernel.catalog import Catalog
from tipoff.kernel.run import store as store_module
from tipoff.kernel.run import work as work_module
from tipoff.landing import store as landing_module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COMMITS = "commits of the test"
"""The note that counts the transactions of a catalog, each within itself."""


def told(line: str) -> None:
    """Acknowledge something."""
    sys.stdout.write(f"#{line}\n")
    sys.stdout.flush()


def commits(catalog: Catalog) -> int:
    """Return how many transactions a catalog has had."""
    return int(catalog.note(COMMITS) or 0)


def tell_commits() -> None:
    """Count every transaction within itself, and tell it once it is committed."""
    undisturbed = Catalog.transaction

    where, _, place = os.environ.get("SHOP_STOP", "never 0").partition(" ")
    begun = count(1)

    @contextmanager
    def telling(catalog: Catalog) -> Iterator[None]:
        if catalog.in_transaction:  # it belongs to the one that is counted
            with undisturbed(catalog):
                yield
            return
        number, stops = 0, next(begun) == int(place)
        if stops and where == "before":
            os.kill(os.getpid(), signal.SIGSTOP)
        with undisturbed(catalog):
            yield
            if stops and where == "within":
                os.kill(os.getpid(), signal.SIGSTOP)
            if "note" in catalog.tables():
                number = commits(catalog) + 1
                catalog.keep_note(COMMITS, str(number))
        told(f"committed {number}")
        if stops and where == "after":
            os.kill(os.getpid(), signal.SIGSTOP)

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


def backup_of(shop: Shop) -> Path:
    """Return where a shop is backed up."""
    return shop.directory.with_name(f"{shop.directory.name}.backup")


def act(shop: Shop, action: str) -> object:
    """Do one thing to the shop's home; return the report of a run."""
    name, _, value = action.partition("=")
    return ACTIONS[name](shop, value)


def ingest(shop: Shop, days: str) -> None:
    """Land the sales of so many days, and a request that nobody made before."""
    shop.land(answer(many(int(days))), answer(many(2), f"request {days}"))


def correct(shop: Shop, _: str) -> None:
    """Land an answer that lacks a day, and has a row more."""
    shop.land(fetched(answer([*many(8), sold("dates", 8, 3)]), 1))


def break_a_file(shop: Shop, _: str) -> None:
    """Cut the newest file of a table short."""
    newest = max((shop.home.tables / "daily_total").iterdir())
    newest.write_bytes(newest.read_bytes()[:-9])


def hold(shop: Shop, _: str) -> None:
    """Keep the home open for writing until standard input ends."""
    with shop.home.writing():
        told("holding")
        sys.stdin.read()


ACTIONS: dict[str, Callable[[Shop, str], object]] = {
    "ingest": ingest,
    "correct": correct,
    "run": lambda shop, _: shop.run(retention=NO_RETENTION),
    "keep": lambda shop, _: shop.run(),
    "rollback": lambda shop, run: undo(shop, int(run)),
    "withdraw": lambda shop, payload: withdraw(shop, int(payload)),
    "backup": lambda shop, _: back_up(shop.home, backup_of(shop)),
    "rebuild": lambda shop, _: rebuild_catalog(shop.home),
    "damage": break_a_file,
    "repair": lambda shop, _: repair_home(shop.home, shop.graph),
    "hold": hold,
}


def main(directory: str, *actions: str) -> None:
    """Do one thing after the other."""
    small_files()
    warm_up()
    tell_commits()
    told("ready")
    lease = float(os.environ.get("SHOP_LEASE", "5"))
    shop = Shop(Path(directory), shop_graph(), os.environ.get("SHOP_CATALOG", ""), lease)
    shop.engine = os.environ.get("SHOP_ENGINE", shop.engine)
    shop.storage_url = os.environ.get("SHOP_STORAGE", "")
    for action in actions:
        act(shop, action)
        told(f"done {action}")


if __name__ == "__main__":
    main(*sys.argv[1:])
