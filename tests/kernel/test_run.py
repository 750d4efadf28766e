"""Runs skip unchanged work, and recompute exactly what depends on a change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.homes import damage, head
from support.toy_shop import MEMORY_DAYS, DailyTotal, Shop, answer, done, many, shop_graph, sold
from tipoff.kernel.declare.table import table
from tipoff.kernel.run import state
from tipoff.kernel.run import work as work_module
from tipoff.kernel.run.compute import Computation
from tipoff.kernel.run.raw_rows import open_rows
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Table

DAYS = 12


def test_a_run_builds_every_table(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    report = shop.run()
    assert report.exit_code == 0
    assert shop.days("daily_total") == list(range(DAYS))
    assert shop.days("recent_mean") == list(range(1, DAYS)), "nothing lies before the first day"


def test_the_second_run_does_nothing(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    assert shop.run().did_nothing


def test_a_run_of_some_days_computes_what_they_read(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run(8, 9)
    assert shop.days("forecast") == [8, 9]
    assert shop.days("daily_total") == [8, 9]


def test_how_long_a_table_takes_is_known_of_its_largest_run(shop: Shop) -> None:
    shop.land(answer(many(DAYS)))
    shop.run()
    shop.land(answer([sold("apple", DAYS, 1)], "more"))
    shop.run()
    with shop.session() as session:
        times = session.ledger.times()
    assert {name: known[:2] for name, known in times.items()} == {
        "sale": (0, 1),
        "daily_total": (DAYS, 0),
        "recent_mean": (DAYS, 0),
        "forecast": (DAYS, 0),
    }
    assert all(seconds > 0 for _, _, seconds in times.values())


def test_a_correction_reaches_the_days_that_read_it_and_no_others(shop: Shop) -> None:
    rows = many(DAYS)
    shop.land(answer(rows))
    shop.run()
    corrected = [
        sold("apple", 4, 999) if r["item"] == "apple" and r["day"].endswith("05") else r
        for r in rows
    ]
    shop.land(answer(corrected))
    work = done(shop.run())
    assert work == {"sale": 1, "daily_total": 1, "recent_mean": 4, "forecast": MEMORY_DAYS}
    ((changed,),) = shop.catalog(
        "SELECT count(DISTINCT day) FROM entry WHERE run = 2 AND table_name = 'forecast'"
    )
    assert changed == MEMORY_DAYS, "only the means of the three days after differ"


def test_rows_of_an_earlier_day_end_what_excused_a_later_one(shop: Shop) -> None:
    """A mean of nothing is no gap while no day before has a mean of something."""
    shop.land(answer([sold("apple", 0, 1), sold("apple", 9, 1)]))
    assert shop.run().problems == []
    shop.land(answer([sold("apple", 1, 1)], "another"))
    report = shop.run()
    assert report.problems == [
        "recent_mean: no rows on 2024-01-10",
        "forecast: no rows on 2024-01-10",
    ]
    assert not report.left_nothing_to_do


def test_a_change_that_changes_no_row_stops_there(shop: Shop) -> None:
    rows = many(DAYS)
    shop.land(answer(rows))
    shop.run()
    shop.land(answer([{**row, "stock": 999} for row in rows]))
    assert done(shop.run()) == {"sale": 1, "daily_total": DAYS, "recent_mean": DAYS - 1}


corrections = st.lists(
    st.tuples(st.sampled_from(["apple", "bread", "cheese"]), st.integers(0, 9), st.integers(0, 50)),
    max_size=5,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(corrections=corrections)
def test_corrected_tables_equal_tables_built_from_scratch(
    tmp_path_factory: pytest.TempPathFactory, corrections: list[tuple[str, int, int]]
) -> None:
    rows = {(r["item"], r["day"]): r for r in many(10)}
    shop = Shop(tmp_path_factory.mktemp("corrected"), shop_graph())
    shop.land(answer(rows.values()))
    shop.run()
    for item, day, count in corrections:
        row = sold(item, day, count)
        rows[item, row["day"]] = row
    shop.land(answer(rows.values()))
    shop.run()
    fresh = Shop(tmp_path_factory.mktemp("fresh"), shop_graph())
    fresh.land(answer(rows.values()))
    fresh.run()
    assert shop.hashes() == fresh.hashes()


@pytest.mark.parametrize("size", [1, 3, 7])
def test_chunks_of_any_size_give_the_same_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    whole = Shop(tmp_path / "whole", shop_graph())
    whole.land(answer(many(DAYS)))
    whole.run()
    monkeypatch.setattr(work_module, "CHUNK_DATES", size)
    parts = Shop(tmp_path / "parts", shop_graph())
    parts.land(answer(many(DAYS)))
    parts.run()
    assert parts.hashes() == whole.hashes()


def test_rows_in_any_order_give_the_same_content(tmp_path: Path) -> None:
    one, other = (Shop(tmp_path / name, shop_graph()) for name in ("one", "other"))
    one.land(answer(many(DAYS)))
    other.land(answer(reversed(many(DAYS))))
    one.run()
    other.run()
    assert one.hashes() == other.hashes()


def test_nothing_on_or_after_a_day_changes_what_is_known_before_it(tmp_path: Path) -> None:
    cut = 6
    one, other = (Shop(tmp_path / name, shop_graph()) for name in ("one", "other"))
    rows = many(DAYS)
    one.land(answer(rows))
    other.land(answer([r if int(r["day"][-2:]) <= cut else {**r, "sold": 99} for r in rows]))
    one.run()
    other.run()
    before, after = one.state().contents, other.state().contents
    days = [day for day in before["recent_mean"].days if day.day <= cut + 1]
    assert days
    assert all(
        before[name].within(day, day) == after[name].within(day, day)
        for name in ("recent_mean", "forecast")
        for day in days
    )


@pytest.mark.parametrize("gone", [0, 5])
def test_days_that_the_calendar_loses_at_either_end_are_emptied(
    shop: Shop, tmp_path: Path, gone: int
) -> None:
    kept = [row for row in many(6) if row["day"] != sold("apple", gone, 0)["day"]]
    shop.land(answer(many(6)))
    shop.run()
    shop.land(replace(answer(kept), fetched_at=datetime(2024, 2, 2, tzinfo=UTC)))
    shop.run()
    anew = Shop(tmp_path / "anew", shop.graph)
    anew.land(answer(kept))
    anew.run()
    assert shop.hashes() == anew.hashes()
    assert shop.run().did_nothing


def test_a_run_in_which_a_table_only_failed_is_kept_with_why(shop: Shop) -> None:
    shop.land(answer(many(3)))
    shop.run()

    @table(schema=DailyTotal)
    def daily_total(sale: Table) -> Table:
        """Leave out a column that is declared."""
        return sale.select("sold_on").distinct()

    failing = Shop(shop.directory, shop.graph.replacing(daily_total))
    reported = failing.run().problems
    ((run, problems),) = shop.catalog("SELECT run, problems FROM run ORDER BY run DESC LIMIT 1")
    assert (run, json.loads(problems)) == (2, reported)
    assert "columns declared but not computed: ['total']" in reported[0]
    assert (head(shop), damage(shop.home)) == (2, [])


@pytest.mark.parametrize("shaping", [Computation.open, Computation.arrow, open_rows])
def test_an_edit_of_what_opens_or_orders_rows_is_noticed(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, shaping: Callable[..., Any]
) -> None:
    def edited(*args: Any) -> Any:
        return shaping(*reversed(args))

    with shop.home.opened() as workspace:
        before = load_state(shop.graph, workspace).fingerprints
    changed = [edited if each is shaping else each for each in state.ROW_SHAPING_CODE]
    monkeypatch.setattr(state, "ROW_SHAPING_CODE", changed)
    with shop.home.opened() as workspace:
        after = load_state(shop.graph, workspace).fingerprints
    assert {name for name in before if after[name] == before[name]} == set()
