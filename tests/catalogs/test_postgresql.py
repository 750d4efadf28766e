"""A catalog in PostgreSQL behaves as one in SQLite, and reports problems of the server."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from support.homes import catalog_of, damage, head, undo, unnamed
from support.toy_shop import Shop, answer, done, many, shop_graph, sold
from tipoff.app.backup import back_up, restore
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.app.settings import open_home
from tipoff.catalogs import PostgreSQLCatalog
from tipoff.catalogs.postgresql import translated
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.catalog.migrations import STANDSTILL
from tipoff.kernel.errors import TipoffError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from support.postgresql import Server
    from tipoff.kernel.catalog import Catalog


def _history(shop: Shop) -> list[object]:
    """Land, run, correct, spoil and roll back; return what could be seen after each step."""
    seen: list[object] = []
    shop.land(answer(many(5)))
    seen += [done(shop.run()), shop.hashes()]
    shop.land(answer([sold("apple", 2, 9), sold("bread", 3, 5, stock=1)], "late"))
    seen += [done(shop.run()), shop.hashes(), shop.quarantine()]
    seen += [done(shop.run()), head(shop)]
    undo(shop, 2)
    seen += [shop.hashes(), head(shop), shop.catalog("SELECT count(*) FROM entry")]
    return seen


def test_a_history_leaves_the_same_over_either_catalog(shop: Shop, tmp_path: Path) -> None:
    assert _history(shop) == _history(Shop(tmp_path / "sqlite", shop_graph()))
    assert damage(shop.home) == []
    assert not shop.home.catalog.exists()


def test_what_is_committed_survives_a_crash_of_the_server(shop: Shop, postgresql: Server) -> None:
    shop.land(answer(many(3)))
    shop.run()
    before = shop.hashes()
    with shop.home.writing() as workspace:
        postgresql.restart()
        with pytest.raises(TipoffError, match="run the same command again"):
            workspace.catalog.query("SELECT 1")
    assert shop.hashes() == before
    shop.land(answer(many(4)))
    assert shop.run().problems == []
    assert shop.days("sale") == [0, 1, 2, 3]


def test_nothing_is_written_outside_a_transaction(shop: Shop) -> None:
    with catalog_of(shop.home) as catalog:
        with pytest.raises(TipoffError, match="read-only transaction"):
            catalog.query("TRUNCATE note")
        catalog.insert("note", [("a", "b")])
        catalog.query("UPDATE note SET value = ? WHERE name = 'a'", ["c"])
        assert catalog.note("a") == "c", "a statement that writes is a transaction of its own"


def test_rows_that_are_not_numbered_number_themselves_also_after_a_restore(
    shop: Shop, tmp_path: Path
) -> None:
    columns = "INSERT INTO delivery (channel, kind, at, failure) VALUES ('a', 'b', 'c', '')"
    numbers = "SELECT delivery FROM delivery ORDER BY 1"
    with closing(SQLiteCatalog(tmp_path / "c.sqlite")) as filled, catalog_of(shop.home) as catalog:
        filled.query("INSERT INTO delivery VALUES (7, 'a', 'b', 'c', '')")
        with catalog.transaction():
            catalog.fill_from(filled)
        catalog.query(columns)
        assert catalog.query(numbers) == [(7,), (8,)]


def _keep_and_fail(catalog: Catalog) -> None:
    catalog.keep_note("a", "1")
    catalog.query("SELECT nothing FROM note")


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_commits(shop: Shop) -> None:
    with catalog_of(shop.home) as catalog:
        with pytest.raises(TipoffError, match="does not exist"), catalog.transaction():
            _keep_and_fail(catalog)
        assert catalog.note("a") is None
        catalog.keep_note("a", "2")
        catalog.keep_note("a", "100 % of ?")
        assert catalog.note("a") == "100 % of ?"
        assert catalog.query("SELECT name FROM note WHERE value LIKE '100 %' AND name = ?", ["a"])


def test_the_note_of_a_standstill_goes_with_any_change_that_a_plan_reads(shop: Shop) -> None:
    shop.land(answer(many(2)))
    with catalog_of(shop.home) as catalog:
        catalog.keep_note(STANDSTILL, "kept")
        with catalog.transaction():
            catalog.query("UPDATE head SET run = 0 WHERE run > 1000")
        assert catalog.note(STANDSTILL) == "kept"
        with catalog.transaction():
            catalog.query("UPDATE head SET run = 0")
        assert catalog.note(STANDSTILL) is None


def test_a_sum_is_a_whole_number_and_a_time_keeps_its_digits(shop: Shop) -> None:
    with catalog_of(shop.home) as catalog:
        catalog.insert(
            "file", [(1, "a", "b", "c", 2**40, 2**40, "d"), (2, "a", "e", "c", 1, 1, "d")]
        )
        ((total,),) = catalog.query("SELECT sum(bytes) FROM file")
        assert (total, type(total)) == (2**40 + 1, int)
        catalog.insert("table_time", [(1, "a", 2, 3, 0.123456789012)])
        assert catalog.query("SELECT seconds FROM table_time") == [(0.123456789012,)]


def test_texts_are_ordered_as_sqlite_orders_them(shop: Shop, tmp_path: Path) -> None:
    names = [(name, "") for name in ("b", "B", "a-b", "a b", "ä", "Z", "_")]
    ordered = "SELECT name FROM note WHERE value = '' ORDER BY name"
    with catalog_of(shop.home) as one, closing(SQLiteCatalog(tmp_path / "c.sqlite")) as other:
        for catalog in (one, other):
            with catalog.transaction():
                catalog.insert("note", names)
        assert one.query(ordered) == other.query(ordered)


def test_a_home_is_restored_from_a_backup_into_another_database(
    shop: Shop, postgresql: Server, tmp_path: Path
) -> None:
    shop.land(answer(many(4)))
    shop.run()
    back_up(shop.home, tmp_path.parent / f"{tmp_path.name}-backup")
    other = Shop(tmp_path / "restored", shop.graph, postgresql.database())
    restore(other.home, tmp_path.parent / f"{tmp_path.name}-backup")
    assert other.catalog("SELECT run, command FROM run") == shop.catalog(
        "SELECT run, command FROM run"
    )
    other.run()
    assert other.hashes() == shop.hashes()
    assert unnamed(other.home) == []


def test_a_catalog_that_was_lost_is_reported_and_rebuilt_from_the_landing(
    shop: Shop, postgresql: Server
) -> None:
    shop.land(answer(many(4)))
    shop.run()
    emptied = replace(shop, catalog_url=postgresql.database())
    with pytest.raises(TipoffError, match="tipoff rebuild"):
        emptied.run()
    assert rebuild_catalog(emptied.home).payloads == 1
    emptied.run()
    assert emptied.hashes() == shop.hashes()


def test_a_database_of_something_else_is_refused(shop: Shop, postgresql: Server) -> None:
    import psycopg

    url = postgresql.database()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE book (title TEXT)")
    with pytest.raises(UsageError, match="no catalog of Tipoff"):
        replace(shop, catalog_url=url).land(answer(many(1)))


def test_the_address_is_shown_without_its_password(
    postgresql: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    secret = f"postgresql://someone:s3cret@localhost:1/none?host={postgresql.directory}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_CATALOG", secret)
    home = open_home(tmp_path)
    assert "s3cret" not in repr(home)
    with pytest.raises(TipoffError, match=r"someone:\*\*\*@localhost") as refused:
        home.open_catalog()
    assert "s3cret" not in str(refused.value)


def test_an_address_of_another_product_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_CATALOG", "mysql://someone:s3cret@localhost/home")
    with pytest.raises(UsageError, match="setting catalog: not an address like") as refused:
        open_home(tmp_path)
    assert "s3cret" not in str(refused.value)


def test_a_copy_of_the_catalog_is_a_sqlite_file_with_the_same_rows(
    shop: Shop, tmp_path: Path
) -> None:
    shop.land(answer(many(3)))
    shop.run()
    copy = tmp_path / "copy.sqlite"
    with catalog_of(shop.home) as catalog:
        catalog.copy_to(copy)
        with closing(sqlite3.connect(copy)) as read:
            for table in ("entry", "payload", "file", "run", "note", "source_entry"):
                rows = catalog.query(f"SELECT * FROM {table}")
                assert sorted(map(repr, rows)) == sorted(
                    map(repr, read.execute(f"SELECT * FROM {table}"))
                ), table


def test_the_schema_is_translated() -> None:
    statement = "CREATE TABLE note (name TEXT PRIMARY KEY, n INTEGER, b BLOB) WITHOUT ROWID"
    assert translated(statement) == (
        'CREATE TABLE note (name TEXT COLLATE "C" PRIMARY KEY, n BIGINT, b BYTEA)'
    )


def test_an_earlier_version_refuses_a_catalog_of_a_later_one(shop: Shop) -> None:
    with catalog_of(shop.home) as catalog, catalog.transaction():
        catalog.query("INSERT INTO migration VALUES (99, 'later')")
    with pytest.raises(UsageError, match="made by a later version"):
        PostgreSQLCatalog(shop.catalog_url)
