"""The clock is an input: what falls due is written once, as a fact."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from support.homes import damage, fetched, rebuilt, undo
from support.stopping import Stopped, stopping
from support.tables import order, orders, place_order
from support.toy_shop import (
    FIRST,
    RecentMean,
    Shop,
    answer,
    daily_total,
    forecast,
    many,
    recent_mean,
    sales,
    sold,
)
from tipoff.app.clock import distrusted_clock
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.plan.plan import gaps, plan
from tipoff.kernel.plan.reasons import Why
from tipoff.kernel.run.run import Run
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Frame, Landed, Table

DAYS = 6
TODAY = FIRST + timedelta(4)
EARLY = datetime(TODAY.year, TODAY.month, TODAY.day, 5, tzinfo=UTC)
LATE = EARLY + timedelta(hours=2)
TOMORROW = LATE + timedelta(1)


class OpenSale(Schema):
    """One item on one day, sold out or not yet."""

    payload = integer(provenance=True)
    item = text(key=True)
    sold_on = day(key=True, partition=True)
    sold = integer()
    settled = boolean()


@table(schema=OpenSale, calendar="settled")
def sale(sales: Landed) -> Table:
    """Sales as read; a day without stock is still to come."""
    return sales.select("payload", "item", "sold", sold_on="day", settled=sales.stock.notnull())


def _coming(from_day: int) -> list[dict[str, object]]:
    """Return rows whose days from one on are still to come."""
    first = (FIRST + timedelta(from_day)).isoformat()
    return [{**row, "stock": None} if row["day"] >= first else row for row in many(DAYS)]


@pytest.fixture
def ordering(tmp_path: Path) -> Shop:
    """A shop in which an order falls due each morning."""
    graph = Graph.of([sales, sale, daily_total, recent_mean, forecast, orders, order])
    shop = Shop(tmp_path / "shop", graph)
    shop.land(answer(_coming(4)))
    shop.run(now=EARLY)
    return shop


def _landed(shop: Shop) -> int:
    return int(shop.catalog("SELECT count(*) FROM payload WHERE source = 'tipoff'")[0][0])


def test_what_is_due_by_time_alone_is_written_and_read_in_the_same_run(ordering: Shop) -> None:
    assert (_landed(ordering), ordering.days("order")) == (0, [])
    ordering.run(now=LATE)
    assert (_landed(ordering), ordering.days("order")) == (1, [4])
    assert ordering.query('SELECT rows_seen FROM "order"') == [(6,)]
    assert ordering.unaccounted("order") == 0


class OrderedSale(Schema):
    """A day's sales of items that were ordered for it."""

    item = text(key=True)
    sold_on = day(key=True, partition=True)


@table(schema=OrderedSale)
def ordered_sale(order: Table, sale: Table) -> Table:
    """Sales of the days of orders."""
    days = order.select(sold_on="ordered_on")
    return sale.join(days, "sold_on").select("item", "sold_on")


def test_what_follows_from_a_fact_of_a_date_that_left_the_calendar_is_no_gap(
    tmp_path: Path,
) -> None:
    graph = Graph.of([sales, sale, daily_total, recent_mean, orders, order, ordered_sale])
    shop = Shop(tmp_path / "shop", graph)
    shop.land(answer(_coming(4)))
    shop.run(now=LATE)
    assert (shop.days("order"), shop.days("ordered_sale")) == ([4], [4])
    kept = [row for row in _coming(4) if row["day"] != str(TODAY)]
    shop.land(fetched(answer(kept), 1))
    shop.run(now=LATE)
    assert (shop.days("order"), shop.days("ordered_sale")) == ([4], [])
    without_orders = [FIRST + timedelta(n) for n in range(4)]
    assert gaps(shop.state(), DateRange(FIRST, TODAY)) == {"ordered_sale": without_orders}


def test_a_second_run_at_the_same_time_writes_nothing_new(ordering: Shop) -> None:
    ordering.run(now=LATE)
    before = ordering.hashes()
    report = ordering.run(now=LATE)
    assert (_landed(ordering), ordering.hashes()) == (1, before)
    assert report.problems == []
    ordering.run(now=TOMORROW)
    assert (_landed(ordering), ordering.days("order")) == (2, [4, 5])


def test_a_fact_stands_whatever_is_corrected_or_rolled_back_later(ordering: Shop) -> None:
    ordering.run(now=LATE)
    ((body,),) = ordering.catalog("SELECT body_hash FROM payload WHERE source = 'tipoff'")
    ordering.land(answer([*_coming(4), {**sold("dates", 4, 9), "stock": None}]))
    ordering.run(now=LATE + timedelta(hours=1))
    undo(ordering, 2)
    assert ordering.days("order") == []
    ordering.run(now=LATE + timedelta(hours=2))
    assert ordering.days("order") == [4]
    hashes = ordering.catalog("SELECT body_hash FROM payload WHERE source = 'tipoff'")
    assert hashes == [(body,)]


