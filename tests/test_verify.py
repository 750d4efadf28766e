"""Verify: every fault on disk is found, named with its cure, and repaired or reported as lost."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from conftest import build, features_only
from support.damage import DAMAGES, bit_flipped, emptied
from support.toy_shop import Shop, answer, done, many, raw_answer, shop_graph, sold
from tipoff.app.catalog_rebuild import rebuild_catalog
from tipoff.app.payloads import withdraw
from tipoff.app.verification import Findings, Repaired, repair_home, verify
from tipoff.health.behind import landing_warnings
from tipoff.health.status import payload_rows
from tipoff.kernel import clock
from tipoff.kernel.errors import TipoffError, UsageError
from tipoff.kernel.run.rollback import roll_back
from tipoff.kernel.run.state import load_state
from tipoff.landing.index import as_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import World
    from tipoff.kernel.declare.payload import Payload

TABLES = ("sale", "daily_total", "recent_mean", "forecast")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """A shop of two payloads that has run once; tests only read it."""
    shop = Shop(tmp_path_factory.mktemp("built"), shop_graph())
    shop.land(answer(many(4), "early"), answer([sold("dates", 6, 3)], "late"))
    shop.run()
    return shop


@pytest.fixture
def shop(built: Shop, tmp_path: Path) -> Shop:
    """A copy of it, to do things to."""
    shutil.copytree(built.directory, tmp_path / "home")
    return Shop(tmp_path / "home", built.graph)


def _verify(shop: Shop) -> Findings:
    return verify(shop.home, shop.graph)


def _repair(shop: Shop) -> tuple[Repaired, Findings]:
    return repair_home(shop.home, shop.graph)


def _body(shop: Shop, payload: int = 1) -> Path:
    ((digest,),) = shop.catalog(f"SELECT body_hash FROM payload WHERE payload = {payload}")
    return shop.home.landing / str(digest)[:2] / f"{digest}.gz"


def _files(shop: Shop, table: str) -> list[Path]:
    return sorted((shop.home.tables / table).glob("*.parquet"))


def _index(shop: Shop) -> Path:
    return shop.home.landing / "index.jsonl"


def _live(body: bytes, request: str = "one") -> Payload:
    return replace(raw_answer(body, request), source="tipoff", resource="live_slate")


def test_a_sound_home_is_sound_and_everything_in_it_was_examined(shop: Shop) -> None:
    result = _verify(shop)
    assert (result.problems, result.notices) == ((), ())
    files = sum(len(_files(shop, table)) for table in TABLES)
    ((entries,),) = shop.catalog("SELECT count(*) FROM entry WHERE file IS NOT NULL")
    assert result.examined == {
        "payloads": 2,
        "payload bodies": 2,
        "index lines": 2,
        "table files": files,
        "dates and payloads of tables": entries + 2,
    }
    assert json.loads(json.dumps(result.to_dict()))["sound"] is True


def test_a_home_without_payloads_is_not_called_sound(shop: Shop, tmp_path: Path) -> None:
    empty = Shop(tmp_path / "other", shop.graph)
    with pytest.raises(UsageError, match="nothing is ingested"):
        _verify(empty)
    empty.land()
    assert [problem.kind for problem in _verify(empty).problems] == ["nothing"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_body_is_named_and_ingested_again(
    shop: Shop, damage: Callable[[Path], None]
) -> None:
    before = shop.hashes()
    damage(_body(shop))
    (problem,) = _verify(shop).problems
    assert problem.kind == "body"
    assert str(_body(shop)) in str(problem)
    assert "ingest early again" in str(problem)
    repaired, left = _repair(shop)
    assert not _body(shop).exists()
    assert (repaired.lost, [p.kind for p in left.problems]) == ((), ["body"])
    with shop.home.writing() as workspace:
        newest = workspace.landing.newest("sales", {})
        assert [each.parameters["What"] for each in newest] == ["late"]
        assert len(workspace.landing.answers("sales", {})) == 2
    assert shop.run().problems == []
    assert shop.hashes() == before
    shop.land(answer(many(4), "early"))
    assert _verify(shop).is_sound
    assert shop.hashes() == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_landing_the_same_answer_heals_its_body_without_a_repair(
    shop: Shop, damage: Callable[[Path], None]
) -> None:
    damage(_body(shop))
    shop.land(answer(many(4), "early"))
    assert _verify(shop).is_sound


def test_a_damaged_body_that_nobody_can_send_again_is_kept_and_reported(shop: Shop) -> None:
    shop.land(_live(b'{"said": 1}'))
    bit_flipped(_body(shop, 3))
    held = _body(shop, 3).read_bytes()
    repaired, left = _repair(shop)
    assert repaired.done == ()
    (problem,) = left.problems
    assert "copy the file from a backup" in problem.cure
    assert _body(shop, 3).read_bytes() == held


def test_a_damaged_body_of_an_answer_that_was_replaced_is_kept_and_reported(shop: Shop) -> None:
    shop.land(answer(many(5), "early"))
    bit_flipped(_body(shop, 1))
    _, left = _repair(shop)
    (problem,) = left.problems
    assert "is no longer used" in problem.cure
    assert _body(shop, 1).exists()


def test_a_hash_that_changed_in_the_index_costs_no_body(shop: Shop) -> None:
    """The catalog has the right hash, and the body is there: the line is what is wrong."""
    shop.land(_live(b'{"said": 1}'))
    body = _body(shop, 3)
    digest = body.stem
    other = ("0" if digest[0] != "0" else "1") + digest[1:]
    _index(shop).write_bytes(_index(shop).read_bytes().replace(digest.encode(), other.encode()))
    (problem,) = _verify(shop).problems
    assert (problem.kind, problem.subject) == ("index", "payload 3")
    repaired, left = _repair(shop)
    assert (repaired.lost, left.problems) == ((), ())
    assert body.exists()
    assert digest in _index(shop).read_text()


def test_an_index_whose_lines_have_moved_is_no_notice_but_a_problem(shop: Shop) -> None:
    _index(shop).write_bytes(_index(shop).read_bytes().replace(b"\n", b"\r\n"))
    (problem,) = _verify(shop).problems
    assert "has other lines than the catalog has read" in str(problem)
    assert _repair(shop)[1].is_sound
    assert shop.run().problems == []


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_damaged_table_file_is_named_given_up_and_computed_again(
    shop: Shop, table: str, damage: Callable[[Path], None]
) -> None:
    before = shop.hashes()
    for path in _files(shop, table):
        damage(path)
    result = _verify(shop)
    assert {problem.kind for problem in result.problems} == {"file"}
    for path in _files(shop, table):
        assert any(f"table {table}, {path} " in str(problem) for problem in result.problems)
    repaired, left = _repair(shop)
    assert "given up" in " ".join(repaired.done)
    assert left.is_sound
    report = shop.run()
    assert report.problems == []
    assert table in done(report)
    assert shop.hashes() == before
    assert _verify(shop).problems == ()


def _status_of_sales(shop: Shop) -> tuple[list[str], int | None]:
    """Return status's warnings about the landing, and the unaccounted rows of sales."""
    with shop.session() as session:
        state = load_state(shop.graph, session.workspace)
        return landing_warnings(session, state, clock.utc_now()), payload_rows(state, "sale")[1]


