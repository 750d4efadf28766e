"""Backup and restore: what cannot be computed again is copied, or reported as missing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from support.bets import BET
from support.damage import DAMAGES, bit_flipped, emptied
from support.toy_shop import Shop, answer, many, shop_with_a_fact, sold
from tipoff.app.backup import back_up, restore
from tipoff.app.bets import Bet, add_bets, read_bets
from tipoff.app.verification import verify
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.lock import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A shop with a written fact and a withdrawn payload; tests only read it."""
    return shop_with_a_fact(tmp_path_factory.mktemp("built"), b"{}")


@pytest.fixture
def shop(built: Shop, tmp_path: Path) -> Shop:
    """A copy of it, to do things to."""
    shutil.copytree(built.directory, tmp_path / "home")
    return Shop(tmp_path / "home", built.graph)


def _restored(shop: Shop, backup: Path, name: str = "restored") -> Shop:
    other = Shop(shop.directory.parent / name, shop.graph)
    restore(other.home, backup)
    return other


def _bodies(directory: Path) -> list[Path]:
    return sorted(directory.glob("landing/??/*.gz"))


def _manifest(backup: Path) -> dict[str, Any]:
    values: dict[str, Any] = orjson.loads((backup / "manifest.json").read_bytes())
    return values


def test_a_restored_home_computes_the_same_tables(shop: Shop, tmp_path: Path) -> None:
    report = back_up(shop.home, tmp_path / "backup")
    assert (report.payloads, report.copied, report.kept, report.lacking) == (4, 4, 0, ())
    other = _restored(shop, tmp_path / "backup")
    assert verify(other.home, other.graph).is_sound
    assert other.run().problems == []
    assert other.hashes() == shop.hashes()
    assert other.catalog("SELECT payload FROM payload WHERE withdrawn") == [(4,)]
    assert other.catalog("SELECT run, command FROM run ORDER BY run")[0] == (1, "run")
    assert verify(other.home, other.graph).is_sound
    assert other.run().did_nothing


def test_the_manifest_shows_the_newest_live_slate(shop: Shop, tmp_path: Path) -> None:
    back_up(shop.home, tmp_path / "backup")
    ((digest,),) = shop.catalog("SELECT body_hash FROM payload WHERE resource = 'live_slate'")
    assert _manifest(tmp_path / "backup")["live_head"] == digest


