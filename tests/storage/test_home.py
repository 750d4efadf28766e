"""A home in object storage: any machine runs it, and all others see the result."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from support.flaky_storage import Faults, FlakyFileSystem, kept
from support.homes import catalog_of, damage
from support.toy_shop import Shop, answer, done, many, shop_graph, sold
from tipoff.app.backup import back_up, restore
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.app.settings import open_home
from tipoff.app.verification import repair_home, verify
from tipoff.kernel.errors import TipoffError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.postgresql import Server

    Machine = Callable[[str], Shop]


@pytest.fixture
def alone(tmp_path: Path) -> Shop:
    """The same history on one machine, with nothing but its directory."""
    return Shop(tmp_path / "alone", shop_graph())


def _history(shops: list[Shop]) -> list[object]:
    """Land, run, correct and run again, each step on the next of the machines."""
    first, second, third = shops
    first.land(answer(many(5)))
    seen: list[object] = [done(second.run()), third.hashes()]
    third.land(answer([sold("apple", 2, 9), sold("bread", 3, 5, stock=1)], "late"))
    seen += [done(first.run()), second.hashes(), third.quarantine()]
    return [*seen, done(second.run())]


def test_three_machines_do_what_one_does(machine: Machine, alone: Shop) -> None:
    assert _history([machine("a"), machine("b"), machine("c")]) == _history([alone] * 3)
    assert damage(machine("b").home) == []


def test_every_file_that_the_catalog_names_is_kept_and_no_other(
    machine: Machine, storage: tuple[str, Faults]
) -> None:
    shop = machine("a")
    shop.land(answer(many(3)))
    shop.run()
    with catalog_of(shop.home) as catalog:
        named = {f"tables/{t}/{n}" for t, n in catalog.query("SELECT table_name, name FROM file")}
        bodies = {h for (h,) in catalog.query("SELECT body_hash FROM payload")}
    objects = kept(storage[0])
    assert {name for name in objects if name.startswith("tables/")} == named
    assert {n.split("/")[-1].removesuffix(".gz") for n in objects if "landing" in n} == bodies
    for name in named:
        assert objects[name] == (shop.directory / name).read_bytes()


def test_a_storage_that_refuses_every_fourth_request_and_is_slow_costs_only_time(
    machine: Machine, alone: Shop, storage: tuple[str, Faults]
) -> None:
    faults = storage[1]
    faults.every, faults.delay, faults.torn = 4, 0.002, 3
    assert _history([machine("a"), machine("b"), machine("a")]) == _history([alone] * 3)
    assert len(faults.requests) > 50


@pytest.mark.parametrize("fault", ["refusals", "torn"])
def test_a_storage_that_fails_in_a_run_leaves_what_was_and_the_next_run_completes(
    machine: Machine, storage: tuple[str, Faults], fault: str, alone: Shop
) -> None:
    shop, other = machine("a"), machine("b")
    for each in (shop, alone):
        each.land(answer(many(3)))
        each.run()
        each.land(answer(many(5)))
    before = other.hashes()
    setattr(storage[1], fault, 10_000)
    assert "run the same command again" in _failure(shop)
    storage[1].refusals = storage[1].torn = 0
    assert other.hashes() == before
    assert other.run().problems == []
    alone.run()
    assert shop.hashes() == other.hashes() == alone.hashes()
    tables = {name for name in kept(storage[0]) if name.startswith("tables/")}
    with catalog_of(shop.home) as catalog:
        assert len(tables) == catalog.query("SELECT count(*) FROM file")[0][0]


def _failure(shop: Shop) -> str:
    """Run, and return why it failed: as a whole, or table by table."""
    try:
        return "; ".join(shop.run().problems)
    except TipoffError as error:
        return str(error)


def test_a_payload_that_could_not_be_kept_is_not_landed(
    machine: Machine, storage: tuple[str, Faults]
) -> None:
    shop = machine("a")
    shop.land(answer(many(2)))
    storage[1].refusals = 10_000
    with pytest.raises(TipoffError, match="503"):
        shop.land(answer(many(4), "more"))
    storage[1].refusals = 0
    assert machine("b").catalog("SELECT count(*) FROM payload") == [(1,)]
    shop.land(answer(many(4), "more"))
    assert machine("b").catalog("SELECT count(*) FROM payload") == [(2,)]
    assert damage(machine("c").home) == []


def test_a_machine_without_copies_reads_and_one_whose_copies_are_lost_goes_on(
    machine: Machine,
) -> None:
    shop = machine("a")
    shop.land(answer(many(4)))
    shop.run()
    expected = shop.query("SELECT sum(sold) FROM sale"), shop.hashes()
    other = machine("b")
    assert (other.query("SELECT sum(sold) FROM sale"), other.hashes()) == expected
    shutil.rmtree(shop.directory)
    assert (shop.query("SELECT sum(sold) FROM sale"), shop.hashes()) == expected
    assert done(shop.run()) == {}


def _lose(url: str, start: str) -> None:
    root = FlakyFileSystem._strip_protocol(url)
    for name in [n for n in FlakyFileSystem.store if n.startswith(f"{root}/{start}")]:
        del FlakyFileSystem.store[name]


def test_verify_reads_what_is_kept_and_not_the_copies(
    machine: Machine, storage: tuple[str, Faults]
) -> None:
    shop = machine("a")
    shop.land(answer(many(4)))
    shop.run()
    expected = shop.hashes()
    assert verify(shop.home, shop.graph).is_sound
    _lose(storage[0], "tables/daily_total/")
    report = verify(shop.home, shop.graph)
    assert next("is missing" in str(each) for each in report.problems)
    repair_home(shop.home, shop.graph)
    shop.run()
    assert verify(shop.home, shop.graph).is_sound
    assert shop.hashes() == expected
    _lose(storage[0], "landing/")
    assert any(each.kind == "body" for each in verify(shop.home, shop.graph).problems)
    shop.land(answer(many(4)))
    assert verify(machine("b").home, shop.graph).is_sound


def test_a_catalog_is_rebuilt_and_a_backup_restored(
    machine: Machine, postgresql: Server, storage: tuple[str, Faults], tmp_path: Path
) -> None:
    shop = machine("a")
    shop.land(answer(many(4)), answer(many(2), "other"))
    shop.run()
    expected = shop.hashes()
    back_up(shop.home, tmp_path / "backup")
    lost = replace(machine("b"), catalog_url=postgresql.database())
    with pytest.raises(TipoffError, match="`tipoff rebuild`"):
        lost.land(answer(many(1)))
    assert rebuild_catalog(lost.home).payloads == 2
    lost.run()
    assert lost.hashes() == expected
    fresh = replace(
        machine("c"), catalog_url=postgresql.database(), storage_url=f"{storage[0]}-restored"
    )
    assert restore(fresh.home, tmp_path / "backup").lacking == ()
    fresh.run()
    assert fresh.hashes() == expected
    assert {n for n in kept(fresh.storage_url) if "landing" in n} == {
        n for n in kept(storage[0]) if "landing" in n
    }


def test_two_homes_cannot_have_one_database(
    machine: Machine, storage: tuple[str, Faults], tmp_path: Path
) -> None:
    shop = machine("a")
    shop.land(answer(many(2)))
    shop.run()
    others = [
        replace(machine("b"), storage_url=f"{storage[0]}-other"),
        replace(machine("c"), storage_url=""),
    ]
    for other in others:
        for act in (other.run, other.hashes, lambda o=other: o.land(answer(many(3)))):
            with pytest.raises(UsageError, match="the catalog of another home"):
                act()
    with pytest.raises(UsageError, match="the catalog of another home"):
        Shop(tmp_path / "c", shop_graph(), shop.catalog_url).land(answer(many(1)))
    assert done(shop.run()) == {}


def test_storage_needs_a_catalog_that_other_machines_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_STORAGE", "s3://bucket/home")
    with pytest.raises(UsageError, match="setting storage: needs the setting catalog"):
        open_home()
    monkeypatch.setenv("TIPOFF_CATALOG", "postgresql://host/tipoff")
    assert open_home().storage_url == "s3://bucket/home"
    monkeypatch.setenv("TIPOFF_ENGINE", "spark://host:7077")
    with pytest.raises(UsageError, match="workers of spark"):
        open_home()
    monkeypatch.setenv("TIPOFF_STORAGE", "bucket/home")
    with pytest.raises(UsageError, match="storage"):
        open_home()


def test_an_address_in_the_place_of_a_directory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIPOFF_HOME", "s3://bucket/home")
    with pytest.raises(UsageError, match="into the setting storage"):
        open_home()
    assert list(tmp_path.iterdir()) == []
