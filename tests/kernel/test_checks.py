"""Checks of tables after writing, and values that are not numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.homes import undo
from support.stopping import Stopped
from support.toy_shop import DailyTotal, Shop, answer, many, sale, sales, sold
from tipoff.kernel.catalog import Ledger, quality
from tipoff.kernel.declare.check import examining
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, day, number, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.errors import Blocked

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Table


def sums_to_total(sale: Table, audited_total: Table) -> Table:
    """Check that a day's total is the sum of its sales."""
    summed = sale.group_by("sold_on").aggregate(summed=sale.sold.sum())
    both = audited_total.join(summed, "sold_on")
    return both.select("sold_on", holds=both.total == both.summed)


def sums_of_cheese(sale: Table, audited_total: Table) -> Table:
    """Check the same for days that sold more cheese than there is."""
    cheese = sale.filter(sale.item == "cheese", sale.sold > 1_000)
    return audited_total.join(cheese, "sold_on").select("sold_on", holds=True)


def shop_with(directory: Path, check: object, extra: int) -> Shop:
    """A shop whose daily totals are checked, and too high by ``extra``."""

    @table(schema=DailyTotal, checks=[check])  # type: ignore[list-item]
    def audited_total(sale: Table) -> Table:
        """Sum a day's sales, plus ``extra``."""
        return sale.group_by("sold_on").aggregate(total=sale.sold.sum() + extra)

    shop = Shop(directory, Graph.of([sales, sale, audited_total]))
    shop.land(answer(many(3)))
    return shop


@pytest.mark.parametrize(
    ("check", "extra", "problems"),
    [
        (sums_to_total, 0, []),
        (
            sums_to_total,
            1,
            ["audited_total: sums_to_total fails in 3 of 3 examined, such as sold_on 2024-01-01"],
        ),
        (sums_of_cheese, 0, ["audited_total: sums_of_cheese fails in 0 of 0 examined"]),
    ],
)
def test_a_check_tells_what_it_examined_and_of_nothing_it_fails(
    tmp_path: Path, check: object, extra: int, problems: list[str]
) -> None:
    report = shop_with(tmp_path, check, extra).run()
    assert [*report.problems] == problems
    assert report.exit_code == (Blocked.exit_code if problems else 0)


def test_a_check_that_only_warns_tells_and_keeps_nothing_back(tmp_path: Path) -> None:
    @table(schema=DailyTotal, warnings=[sums_to_total])
    def audited_total(sale: Table) -> Table:
        """Sum a day's sales, plus ``extra``."""
        return sale.group_by("sold_on").aggregate(total=sale.sold.sum() + 1)

    shop = Shop(tmp_path, Graph.of([sales, sale, audited_total]))
    shop.land(answer(many(3)))
    report = shop.run()
    assert report.notices == [
        "audited_total: sums_to_total fails in 3 of 3 examined, such as sold_on 2024-01-01"
    ]
    assert (report.problems, report.exit_code, shop.days("audited_total")) == ([], 0, [0, 1, 2])
    with shop.session() as session:
        assert quality.check_results(session.ledger) == [
            ("audited_total", "sums_to_total", 3, 3, True)
        ]


@examining(days_back=2, may_be_nothing=True)
def like_the_day_before(audited_total: Table) -> Table:
    """A day sells no more than a hundred more than the day before; the first is not compared."""
    before = audited_total.total.lag().over(order_by="sold_on")
    compared = audited_total.mutate(before=before)
    compared = compared.filter(compared.before.notnull())
    return compared.select("sold_on", holds=compared.total <= compared.before + 100)


def test_a_check_may_look_back_and_counts_only_what_was_computed(tmp_path: Path) -> None:
    shop = shop_with(tmp_path, like_the_day_before, 0)
    assert shop.run().problems == []
    assert _examined(shop) == [(2, 0)]
    shop.land(answer([*many(3), sold("apple", 3, 500)]))
    assert shop.run().problems == [
        "audited_total: like_the_day_before fails in 1 of 1 examined, such as sold_on 2024-01-04"
    ]


def test_a_check_that_may_examine_nothing_holds_on_the_first_day(tmp_path: Path) -> None:
    shop = shop_with(tmp_path, like_the_day_before, 0)
    shop.land(answer(many(1)))
    assert shop.run().problems == []
    assert _examined(shop) == []


def _examined(shop: Shop) -> list[tuple[int, int]]:
    with shop.session() as session:
        results = quality.check_results(session.ledger)
        return [(examined, failed) for _, _, examined, failed, _ in results]


def share_of_sales(sale: Table, audited_total: Table) -> Table:
    """Fail, naming a share."""
    return audited_total.select(share=audited_total.total * 0 + 1 / 3, holds=False)


def test_an_example_has_few_digits(tmp_path: Path) -> None:
    (problem,) = shop_with(tmp_path, share_of_sales, 0).run().problems
    assert problem.endswith("such as share 0.333333")


@pytest.mark.parametrize("corrected", [0, 4, 9])
def test_a_date_that_is_checked_again_is_counted_once(tmp_path: Path, corrected: int) -> None:
    shop = shop_with(tmp_path, sums_to_total, 0)
    shop.land(answer(many(10)))
    shop.run()
    assert _examined(shop) == [(10, 0)]
    again = sold("apple", corrected, 1)
    rows = [*(row for row in many(10) if row["day"] != again["day"]), again]
    shop.land(answer(rows))
    shop.run()
    assert _examined(shop) == [(10, 0)]
    shop.land(answer([*rows, sold("bread", 12, 2)]))
    shop.run()
    assert _examined(shop) == [(11, 0)]
    undo(shop, 2)
    assert _examined(shop) == [(10, 0)]


def test_a_check_that_a_continued_run_makes_again_is_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise Stopped

    shop = shop_with(tmp_path, sums_to_total, 0)
    shop.land(answer(many(10)))
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "end", stopped)
        with pytest.raises(Stopped):
            shop.run()
    shop.land(answer([*many(10), sold("apple", 4, 1)], "late"))
    assert shop.run().run == 1
    assert _examined(shop) == [(10, 0)]


class Price(Schema):
    """A number computed from a row."""

    item = text(key=True)
    sold_on = day(key=True, partition=True)
    logarithm = number(nullable=True)


@table(schema=Price)
def price(sale: Table) -> Table:
    """Infinite where an item sold five, no number where six."""
    odd = sale.sold.cases((5, float("inf")), (6, float("nan")), else_=1.0)
    return sale.select("item", "sold_on", logarithm=odd)


@pytest.mark.parametrize(("count", "value"), [(5, "inf"), (6, "nan")])
def test_a_number_that_is_not_finite_is_set_aside(tmp_path: Path, count: int, value: str) -> None:
    shop = Shop(tmp_path, Graph.of([sales, sale, price]))
    shop.land(answer([*(sold("apple", on, 1) for on in range(30)), sold("bread", 3, count)]))
    shop.run()
    assert shop.quarantine() == [("price", "finite", "logarithm", value)]
    assert shop.query("SELECT count(*) FROM price") == [(30,)]