def test_a_second_backup_copies_only_what_is_new(shop: Shop, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    back_up(shop.home, backup)
    shop.land(answer([sold("bread", 7, 2)], "more"))
    report = back_up(shop.home, backup)
    assert (report.payloads, report.copied, report.kept) == (5, 1, 4)
    assert len(list(backup.glob("catalog-*"))) == len(list(backup.glob("index-*"))) == 1
    shop.run()
    other = _restored(shop, backup)
    other.run()
    assert other.hashes() == shop.hashes()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_body_that_was_damaged_in_the_backup_is_copied_again(
    shop: Shop, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    backup = tmp_path / "backup"
    back_up(shop.home, backup)
    damage(_bodies(backup)[0])
    assert (back_up(shop.home, backup).copied) == 1
    assert back_up(shop.home, backup).copied == 0


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_body_that_is_damaged_in_the_home_is_kept_in_the_backup_or_reported(
    shop: Shop, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    back_up(shop.home, tmp_path / "before")
    damage(_bodies(shop.directory)[0])
    assert back_up(shop.home, tmp_path / "before").lacking == ()
    report = back_up(shop.home, tmp_path / "after")
    assert len(report.lacking) == 1
    assert str(_bodies(tmp_path / "before")[0].name) in report.lacking[0]
    other = Shop(tmp_path / "restored", shop.graph)
    assert len(restore(other.home, tmp_path / "after").lacking) == 1
    assert len(verify(other.home, other.graph).problems) == 1


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalog_in_the_backup_is_made_again(
    shop: Shop, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    backup = tmp_path / "backup"
    back_up(shop.home, backup)
    damage(backup / _manifest(backup)["catalog"])
    other = Shop(tmp_path / "restored", shop.graph)
    assert "was rebuilt from the index" in restore(other.home, backup).lacking[0]
    other.run()
    assert other.hashes() == shop.hashes()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_in_the_backup_is_refused_before_anything_is_made(
    shop: Shop, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    backup = tmp_path / "backup"
    back_up(shop.home, backup)
    damage(backup / _manifest(backup)["index"])
    with pytest.raises(TipoffError, match="missing or damaged"):
        _restored(shop, backup)
    assert not (tmp_path / "restored").exists()


@pytest.mark.parametrize("content", [b"", b"{}", b'{"form": 1}', b"\xff"])
def test_a_damaged_manifest_is_named(shop: Shop, tmp_path: Path, content: bytes) -> None:
    back_up(shop.home, tmp_path / "backup")
    (tmp_path / "backup/manifest.json").write_bytes(content)
    for doing in (
        lambda: _restored(shop, tmp_path / "backup"),
        lambda: back_up(shop.home, tmp_path / "backup"),
    ):
        with pytest.raises(TipoffError, match=r"manifest\.json is damaged"):
            doing()


def test_a_backup_of_a_later_version_is_refused(shop: Shop, tmp_path: Path) -> None:
    back_up(shop.home, tmp_path / "backup")
    later = {**_manifest(tmp_path / "backup"), "form": 3, "tipoff": "99.0"}
    (tmp_path / "backup/manifest.json").write_bytes(orjson.dumps(later))
    with pytest.raises(UsageError, match=r"99\.0"):
        _restored(shop, tmp_path / "backup")


def test_a_home_with_a_damaged_index_is_not_backed_up(shop: Shop, tmp_path: Path) -> None:
    backup, index = tmp_path / "backup", shop.home.landing / "index.jsonl"
    back_up(shop.home, backup)
    before = (backup / "manifest.json").read_bytes()
    held = index.read_bytes()
    for damaged in (b"garbage\n" + held, held.split(b"\n", 1)[1], b""):
        index.write_bytes(damaged)
        with pytest.raises(TipoffError, match="`tipoff verify --repair`"):
            back_up(shop.home, backup)
    assert (backup / "manifest.json").read_bytes() == before
    assert _restored(shop, backup).run().problems == []


def test_a_home_that_lost_payloads_does_not_replace_a_backup_that_has_them(
    shop: Shop, tmp_path: Path
) -> None:
    back_up(shop.home, tmp_path / "backup")
    other = Shop(tmp_path / "other", shop.graph)
    other.land(answer(many(4), "early"))
    with pytest.raises(UsageError, match="name another directory"):
        back_up(other.home, tmp_path / "backup")
    assert _manifest(tmp_path / "backup")["payloads"] == 4


def test_a_backup_that_was_interrupted_leaves_the_last_one_whole(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "backup"
    back_up(shop.home, backup)
    shop.land(answer([sold("bread", 7, 2)], "more"))
    with monkeypatch.context() as patched:
        patched.setattr("tipoff.app.backup.saving.copy_bodies", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            back_up(shop.home, backup)
    assert len(list(backup.glob("index-*"))) == 2
    other = _restored(shop, backup, "as it was")
    assert other.catalog("SELECT count(*) FROM payload") == [(4,)]
    assert back_up(shop.home, backup).payloads == 5
    assert len(list(backup.glob("index-*"))) == 1


def test_a_restore_that_was_interrupted_can_be_made_again(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(shop.home, tmp_path / "backup")
    with monkeypatch.context() as patched:
        patched.setattr("tipoff.landing.index.write_durably", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            _restored(shop, tmp_path / "backup")
    assert len(_bodies(tmp_path / "restored")) == 4
    other = _restored(shop, tmp_path / "backup")
    other.run()
    assert other.hashes() == shop.hashes()


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_restore_that_ended_before_its_catalog_was_there_asks_for_a_rebuild(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(shop.home, tmp_path / "backup")
    with monkeypatch.context() as patched:
        patched.setattr("tipoff.app.backup.restoring.make_catalog", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            _restored(shop, tmp_path / "backup")
    with pytest.raises(TipoffError, match="`tipoff rebuild`"):
        Shop(tmp_path / "restored", shop.graph).run()


def test_a_home_that_has_anything_is_not_restored_into(shop: Shop, tmp_path: Path) -> None:
    back_up(shop.home, tmp_path / "backup")
    with pytest.raises(UsageError, match="is not empty"):
        restore(shop.home, tmp_path / "backup")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty"):
        restore(replace(shop.home, directory=tmp_path / "notes"), tmp_path / "backup")
    assert [path.name for path in (tmp_path / "notes").iterdir()] == ["mine.txt"]


def test_directories_that_are_no_place_for_a_backup_are_refused(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/photos").mkdir()
    for place, why in (
        (shop.directory / "backup", "contains the other"),
        (shop.directory.parent, "contains the other"),
        (tmp_path / "file", "is a file"),
        (tmp_path / "mine", "photos"),
    ):
        with pytest.raises(UsageError, match=why):
            back_up(shop.home, place)
    with pytest.raises(UsageError, match="holds no backup"):
        restore(replace(shop.home, directory=tmp_path / "new"), tmp_path / "mine")


def test_the_bet_log_is_backed_up_restored_and_verified(shop: Shop, tmp_path: Path) -> None:
    backup, log = tmp_path / "backup", shop.directory / "bets.json"
    add_bets(shop.home, [Bet(**BET)])
    assert verify(shop.home, shop.graph).examined["bets"] == 1
    for _ in range(2):
        assert back_up(shop.home, backup).lacking == ()
    assert len(list(backup.glob("bets-*"))) == 1
    assert read_bets(_restored(shop, backup).home) == [Bet(**BET)]
    kept = log.read_bytes()
    for harm in (lambda: log.write_bytes(kept[:-9]), log.unlink):
        harm()
        (problem_text,) = back_up(shop.home, backup).lacking
        assert str(log) in problem_text
        assert "copy it" in problem_text
    assert read_bets(_restored(shop, backup, "again").home) == [Bet(**BET)]
    log.write_bytes(kept[:-9])
    (problem,) = verify(shop.home, shop.graph).problems
    assert "copy it from a backup" in str(problem)


def test_a_bet_log_that_is_damaged_in_the_backup_is_reported(shop: Shop, tmp_path: Path) -> None:
    add_bets(shop.home, [Bet(**BET)])
    back_up(shop.home, tmp_path / "backup")
    emptied(next((tmp_path / "backup").glob("bets-*")))
    other = Shop(tmp_path / "restored", shop.graph)
    (problem_text,) = restore(other.home, tmp_path / "backup").lacking
    assert "its bets are" in problem_text


def test_a_restore_takes_the_place_of_no_other_bet_log(shop: Shop, tmp_path: Path) -> None:
    add_bets(shop.home, [Bet(**BET)])
    back_up(shop.home, tmp_path / "backup")
    other = Shop(tmp_path / "restored", shop.graph)
    other.directory.mkdir()
    mine = other.directory / "bets.json"
    mine.write_text("[]")
    with pytest.raises(UsageError, match="is not empty"):
        restore(other.home, tmp_path / "backup")
    shutil.copy(next((tmp_path / "backup").glob("bets-*")), mine)
    assert restore(other.home, tmp_path / "backup").lacking == ()


def test_a_backup_of_the_form_before_is_restored(shop: Shop, tmp_path: Path) -> None:
    back_up(shop.home, tmp_path / "backup")
    held = _manifest(tmp_path / "backup")
    earlier = {name: v for name, v in held.items() if not name.startswith("bets")} | {"form": 1}
    (tmp_path / "backup/manifest.json").write_bytes(orjson.dumps(earlier))
    assert _restored(shop, tmp_path / "backup").run().problems == []


def test_two_backups_into_one_directory_do_not_mix(shop: Shop, tmp_path: Path) -> None:
    with exclusive(tmp_path / "backup/.lock"), pytest.raises(TipoffError, match="is in progress"):
        back_up(shop.home, tmp_path / "backup")


def test_a_backup_is_taken_while_a_run_goes_on(shop: Shop, tmp_path: Path) -> None:
    with shop.home.writing() as workspace, workspace.catalog.transaction():
        workspace.catalog.query("INSERT INTO note VALUES ('not', 'committed')")
        back_up(shop.home, tmp_path / "backup")
    other = _restored(shop, tmp_path / "backup")
    assert other.catalog("SELECT * FROM note WHERE name = 'not'") == []


def test_a_damaged_file_of_a_table_does_not_keep_a_home_from_being_backed_up(
    shop: Shop, tmp_path: Path
) -> None:
    before = shop.hashes()
    for path in shop.home.tables.glob("*/*"):
        (bit_flipped if path.parent.name == "sale" else emptied)(path)
    back_up(shop.home, tmp_path / "backup")
    other = _restored(shop, tmp_path / "backup")
    other.run()
    assert other.hashes() == before
