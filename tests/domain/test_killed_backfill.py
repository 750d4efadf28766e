"""``kill -9`` at any moment of a backfill: the next run ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import SMALL, World
from tipoff import operations
from tipoff.home import Home
from tipoff.landing import PayloadStore
from tipoff.publishing.release import Publication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tipoff.kernel.payload import Payload

TIPOFF = Path(sys.executable).parent / "tipoff"
ONE_MARKET = {"TIPOFF_MARKETS": '["steals"]'}
"""Every table is written, and most of the time is not spent on training."""


def _backfill(directory: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, **ONE_MARKET, "TIPOFF_HOME": str(directory)}
    return subprocess.Popen([TIPOFF, "run"], env=environment, stdout=subprocess.DEVNULL)


def _kill_and_run_again(landed: Path, place: Path, kills: int, seed: int) -> int:
    """Kill that many backfills, each at a random moment, and complete each by another run.

    Returns:
        How many were still running when they were killed.
    """
    started = time.monotonic()
    whole = World(Home(Path(shutil.copytree(landed, place / "whole"))))
    assert _backfill(whole.home.directory).wait() == 0
    lasts = time.monotonic() - started
    expected, killed = whole.hashes(), 0
    for attempt, moment in enumerate(_moments(kills, lasts, seed)):
        world = World(Home(Path(shutil.copytree(landed, place / f"attempt{attempt}"))))
        child = _backfill(world.home.directory)
        time.sleep(moment)
        child.kill()
        killed += child.wait() < 0
        assert _backfill(world.home.directory).wait() == 0
        assert world.hashes() == expected, f"killed after {moment:.2f} s"
        assert Publication(world.home.published).read("index.json")["predictions"]
        print(f"killed after {moment:5.2f} of {lasts:.2f} s: the same tables")
        shutil.rmtree(world.home.directory)
    return killed


def _moments(kills: int, lasts: float, seed: int) -> Iterable[float]:
    chance = random.Random(seed)
    return [chance.uniform(0.3, lasts) for _ in range(kills)]


def _landed(directory: Path, payloads: Iterable[Payload]) -> Path:
    home = Home(directory)
    with home.writing() as engine:
        PayloadStore(home.landing, engine).land(payloads)
    return directory


def test_a_killed_backfill_ends_the_same(tmp_path: Path) -> None:
    operations.ingest(Home(tmp_path / "landed"), SMALL)
    assert _kill_and_run_again(tmp_path / "landed", tmp_path, kills=3, seed=4) > 0


@pytest.mark.chaos
@pytest.mark.recorded
def test_twenty_killed_backfills_of_a_real_season_end_the_same(
    tmp_path: Path, recorded_season: Callable[[str], Iterable[Payload]]
) -> None:
    landed = _landed(tmp_path / "landed", recorded_season("2022-23"))
    assert _kill_and_run_again(landed, tmp_path, kills=20, seed=20) >= 15
