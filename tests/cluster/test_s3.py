"""A home in S3 with two writers, whose server refuses, delays and truncates uploads."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from support import children
from support.homes import damage, head
from support.s3_server import S3Server, s3_server
from support.toy_shop import Shop, answer, done, many, run_patiently, shop_graph, sold
from tipoff.app.verification import verify

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.postgresql import Server

LEASE_SECONDS = 1.0


@pytest.fixture(scope="module")
def running() -> Iterator[S3Server]:
    """An S3 of the tests' own, and the environment that leads there."""
    with s3_server() as storage, pytest.MonkeyPatch.context() as patch:
        for name, value in storage.environment.items():
            patch.setenv(name, value)
        yield storage


@pytest.fixture
def s3(running: S3Server) -> S3Server:
    """The server, without a fault yet."""
    running.every = running.torn = running.refused = 0
    running.delay = 0.0
    return running


@pytest.fixture
def machine(tmp_path: Path, postgresql: Server, s3: S3Server) -> Callable[[str], Shop]:
    """Return the same home as a machine of a name has it."""
    catalog, storage = postgresql.database(), s3.bucket()

    def on(name: str) -> Shop:
        return Shop(tmp_path / name, shop_graph(), catalog, LEASE_SECONDS, storage_url=storage)

    return on


def _history(shops: list[Shop]) -> list[object]:
    first, second = shops
    first.land(answer(many(5)))
    seen: list[object] = [done(second.run()), first.hashes()]
    second.land(answer([sold("apple", 2, 9), sold("bread", 3, 5, stock=1)], "late"))
    return [*seen, done(first.run()), second.hashes(), second.quarantine(), done(second.run())]


@pytest.mark.parametrize("faults", [{}, {"every": 7, "torn": 3, "delay": 0.02}], ids=str)
def test_two_machines_do_over_s3_what_one_does(
    machine: Callable[[str], Shop], s3: S3Server, tmp_path: Path, faults: dict[str, float]
) -> None:
    for name, value in faults.items():
        setattr(s3, name, value)
    alone = Shop(tmp_path / "alone", shop_graph())
    assert _history([machine("a"), machine("b")]) == _history([alone, alone])
    assert s3.torn == 0
    assert bool(s3.refused) == bool(faults)
    s3.every = 0
    assert damage(machine("c").home) == []
    assert verify(machine("b").home, shop_graph()).is_sound


def _start(shop: Shop, *actions: str, stop: str = "never 0") -> subprocess.Popen[str]:
    return children.start(
        shop.directory,
        *actions,
        **{name: os.environ[name] for name in os.environ if name.startswith("AWS_")},
        SHOP_CATALOG=shop.catalog_url,
        SHOP_STORAGE=shop.storage_url,
        SHOP_LEASE=str(LEASE_SECONDS),
        SHOP_STOP=stop,
    )


@pytest.mark.parametrize("stop", ["within 2", "before 5", "within 5", "after 5"])
@pytest.mark.parametrize("wakes", [True, False], ids=["wakes", "is killed"])
def test_of_two_writers_the_one_that_stood_still_changes_nothing(
    machine: Callable[[str], Shop], tmp_path: Path, stop: str, wakes: bool
) -> None:
    first, second = machine("a"), machine("b")
    first.land(answer(many(3)))
    first.run()
    child = _start(first, "ingest=4", "run", stop=stop)
    os.waitpid(child.pid, os.WUNTRACED)
    run_patiently(second, 6, seconds=120)
    before = second.hashes(), head(second)
    os.kill(child.pid, signal.SIGCONT if wakes else signal.SIGKILL)
    child.communicate(timeout=300)
    assert child.returncode != 0
    assert (second.hashes(), head(second)) == before
    assert damage(replace(second, directory=tmp_path / "fresh").home) == []
    run_patiently(second, 7, seconds=120)
    alone = Shop(tmp_path / "alone", shop_graph())
    alone.land(answer(many(7)))
    alone.run()
    assert second.days("sale") == alone.days("sale")
    assert verify(second.home, shop_graph()).is_sound
