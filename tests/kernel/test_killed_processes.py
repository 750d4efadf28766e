"""``kill -9`` at any time of an ingest, a run or a rollback: nothing is lost or partial."""

from __future__ import annotations

import random
import shutil
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from support import children
from support.homes import NO_RETENTION, damage, unnamed
from support.toy_shop import Shop, answer, many, shop_graph

if TYPE_CHECKING:
    from pathlib import Path

ACTIONS = ("ingest=9", "keep", "ingest=14", "keep", "rollback=2", "keep", "ingest=19", "run")
INGESTED = (9, 14, 19)


@dataclass(frozen=True)
class Undisturbed:
    """The result of a child that is not killed."""

    commits: list[str]
    """The lines by which it acknowledges its transactions, in order."""
    seconds: float
    """From one of them to the next, on average."""
    seen: list[dict[str, str]]
    """Every state that readers may see."""


def _ingest(shop: Shop, days: int) -> None:
    shop.land(answer(many(days)), answer(many(2), f"request {days}"))


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Do the same in this process and in a child."""
    place = tmp_path_factory.mktemp("undisturbed")
    shop = Shop(place / "shop", shop_graph())
    shop.land()
    seen = [shop.hashes()]
    for days in INGESTED:
        _ingest(shop, days)
        shop.run()
        seen.append(shop.hashes())
    child = children.start(place / "child", *ACTIONS)
    children.wait_for(child, "ready")
    started = time.monotonic()
    lines = children.lines_until(child, f"done {ACTIONS[-1]}".__eq__)
    commits = [line for line in lines if line.startswith("committed")]
    seconds = (time.monotonic() - started) / len(commits)
    child.communicate()
    assert child.returncode == 0
    assert Shop(place / "child", shop_graph()).hashes() == seen[-1]
    assert len(commits) > 20
    return Undisturbed(commits, seconds, seen)


def _kill(undisturbed: Undisturbed, place: Path, kills: int, seed: int) -> None:
    """Kill that many children, each at work, and look at what they leave.

    A child dies a seeded while after a seeded one of its transactions. The last ones are not among
    them, so that it has work left however long the kill takes.
    """
    chance = random.Random(seed)
    for attempt in range(kills):
        shop = Shop(place / f"killed{attempt}", shop_graph())
        child = children.start(shop.directory, *ACTIONS)
        children.wait_for(child, chance.choice(["ready", *undisturbed.commits[:-5]]))
        time.sleep(chance.uniform(0, undisturbed.seconds))
        child.kill()
        child.communicate()
        assert child.returncode == -signal.SIGKILL, "it was still at work"
        if shop.home.catalog.exists():
            assert shop.hashes() in undisturbed.seen, "a reader sees a finished run, whole"
            assert damage(shop.home) == []
        for days in INGESTED:
            _ingest(shop, days)
        shop.run(retention=NO_RETENTION)
        assert shop.hashes() == undisturbed.seen[-1]
        assert (damage(shop.home), unnamed(shop.home)) == ([], [])
        assert shop.unaccounted() == 0
        shutil.rmtree(shop.directory)


def test_five_killed_children_leave_nothing_half_done(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    _kill(undisturbed, tmp_path, kills=5, seed=7)


@pytest.mark.chaos
def test_a_hundred_killed_children_leave_nothing_half_done(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    _kill(undisturbed, tmp_path, kills=100, seed=8)
