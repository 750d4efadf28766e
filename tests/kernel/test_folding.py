"""Small files are merged when new ones are written, and removed once no kept run needs them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from support.homes import NO_RETENTION, damage, head, rebuilt, undo, unnamed
from support.toy_shop import Shop, answer, many, sold
from tipoff.kernel.run.retention import Retention
from tipoff.kernel.run.store import MAX_FILES

if TYPE_CHECKING:
    from pathlib import Path

COMMITS = 16


def _grow(shop: Shop, days: int, retention: Retention) -> None:
    """Land and run one more day at a time, each with a separate request."""
    for on in range(days):
        shop.land(answer([sold("apple", on, on), sold("bread", on, 1)], f"day {on}"))
        shop.run(retention=retention)


def _files_read(shop: Shop) -> dict[str, int]:
    """Return how many files the dates of each table lie in."""
    contents = shop.state().contents
    return {n: len({e.file for e in c.entries.values() if e.rows}) for n, c in contents.items()}


def _present(shop: Shop) -> Counter[str]:
    return Counter(path.parent.name for path in shop.home.tables.glob("*/*"))


def test_many_commits_leave_a_dozen_files_and_the_same_rows(shop: Shop, tmp_path: Path) -> None:
    _grow(shop, COMMITS, NO_RETENTION)
    assert max(_files_read(shop).values()) <= MAX_FILES
    assert min(_files_read(shop).values()) > 1
    fresh = rebuilt(shop, tmp_path / "rebuilt")
    assert shop.hashes() == fresh.hashes()
    rows = "FROM {} ORDER BY ALL"
    assert all(shop.query(rows.format(n)) == fresh.query(rows.format(n)) for n in shop.graph.tables)
    assert (damage(shop.home), unnamed(shop.home), shop.unaccounted()) == ([], [], 0)
    assert max(_present(shop).values()) <= 2 * MAX_FILES, "a raw table has files of two kinds"
    assert shop.run().did_nothing


def test_a_file_that_a_kept_run_names_is_never_removed(shop: Shop) -> None:
    _grow(shop, COMMITS, NO_RETENTION)
    before = shop.hashes()
    kept = set(shop.home.tables.glob("*/*"))
    shop.land(answer(many(COMMITS), "all"))
    shop.run(retention=Retention(keep_runs=2, keep_days=0))
    assert kept <= set(shop.home.tables.glob("*/*"))
    undo(shop, head(shop))
    assert (shop.hashes(), damage(shop.home)) == (before, [])
    shop.run(retention=NO_RETENTION)
    assert not kept <= set(shop.home.tables.glob("*/*"))
    assert (damage(shop.home), unnamed(shop.home)) == ([], [])


def test_days_of_retention_keep_what_runs_of_retention_do_not(shop: Shop) -> None:
    shop.land(answer(many(3)))
    shop.run(retention=Retention(keep_runs=1, keep_days=7))
    before = shop.hashes()
    shop.land(answer(many(2)))
    report = shop.run(retention=Retention(keep_runs=1, keep_days=7))
    assert report.freed == 0
    undo(shop, 2)
    assert (shop.hashes(), damage(shop.home)) == (before, [])


def test_a_run_tells_how_many_bytes_it_freed(shop: Shop) -> None:
    shop.land(answer(many(3)))
    shop.run(retention=NO_RETENTION)
    sizes = {path: path.stat().st_size for path in shop.home.tables.glob("*/*")}
    shop.land(answer([sold("dates", 1, 1)]))
    report = shop.run(retention=NO_RETENTION)
    assert report.freed == sum(size for path, size in sizes.items() if not path.exists()) > 0
