"""Reading ahead never assigns a payload to the wrong table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import Shop, answer, many, sale, sales, sold
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, day, integer, rule, text
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.declare.table import table
from tipoff.kernel.run import run as run_module

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.declare.payload import Payload

READ_SALES: Callable[[Payload], Columns] = sales.parse


@stream(resource="returns", columns=sales.columns, key=sales.key)
def returns(payload: Payload) -> Columns:
    """A parser of JSON objects with an unexpected error for a misprint."""
    if b"misprint" in payload.body:
        raise ZeroDivisionError("of a misprint")
    return READ_SALES(payload)


class Return(Schema):
    """One item brought back on one day."""

    payload = integer(provenance=True)
    item = text(key=True)
    sold_on = day(key=True, partition=True)
    returned = integer()

    @rule("returned", critical=True)
    def believable(row: Table) -> BooleanValue:
        """Nobody brings back a thousand."""
        return row.returned < 1_000


@table(schema=Return)
def brought_back(returns: Landed) -> Table:
    """Returns as read."""
    return returns.select("payload", "item", sold_on="day", returned="sold")


@pytest.fixture
def counter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop that also takes things back, and reads one payload at a time."""
    monkeypatch.setattr(run_module, "batch_bytes", lambda available: 1)
    return Shop(tmp_path, Graph.of([returns, brought_back, sales, sale]))


def returned(count: Any, request: str) -> Payload:
    """A payload of returns."""
    return replace(answer([sold("bread", 1, count)], request), resource="returns")


def land(shop: Shop, *counts: Any) -> None:
    """Land a payload of returns for each count, then two of sales."""
    shop.land(*(returned(count, f"r{place}") for place, count in enumerate(counts)))
    shop.land(answer(many(1), "first day"), answer([sold("dates", 2, 2)], "third day"))


def test_tables_read_their_own_payloads_in_turn(counter: Shop) -> None:
    land(counter, 1, 2)
    report = counter.run()
    assert report.problems == []
    assert [t.payloads for t in report.tables] == [2, 2]
    assert counter.query("SELECT count(*), sum(sold) FROM sale") == [(4, 0 + 3 + 6 + 2)]
    assert counter.query("SELECT returned FROM brought_back") == [(2,)], "the newest answer counts"


@pytest.mark.parametrize(
    ("count", "message"),
    [(5_000, "breaks believable: returned=5000"), ("misprint", "ZeroDivisionError: of a misprint")],
)
def test_what_one_table_cannot_read_is_its_own_failure(
    counter: Shop, count: Any, message: str
) -> None:
    land(counter, count, 2, 3)
    report = counter.run()
    assert [message in p and p.startswith("brought_back: ") for p in report.problems] == [True]
    assert counter.query("SELECT count(*) FROM sale") == [(4,)]
    land(counter, 1)
    assert counter.run().problems == []
    assert counter.query("SELECT count(*) FROM brought_back") == [(1,)]


def test_a_stream_of_two_resources_reads_both_and_the_later_stands(tmp_path: Path) -> None:
    @stream(resource="sales", other_resources=("slips",), columns=sales.columns, key=sales.key)
    def sales_or_slips(payload: Payload) -> Columns:
        return READ_SALES(payload)

    @table(schema=sale.schema, calendar="settled")
    def sale_of_either(sales_or_slips: Landed) -> Table:
        """Sales as read."""
        return sales_or_slips.select(
            "payload",
            "item",
            "sold",
            "stock",
            sold_on="day",
            settled=sales_or_slips.sold.notnull(),
        )

    shop = Shop(tmp_path, Graph.of([sales_or_slips, sale_of_either]))
    slips = replace(answer([sold("bread", 1, 5), sold("dates", 2, 3)], "b"), resource="slips")
    shop.land(answer([sold("bread", 1, 4), sold("apple", 1, 2)], "a"), slips)
    shop.run()
    rows = shop.query("SELECT item, sold FROM sale_of_either ORDER BY item")
    assert rows == [("apple", 2), ("bread", 5), ("dates", 3)]
    assert shop.run().did_nothing
