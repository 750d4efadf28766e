"""Every table that Spark computes is the one that DuckDB computes, over the same payloads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest

from conftest import SMALL, World, build, features_only, read_by
from support.toy_shop import Shop, answer, done, many, shop_graph, sold
from tipoff.app.home import Home
from tipoff.kernel.declare.graph import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload

RELATIVE = 1e-9
"""By which a float may differ: sums are added up in another order."""
MONTH = DateRange(date(2024, 11, 15), date(2024, 12, 14))
SEASONS = ("2022-23", "2023-24")
UNRECORDED = (
    *("daily_lineup", "injury_report", "injury_submission", "play", "player_listing", "roster"),
    *("injury_status_change", "player_play_summary"),  # they follow from those
)
EMPTY = {
    "month": {"known_lineup", "pickem_offer", "player_listing", "promotion", "settled_name"},
    "seasons": {"known_lineup", "pickem_offer", "promotion", "settled_name", *UNRECORDED},
}
"""The tables without rows in a month of the small league, and in the recorded seasons."""


@pytest.fixture(scope="module", params=["month", pytest.param("seasons", marks=pytest.mark.chaos)])
def span(request: pytest.FixtureRequest) -> str:
    """The dates that are computed: a month of the demo league, or two real seasons."""
    return str(request.param)


@pytest.fixture(scope="module")
def worlds(
    span: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, master: str
) -> tuple[World, World]:
    """The same payloads with all features, by DuckDB and by Spark."""
    graph, dates = features_only(), MONTH if span == "month" else None
    payloads = _payloads(span, request)
    results = []
    for engine in ("duckdb", master):
        home = Home(tmp_path_factory.mktemp("world"), threads=2, engine=engine)
        report = build(home, payloads, graph, dates)
        assert report.problems == [], engine
        results.append(World(Home(home.directory, threads=2)))
    return results[0], results[1]


def _payloads(span: str, request: pytest.FixtureRequest) -> list[Payload]:
    if span == "month":
        return list(SMALL.payloads())
    season: Callable[[str], Iterable[Payload]] = request.getfixturevalue("recorded_season")
    return read_by(features_only(), [each for label in SEASONS for each in season(label)])


@pytest.mark.parametrize("table", features_only().tables)
def test_a_table_is_the_same(worlds: tuple[World, World], span: str, table: str) -> None:
    expected, computed = (_in_order(world, table) for world in worlds)
    assert computed.schema == expected.schema
    assert computed.num_rows == expected.num_rows
    assert bool(expected) == (table not in EMPTY[span])
    pairs = zip(expected.column_names, expected.columns, computed.columns, strict=True)
    wrong = {
        name: difference for name, one, other in pairs if (difference := _different(one, other))
    }
    assert wrong == {}


def _in_order(world: World, table: str) -> pa.Table:
    key = ", ".join(features_only().tables[table].schema.key())
    with world.home.reading() as engine:
        return engine.arrow(f"SELECT * FROM {table} ORDER BY {key}")


def _different(one: pa.ChunkedArray, other: pa.ChunkedArray) -> list[tuple[Any, Any]]:
    """Return the first pairs of values that are not the same."""
    if one.equals(other):
        return []
    places = [*range(len(one))]
    if pa.types.is_floating(one.type) and one.is_null().equals(other.is_null()):
        first, second = (each.to_numpy() for each in (one, other))
        near = np.isclose(first, second, rtol=RELATIVE, atol=1e-12, equal_nan=True)
        places = np.flatnonzero(~near).tolist()
    pairs = ((one[place].as_py(), other[place].as_py()) for place in places)
    return [pair for pair in pairs if pair[0] != pair[1]][:3]


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