def test_what_a_repair_gave_up_is_not_counted_as_rows_that_are_lost(shop: Shop) -> None:
    assert _status_of_sales(shop) == ([], 0)
    ((name,),) = shop.catalog(
        "SELECT DISTINCT name FROM file JOIN payload_entry USING (table_name, file)"
    )
    emptied(shop.home.tables / "sale" / name)
    _repair(shop)
    assert _status_of_sales(shop)[1] is None
    shop.run()
    assert _status_of_sales(shop) == ([], 0)


def test_a_payload_that_is_restored_is_reported_until_it_is_read(shop: Shop) -> None:
    withdraw(shop.home, 2)
    shop.run()
    assert _status_of_sales(shop) == ([], 0)
    withdraw(shop.home, 2, restore=True)
    assert _status_of_sales(shop) == (
        ["1 payload is landed and not read yet: run `tipoff run`"],
        None,
    )
    shop.run()
    assert _status_of_sales(shop) == ([], 0)


def test_a_repair_computes_only_what_was_lost(shop: Shop) -> None:
    for path in _files(shop, "daily_total"):
        emptied(path)
    _repair(shop)
    assert done(shop.run()) == {"daily_total": 5}


def test_a_repaired_home_can_be_rolled_back_and_run_again(shop: Shop) -> None:
    shop.land(answer([*many(4), sold("dates", 2, 9)], "early"))
    shop.run()
    after = shop.hashes()
    for table in TABLES:
        for path in _files(shop, table):
            bit_flipped(path)
    assert _repair(shop)[1].is_sound
    with shop.home.writing() as workspace:
        roll_back(workspace.catalog, 2, "test")
    assert _verify(shop).is_sound
    assert shop.run().problems == []
    assert shop.hashes() == after
    assert shop.unaccounted() == 0


