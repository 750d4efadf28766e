"""Incremental equals rebuilt: by date or at once, in any order of corrections, by month too."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.homes import damage, fetched, rebuilt
from support.tables import monthly_shop
from support.toy_shop import Shop, answer, many, sale, sales, sold
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.run import work as work_module

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Table

DAYS = 66
"""Three calendar months are touched."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A shop that is built at once."""
    shop = monthly_shop(tmp_path_factory.mktemp("built") / "shop")
    shop.land(answer(many(DAYS)))
    assert shop.run().problems == []
    assert shop.days("month_start") == [0, 31, 60]
    return shop


def _unbuilt(built: Shop, directory: Path) -> Shop:
    shutil.copytree(built.home.landing, directory / "landing")
    rebuild_catalog(Shop(directory, built.graph).home)
    return Shop(directory, built.graph)


@pytest.mark.parametrize("size", [7, 31])
def test_chunks_of_any_size_equal_one(
    built: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(work_module, "CHUNK_DATES", size)
    shop = _unbuilt(built, tmp_path / "shop")
    shop.run()
    assert shop.hashes() == built.hashes()


class Offered(Schema):
    """An item that was sold, under a key that says nothing of the day."""

    item = text(key=True)
    sold_on = day(partition=True)


@table(schema=Offered)
def offered(sale: Table) -> Table:
    """Return the items sold on each day."""
    return sale.select("item", "sold_on")


def test_a_key_that_two_dates_have_is_no_fault_of_a_chunk_that_holds_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a game that is predicted live, postponed, and predicted live again."""
    shop = Shop(tmp_path / "together", Graph.of([sales, sale, offered]))
    shop.land(answer(many(3)))
    assert shop.run().problems == []
    assert shop.quarantine() == []
    monkeypatch.setattr(work_module, "CHUNK_DATES", 1)
    alone = _unbuilt(shop, tmp_path / "alone")
    assert alone.run().problems == []
    assert alone.hashes() == shop.hashes()


@pytest.mark.parametrize("requests", [[(60, 65), (0, 10)], [(31, 31), (0, 0), (59, 61)]])
def test_dates_requested_in_any_order_equal_all_at_once(
    built: Shop, tmp_path: Path, requests: list[tuple[int, int]]
) -> None:
    shop = _unbuilt(built, tmp_path / "shop")
    for first, last in requests:
        shop.run(first, last)
        want, have = built.state().contents, shop.state().contents
        for name in shop.graph.tables:
            for on in have[name].days:
                assert have[name].within(on, on) == want[name].within(on, on), (name, on)
    shop.run()
    assert shop.hashes() == built.hashes()


def test_landed_a_day_at_a_time_equals_landed_at_once(tmp_path: Path) -> None:
    whole = many(5)
    shop = monthly_shop(tmp_path / "shop")
    for on in range(5):
        shop.land(answer(whole[3 * on : 3 * on + 3], f"day {on}"))
        shop.run()
    assert shop.hashes() == rebuilt(shop, tmp_path / "rebuilt").hashes()


changes = st.lists(
    st.lists(
        st.builds(
            sold,
            st.sampled_from(["apple", "bread", "dates"]),
            st.sampled_from([0, 1, 2, 29, 30, 31, 32, 60, 61, 66]),
            st.integers(-1, 20),
        ),
        min_size=1,
        max_size=3,
        unique_by=lambda row: (row["item"], row["day"]),
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(changes=changes)
def test_corrections_equal_a_rebuild(
    built: Shop, tmp_path_factory: pytest.TempPathFactory, changes: list[list[dict[str, object]]]
) -> None:
    place = tmp_path_factory.mktemp("corrected")
    shutil.copytree(built.directory, place / "shop")
    shop = Shop(place / "shop", built.graph)
    for hours, rows in enumerate(changes, 1):
        shop.land(fetched(answer(rows, f"correction {hours % 2}"), hours))
        shop.run()
    fresh = rebuilt(shop, place / "rebuilt")
    assert shop.hashes() == fresh.hashes()
    assert shop.quarantine() == fresh.quarantine()
    assert (shop.unaccounted(), damage(shop.home)) == (0, [])
