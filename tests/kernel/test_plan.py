"""A plan names every table with work to do, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from support.toy_shop import FIRST, Shop, answer, daily_total, done, many, sale, sales, sold
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.plan.circumstances import circumstances
from tipoff.kernel.plan.plan import outdated, plan
from tipoff.kernel.plan.reasons import Reason, Why

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.plan.plan import Step
    from tipoff.kernel.plan.state import State

DAYS = 8
WHOLE = DateRange(FIRST, FIRST + timedelta(DAYS - 1))


def _other_total(sale: Table) -> Table:
    return sale.group_by("sold_on").aggregate(total=2 * sale.sold.sum())


def _other_sale(sales: Landed) -> Table:
    return sale.function(sales).filter(sales.sold > 0)


def _built(shop: Shop) -> Shop:
    shop.land(answer(many(DAYS)))
    assert shop.run().problems == []
    return shop


def _why(shop: Shop) -> dict[str, str]:
    return {step.table: step.summary() for step in plan(shop.state(), WHOLE)}


def test_inputs_that_changed_are_named_and_what_reads_their_readers_may_change(shop: Shop) -> None:
    _built(shop).land(answer([sold("apple", 2, 500)], "correction"))
    assert _why(shop) == {"sale": "new payload (1)"}
    assert done(shop.run(2, 2)) == {"sale": 1, "daily_total": 1, "recent_mean": 1}
    assert _why(shop) == {
        "recent_mean": "sale changed (3)",
        "forecast": "recent_mean may change (3)",
    }
    assert {n: [d.day for d in days] for n, days in outdated(shop.state(), WHOLE).items()} == {
        "recent_mean": [4, 5, 6]
    }
    shop.run()
    assert _why(shop) == {}


def test_a_withdrawn_payload_may_change_the_dates_it_was_about_and_their_readers(
    shop: Shop,
) -> None:
    _built(shop).land(answer([sold("apple", 2, 500), sold("apple", 3, 500)], "correction"))
    shop.run()
    with shop.home.writing() as workspace:
        workspace.landing.withdraw(2)
    assert _why(shop) == {
        "sale": "counts no longer (1)",
        "daily_total": "sale may change (2)",
        "recent_mean": "sale may change (3), daily_total may change (1),"
        " sale, daily_total may change (1)",
        "forecast": "recent_mean may change (5)",
    }


def test_a_table_under_other_code_is_computed_again_on_all_dates(shop: Shop) -> None:
    shop.graph = Graph.of([sales, sale, daily_total])
    _built(shop)
    shop.graph = shop.graph.replacing(replace(daily_total, function=_other_total))
    assert _why(shop) == {"daily_total": f"code changed ({DAYS})"}


def test_under_other_code_a_raw_table_reads_what_it_has_read(shop: Shop) -> None:
    _built(shop).land(answer([sold("dates", 2, 5)], "more"))
    shop.run()
    shop.graph = shop.graph.replacing(replace(sale, function=_other_sale))
    of_all = f"code changed ({DAYS})"
    assert _why(shop) == {
        "sale": "code changed (2)",
        **dict.fromkeys(("daily_total", "recent_mean", "forecast"), of_all),
    }


def test_dates_that_were_never_computed_are_not_outdated(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run(0, 3)
    assert _why(shop)["daily_total"] == "new (4)"
    assert outdated(shop.state(), WHOLE) == {}


def test_a_step_ends_as_before_while_code_inputs_payloads_and_what_the_table_holds_are_the_same(
    shop: Shop,
) -> None:
    shop.land(answer(many(DAYS)))
    shop.run(0, 3)
    state = shop.state()
    (step,) = [each for each in plan(state, WHOLE) if each.table == "daily_total"]

    def circumstances_of(state: State, step: Step = step) -> str:
        return circumstances(state, state.graph.tables[step.table], step)

    before = circumstances_of(state)
    assert before == circumstances_of(shop.state())
    assert before != circumstances_of(
        replace(state, fingerprints={**state.fingerprints, step.table: "other"})
    )
    assert before != circumstances_of(state, replace(step, payloads={1: Reason(Why.NEW_PAYLOAD)}))
    assert circumstances_of(state, replace(step, due=[FIRST])) == "", "the time is an input too"
    shop.land(answer([sold("apple", 5, 500)], "correction"))
    shop.run(0, 0)
    corrected = circumstances_of(shop.state())
    assert corrected != before
    shop.run(7, 7)
    assert circumstances_of(shop.state()) not in {before, corrected}