def test_a_repair_leaves_an_unfinished_run_to_go_on(shop: Shop) -> None:
    with shop.home.writing() as workspace, workspace.catalog.transaction():
        workspace.catalog.query("INSERT INTO run VALUES (2, 'run', '', '2024', NULL, '[]')")
        workspace.catalog.query("UPDATE entry SET run = 2 WHERE table_name = 'forecast'")
    for path in _files(shop, "forecast"):
        emptied(path)
    assert _repair(shop)[1].is_sound
    assert shop.run().run == 2
    assert shop.query("SELECT count(*) FROM forecast")[0][0] > 0


def test_a_pointer_that_tells_other_rows_than_its_file_is_given_up(shop: Shop) -> None:
    before = shop.hashes()
    with shop.home.writing() as workspace:
        workspace.catalog.query(
            "UPDATE entry SET rows = rows + 1 WHERE table_name = 'daily_total' AND day ="
            " (SELECT min(day) FROM entry WHERE rows > 0 AND table_name = 'daily_total')"
        )
    (problem,) = _verify(shop).problems
    assert "table daily_total, 2024-01-01" in str(problem)
    assert _repair(shop)[1].is_sound
    shop.run()
    assert shop.hashes() == before


def test_a_pointer_to_a_file_that_the_catalog_does_not_know_is_given_up(shop: Shop) -> None:
    before = shop.hashes()
    with shop.home.writing() as workspace:
        workspace.catalog.query("UPDATE entry SET file = 99 WHERE table_name = 'recent_mean'")
    assert "which the catalog does not know" in str(_verify(shop).problems[0])
    assert _repair(shop)[1].is_sound
    shop.run()
    assert shop.hashes() == before


def test_files_that_nothing_names_do_no_harm_and_are_removed(shop: Shop) -> None:
    stray = shop.home.tables / "sale" / "000009-dead.parquet"
    stray.write_bytes(b"left by a killed run")
    result = _verify(shop)
    assert result.is_sound
    assert "1 file in tables/" in result.notices[0]
    _repair(shop)
    assert not stray.exists()


def test_an_index_line_cut_short_by_power_loss_is_written_over(shop: Shop) -> None:
    with _index(shop).open("ab") as file:
        file.write(b'{"payload": 3, "sour')
    assert _verify(shop).is_sound
    shop.land(answer([sold("apple", 8, 1)], "more"))
    assert _verify(shop).examined["index lines"] == 3


@pytest.mark.parametrize("garbage", [b"\x00\x00\x00\n", b"[1]\n", b'{"payload": 1}\n'])
def test_a_garbled_index_line_is_set_aside_and_written_again_from_the_catalog(
    shop: Shop, garbage: bytes
) -> None:
    lines = _index(shop).read_bytes().splitlines(keepends=True)
    _index(shop).write_bytes(garbage + lines[1])
    result = _verify(shop)
    assert "index.jsonl, byte 0," in str(result.problems[0])
    assert any("payload 1 is in the catalog" in str(problem) for problem in result.problems)
    repaired, left = _repair(shop)
    assert left.is_sound
    assert repaired.lost == ()
    assert sorted(_index(shop).read_bytes().splitlines(keepends=True)) == sorted(lines)
    (aside,) = shop.home.landing.glob("index-*.jsonl")
    assert aside.read_bytes() == garbage + lines[1]


def test_an_index_line_that_the_catalog_never_read_is_said_to_be_lost(shop: Shop) -> None:
    with _index(shop).open("ab") as file:
        file.write(b"\xff\xff\n")
    with pytest.raises(TipoffError, match="`tipoff verify --repair`"):
        shop.run()
    repaired, left = _repair(shop)
    assert left.is_sound
    assert "the payload of this line is unknown" in repaired.lost[0]
    assert shop.run().did_nothing


def test_an_index_that_was_lost_is_written_again_from_the_catalog(shop: Shop) -> None:
    with shop.home.writing() as workspace:
        workspace.landing.withdraw(2)
    _index(shop).unlink()
    with pytest.raises(TipoffError, match="`tipoff verify --repair`"):
        shop.land(answer([], "other"))
    assert _repair(shop)[1].is_sound
    shop.land(answer([], "other"))
    ((withdrawn,),) = shop.catalog("SELECT withdrawn FROM payload WHERE payload = 2")
    assert withdrawn == 1


