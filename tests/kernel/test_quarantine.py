"""One bad row costs one row; too many, or a critical rule, refuse the commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import (
    Shop,
    answer,
    daily_total,
    many,
    raw_answer,
    sale,
    sales,
    sold,
)
from tipoff.kernel.catalog import quality
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, day, integer, rule, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from pathlib import Path

    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Landed, Table

ROWS = many(30)


@pytest.mark.parametrize(
    ("bad", "rule_name", "column", "value"),
    [
        (sold("apple", 30, "many"), "readable as int64", "sold", "many"),
        (sold("apple", 30, -1), ">= 0", "sold", "-1"),
        (sold("apple", 30, 1_001, 2_000), "<= 1000", "sold", "1001"),
        (sold("apple", 30, None), "not null", "sold", "None"),
        (sold("apple", 30, 5, stock=4), "within_stock", "sold", "5"),
        (sold("poison", 30, 5), "one of apple/bread/cheese/dates", "item", "poison"),
        (sold("apple", 3, 5), "unique key", "sold_on", "2024-01-04"),
    ],
)
def test_a_bad_row_is_set_aside_alone(
    shop: Shop, bad: dict[str, Any], rule_name: str, column: str, value: str
) -> None:
    shop.land(answer([*ROWS, bad]))
    report = shop.run()
    assert shop.quarantine() == [("sale", rule_name, column, value)]
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS),)]
    assert report.exit_code == 0


def test_five_bad_rows_of_five_are_no_answer_and_refuse_their_payload(shop: Shop) -> None:
    shop.land(answer([sold("dates", day, -1) for day in range(5)], "bad"))
    shop.land(answer(ROWS, "good"))
    report = shop.run()
    assert report.exit_code == Blocked.exit_code
    assert "5 of 5 rows are bad" in report.problems[0]
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS),)]


def test_five_bad_rows_beside_a_good_one_are_set_aside(shop: Shop) -> None:
    shop.land(answer([*(sold("dates", day, -1) for day in range(5)), sold("apple", 1, 1)]))
    assert shop.run().exit_code == 0
    assert len(shop.quarantine()) == 5


def test_rows_set_aside_are_counted_by_table_without_refused_payloads(shop: Shop) -> None:
    shop.land(answer([*ROWS, sold("apple", 30, -1), sold("bread", 30, -1)]))
    shop.land(raw_answer(b"not JSON", "broken"))
    shop.run()
    with shop.session() as session:
        counts = quality.quarantine_counts(session.ledger, shop.state().considered())
    assert counts == {"sale": 2}
    assert len(shop.quarantine()) == 3


@pytest.mark.parametrize(
    ("bad", "examined", "tolerated"),
    [(0, 0, True), (1, 1, False), (5, 5, False), (5, 6, True), (6, 7, False), (10, 1_000, True)],
)
def test_how_many_bad_rows_are_tolerated(bad: int, examined: int, tolerated: bool) -> None:
    assert Strict.tolerates(bad, examined) == tolerated


@pytest.mark.parametrize(
    ("excused", "examined", "tolerated"), [(1, 1, False), (29, 30, True), (30, 30, False)]
)
def test_rows_that_another_table_contradicts_are_tolerated_beside_any_good_one(
    excused: int, examined: int, tolerated: bool
) -> None:
    assert Strict.tolerates(0, examined, excused) == tolerated


class Audited(Schema):
    """With a rule that looks into another table, and not one bad row tolerated."""

    tolerated_share, tolerated_rows = 0.0, 0
    looked_up = ("total",)
    payload = integer(provenance=True)
    item = text(key=True)
    sold_on = day(key=True, partition=True)
    sold = integer(minimum=0)
    total = integer()

    @rule("item")
    def stands_among_sales(row: Table, sale: Table) -> BooleanValue:
        """The item was sold at some time."""
        return row.item.isin(sale.item)


@table(schema=Audited)
def audited(sales: Landed, daily_total: Table) -> Table:
    """Return the sales again, next to the day's total."""
    dated = sales.left_join(daily_total, sales.day == daily_total.sold_on)
    return dated.select("payload", "item", "sold", "total", sold_on="day")


@pytest.mark.parametrize(
    ("rows", "rule_name", "column"),
    [
        ([sold("bread", 1, 5, stock=4)], "stands_among_sales", "item"),
        ([sold("apple", 40, 5, stock=4)], "not null", "total"),
    ],
)
def test_what_another_table_contradicts_costs_the_row_and_never_the_payload(
    tmp_path: Path, rows: list[dict[str, Any]], rule_name: str, column: str
) -> None:
    shop = Shop(tmp_path, Graph.of([sales, sale, daily_total, audited]))
    good = [sold("apple", day, 1) for day in range(4)]
    shop.land(answer([*good, *rows]))
    assert shop.run().problems == []
    aside = [(table, rule, column) for table, rule, column, _ in shop.quarantine()]
    assert ("audited", rule_name, column) in aside
    assert shop.query("SELECT count(*) FROM audited") == [(len(good),)]


