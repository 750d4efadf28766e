"""A child process that performs actions on a toy shop's home and reports on standard output.

``python -m support.child HOME ACTION …`` with actions ``ingest=N`` (a payload of N days),
``correct`` (the same request with a changed answer), ``run``, ``keep`` (a run that keeps earlier
runs), ``rollback=RUN``, ``withdraw=PAYLOAD``, ``backup`` (into ``HOME.backup``), ``rebuild`` (the
catalog), ``damage`` (a file of a table), ``repair``, and ``hold`` (keep the home open for writing
until standard input ends). The line ``#ready`` means that everything is imported, ``#committed N``
that the catalog's N-th transaction is committed.

Environment variables: ``SHOP_CATALOG`` is a database for the catalog, ``SHOP_LEASE`` the seconds of
its lease, ``SHOP_ENGINE`` the engine and ``SHOP_STORAGE`` the object storage. ``SHOP_STOP=before
N``, ``within N`` or ``after N`` suspends the child at its N-th transaction, without a race between
it and a signal from outside.
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
"""The note in the catalog that counts its transactions."""


def acknowledge(line: str) -> None:
    """Print a line of the protocol."""
    sys.stdout.write(f"#{line}\n")
    sys.stdout.flush()


def commits(catalog: Catalog) -> int:
    """Return the number of transactions that a catalog has had."""
    return int(catalog.note(COMMITS) or 0)


def acknowledge_commits() -> None:
    """Count every transaction inside it, and acknowledge it once it is committed."""
    undisturbed = Catalog.transaction

    where, _, place = os.environ.get("SHOP_STOP", "never 0").partition(" ")
    begun = count(1)

    @contextmanager
    def acknowledging(catalog: Catalog) -> Iterator[None]:
        if catalog.in_transaction:  # nested: part of the counted transaction
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
        acknowledge(f"committed {number}")
        if stops and where == "after":
            os.kill(os.getpid(), signal.SIGSTOP)

    Catalog.transaction = acknowledging  # type: ignore[assignment, method-assign]


def small_files() -> None:
    """Commit two dates at a time, and merge files early, so that little data covers everything.

    Bodies are written one after the other: strace may report calls of several threads out of order.
    """
    landing_module.WRITERS = 1
    work_module.CHUNK_DATES = 2
    store_module.MAX_FILES, store_module.FOLDED_FILES = 3, 2


def warm_up() -> None:
    """Import and compile everything that a run needs: most of the time of a small run."""
    with tempfile.TemporaryDirectory() as directory:
        shop = Shop(Path(directory), shop_graph())
        shop.land(answer(many(2)))
        shop.run()


def backup_of(shop: Shop) -> Path:
    """Return the directory of a shop's backup."""
    return shop.directory.with_name(f"{shop.directory.name}.backup")


def act(shop: Shop, action: str) -> object:
    """Perform an action on the shop's home; return the report of a run."""
    name, _, value = action.partition("=")
    return ACTIONS[name](shop, value)


def ingest(shop: Shop, days: str) -> None:
    """Land the sales of a number of days, and the answer to a new request."""
    shop.land(answer(many(int(days))), answer(many(2), f"request {days}"))


def correct(shop: Shop, _: str) -> None:
    """Land a corrected answer, which lacks a day and has an additional row."""
    shop.land(fetched(answer([*many(8), sold("dates", 8, 3)]), 1))


def break_a_file(shop: Shop, _: str) -> None:
    """Truncate the newest file of a table."""
    newest = max((shop.home.tables / "daily_total").iterdir())
    newest.write_bytes(newest.read_bytes()[:-9])


def hold(shop: Shop, _: str) -> None:
    """Keep the home open for writing until standard input ends."""
    with shop.home.writing():
        acknowledge("holding")
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
    """Perform the actions one after the other."""
    small_files()
    warm_up()
    acknowledge_commits()
    acknowledge("ready")
    lease = float(os.environ.get("SHOP_LEASE", "5"))
    shop = Shop(Path(directory), shop_graph(), os.environ.get("SHOP_CATALOG", ""), lease)
    shop.engine = os.environ.get("SHOP_ENGINE", shop.engine)
    shop.storage_url = os.environ.get("SHOP_STORAGE", "")
    for action in actions:
        act(shop, action)
        acknowledge(f"done {action}")


if __name__ == "__main__":
    main(*sys.argv[1:])
