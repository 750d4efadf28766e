"""Two processes over one home: one works, the other names it and ends; neither waits."""

from __future__ import annotations

import os
import random
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from support import children
from support.children import lines_until
from support.homes import NO_RETENTION, copied, damage, unnamed
from support.injection import fork_server
from support.kills import child, home_contents, linked, undisturbed
from support.toy_shop import Shop, answer, many, shop_graph
from tipoff.kernel.errors import RunInProgress

if TYPE_CHECKING:
    from pathlib import Path

SEED, STARTS, SHARDS = 23, 50, 10
"""Each shard is a test of its own, so that several processes share the starts."""


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    """A shop with a payload, after a run."""
    new_shop = Shop(tmp_path / "shop", shop_graph())
    new_shop.land(answer(many(9)))
    new_shop.run()
    new_shop.land(answer(many(12)))
    return new_shop


def test_a_holder_that_is_stopped_is_named_and_one_that_is_killed_is_not_waited_for(
    shop: Shop,
) -> None:
    holder = children.start(shop.directory, "hold")
    children.wait_for(holder, "holding")
    holder.send_signal(signal.SIGSTOP)
    before = shop.hashes()
    for _ in range(2):
        with pytest.raises(RunInProgress, match=rf"in progress \(process {holder.pid}\)"):
            shop.run()
    assert shop.hashes() == before, "readers never wait"
    holder.send_signal(signal.SIGCONT)
    holder.communicate()
    assert holder.returncode == 0
    assert shop.run().problems == []
    assert damage(shop.home) == []


def test_a_stopped_holder_that_is_killed_frees_the_home_at_once(shop: Shop) -> None:
    holder = children.start(shop.directory, "hold")
    children.wait_for(holder, "holding")
    holder.send_signal(signal.SIGSTOP)
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with shop.home.writing() as workspace:
        assert workspace.lock.deaths == 1
    assert shop.run().problems == []


def _start_twice(shop: Shop, place: Path, times: int, seed: str) -> int:
    """Start two processes on one home at the same time; return how often one was refused."""
    chance, refused = random.Random(seed), 0
    whole = copied(shop, place / "whole")
    whole.run(retention=NO_RETENTION)
    (place / "other").mkdir()
    with fork_server(place) as one, fork_server(place / "other") as other:
        for n in range(times):
            home = copied(shop, place / f"twice{n}").directory
            pair = ("keep", chance.choice(("keep", "run", "backup")))
            with ThreadPoolExecutor(2) as pool:
                first = pool.submit(one.hit, home, (pair[0],))
                second = pool.submit(other.hit, home, (pair[1],))
                ended = [first.result(), second.result()]
            for point in ended:
                assert point.code in (0, 1), point
                assert not point.code or "a run is in progress (process" in point.message, point
                refused += point.code
            twice = Shop(home, shop.graph)
            twice.run(retention=NO_RETENTION)
            assert twice.hashes() == whole.hashes()
            assert (damage(twice.home), unnamed(twice.home)) == ([], [])
            shutil.rmtree(home)
    return refused


@pytest.mark.chaos
@pytest.mark.parametrize("shard", range(SHARDS))
def test_fifty_double_starts(shard: int, shop: Shop, tmp_path: Path) -> None:
    """The shard's number is the seed of what is started with what."""
    starts = STARTS // SHARDS
    refused = _start_twice(shop, tmp_path, starts, f"{SEED} {shard}")
    print(f"shard {shard}: {starts} double starts, {refused} times one was refused")
    assert refused > 0


@pytest.mark.chaos
@pytest.mark.parametrize("command", ["ingest", "train", "promote", "rollback"])
def test_a_command_of_the_league_is_kept_out_while_a_run_is_stopped(
    command: str, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """The holder of the home is stopped in the middle of its run, and goes on after it."""
    whole, home = undisturbed(tmp_path_factory, "run"), tmp_path / "home"
    linked(whole.start, home)
    holder = child(home, whole.operations // 2, ("run",))
    lines_until(holder, "at".__eq__)
    holder.send_signal(signal.SIGSTOP)
    second = child(home, 0, (command,))
    output, _ = second.communicate()
    assert second.returncode == 1
    assert f"a run is in progress (process {holder.pid})" in output
    assert home_contents(home).tables == whole.before.tables, "readers never wait"
    holder.send_signal(signal.SIGCONT)
    holder.communicate()
    assert holder.returncode == 0
    assert home_contents(home) == whole.after
