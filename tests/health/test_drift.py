"""What an upgrade would compute again, over the toy shop: reported before, and then computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.toy_shop import (
    DailyTotal,
    Shop,
    answer,
    forecast,
    many,
    recent_mean,
    sale,
    sales,
    shop_graph,
)
from tipoff.health.drift import Drift, drift
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.declare.table import table
from tipoff.kernel.plan.plan import plan
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Table


@table(schema=DailyTotal)
def daily_total(sale: Table) -> Table:
    """Sum a day's sales, plus one."""
    return sale.group_by("sold_on").aggregate(total=sale.sold.sum() + 1)


@table(schema=DailyTotal)
def doubled_total(sale: Table) -> Table:
    """Twice what a day sold."""
    return sale.group_by("sold_on").aggregate(total=2 * sale.sold.sum())


def _drift(shop: Shop, graph: Graph) -> Drift:
    with shop.home.opened() as workspace, shop.session() as session:
        state = load_state(graph, workspace)
        whole = DateRange(min(state.calendar), max(state.calendar))
        steps = plan(state, whole)
        return drift(state, steps, workspace, session.ledger.times(), versions=("1", "2"))


def _shop(directory: Path) -> Shop:
    shop = Shop(directory, shop_graph())
    shop.land(answer(many(10)))
    shop.run()
    return shop


def test_after_a_run_nothing_drifted(tmp_path: Path) -> None:
    assert _drift(_shop(tmp_path), shop_graph()).is_none


def test_a_changed_table_is_named_with_what_reads_it_and_how_long_it_took(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    changed = Graph.of([sales, sale, daily_total, recent_mean, forecast])
    reported = _drift(shop, changed)
    assert [(each.table, each.dates) for each in reported.recompute] == [
        ("daily_total", 10),
        ("recent_mean", 10),
        ("forecast", 10),
    ]
    assert reported.untimed == 0
    with shop.session() as session:
        times = session.ledger.times()
    assert reported.seconds == sum(times[each.table][2] for each in reported.recompute)
    report = Shop(tmp_path, changed).run()
    assert {t.table for t in report.tables if t.days} <= {r.table for r in reported.recompute}
    assert _drift(shop, changed).is_none


def test_half_as_many_dates_take_half_as_long(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    shop.land(answer(many(3), "again"))
    with shop.home.writing() as workspace:
        workspace.catalog.query("UPDATE table_time SET dates = 20, seconds = 8.0")
    changed = Graph.of([sales, sale, daily_total, recent_mean, forecast])
    seconds = {each.table: each.seconds for each in _drift(shop, changed).recompute}
    assert seconds["daily_total"] == 4.0


def test_new_data_is_no_drift(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    shop.land(answer(many(11)))
    assert _drift(shop, shop_graph()).recompute == ()


def test_tables_that_are_added_or_removed_are_named(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    reported = _drift(shop, Graph.of([sales, sale, doubled_total]))
    assert reported.added == ("doubled_total",)
    assert reported.removed == ("daily_total", "forecast", "recent_mean")


def test_a_file_that_is_missing_or_cut_short_is_named(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    missing, cut = (
        sorted((shop.home.tables / "daily_total").iterdir())[0],
        sorted((shop.home.tables / "sale").iterdir())[0],
    )
    missing.unlink()
    cut.write_bytes(cut.read_bytes()[:-1])
    files = _drift(shop, shop_graph()).files
    assert f"tables/daily_total/{missing.name} is missing" in files
    assert any(line.startswith(f"tables/sale/{cut.name} has ") for line in files)


def test_a_table_that_was_never_timed_is_counted(tmp_path: Path) -> None:
    shop = _shop(tmp_path)
    with shop.home.writing() as workspace:
        workspace.catalog.query("DELETE FROM table_time WHERE table_name = 'forecast'")
    reported = _drift(shop, Graph.of([sales, sale, daily_total, recent_mean, forecast]))
    assert reported.untimed == 1
