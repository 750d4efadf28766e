"""Dates that are no longer expected are planned for removal, wherever they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.homes import fetched, rebuilt
from support.tables import monthly_shop
from support.toy_shop import FIRST, Shop, answer, done, many, sold
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.plan.plan import plan
from tipoff.kernel.plan.reasons import Why

if TYPE_CHECKING:
    from pathlib import Path

DAYS = 8


@pytest.mark.parametrize(
    "kept",
    [range(6), range(2, DAYS), [0, 1, 2, 5, 6, 7], []],
    ids=["last gone", "first gone", "middle gone", "all gone"],
)
def test_a_calendar_that_shrinks_empties_what_was_built(
    shop: Shop, tmp_path: Path, kept: list[int]
) -> None:
    rows = many(DAYS)
    shop.land(answer(rows))
    shop.run()
    days = {sold("apple", n, 0)["day"] for n in kept}
    shop.land(answer([row for row in rows if row["day"] in days]))
    assert shop.run().exit_code == 0
    assert shop.days("sale") == list(kept)
    assert shop.days("daily_total") == list(kept)
    assert shop.hashes() == rebuilt(shop, tmp_path / "rebuilt").hashes()
    assert shop.run().did_nothing


def test_what_the_calendar_lost_is_emptied_whatever_dates_were_requested(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    shop.land(answer(many(DAYS - 2)))
    shop.run(0, 1)
    assert shop.days("daily_total") == list(range(DAYS - 2))


def test_a_plan_lists_what_is_to_be_emptied(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    shop.land(answer(many(DAYS - 2)))
    graph = shop.graph.without("daily_total")
    Shop(shop.directory, graph).run()  # the calendar shrinks; the totals are left as they were
    state = shop.state()
    reasons = {s.table: s.reasons for s in plan(state, DateRange(FIRST, max(state.calendar)))}
    gone = [on for on, reason in reasons["daily_total"].items() if reason.why is Why.UNEXPECTED]
    assert [(on - FIRST).days for on in gone] == [DAYS - 2, DAYS - 1]


@pytest.mark.parametrize(
    ("first", "second"), [((3, 40), (1, 40)), ((1, 40), (3, 40)), ((3, 35), (3, 33, 35))]
)
def test_a_monthly_table_follows_the_first_date_of_its_month(
    tmp_path: Path, first: tuple[int, ...], second: tuple[int, ...]
) -> None:
    shop = monthly_shop(tmp_path / "shop")
    for hours, days in enumerate((first, second)):
        shop.land(fetched(answer([sold("apple", n, 10 * n) for n in days]), hours))
        shop.run()
    starts = [min(n for n in second if n < 31), min(n for n in second if n >= 31)]
    assert shop.days("month_start") == starts
    assert shop.hashes() == rebuilt(shop, tmp_path / "rebuilt").hashes()


def test_a_date_that_comes_back_is_built_again(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    before = shop.hashes()
    shop.land(answer(many(3)))
    shop.run()
    shop.land(fetched(answer(many(DAYS)), 1))
    assert done(shop.run())["daily_total"] == DAYS - 3
    assert shop.hashes() == before