def test_lines_that_the_catalog_has_not_read_yet_do_no_harm(shop: Shop) -> None:
    with shop.home.writing() as workspace:
        workspace.landing.index.append([{"withdraw": 2, "at": "2024"}])
    result = _verify(shop)
    assert result.is_sound
    assert "1 line of the index" in result.notices[0]
    _repair(shop)
    assert shop.catalog("SELECT payload FROM payload WHERE withdrawn") == [(2,)]


def _forged(shop: Shop, kind: str) -> dict[str, object]:
    """An index line that only a manual edit can have produced."""
    if kind == "withdraws":
        return {"withdraw": 3, "at": "2024-02-01T00:00:00.000000Z"}
    first, *_, fact = map(json.loads, _index(shop).read_text().splitlines())
    return {**fact, "hash": first["hash"]}


@pytest.mark.parametrize("kind", ["withdraws", "gives the number"])
def test_no_line_of_the_index_hides_or_replaces_what_was_said_before_a_game(
    shop: Shop, kind: str
) -> None:
    shop.land(_live(b"said"))
    before = shop.catalog("SELECT body_hash, withdrawn FROM payload WHERE payload = 3")
    with _index(shop).open("ab") as file:
        file.write(as_line(_forged(shop, kind)))
    shop.land(answer([], "other"))
    assert shop.catalog("SELECT body_hash, withdrawn FROM payload WHERE payload = 3") == before
    (problem,) = _verify(shop).problems
    assert (problem.kind, kind in problem.what) == ("index", True)
    assert _repair(shop)[1].is_sound
    assert shop.catalog("SELECT body_hash, withdrawn FROM payload WHERE payload = 3") == before
    scratch = rebuild_catalog(shop.home)
    assert scratch.payloads == 4
    assert shop.catalog("SELECT body_hash, withdrawn FROM payload WHERE payload = 3") == before


@pytest.mark.parametrize(
    "change", ["DELETE FROM payload WHERE payload = 2", "UPDATE payload SET body_hash = 'ab'"]
)
def test_a_catalog_that_tells_otherwise_than_the_index_reads_it_again(
    shop: Shop, change: str
) -> None:
    with shop.home.writing() as workspace:
        workspace.catalog.query(change)
    assert "catalog" in {problem.kind for problem in _verify(shop).problems}
    _repair(shop)
    assert _verify(shop).is_sound


def test_a_damaged_page_of_the_catalog_is_named(shop: Shop) -> None:
    with shop.home.writing() as workspace:
        workspace.catalog.query("PRAGMA wal_checkpoint(TRUNCATE)")
    held = bytearray(shop.home.catalog.read_bytes())
    held[4096 * 3 : 4096 * 6] = b"\xaa" * 4096 * 3
    shop.home.catalog.write_bytes(bytes(held))
    with pytest.raises(TipoffError, match="`tipoff rebuild`"):
        _verify(shop)


def test_the_chain_of_live_predictions_is_given_all_slates_in_order(shop: Shop) -> None:
    shop.land(_live(b"first"), _live(b"second", "two"))
    seen: list[bytes] = []

    def chain(payloads: object) -> list[str]:
        seen.extend(payload.body for payload in payloads)  # type: ignore[attr-defined]
        return ["live slate 2 does not follow from 1"]

    result = verify(shop.home, shop.graph, chain=chain, published=lambda: ["today.json is gone"])
    assert seen == [b"first", b"second"]
    assert result.examined["live slates"] == 2
    assert [problem.kind for problem in result.problems] == ["chain", "published"]


def test_a_simulated_league_is_repaired_to_the_same_hashes(
    small_world: World, small_league: list[Payload], tmp_path: Path
) -> None:
    shutil.copytree(small_world.home.directory, tmp_path / "home", symlinks=True)
    world = type(small_world)(replace(small_world.home, directory=tmp_path / "home"))
    home, graph = world.home, features_only()
    assert verify(home, graph).is_sound
    before = world.hashes()
    tables = ("schedule", "shot", "player_game_summary", "ml_feature_store")
    damaged = [min((home.tables / table).glob("*")) for table in tables]
    damaged.append(min(home.landing.glob("??/*")))
    for path, damage in zip(damaged, (*DAMAGES, bit_flipped), strict=True):
        damage(path)
    output = "\n".join(str(problem) for problem in verify(home, graph).problems)
    assert all(str(path) in output for path in damaged)
    _, left = repair_home(home, graph)
    assert {problem.kind for problem in left.problems} == {"body"}
    assert build(home, small_league, graph).problems == []
    assert verify(home, graph).is_sound
    assert world.hashes() == before
