"""Power loss at any time: acknowledged data survives, and every referenced file is complete."""

from __future__ import annotations

import random
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from support.child import commits
from support.children import ENVIRONMENT
from support.homes import NO_RETENTION, catalog_of, damage, head, unnamed
from support.power_loss import Replay, have_strace, record
from support.toy_shop import Shop, answer, many, shop_graph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from support.power_loss import Fate

FATES: tuple[tuple[Fate, Fate], ...] = (
    ("lost", "lost"),
    ("lost", "kept"),
    ("kept", "lost"),
    ("some", "some"),
    ("some", "kept"),
)
"""The possible fates of unflushed data and of unflushed file names."""
ACTIONS = ("ingest=5", "keep", "ingest=7", "keep", "rollback=2", "keep", "ingest=9", "run")
INGESTED = (5, 7, 9)


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The trace of a child's writes, and the directory whose home it wrote to."""
    if not have_strace():
        pytest.skip("strace is absent, or may not trace: the loss of power cannot be replayed")
    place = tmp_path_factory.mktemp("power")
    (place / "above").mkdir()
    home = place / "above" / "home"
    command = [sys.executable, "-m", "support.child", str(home), *ACTIONS]
    record(command, ENVIRONMENT, place / "trace")
    return place / "trace", home


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, str]:
    """The hashes of the tables once all payloads were landed and a run completed."""
    shop = Shop(tmp_path / "undisturbed", shop_graph())
    _ingest_all(shop)
    shop.run()
    return shop.hashes()


def _losses(
    trace: tuple[Path, Path], place: Path, every: int
) -> Iterator[tuple[Shop, Sequence[str], str]]:
    """Yield a home after a loss of power, what had been acknowledged, and which loss it was."""
    replay, chance = Replay(trace[1]), random.Random(3)
    for number, event in enumerate(replay.steps(trace[0])):
        if number % every == 0:
            data, names = FATES[(number // every) % len(FATES)]
            fallen = place / f"fallen{number}"
            replay.fall(fallen, data, names, chance)
            yield (
                Shop(fallen / trace[1].name, shop_graph()),
                tuple(replay.marks),
                f"after {event} {number}: data {data}, names {names}, told {replay.marks[-1:]}",
            )
            shutil.rmtree(fallen)


def _is_whole(shop: Shop, lines: Sequence[str], where: str) -> None:
    """Check a home as it was found after a loss of power, before anything is written to it."""
    acknowledged = [int(line.split()[1]) for line in lines if line.startswith("committed")]
    if not acknowledged and not shop.home.catalog.exists():
        return
    with catalog_of(shop.home) as catalog:
        assert commits(catalog) >= max(acknowledged, default=0), where
        assert catalog.query("PRAGMA integrity_check") == [("ok",)], where
    assert damage(shop.home) == [], where
    runs = sum(line.startswith(("done keep", "done run", "done rollback")) for line in lines)
    assert head(shop) >= runs, where


def _ingest_all(shop: Shop) -> None:
    for days in INGESTED:
        shop.land(answer(many(days)), answer(many(2), f"request {days}"))


def _goes_on(shop: Shop, expected: dict[str, str], where: str) -> None:
    """Check that the next ingest and run end as if nothing had happened."""
    _ingest_all(shop)
    shop.run(retention=NO_RETENTION)
    assert shop.hashes() == expected, where
    assert (damage(shop.home), unnamed(shop.home)) == ([], []), where


def test_after_a_loss_of_power_all_that_was_acknowledged_is_whole(
    trace: tuple[Path, Path], tmp_path: Path
) -> None:
    examined = 0
    for shop, lines, where in _losses(trace, tmp_path, every=2):
        _is_whole(shop, lines, where)
        examined += 1
    assert examined > 50


def test_after_a_loss_of_power_the_next_run_ends_as_if_nothing_had_happened(
    trace: tuple[Path, Path], tmp_path: Path, expected: dict[str, str]
) -> None:
    examined = 0
    for shop, lines, where in _losses(trace, tmp_path, every=29):
        _is_whole(shop, lines, where)
        _goes_on(shop, expected, where)
        examined += 1
    assert examined > 5


@pytest.mark.chaos
def test_after_a_loss_of_power_at_every_flush_the_next_run_ends_as_if_nothing_had_happened(
    trace: tuple[Path, Path], tmp_path: Path, expected: dict[str, str]
) -> None:
    for shop, lines, where in _losses(trace, tmp_path, every=1):
        _is_whole(shop, lines, where)
        _goes_on(shop, expected, where)
