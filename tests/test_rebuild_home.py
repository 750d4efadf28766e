"""Rebuild: a lost or damaged catalog is made again from the landing alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from support.cli_runner import Tipoff, printed
from support.damage import bit_flipped, emptied, truncated
from support.toy_shop import Shop, answer, many, shop_with_a_fact
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.app.home import Home
from tipoff.app.verification import verify
from tipoff.cli import app
from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.kernel.errors import RunInProgress, TipoffError, UsageError
from tipoff.predictions.chain import continue_chain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAYLOADS = "SELECT * FROM payload ORDER BY payload"
COMMANDS = (
    "status",
    "plan",
    "runs",
    "quarantine",
    "verify",
    "run",
    "landing list",
    "rollback 1",
    "backup elsewhere",
    "landing withdraw 1",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A shop with a written fact and a withdrawn payload; tests only read it."""
    body = continue_chain(
        {"predictions": {}, "breakouts": {}}, None, datetime(2024, 2, 1, tzinfo=UTC)
    )[1]
    return shop_with_a_fact(tmp_path_factory.mktemp("built"), body)


@pytest.fixture
def shop(built: Shop, tmp_path: Path) -> Shop:
    """A copy of it, to do things to."""
    shutil.copytree(built.directory, tmp_path / "home")
    return Shop(tmp_path / "home", built.graph)


