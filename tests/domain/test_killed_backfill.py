"""``kill -9`` at random times of a backfill: the next run ends as if nothing had happened."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import World, features_only
from support.children import ENVIRONMENT
from support.homes import damage, unnamed
from tipoff.app.home import Home
from tipoff.kernel.run.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tipoff.kernel.declare.payload import Payload

BACKFILL = (
    "import sys; from pathlib import Path; from tipoff.app.home import Home;"
    "from domain.test_killed_backfill import backfill; backfill(Home(Path(sys.argv[1])))"
)


def backfill(home: Home) -> None:
    """Build analytics and features of all that is landed, and tell when it begins."""
    with home.writing() as workspace:
        run = Run(features_only(), workspace)
        print("begun", flush=True)
        assert run.execute().problems == []


def _started(home: Home) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", BACKFILL, str(home.directory)],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    return child


def _never_killed(landed: Home, place: Path) -> tuple[dict[str, str], float]:
    """Return the hashes after a backfill that is not killed, and the seconds it takes."""
    whole = World(Home(Path(shutil.copytree(landed.directory, place / "whole"))))
    child = _started(whole.home)
    started = time.monotonic()
    child.communicate()
    assert child.returncode == 0
    return whole.hashes(), time.monotonic() - started


def _kill_and_run_again(
    landed: Home, place: Path, expected: dict[str, str], seconds: float, kills: int, seed: int
) -> int:
    """Kill that many backfills, each at a seeded moment, and complete each by another run.

    Args:
        landed: a home with payloads alone.
        place: for copies of it.
        expected: what a backfill that nobody kills comes to.
        seconds: within which each is killed.
        kills: how many are killed.
        seed: of the moments.

    Returns:
        How many were still running when they were killed.
    """
    killed, chance = 0, random.Random(seed)
    for attempt in range(kills):
        home = Home(Path(shutil.copytree(landed.directory, place / f"attempt{attempt}")))
        child, delay = _started(home), chance.uniform(0, seconds)
        time.sleep(delay)
        child.kill()
        child.communicate()
        killed += child.returncode < 0
        assert damage(home) == []
        backfill(home)
        assert World(home).hashes() == expected, f"killed after {delay:.2f} of {seconds:.2f} s"
        assert (damage(home), unnamed(home)) == ([], [])
        shutil.rmtree(home.directory)
    return killed


def _landed(directory: Path, payloads: Iterable[Payload]) -> Home:
    home = Home(directory)
    with home.writing() as workspace:
        workspace.landing.land(payloads)
    return home


def test_a_killed_backfill_ends_the_same(
    tmp_path: Path, small_league: list[Payload], small_world: World
) -> None:
    """No machine is done with a season within three seconds."""
    landed, expected = _landed(tmp_path / "landed", small_league), small_world.hashes()
    assert _kill_and_run_again(landed, tmp_path, expected, seconds=3, kills=1, seed=5) == 1


@pytest.mark.chaos
@pytest.mark.recorded
def test_twenty_killed_backfills_of_a_real_season_end_the_same(
    tmp_path: Path, recorded_season: Callable[[str], Iterable[Payload]]
) -> None:
    landed = _landed(tmp_path / "landed", recorded_season("2022-23"))
    expected, seconds = _never_killed(landed, tmp_path)
    assert _kill_and_run_again(landed, tmp_path, expected, seconds, kills=20, seed=20) >= 15
