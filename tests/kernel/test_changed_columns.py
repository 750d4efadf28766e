"""Columns that are renamed, retyped, added or dropped are right on all dates after one run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

import tipoff
from support.homes import NO_RETENTION, damage, rebuilt
from support.stopping import Stopped, stopping
from support.toy_shop import Shop, answer, many, sale, sales
from tipoff.app.ingest import ingest
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.errors import Blocked, TipoffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.table import TableDefinition

DAYS = 8
KEYS = {"item": text(key=True), "sold_on": day(key=True, partition=True)}
RAW = {"payload": integer(provenance=True), **KEYS}


def _totals(**columns: Any) -> TableDefinition:
    """Return a table of days whose columns are those given, each what the day sold."""

    class Totals(Schema, columns={"sold_on": KEYS["sold_on"], **columns}):
        """All items of one day."""

    @table(schema=Totals)
    def totals(sale: Table) -> Table:
        """Sum a day's sales."""
        summed = sale.group_by("sold_on").aggregate(made=sale.sold.sum())
        return summed.select(
            "sold_on", **{n: summed.made.cast(c.dtype) for n, c in columns.items()}
        )

    return totals


def _sale(settled: str = "settled", **columns: Any) -> TableDefinition:
    """Return the raw table with other columns for what was sold, and for whether it is settled."""

    class OtherSale(Schema, columns={**RAW, **columns, settled: boolean()}):
        """One item on one day."""

    @table(schema=OtherSale, calendar=settled)
    def sale(sales: Landed) -> Table:
        """Sales as read."""
        return sales.select(
            "payload",
            "item",
            sold_on="day",
            **{settled: sales.sold.notnull()},
            **{n: sales.sold.cast(c.dtype) for n, c in columns.items()},
        )

    return sale


class Busy(Schema):
    """One day."""

    sold_on = day(key=True, partition=True)
    items = integer()


@table(schema=Busy, reads={"sale": past(2)}, may_be_empty="at first")
def busy(sale: Table, totals: Table) -> Table:
    """Count the items sold on the two days before; read no column that changes."""
    earlier = sale.select("item", earlier_on="sold_on")
    age = totals.sold_on.delta(earlier.earlier_on, unit="day")
    seen = totals.select("sold_on").join(earlier, [age >= 1, age <= 2])
    return seen.group_by("sold_on").aggregate(items=seen.item.nunique())


OLD = _totals(total=integer())
CHANGES = {
    "renamed": _totals(all_items=integer()),
    "retyped": _totals(total=number()),
    "added": _totals(total=integer(), twice=integer(nullable=True)),
    "dropped and another added": _totals(other=text()),
}
OLD_RAW = _sale(sold=integer())
RAW_CHANGES = {
    "renamed": _sale(count=integer()),
    "retyped": _sale(sold=number()),
    "added": _sale(sold=integer(), again=integer(nullable=True)),
    "dropped": _sale(),
    "calendar renamed": _sale("over", sold=integer()),
}


def _built(directory: Path, totals: TableDefinition = OLD, raw: TableDefinition = sale) -> Shop:
    tables = (raw, totals, busy) if raw is sale else (raw,)
    shop = Shop(directory, Graph.of([sales, *tables]))
    shop.land(answer(many(DAYS)))
    shop.run()
    return shop


def _nulls(shop: Shop, name: str) -> Iterator[tuple[str, int]]:
    for column in shop.graph.tables[name].schema.columns:
        ((missing, rows),) = shop.query(
            f'SELECT count(*) FILTER ("{column}" IS NULL), count(*) FROM {name}'
        )
        assert rows > 0
        yield column, missing


@pytest.mark.parametrize("refetched", [(), (2, 2)], ids=["all dates", "one date"])
@pytest.mark.parametrize("change", list(CHANGES))
def test_changed_columns_are_right_on_all_dates_after_one_run(
    tmp_path: Path, change: str, refetched: tuple[int, ...]
) -> None:
    old = _built(tmp_path / "shop")
    new = Shop(old.directory, Graph.of([sales, sale, CHANGES[change], busy]))
    with pytest.raises(TipoffError, match=r"totals: its columns have changed since .*`tipoff run`"):
        new.query("FROM totals")
    assert new.run(*refetched).problems == []
    assert not any(missing for _, missing in _nulls(new, "totals"))
    assert new.days("totals") == list(range(DAYS))
    assert new.hashes() == rebuilt(new, tmp_path / "rebuilt").hashes()
    with pytest.raises(TipoffError, match="totals: its columns have changed"):
        old.query("FROM totals")


@pytest.mark.parametrize("change", list(RAW_CHANGES))
def test_changed_columns_of_a_raw_table_are_right_on_all_dates(tmp_path: Path, change: str) -> None:
    old = _built(tmp_path / "shop", raw=OLD_RAW)
    new = Shop(old.directory, Graph.of([sales, RAW_CHANGES[change]]))
    with pytest.raises(TipoffError, match="sale: its columns have changed"):
        new.query("FROM sale")
    assert new.run(1, 1).problems == []
    assert not any(missing for _, missing in _nulls(new, "sale"))
    assert new.hashes() == rebuilt(new, tmp_path / "rebuilt").hashes()
    assert (new.unaccounted(), damage(new.home)) == (0, [])
    assert new.run(retention=NO_RETENTION).did_nothing


@pytest.mark.parametrize("change", ["renamed", "calendar renamed"])
def test_a_change_of_the_calendars_columns_that_is_stopped_is_completed(
    tmp_path: Path, change: str
) -> None:
    old = _built(tmp_path / "shop", raw=OLD_RAW)
    new = Shop(old.directory, Graph.of([sales, RAW_CHANGES[change]]))
    stops = 0
    for stop_at in (6, 12, 18, 24, 30):
        with suppress(Stopped), stopping("engine", stop_at):
            new.run()
            break
        assert old.days("sale") == list(range(DAYS)), "readers see the old state"
        stops += 1
    assert stops >= 2
    new.run()
    assert new.hashes() == rebuilt(new, tmp_path / "rebuilt").hashes()


def test_an_older_code_refuses_a_newer_catalog(shop: Shop) -> None:
    shop.land(answer(many(2)))
    with shop.home.writing() as workspace:
        workspace.catalog.query("INSERT INTO migration VALUES (99, 'later')")
    for use in (shop.run, shop.hashes):
        with pytest.raises(UsageError, match=r"later version of Tipoff \(schema 99, this one has"):
            use()


def test_an_older_version_refuses_a_home_that_a_newer_one_ran(shop: Shop) -> None:
    shop.land(answer(many(2)))
    shop.run(version="99.0.0")
    refusal = f"by Tipoff 99.0.0, and this is {tipoff.__version__}: install 99.0.0 or later"
    with pytest.raises(Blocked, match=refusal), shop.home.writing():
        pass
    before = shop.catalog("SELECT count(*) FROM payload")
    with pytest.raises(Blocked, match=refusal):
        ingest(shop.home, Answers((answer(many(3)),)))
    assert shop.catalog("SELECT count(*) FROM payload") == before


@dataclass(frozen=True)
class Answers:
    """A source of some payloads."""

    of: tuple[Payload, ...]

    def payloads(self) -> Iterator[Payload]:
        """Yield them."""
        yield from self.of


def test_a_file_that_is_no_catalog_is_refused(shop: Shop) -> None:
    shop.directory.mkdir(exist_ok=True)
    shop.home.catalog.write_bytes(b"no database" * 100)
    with pytest.raises(TipoffError, match=r"catalog.sqlite cannot be opened: .*not a database"):
        shop.hashes()
