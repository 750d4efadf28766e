"""A worker or the driver may die: readers see the last run, and the next one completes."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support import children
from support.homes import damage, head, unnamed
from support.toy_shop import Shop, answer, many, shop_graph

if TYPE_CHECKING:
    from support.postgresql import Server

LEASE_SECONDS = 2.0
EXECUTOR = b"CoarseGrainedExecutorBackend"
"""The main class of a worker's process."""


@pytest.fixture
def expected(tmp_path: Path) -> dict[str, str]:
    """The hashes of all tables after six days, by DuckDB and without a kill."""
    shop = Shop(tmp_path / "duckdb", shop_graph())
    shop.land(answer(many(6)), answer(many(2), "request 6"))
    shop.run()
    return shop.hashes()


def _executors(of: int) -> list[int]:
    """Return the processes of a driver's workers."""
    processes = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if EXECUTOR in path.read_bytes() and of in _ancestors(int(path.parent.name)):
                processes.append(int(path.parent.name))
        except OSError:
            continue  # it has ended meanwhile
    return processes


def _ancestors(process: int) -> list[int]:
    processes = []
    while process > 1:
        status = Path(f"/proc/{process}/stat").read_text()
        process = int(status.rpartition(")")[2].split()[1])
        processes.append(process)
    return processes


def test_a_run_completes_though_a_worker_is_killed(
    cluster_shop: Shop, master: str, expected: dict[str, str]
) -> None:
    child = children.start(cluster_shop.directory, "ingest=6", "run", SHOP_ENGINE=master)
    until = time.monotonic() + 600
    while not (workers := _executors(child.pid)):
        assert time.monotonic() < until, "no worker was started"
        time.sleep(0.05)
    os.kill(workers[0], signal.SIGKILL)
    output, _ = child.communicate(timeout=1200)
    assert child.returncode == 0
    assert "done run" in output
    assert cluster_shop.hashes() == expected


def test_the_next_run_completes_what_a_killed_driver_was_committing(
    cluster_shop: Shop, master: str, expected: dict[str, str]
) -> None:
    reader = replace(cluster_shop, engine="duckdb")
    reader.land(answer(many(3)))
    reader.run()
    before = reader.hashes(), head(reader)
    child = children.start(
        cluster_shop.directory, "ingest=6", "run", SHOP_ENGINE=master, SHOP_STOP="within 4"
    )
    os.waitpid(child.pid, os.WUNTRACED)
    assert (reader.hashes(), head(reader)) == before, "the run has not ended"
    child.kill()
    child.communicate()
    assert (reader.hashes(), head(reader)) == before
    assert cluster_shop.run().problems == []
    assert cluster_shop.hashes() == expected
    assert damage(cluster_shop.home) == []
    tables = str(cluster_shop.home.tables)
    assert [path for path in unnamed(cluster_shop.home) if path.startswith(tables)] == []
    assert list(cluster_shop.home.directory.glob("spilled/*")) == []


def test_a_driver_that_lost_its_lease_commits_nothing(
    tmp_path: Path, postgresql: Server, master: str, expected: dict[str, str]
) -> None:
    shop = Shop(tmp_path / "shared", shop_graph(), postgresql.database(), LEASE_SECONDS)
    shop.land(answer(many(3)))
    shop.run()
    child = children.start(
        shop.directory,
        *("ingest=6", "run"),
        SHOP_ENGINE=master,
        SHOP_CATALOG=shop.catalog_url,
        SHOP_LEASE=str(LEASE_SECONDS),
        SHOP_STOP="within 4",
    )
    os.waitpid(child.pid, os.WUNTRACED)
    time.sleep(3 * LEASE_SECONDS)
    shop.land(answer(many(6)), answer(many(2), "request 6"))
    assert shop.run().problems == []
    assert shop.hashes() == expected
    before = head(shop)
    os.kill(child.pid, signal.SIGCONT)
    child.communicate(timeout=600)
    assert child.returncode != 0
    assert (shop.hashes(), head(shop)) == (expected, before)
    assert damage(shop.home) == []
