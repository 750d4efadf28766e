"""Two requests with the same rows: the later answer is used, and every row is accounted for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import Shop, answer, many, sale, sales, sold
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.stream import stream

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Columns

ROWS = many(10)
TODAY = [sold("apple", 9, 42), sold("dates", 9, 1)]


def _apples(shop: Shop) -> list[tuple[Any, ...]]:
    return shop.query("SELECT sold FROM sale WHERE item = 'apple' ORDER BY sold_on DESC LIMIT 1")


@pytest.mark.parametrize("together", [True, False])
def test_the_later_answer_stands_and_every_row_is_accounted_for(shop: Shop, together: bool) -> None:
    for payloads in (
        ([answer(ROWS), answer(TODAY, "today")],)
        if together
        else ([answer(ROWS)], [answer(TODAY, "today")])
    ):
        shop.land(*payloads)
        shop.run()
    assert _apples(shop) == [(42,)]
    assert len(shop.query("FROM sale")) == len(ROWS) + 1
    assert shop.unaccounted() == 0


def test_an_older_answer_parsed_again_gives_way_again(shop: Shop) -> None:
    shop.land(answer(ROWS), answer(TODAY, "today"))
    shop.run()
    shop.land(answer([*ROWS, sold("dates", 3, 2)]))
    shop.run()
    assert shop.unaccounted() == 0
    shop.land(answer([*TODAY, sold("bread", 9, 3)], "today"))
    shop.run()
    assert (_apples(shop), shop.unaccounted()) == ([(42,)], 0)


def test_rows_that_state_the_same_twice_are_there_once(shop: Shop) -> None:
    for request in ("all", "again"):
        shop.land(answer(ROWS, request))
        shop.run()
    assert len(shop.query("FROM sale")) == len(ROWS)
    assert shop.unaccounted() == 0


def test_an_answer_that_is_refused_makes_no_other_give_way(shop: Shop) -> None:
    bad = [sold("cheese", day, -1) for day in range(20, 30)]
    shop.land(answer(ROWS), answer([*TODAY, *bad], "today"))
    assert "10 of 12 rows are bad" in shop.run().problems[0]
    assert len(shop.query("FROM sale")) == len(ROWS)


def test_a_stream_may_read_another_form_of_the_same_rows(tmp_path: Path) -> None:
    @stream(resource="sales", other_resources=("receipts",), columns=sales.columns, key=sales.key)
    def sales_and_receipts(payload: Payload) -> Columns:
        if payload.resource == "sales":
            return sales.parse(payload)
        item, day, count = payload.body.decode().split()
        return {
            "item": [item],
            "day": [date.fromisoformat(day)],
            "sold": [int(count)],
            "stock": [None],
        }

    renamed = replace(sales_and_receipts, name="sales")
    shop = Shop(tmp_path, Graph.of([renamed, sale]))
    receipt = replace(answer([]), resource="receipts", body=b"apple 2024-01-10 42")
    shop.land(answer(ROWS), receipt)
    assert shop.run().problems == []
    assert _apples(shop) == [(42,)]