def test_nothing_is_written_when_the_clock_cannot_be_trusted(ordering: Shop) -> None:
    report = ordering.run(now=LATE, distrusted_clock="the clock is behind")
    assert report.exit_code == 3
    assert report.problems == ["order: the clock is behind"]
    assert (_landed(ordering), ordering.days("order")) == (0, [])


def test_a_clock_behind_what_was_fetched_or_run_is_not_trusted(ordering: Shop) -> None:
    with ordering.home.writing() as workspace:
        ((ended,),) = workspace.catalog.query("SELECT max(ended_at) FROM run")
        fetched = datetime(2024, 2, 1, tzinfo=UTC)
        behind = distrusted_clock(
            workspace.landing, workspace.catalog, fetched - timedelta(seconds=1)
        )
        assert behind.startswith("the clock says 2024-01-31 23:59 UTC, and a payload was fetched")
        behind = distrusted_clock(workspace.landing, workspace.catalog, fetched)
        assert f"a run ended at {ended[:10]}" in behind
        later = datetime.now(UTC) + timedelta(minutes=1)
        assert distrusted_clock(workspace.landing, workspace.catalog, later) == ""


def test_a_plan_lists_what_may_fall_due(ordering: Shop) -> None:
    with ordering.home.reading(ordering.graph) as session:
        state = load_state(ordering.graph, session.workspace, session.ledger, TODAY)
    (step,) = plan(state, DateRange(FIRST, TODAY))
    assert (step.table, list(step.due), step.summary()) == (
        "order",
        [TODAY],
        f"{Why.DUE.value} (1)",
    )
    assert plan(replace(state, today=TODAY + timedelta(9)), DateRange(FIRST, TODAY)) == []


def test_a_run_tells_until_when_nothing_falls_due(ordering: Shop) -> None:
    six = EARLY + timedelta(hours=1)
    for now, until in ((EARLY, six), (LATE, six + timedelta(1)), (TOMORROW, None)):
        with ordering.home.writing() as workspace:
            running = Run(ordering.graph, workspace, now=now)
            report = running.execute()
        assert (running.valid_until, report.left_nothing_to_do) == (until, True)


def test_a_writer_that_does_not_say_when_is_asked_at_any_time(ordering: Shop) -> None:
    silent = replace(orders, writer=replace(place_order, next_due=None))
    graph = Graph.of([sales, sale, daily_total, recent_mean, forecast, silent, order])
    with ordering.home.writing() as workspace:
        running = Run(graph, workspace, now=LATE)
        running.execute()
    assert running.valid_until == LATE


def test_a_date_in_the_past_is_never_due(ordering: Shop) -> None:
    ordering.run(now=LATE + timedelta(days=DAYS))
    assert _landed(ordering) == 0


def test_a_fact_is_kept_when_its_table_is_taken_out_and_put_back(ordering: Shop) -> None:
    ordering.run(now=LATE)
    before = ordering.hashes()
    without = Shop(ordering.directory, ordering.graph.without("order"))
    without.run(now=LATE)
    assert _landed(ordering) == 1
    ordering.run(now=LATE)
    assert (ordering.hashes(), damage(ordering.home)) == (before, [])


@table(schema=RecentMean, reads={"sale": past(7)})
def failing_mean(sale: Frame) -> Frame:
    """Fail, as a model may."""
    raise IndexError("index -1 is out of bounds")


def test_facts_are_read_whatever_they_were_made_of_and_none_is_written_meanwhile(
    ordering: Shop, tmp_path: Path
) -> None:
    ordering.run(now=LATE)
    failing = replace(failing_mean, name="recent_mean")
    graph = Graph.of([sales, sale, daily_total, failing, forecast, orders, order])
    scratch = rebuilt(Shop(ordering.directory, graph), tmp_path / "scratch")
    assert scratch.hashes()["order"] == ordering.hashes()["order"]
    report = scratch.run(now=TOMORROW)
    assert "order: nothing is written while recent_mean cannot be computed" in report.problems
    assert (_landed(scratch), set(report.skipped)) == (1, {"forecast"})
    assert ordering.run(now=TOMORROW).problems == []
    assert _landed(ordering) == 2


@pytest.mark.parametrize("stop_at", [30, 44, 58, 72])
def test_a_run_stopped_while_it_writes_a_fact_writes_it_once(
    ordering: Shop, tmp_path: Path, stop_at: int
) -> None:
    with pytest.raises(Stopped), stopping("catalog", stop_at):
        ordering.run(now=LATE)
    ordering.run(now=LATE)
    assert (_landed(ordering), ordering.days("order")) == (1, [4])
    assert ordering.hashes() == rebuilt(ordering, tmp_path / "rebuilt").hashes()


def test_a_fact_is_what_the_landing_holds(ordering: Shop) -> None:
    ordering.run(now=LATE)
    with ordering.home.reading(ordering.graph) as session:
        ((number,),) = session.workspace.catalog.query(
            "SELECT payload FROM payload WHERE source = 'tipoff'"
        )
        payload = session.workspace.landing.read(number)
    assert payload.fetched_at == LATE
    assert json.loads(payload.body) == [{"on": TODAY.isoformat(), "rows_seen": 6}]
