"""Changed columns in a payload: it is stored and refused with the difference; others are read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import Shop, answer, daily_total, many, sale, sales
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.errors import Blocked
from tipoff.kernel.parse.drift import drift

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Row = dict[str, Any]
ROWS = many(10)


def _without(*names: str) -> Callable[[Row], Row]:
    return lambda row: {name: value for name, value in row.items() if name not in names}


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (_without("sold"), "columns missing: sold"),
        (
            lambda r: {**_without("sold")(r), "units_sold": r["sold"]},
            "columns missing: sold (renamed units_sold?)",
        ),
        (
            lambda r: {**_without("sold")(r), "sold_on": r["day"]},
            "columns missing: sold; columns new: sold_on",
        ),
        (
            lambda r: {**r, "sold": f"{r['sold']} pieces"},
            "columns retyped: sold (int64 declared, '0 pieces' found)",
        ),
        (
            lambda r: {**_without("stock")(r), "sold": [r["sold"]], "shelf": "A"},
            "columns missing: stock; columns retyped: sold (int64 declared, [0] found); columns "
            "new: shelf",
        ),
    ],
)
def test_a_changed_payload_is_refused_with_the_difference(
    shop: Shop, change: Callable[[Row], Row], difference: str
) -> None:
    shop.land(answer(ROWS[:15], "good"), answer([change(row) for row in ROWS], "changed"))
    report = shop.run()
    assert report.problems == [f"changed: sales: {difference}"]
    assert report.exit_code == Blocked.exit_code
    assert len(shop.query("FROM sale")) == 15
    assert len(shop.catalog("SELECT * FROM payload")) == 2, "what is refused is landed"
    assert len(shop.query("FROM daily_total")) == 5, "the rest goes on"
    refused = shop.catalog("SELECT refused FROM payload_entry WHERE refused IS NOT NULL")
    assert refused == [(f"changed: sales: {difference}",)]


def test_a_parser_that_learns_the_new_name_reads_what_was_refused(shop: Shop) -> None:
    shop.land(answer([{**_without("sold")(r), "units": r["sold"]} for r in ROWS]))
    assert shop.run().exit_code == Blocked.exit_code

    def taught(payload: Any) -> Any:
        columns = dict(sales.parse(payload))
        return {**columns, "sold": columns.pop("units")}

    shop.graph = Graph.of([replace(sales, parse=taught), sale, daily_total])
    assert shop.run().problems == []
    assert len(shop.query("FROM sale")) == len(ROWS)


def test_a_column_more_is_news_and_nothing_else(tmp_path: Path) -> None:
    watched = replace(sales, unused=frozenset({"shelf"}))
    shop = Shop(tmp_path, Graph.of([watched, sale, daily_total]))
    more = [{**row, "shelf": 1, "aisle": 2} for row in ROWS]
    shop.land(answer(more), answer(more[:3], "again"))
    report = shop.run()
    assert report.notices == ["sale: new column aisle, not read: all"]
    assert (report.problems, report.exit_code) == ([], 0)
    assert len(shop.query("FROM sale")) == len(ROWS)


def test_nothing_is_news_of_a_stream_that_does_not_say_what_it_leaves(shop: Shop) -> None:
    shop.land(answer([{**row, "shelf": 1} for row in ROWS]))
    assert shop.run().notices == []


@pytest.mark.parametrize("bad", [1, 2])
def test_a_few_values_of_another_type_are_bad_rows(shop: Shop, bad: int) -> None:
    shop.land(answer([{**row, "sold": "many"} for row in ROWS[:bad]]))
    assert shop.run().problems == []
    assert len(shop.quarantine()) == bad


def test_a_name_goes_to_the_likest_column_that_has_its_type() -> None:
    columns: dict[str, list[Any]] = {
        "item": ["a"],
        "day": [None],
        "stock": [1],
        "sold_by": ["Al"],
        "sold_no": [3],
    }
    assert drift(sales, columns).missing == {"sold": "sold_no"}
