"""The shipped SQL equals what the tables compile to now, and is used as it is."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import Shop, answer, daily_total, many, sale, sales, shop_graph
from tipoff.app.pipeline import COMPILED_SQL
from tipoff.app.shipped_sql import DIALECTS, shipped_files, shipped_keys, shipped_path
from tipoff.expressions import row_number
from tipoff.kernel.declare.expression import Expressions, compiled, unbound
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.fingerprints import ContentDigests
from tipoff.kernel.run import compiled_sql
from tipoff.kernel.run.compiled_sql import HEADING, key_of, read_shipped, shipped_text

if TYPE_CHECKING:
    from pathlib import Path

SHARES = 4
MADE_BY = (3, 11)
"""The minor version of Python by which ``make sql`` writes keys: they follow bytecode."""


def test_each_shipped_file_has_the_keys_of_its_table_as_it_is_now() -> None:
    """A key covers all that the SQL depends on, except libraries: edited code changes it."""
    keys = shipped_keys()
    paths = {shipped_path(name, dialect): keys[name] for name in keys for dialect in DIALECTS}
    assert set(COMPILED_SQL.glob("*/*.sql")) == paths.keys(), "run `make sql`"
    if sys.version_info[:2] == MADE_BY:
        stale = [p.name for p, now in paths.items() if dict(read_shipped(p).keys()) != now]
        assert stale == [], "the code of these tables has changed: run `make sql`"


@pytest.mark.parametrize(
    ("dialects", "tables"),
    [
        (DIALECTS[:1], slice(None)),
        (DIALECTS[1:], slice(0, None, SHARES)),
        *(
            pytest.param(DIALECTS[1:], slice(n, None, SHARES), marks=pytest.mark.chaos)
            for n in range(1, SHARES)
        ),
    ],
)
def test_each_shipped_file_is_what_its_table_compiles_to(
    dialects: tuple[str, ...], tables: slice
) -> None:
    """All tables are compiled for the engine in process; a share of them for the other engines."""
    files = dict(shipped_files([*shipped_keys()][tables], dialects))
    assert files
    stale = [path.name for path, text in files.items() if _compared(path.read_text()) != text]
    assert stale == [], "the SQL of these tables has changed: run `make sql` and look at it"


def _compared(shipped: str) -> str:
    """Return a shipped text; of its keys only those that this version of Python can make."""
    return shipped if sys.version_info[:2] == MADE_BY else HEADING.sub("", shipped)


def _ship(shop: Shop, directory: Path, edit: str) -> Graph:
    """Write the SQL of the daily totals as shipped, after an edit of its text."""
    expressions = Expressions(shop.graph)
    (rows,) = expressions.of(daily_total)
    sql = compiled(rows.build(), "duckdb", pretty=True).replace("SUM(", edit)
    text = shipped_text({"rows": (key_of(rows, ContentDigests()), sql)})
    (directory / "duckdb").mkdir()
    (directory / "duckdb" / "daily_total.sql").write_text(text)
    return replace(shop.graph, compiled_sql=directory)


def _kept(shop: Shop) -> set[str]:
    return {name for (name,) in shop.catalog("SELECT table_name FROM compiled")}


def test_shipped_sql_is_used_as_it_is(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "shop", shop_graph())
    shop.land(answer(many(2)))
    shipped = Shop(shop.directory, _ship(shop, tmp_path, "1000 * SUM("))
    shipped.run()
    totals = shop.query("SELECT total FROM daily_total ORDER BY sold_on")
    assert all(total % 1000 == 0 for (total,) in totals)
    assert _kept(shop) == {"sale", "recent_mean"}


def test_sql_that_was_edited_by_hand_is_not_used(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "shop", shop_graph())
    shop.land(answer(many(2)))
    graph = _ship(shop, tmp_path, "1000 * SUM(")
    path = tmp_path / "duckdb" / "daily_total.sql"
    path.write_text(path.read_text().replace("1000 * SUM(", "2000 * SUM("))
    Shop(shop.directory, graph).run()
    assert all(total < 1000 for (total,) in shop.query("SELECT total FROM daily_total"))
    assert "daily_total" in _kept(shop)


def test_what_columns_were_dropped_of_is_computed_once_for_several_readers() -> None:
    rows = unbound("sale", {"item": "string", "price": "float64", "note": "string"})
    ranked = rows.mutate(place=row_number().over(group_by="item", order_by="price")).drop("note")
    cheapest = ranked.filter(ranked.place == 0).select("item", cheapest="price")
    sql = compiled(ranked.join(cheapest, "item"), "duckdb")
    assert sql.count("ROW_NUMBER()") == 1


def test_sql_is_compiled_again_when_the_code_that_compiles_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (rows,) = Expressions(shop_graph()).of(daily_total)
    before = key_of(rows, ContentDigests())

    def other(table: Any, dialect: str, *, pretty: bool = False) -> str:
        return f"{compiled(table, dialect, pretty=pretty)} LIMIT 1"

    monkeypatch.setattr(compiled_sql, "compiled", other)
    assert key_of(rows, ContentDigests()) != before


def test_sql_that_was_shipped_for_other_code_is_not_used(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "shop", shop_graph())
    shop.land(answer(many(2)))
    edited = replace(daily_total, function=_nothing_sold)
    graph = Graph.of([sales, sale, edited])
    other = replace(graph, compiled_sql=_ship(shop, tmp_path, "1000 * SUM(").compiled_sql)
    Shop(shop.directory, other).run()
    assert {total for (total,) in shop.query("SELECT total FROM daily_total")} == {0}
    assert "daily_total" in _kept(shop)


def _nothing_sold(sale):  # type: ignore[no-untyped-def]
    return sale.group_by("sold_on").aggregate(total=(sale.sold * 0).sum())


def test_a_file_that_is_not_there_ships_nothing(tmp_path: Path) -> None:
    assert read_shipped(tmp_path / "none.sql") == {}


def test_parts_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    parts = {"rows": ("0123456789abcdef", "SELECT 1\n  AS a"), "adds_up": ("f" * 16, "SELECT 2")}
    path = tmp_path / "a.sql"
    path.write_text(shipped_text(parts))
    assert {part: (key, sql.strip()) for (part, key), sql in read_shipped(path).items()} == parts