def test_a_payload_of_which_no_row_agrees_leaves_the_one_before(tmp_path: Path) -> None:
    shop = Shop(tmp_path, Graph.of([sales, sale, daily_total, audited]))
    shop.land(answer([sold("apple", day, 1) for day in range(4)]))
    shop.run()
    shop.land(answer([sold("bread", 1, 5, stock=4), sold("apple", 2, 1)], "other"))
    shop.run()
    shop.land(answer([sold("bread", 1, 5, stock=4)]))
    (_, problem) = shop.run().problems
    assert "audited: 1 of 1 rows are bad" in problem
    assert shop.query("SELECT count(*) FROM audited WHERE item = 'apple'") == [(4,)]


def test_a_mended_row_leaves_quarantine(shop: Shop) -> None:
    shop.land(answer([*ROWS, sold("apple", 30, -1)]))
    shop.run()
    shop.land(answer([*ROWS, sold("apple", 30, 1)]))
    shop.run()
    assert shop.quarantine() == []
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS) + 1,)]


def test_a_row_that_is_read_again_and_is_as_bad_as_before_is_counted_once(shop: Shop) -> None:
    """Its date comes out the same and stays that of the run before; its payload is of this one."""
    shop.land(answer([*ROWS, sold("dates", 3, -1)]))
    shop.run()
    with shop.home.writing() as workspace:
        workspace.catalog.query("UPDATE payload_entry SET fingerprint = 'of other code'")
    assert shop.run().run == 2
    assert shop.quarantine() == [("sale", ">= 0", "sold", "-1")]


def test_what_a_later_run_sets_aside_stands_beside_what_an_earlier_one_did(shop: Shop) -> None:
    shop.land(answer([*ROWS, sold("apple", 30, "many")], "first"))
    shop.run()
    shop.land(answer([sold("bread", 31, 1), sold("bread", 32, "more")], "second"))
    shop.run()
    unreadable = ("sale", "readable as int64", "sold")
    assert shop.quarantine() == [(*unreadable, "many"), (*unreadable, "more")]


def test_a_refused_payload_keeps_its_reason_beside_one_with_bad_rows(shop: Shop) -> None:
    renamed = [{"units": 1, "item": "bread", "day": "2024-01-08", "stock": 5}]
    shop.land(answer(renamed, "renamed"), answer([*ROWS, sold("dates", 3, -1)], "good"))
    (problem,) = shop.run().problems
    assert "columns missing: sold" in problem


def test_a_payload_with_too_many_bad_rows_is_refused_whole(shop: Shop) -> None:
    shop.land(answer([*many(2), *(sold("dates", day, -1) for day in range(9))], "bad"))
    shop.land(answer(ROWS, "good"))
    report = shop.run()
    assert report.exit_code == Blocked.exit_code
    assert "9 of 15 rows are bad" in report.problems[0]
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS),)]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html>sorry</html>", "no rows"),
        (b'{"rows": [{"item": "apple", "day": "2024-01-01"}]}', "columns missing: sold, stock"),
    ],
)
def test_a_payload_that_cannot_be_read_is_refused_and_the_rest_goes_on(
    shop: Shop, body: bytes, reason: str
) -> None:
    shop.land(raw_answer(body, "broken"), answer(ROWS))
    report = shop.run()
    assert [reason in p and p.startswith("broken: ") for p in report.problems] == [True]
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS),)]


def test_a_refused_payload_leaves_the_rows_of_the_one_before(shop: Shop) -> None:
    shop.land(answer(ROWS))
    shop.run()
    before = shop.hashes()
    shop.land(raw_answer(b"cut sho"))
    assert shop.run().exit_code == Blocked.exit_code
    assert shop.hashes() == before


class Strict(Schema):
    """With a rule that closes the gate."""

    item = text(key=True)
    sold_on = day(key=True, partition=True)
    sold = integer()

    @rule("sold", critical=True)
    def sane(row: Table) -> BooleanValue:
        """A hundred is too good to be true."""
        return row.sold < 100


@table(schema=Strict)
def strict(sale: Table) -> Table:
    """Sales again."""
    return sale.select("item", "sold_on", "sold")


def test_one_row_that_breaks_a_critical_rule_refuses_the_commit(tmp_path: Path) -> None:
    shop = Shop(tmp_path, Graph.of([sales, sale, strict]))
    shop.land(answer([*ROWS, sold("apple", 30, 100)]))
    report = shop.run()
    assert report.exit_code == Blocked.exit_code
    assert "sold=100" in report.problems[0]
    assert shop.query("SELECT count(*) FROM sale") == [(len(ROWS) + 1,)]
    assert shop.query("SELECT count(*) FROM strict") == [(0,)]
