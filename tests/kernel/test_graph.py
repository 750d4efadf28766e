"""The order of tables follows from their signatures, and the plan from that order."""

from __future__ import annotations

import itertools
import os
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.side_by_side import side_by_side_graph
from support.toy_shop import (
    Forecast,
    Sale,
    Shop,
    answer,
    daily_total,
    done,
    forecast,
    many,
    recent_mean,
    sale,
    sales,
)
from tipoff.kernel.catalog import Entry
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.declare.inputs import Days, past
from tipoff.kernel.declare.schema import Schema, day, text
from tipoff.kernel.declare.table import TableDefinition, table
from tipoff.kernel.errors import DeclarationError
from tipoff.kernel.plan.contents import Contents
from tipoff.kernel.plan.plan import gaps, plan

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame, Option, Table
    from tipoff.kernel.declare.stream import Stream

MEMBERS: tuple[TableDefinition | Stream, ...] = (sales, sale, daily_total, recent_mean, forecast)


def test_every_table_follows_what_it_reads_in_whatever_order_they_are_declared() -> None:
    orders = [list(Graph.of(members).tables) for members in itertools.permutations(MEMBERS)]
    assert orders == [["sale", "daily_total", "recent_mean", "forecast"]] * 120


class Plain(Schema):
    """A key and a date."""

    item = text(key=True)
    on = day(partition=True)


def _reading(name: str, *inputs: str) -> TableDefinition:
    parameters = ", ".join(f"{i}: Table" for i in inputs)
    scope: dict[str, Any] = {}
    exec(f"from __future__ import annotations\ndef {name}({parameters}) -> Table: ...", scope)
    return table(schema=Plain)(scope[name])


@given(st.data())
def test_any_graph_without_a_circle_is_ordered(data: st.DataObject) -> None:
    names = [f"t{n}" for n in range(data.draw(st.integers(1, 8)))]
    made = [
        _reading(
            name, "sale", *data.draw(st.sets(st.sampled_from(names[:place] or ["sale"]))) - {"sale"}
        )
        for place, name in enumerate(names)
    ]
    graph = Graph.of([*data.draw(st.permutations(made)), sale, sales])
    seen: set[str] = set()
    for name, definition in graph.tables.items():
        assert set(definition.tables) <= seen
        seen.add(name)


def test_tables_that_read_each_other_are_refused() -> None:
    with pytest.raises(DeclarationError, match="read each other"):
        Graph.of([_reading("a", "b"), _reading("b", "a"), sale, sales])


def test_an_input_nobody_makes_is_refused() -> None:
    with pytest.raises(DeclarationError, match="reads weather"):
        Graph.of([sale, sales, _reading("a", "weather")])


def test_two_tables_of_one_name_are_refused() -> None:
    with pytest.raises(DeclarationError, match="two tables"):
        Graph.of([sale, sales, sale])


def test_a_graph_needs_its_calendar() -> None:
    with pytest.raises(DeclarationError, match="calendar"):
        Graph.of([_reading("a")])


def test_a_parameter_of_no_known_kind_is_refused() -> None:
    def wrong(sale: int) -> Table: ...

    with pytest.raises(DeclarationError, match="must be annotated"):
        table(schema=Sale)(wrong)


def test_a_window_on_something_not_read_is_refused() -> None:
    def narrow(sale: Table) -> Table: ...

    with pytest.raises(DeclarationError, match="does not read"):
        table(schema=Sale, reads={"daily_total": past(3)})(narrow)


def test_of_a_frame_some_columns_are_read_and_only_columns_that_there_are(shop: Shop) -> None:
    seen: list[list[str]] = []

    def forecast(recent_mean: Frame) -> Frame:
        seen.append(recent_mean.column_names)
        return recent_mean.rename_columns(["sold_on", "item", "forecast"])

    def narrowed(*columns: str) -> TableDefinition:
        return table(schema=Forecast, may_be_empty="at first", columns={"recent_mean": columns})(
            forecast
        )

    others = [member for member in MEMBERS if member.name != "forecast"]
    shop.graph = Graph.of([*others, narrowed("sold_on", "item", "mean")])
    shop.land(answer(many(6)))
    assert shop.run().exit_code == 0
    assert seen == [["sold_on", "item", "mean"]]
    with pytest.raises(DeclarationError, match="forecast: recent_mean has no column price"):
        Graph.of([*others, narrowed("sold_on", "price")])
    with pytest.raises(DeclarationError, match="does not read"):
        table(schema=Forecast, columns={"sale": ["item"]})(forecast)


