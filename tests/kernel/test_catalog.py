"""The catalog commits completely or not at all, and reports why."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from support.toy_shop import Shop, answer, many
from tipoff.kernel.catalog import sqlite
from tipoff.kernel.errors import TipoffError

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog


def _fill(catalog: Catalog) -> None:
    """Enter more than a full disk takes."""
    ((pages,),) = catalog.query("PRAGMA page_count")
    catalog.query(f"PRAGMA max_page_count = {pages + 2}")
    with catalog.transaction():
        catalog.insert("note", [(f"note {n}", "x" * 1_000) for n in range(100)])


def _keep_in_vain(catalog: Catalog) -> None:
    with catalog.transaction():
        catalog.keep_note("kept", "in vain")
        raise LookupError


def test_a_full_disk_is_reported_as_such_and_nothing_of_the_transaction_stays(shop: Shop) -> None:
    shop.land(answer(many(2)))
    with shop.home.writing() as workspace:
        catalog = workspace.catalog
        before = catalog.query("SELECT count(*) FROM note")
        with pytest.raises(TipoffError, match=r"^no space left on .* for .*catalog\.sqlite; free"):
            _fill(catalog)
        assert catalog.query("SELECT count(*) FROM note") == before
        with catalog.transaction():
            catalog.query("DELETE FROM note WHERE name = 'none'")
    shop.run()
    assert shop.days("sale") == [0, 1]


def test_what_fails_inside_a_transaction_leaves_nothing_and_the_next_one_begins(shop: Shop) -> None:
    with shop.home.writing() as workspace:
        catalog = workspace.catalog
        with pytest.raises(LookupError):
            _keep_in_vain(catalog)
        assert catalog.note("kept") is None
        catalog.keep_note("kept", "for good")
    with shop.home.opened() as workspace:
        assert workspace.catalog.note("kept") == "for good"


@pytest.mark.parametrize(("column", "value"), [("content", "'7d03z'"), ("day", "-day")])
def test_a_value_that_was_never_written_is_damage_and_no_fault_of_ours(
    shop: Shop, column: str, value: str
) -> None:
    shop.land(answer(many(2)))
    shop.run()
    with shop.home.writing() as workspace:
        of_all = f"UPDATE entry SET {column} = {value}"
        workspace.catalog.query(f"{of_all} WHERE table_name = 'forecast'")
    with pytest.raises(TipoffError, match=r"the catalog is damaged: .*`tipoff rebuild`"):
        shop.hashes()


def test_a_reader_in_the_midst_of_reading_holds_no_writer_up(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.0)
    with shop.home.writing() as writing, shop.home.opened() as reading:
        notes = "SELECT name, value FROM note"
        reading.catalog.query("BEGIN")
        before = reading.catalog.query(notes)
        writing.catalog.keep_note("written", "meanwhile")
        assert reading.catalog.query(notes) == before
        reading.catalog.query("COMMIT")
        assert reading.catalog.query(notes) == [*before, ("written", "meanwhile")]


def test_a_catalog_that_is_filled_from_another_holds_what_that_one_does(tmp_path: Path) -> None:
    own, other = (sqlite.SQLiteCatalog(tmp_path / name) for name in ("own", "other"))
    with closing(own), closing(other):
        own.keep_note("mine", "1")
        other.keep_note("yours", "2")
        requests = [(what, "{}", "2024", "", "", 1, "", "") for what in ("second", "first")]
        other.insert("request", requests)
        with own.transaction():
            own.fill_from(other)
        for table in other.tables():
            assert own.query(f"SELECT * FROM {table}") == other.query(f"SELECT * FROM {table}")
        assert own.query("SELECT * FROM request ORDER BY rowid") == requests
        assert own.note("yours") == "2"


def test_a_table_that_could_not_be_committed_is_a_failure_and_the_next_run_completes_it(
    shop: Shop,
) -> None:
    shop.land(answer(many(2)))
    shop.run()
    before = shop.hashes()
    shop.land(answer(many(4)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tipoff.kernel.run.store.digest_of", _no_space)
        report = shop.run()
    assert report.exit_code == 1
    assert report.problems[0].startswith("sale: no space left on ")
    assert "MB more needed for" in report.problems[0]
    assert shop.hashes() == before
    assert shop.run().problems == []
    assert shop.days("forecast") == [1, 2, 3]


def _no_space(path: Path) -> str:
    raise OSError(28, "No space left on device")
