"""Every table that Spark computes is the one that DuckDB computes, over the same payloads."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from conftest import SMALL, World, build, features_only
from support.toy_shop import Shop, answer, done, many, shop_graph, sold
from tipoff.app.home import Home
from tipoff.kernel.declare.graph import DateRange

if TYPE_CHECKING:
    from pathlib import Path

RELATIVE = 1e-9
"""By which a float may differ: sums are added up in another order."""
MONTH = DateRange(date(2024, 11, 15), date(2024, 12, 14))
EMPTY = {"known_lineup", "pickem_offer", "player_listing", "promotion", "settled_name"}
"""What a month of so small a league has no rows of."""


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory, master: str) -> tuple[World, World]:
    """A month of the demo league, with all features, by DuckDB and by Spark."""
    payloads = list(SMALL.payloads())
    made = []
    for engine in ("duckdb", master):
        home = Home(tmp_path_factory.mktemp("world"), threads=2, engine=engine)
        report = build(home, payloads, features_only(), MONTH)
        assert report.problems == [], engine
        made.append(World(Home(home.directory, threads=2)))
    return made[0], made[1]


@pytest.mark.parametrize("table", features_only().tables)
def test_a_table_of_a_month_is_the_same(worlds: tuple[World, World], table: str) -> None:
    key = features_only().tables[table].schema.key()
    expected, computed = (_by_key(world, table, key) for world in worlds)
    assert expected.keys() == computed.keys()
    assert bool(expected) == (table not in EMPTY)
    wrong = {
        (column, *name): (value, computed[name][column])
        for name, row in expected.items()
        for column, value in row.items()
        if not _same(value, computed[name][column])
    }
    assert wrong == {}, f"{len(wrong)} values differ"


def _by_key(world: World, table: str, key: tuple[str, ...]) -> dict[tuple[Any, ...], Any]:
    return {tuple(row[name] for name in key): row for row in world.rows(table)}


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=RELATIVE, abs_tol=1e-12)
    return type(one) is type(other) and bool(one == other)


def test_rows_quarantine_and_hashes_of_a_corrected_shop_are_the_same(
    cluster_shop: Shop, tmp_path: Path
) -> None:
    expected = Shop(tmp_path / "duckdb", shop_graph())
    for shop in (expected, cluster_shop):
        shop.land(answer(many(5)))
        shop.run()
        shop.land(answer([sold("apple", 2, 9), sold("bread", 3, 5, stock=1)], "late"))
    assert done(cluster_shop.run()) == done(expected.run())
    assert cluster_shop.hashes() == expected.hashes()
    assert cluster_shop.quarantine() == expected.quarantine()
    assert done(cluster_shop.run()) == {}, "nothing is left to do"
    assert list(cluster_shop.home.directory.glob("spilled/*")) == []