@pytest.fixture
def tipoff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tipoff:
    """Call the command over the shop's home."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object) -> Result:
        environment = {"TIPOFF_HOME": str(tmp_path / "home")}
        return CliRunner().invoke(app, [str(a) for a in arguments], env=environment)

    return call


def _not_a_database(path: Path) -> None:
    path.write_bytes(b"something else, and longer than the header of a database" * 100)


def _foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (i INTEGER)")


def _of_a_later_version(path: Path) -> None:
    with closing(SQLiteCatalog(path)) as catalog:
        catalog.query("INSERT INTO migration VALUES (999, '2099')")


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _page_lost(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[4096 : 4096 * 8] = b"\xaa" * 4096 * 7
    path.write_bytes(bytes(held))


LOST: dict[Callable[[Path], None], str] = {
    Path.unlink: "tipoff rebuild",
    emptied: "tipoff rebuild",
    _half: "tipoff rebuild",
    _page_lost: "tipoff rebuild",
    _not_a_database: "tipoff rebuild",
    _foreign: "is no catalog of Tipoff",
    _of_a_later_version: "a later version",
}


@pytest.mark.parametrize("damage", [*LOST, truncated, bit_flipped])
def test_whatever_became_of_the_catalog_a_rebuild_gives_the_same_tables(
    shop: Shop, damage: Callable[[Path], None]
) -> None:
    before, payloads = shop.hashes(), shop.catalog(PAYLOADS)
    damage(shop.home.catalog)
    left = shop.home.catalog.read_bytes() if shop.home.catalog.exists() else None
    result = rebuild_catalog(shop.home)
    assert result.payloads == 4
    assert shop.catalog(PAYLOADS) == payloads
    assert shop.run().problems == []
    assert shop.hashes() == before
    assert verify(shop.home, shop.graph).is_sound
    assert (result.set_aside.read_bytes() if result.set_aside else None) == left


@pytest.mark.parametrize("damage", LOST)
@pytest.mark.parametrize("arguments", COMMANDS)
def test_every_command_says_in_one_line_what_became_of_the_catalog(
    shop: Shop, damage: Callable[[Path], None], arguments: str, tipoff: Tipoff
) -> None:
    damage(shop.home.catalog)
    result = tipoff(*arguments.split())
    assert result.exit_code in (1, 2), result.output
    assert LOST[damage] in result.stderr
    assert result.stderr.count("\n") == 1


def test_damage_that_a_command_meets_in_the_middle_is_named_in_one_line(
    shop: Shop, tipoff: Tipoff
) -> None:
    ((page,),) = shop.catalog("SELECT rootpage FROM sqlite_master WHERE name = 'quarantine'")
    held = bytearray(shop.home.catalog.read_bytes())
    held[4096 * (page - 1) : 4096 * page] = b"\xaa" * 4096
    shop.home.catalog.write_bytes(bytes(held))
    result = tipoff("quarantine")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "is damaged" in result.stderr
    assert "`tipoff rebuild`" in result.stderr


def test_a_log_that_outlived_its_catalog_is_set_aside_with_it(shop: Shop) -> None:
    log = shop.home.directory / "catalog.sqlite-wal"
    with shop.home.writing() as workspace:
        workspace.catalog.query("INSERT INTO note VALUES ('kept', 'in the log')")
        held = log.read_bytes()
    shop.home.catalog.unlink()
    log.write_bytes(held)
    rebuild_catalog(shop.home)
    assert shop.catalog("SELECT * FROM note WHERE name = 'kept'") == []
    assert len(list(shop.home.directory.glob("catalog-*.sqlite-wal"))) == 1


def test_a_sound_catalog_is_set_aside_too_and_never_deleted(shop: Shop) -> None:
    first, second = rebuild_catalog(shop.home), rebuild_catalog(shop.home)
    assert first.set_aside is not None
    assert first.set_aside != second.set_aside
    with closing(SQLiteCatalog(first.set_aside)) as old:
        assert old.query("SELECT run FROM head") == [(1,)]


def test_a_damaged_index_is_named_and_leaves_the_catalog_alone(shop: Shop) -> None:
    index, before = shop.home.landing / "index.jsonl", shop.home.catalog.read_bytes()
    index.write_bytes(index.read_bytes() + b"\xff\n")
    with pytest.raises(TipoffError, match=r"index\.jsonl, byte \d+: is damaged"):
        rebuild_catalog(shop.home)
    assert shop.home.catalog.read_bytes() == before


def test_a_home_without_a_landing_cannot_be_rebuilt(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to make a catalog from"):
        rebuild_catalog(Home(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


def test_a_home_that_is_written_to_is_not_rebuilt(shop: Shop) -> None:
    with shop.home.writing(), pytest.raises(RunInProgress):
        rebuild_catalog(shop.home)


def test_a_withdrawn_payload_is_as_if_it_had_never_come(shop: Shop, tmp_path: Path) -> None:
    with_both = shop.hashes()
    never = Shop(tmp_path / "never", shop.graph)
    never.land(answer(many(4), "early"))
    never.run()
    for restored, expected in ((False, never.hashes()), (True, with_both)):
        with shop.home.writing() as workspace:
            workspace.landing.withdraw(2, restore=restored)
        assert shop.run().problems == []
        assert shop.hashes() == expected
        assert shop.unaccounted() == 0
        assert verify(shop.home, shop.graph).is_sound


def test_what_was_said_before_a_game_is_not_withdrawn(shop: Shop) -> None:
    with shop.home.writing() as workspace:
        for number, why in ((3, "it cannot be withdrawn"), (9, "there is no payload 9")):
            with pytest.raises(UsageError, match=why):
                workspace.landing.withdraw(number)


def test_the_commands_say_what_they_did(shop: Shop, tipoff: Tipoff, tmp_path: Path) -> None:
    listed = printed(tipoff("landing", "list", "--resource", "sales", "--json"))
    assert [(row["payload"], row["counts"]) for row in listed] == [(4, False), (2, True), (1, True)]
    assert len(printed(tipoff("landing", "list", "--limit", 1, "--json"))) == 1
    assert "counts again" in tipoff("landing", "restore", 4).stdout
    assert "counts no longer" in tipoff("landing", "withdraw", 4).stdout
    assert tipoff("landing", "withdraw", 99).exit_code == 2
    assert printed(tipoff("verify", "--json"))["examined"]["payload bodies"] == 4
    assert "Sound." in tipoff("verify").stdout
    assert "4 copied" in tipoff("backup", tmp_path / "backup").stdout
    assert printed(tipoff("backup", tmp_path / "backup", "--json"))["kept"] == 4
    assert "is not empty" in tipoff("restore", tmp_path / "backup").stderr
    assert printed(tipoff("rebuild", "--json"))["payloads"] == 4
    assert "The old catalog is" in tipoff("rebuild").stdout
    shutil.rmtree(shop.directory)
    assert "Restored 4 payloads" in tipoff("restore", tmp_path / "backup").stdout
    (shop.home.landing / "index.jsonl").write_bytes(b"\xff\n")
    assert "payload 4 is in the catalog" in tipoff("verify").stderr
    assert tipoff("verify").exit_code == 1
    repaired = tipoff("verify", "--repair")
    assert (repaired.exit_code, "was written anew" in repaired.stdout) == (0, True)


def test_a_home_of_an_earlier_form_is_refused(tmp_path: Path, tipoff: Tipoff) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/tipoff.duckdb").write_bytes(b"")
    for arguments in (*COMMANDS, "rebuild", "ingest lines mine.csv"):
        result = tipoff(*arguments.split())
        assert result.exit_code == 2
        assert arguments.startswith("ingest") or "earlier form" in result.stderr


def test_a_home_on_a_file_is_refused(tmp_path: Path, tipoff: Tipoff) -> None:
    (tmp_path / "home").write_text("not a directory")
    for arguments in COMMANDS:
        result = tipoff(*arguments.split())
        assert result.exit_code == 2
        assert "is a file, and a home is a directory" in result.stderr
    below = Home(tmp_path / "home" / "below")
    with pytest.raises(TipoffError, match="is a file, and a home is a directory"), below.writing():
        pass


@contextmanager
def _without_privileges(directory: Path) -> Iterator[None]:
    """Be somebody whom permissions bind, if this process is root."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(directory, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_home_that_cannot_be_written_to_says_so(shop: Shop) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Home(Path(place) / "home", threads=1)
        shutil.copytree(shop.directory, home.directory)
        Path(place).chmod(0o755)
        for path in (home.directory, *home.directory.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        with _without_privileges(home.directory):
            with pytest.raises(TipoffError, match="make it writable"), home.writing():
                pass
            with pytest.raises(TipoffError, match=r"catalog\.sqlite cannot be opened"):
                verify(home, shop.graph)
        for path in (home.directory, *home.directory.rglob("*")):
            path.chmod(0o755)