def test_of_a_frame_only_rows_with_some_values_are_read(shop: Shop) -> None:
    seen: set[str] = set()

    def forecast(recent_mean: Frame) -> Frame:
        seen.update(recent_mean["item"].to_pylist())
        return recent_mean.rename_columns(["item", "sold_on", "forecast"])

    def of(**values: tuple[str, ...]) -> TableDefinition:
        chosen = {"recent_mean": values}
        return table(schema=Forecast, may_be_empty="at first", values=chosen)(forecast)

    others = [member for member in MEMBERS if member.name != "forecast"]
    shop.graph = Graph.of([*others, of(item=("bread", "o'clock"))])
    shop.land(answer(many(6)))
    assert shop.run().exit_code == 0
    assert seen == {"bread"}
    shop.graph = Graph.of([*others, of(item=("apple", "bread"))])
    assert done(shop.run()) == {"forecast": 6}, "which rows are read is in the fingerprint"
    assert seen == {"apple", "bread"}
    with pytest.raises(DeclarationError, match="forecast: recent_mean has no column price"):
        Graph.of([*others, of(price=("1",))])


def test_an_option_is_given_to_the_function_and_is_in_the_fingerprint(shop: Shop) -> None:
    @table(schema=Forecast, may_be_empty="at first")
    def forecast(recent_mean: Frame, items: Option[tuple[str, ...]] = ("apple",)) -> Frame:
        rows = recent_mean.filter([item in items for item in recent_mean["item"].to_pylist()])
        return rows.rename_columns(["item", "sold_on", "forecast"])

    others = [member for member in MEMBERS if member.name != "forecast"]
    shop.graph = Graph.of([*others, forecast])
    shop.land(answer(many(6)))
    shop.run()
    assert shop.query("SELECT DISTINCT item FROM forecast") == [("apple",)]
    shop.graph = shop.graph.replacing(forecast.configured(items=("bread",)))
    assert done(shop.run()) == {"forecast": 6}
    assert shop.query("SELECT DISTINCT item FROM forecast") == [("bread",)]
    with pytest.raises(DeclarationError, match="forecast has no option colour"):
        forecast.configured(colour="red")


def test_pieces_of_a_tables_work_are_done_by_the_engines_workers(shop: Shop) -> None:
    shop.graph = side_by_side_graph()
    shop.land(answer(many(6)))
    assert shop.run().exit_code == 0
    processes = {int(number) for (number,) in shop.query("SELECT forecast FROM forecast")}
    assert processes
    assert os.getpid() not in processes


def test_an_option_without_a_default_is_refused() -> None:
    def forecast(recent_mean: Frame, items: Option[int]) -> Frame: ...

    with pytest.raises(DeclarationError, match="option items has no default"):
        table(schema=Forecast)(forecast)


def test_what_is_wanted_grows_with_what_is_read() -> None:
    dates = DateRange(date(2024, 1, 10), date(2024, 1, 11))
    wanted = Graph.of(MEMBERS).wanted(dates)
    assert wanted["forecast"] == dates
    assert wanted["sale"] == DateRange(date(2024, 1, 7), date(2024, 1, 11))


entries = st.dictionaries(
    st.dates(date(2024, 1, 1), date(2024, 2, 1)),
    st.builds(Entry, st.just("f"), st.just(""), st.integers(0, 3), st.integers(0, 1 << 64)),
)


@given(entries, st.dates(date(2024, 1, 1), date(2024, 2, 1)), st.integers(0, 9))
def test_a_window_digest_depends_on_what_the_window_holds_and_on_nothing_else(
    held: dict[date, Entry], first: date, days: int
) -> None:
    last = first + timedelta(days)
    inside = {d: e for d, e in held.items() if first <= d <= last}
    assert Contents(held).within(first, last) == Contents(inside).within(date.min, date.max)


@given(entries, st.integers(-9, -5), st.integers(-5, 0))
def test_the_windows_around_many_dates_are_those_around_each(
    held: dict[date, Entry], first: int, last: int
) -> None:
    contents, dates = Contents(held), [date(2024, 1, 1) + timedelta(n) for n in range(35)]
    around = contents.around(tuple(day.toordinal() for day in dates), Days(first, last))
    each = [contents.within(day + timedelta(first), day + timedelta(last)) for day in dates]
    assert around == each


def test_a_plan_tells_what_a_change_may_reach(shop: Shop) -> None:
    rows = many(12)
    shop.land(answer(rows))
    shop.run()
    assert plan(shop.state(), DateRange(date(2024, 1, 1), date(2024, 1, 12))) == []
    shop.land(answer(rows[:-1]))
    (step,) = plan(shop.state(), DateRange(date(2024, 1, 1), date(2024, 1, 12)))
    assert (step.table, step.summary()) == ("sale", "new payload (1)")


def test_days_without_rows_are_gaps(shop: Shop) -> None:
    shop.land(answer(many(6)))
    shop.run()
    whole = DateRange(date(2024, 1, 1), date(2024, 1, 6))
    assert gaps(shop.state(), whole) == {}
    state = shop.state()
    del state.contents["daily_total"].entries[date(2024, 1, 3)]  # type: ignore[attr-defined]
    assert gaps(state, whole) == {"daily_total": [date(2024, 1, 3)]}


def test_some_tables_and_all_they_read() -> None:
    whole = Graph.of(MEMBERS)
    assert list(whole.only("daily_total").tables) == ["sale", "daily_total"]
    assert list(whole.only("forecast").tables) == list(whole.tables)
