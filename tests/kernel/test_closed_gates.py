"""A table that fails, or whose check fails, keeps its rows; tables that read it are skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.homes import damage, head
from support.stopping import Stopped, stopping
from support.toy_shop import DailyTotal, Shop, answer, many, sale, sales, sold
from tipoff.kernel.catalog import quality
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Frame, Table

LIMIT = 100
TOLD = "audited: below_limit fails in 1 of 4 examined, such as sold_on 2024-01-04"


def below_limit(audited: Table) -> Table:
    """No day sells more than the limit."""
    return audited.select("sold_on", holds=audited.total < LIMIT)


def _shop(directory: Path, **checks: Any) -> Shop:
    """Return a shop with a checked table, one that may break, one that reads each, and one more."""

    @table(schema=DailyTotal, **checks)
    def audited(sale: Table) -> Table:
        """Sum a day's sales."""
        return sale.group_by("sold_on").aggregate(total=sale.sold.sum())

    @table(schema=DailyTotal)
    def after_audited(audited: Table) -> Table:
        """The same."""
        return audited.select("sold_on", "total")

    @table(schema=DailyTotal)
    def fragile(sale: Frame) -> Frame:
        """Sum a day's sales, unless they are too many."""
        if max(sale["sold"].to_pylist()) > LIMIT:
            raise ZeroDivisionError("too much")
        summed = sale.group_by("sold_on").aggregate([("sold", "sum")])
        return summed.rename_columns(["sold_on", "total"]).select(["sold_on", "total"])

    @table(schema=DailyTotal)
    def after_fragile(fragile: Table) -> Table:
        """The same."""
        return fragile.select("sold_on", "total")

    @table(schema=DailyTotal)
    def unconcerned(sale: Table) -> Table:
        """Sum a day's sales."""
        return sale.group_by("sold_on").aggregate(total=sale.sold.sum())

    tables = (sale, audited, after_audited, unconcerned, fragile, after_fragile)
    return Shop(directory, Graph.of([sales, *tables]))


def _too_much(shop: Shop) -> dict[str, str]:
    """Run the shop, and land a day that sells too much; return what it held before."""
    shop.land(answer(many(4)))
    assert shop.run().exit_code == 0
    before = shop.hashes()
    shop.land(answer([*many(4), sold("dates", 3, 500)]))
    return before


def test_a_check_that_fails_blocks_its_table_and_what_reads_it(tmp_path: Path) -> None:
    shop = _shop(tmp_path, checks=[below_limit])
    shop = Shop(shop.directory, shop.graph.without("fragile"))
    before = _too_much(shop)
    report = shop.run()
    assert report.exit_code == 3
    assert report.problems == [TOLD]
    assert report.skipped == {"after_audited": "audited"}
    after = shop.hashes()
    assert {n for n in after if after[n] == before[n]} == {"audited", "after_audited"}
    assert (head(shop), damage(shop.home)) == (2, [])
    assert shop.query("SELECT max(total) FROM audited")[0][0] < LIMIT
    assert shop.run().problems == report.problems, "and it goes on being told"
    shop.land(answer([*many(4), sold("dates", 3, 5)]))
    assert shop.run().problems == []
    assert shop.hashes()["after_audited"] == shop.hashes()["unconcerned"]


def test_a_table_that_breaks_exits_1_and_keeps_what_it_had(tmp_path: Path) -> None:
    shop = _shop(tmp_path, checks=[below_limit])
    before = _too_much(shop)
    report = shop.run()
    assert report.exit_code == 1, "a failure is told before a closed gate"
    assert report.failed == {
        "audited": TOLD,
        "after_audited": "after_audited waits for audited",
        "fragile": "fragile: ZeroDivisionError: too much (`tipoff runs show 2` has the traceback)",
        "after_fragile": "after_fragile waits for fragile",
    }
    after = shop.hashes()
    assert {n for n in after if after[n] != before[n]} == {"sale", "unconcerned"}
    assert damage(shop.home) == []


def test_a_warning_is_reported_and_keeps_nothing_back(tmp_path: Path) -> None:
    shop = _shop(tmp_path, warnings=[below_limit])
    shop = Shop(shop.directory, shop.graph.without("fragile"))
    _too_much(shop)
    report = shop.run()
    assert (report.exit_code, report.failed, report.problems) == (0, {}, [])
    assert report.notices == [TOLD]
    assert shop.query("SELECT max(total) FROM after_audited") == [(10 + 2 + 5 + 500,)]
    with shop.home.reading(shop.graph) as session:
        assert [row[3] for row in quality.check_results(session.ledger)] == [1]


@pytest.mark.parametrize("stop_at", [40, 50, 60])
def test_what_a_stopped_run_entered_is_checked_by_the_next(tmp_path: Path, stop_at: int) -> None:
    shop = _shop(tmp_path, checks=[below_limit])
    shop = Shop(shop.directory, shop.graph.without("fragile"))
    before = _too_much(shop)
    with pytest.raises(Stopped), stopping("engine", stop_at):
        shop.run()
    assert shop.hashes() == before
    assert shop.run().exit_code == 3
    assert shop.hashes()["audited"] == before["audited"]


def test_a_first_run_whose_check_fails_shows_nothing_of_the_table(tmp_path: Path) -> None:
    shop = _shop(tmp_path, checks=[below_limit])
    shop.land(answer([sold("dates", 0, 500)]))
    assert shop.run().exit_code == 1
    assert shop.query("SELECT count(*) FROM audited") == [(0,)]
    assert shop.days("audited") == []
