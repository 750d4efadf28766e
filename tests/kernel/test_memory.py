"""Memory limits are read from the system, chunks fit into them, and larger ones are split."""

from __future__ import annotations

import os
import resource
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.toy_shop import Shop, answer, many, shop_graph
from tipoff.app import home as home_module
from tipoff.app.home import Home
from tipoff.engines.duckdb import DuckDB
from tipoff.kernel.errors import OutOfMemory
from tipoff.kernel.memory import (
    MAX_ENGINE_BYTES,
    MIN_ENGINE_BYTES,
    available_bytes,
    batch_bytes,
    engine_bytes,
    engine_threads,
    training_processes,
)
from tipoff.kernel.run import commit
from tipoff.kernel.run.chunking import chunked, halves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

GROUPS = {
    "version 2": ("0::/box", "sys/fs/cgroup/box/memory.max"),
    "version 2, above": ("0::/box/inner", "sys/fs/cgroup/box/memory.max"),
    "version 2, own root": ("0::/elsewhere", "sys/fs/cgroup/memory.max"),
    "version 1": ("4:memory:/box", "sys/fs/cgroup/memory/box/memory.limit_in_bytes"),
    "version 1, with others": (
        "4:cpu,memory:/box/inner",
        "sys/fs/cgroup/memory/box/memory.limit_in_bytes",
    ),
}


def _machine(root: Path, group: str, limit: str) -> Path:
    line, path = GROUPS[group]
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(f"9:cpu:/other\n{line}\n")
    (root / path).parent.mkdir(parents=True)
    (root / path).write_text(limit)
    return root


@pytest.mark.parametrize("group", GROUPS)
def test_the_limit_of_a_container_is_found(tmp_path: Path, group: str) -> None:
    assert available_bytes(_machine(tmp_path, group, "600000000\n")) == 600_000_000


def test_without_a_limit_the_machine_s_memory_counts(tmp_path: Path) -> None:
    physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert available_bytes(_machine(tmp_path, "version 2", "max\n")) == physical
    assert available_bytes(tmp_path / "not Linux") == physical


def test_a_limit_of_the_process_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda which: (500_000_000, -1))
    assert available_bytes() == 500_000_000


def test_an_engine_with_little_memory_has_one_thread() -> None:
    assert engine_bytes(600_000_000) == MIN_ENGINE_BYTES
    assert engine_threads(MIN_ENGINE_BYTES) == 1


def test_a_home_shares_out_what_its_container_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "available_bytes", lambda: 600_000_000)
    query = "SELECT current_setting('memory_limit'), current_setting('threads')"
    with Home(tmp_path / "home").writing() as workspace:
        assert workspace.memory_bytes == 600_000_000
        assert workspace.engine.query(query) == [("190.7 MiB", 1)]
    with Home(tmp_path / "home", threads=2, memory_limit="512MB").writing() as workspace:
        assert workspace.engine.query(query) == [("488.2 MiB", 2)], "what is set is what holds"


@given(st.integers(1, 1 << 40))
def test_what_is_shared_out_stays_within_its_bounds(available: int) -> None:
    assert MIN_ENGINE_BYTES <= engine_bytes(available) <= MAX_ENGINE_BYTES
    assert 2_000_000 <= batch_bytes(available) <= 32_000_000
    assert training_processes(available) >= 1
    assert 1 <= engine_threads(engine_bytes(available)) <= (os.cpu_count() or 1)
    assert engine_bytes(available) <= engine_bytes(2 * available)


@pytest.fixture
def sold_out(tmp_path: Path) -> Shop:
    """A shop with forty days of sales, after a run."""
    shop = Shop(tmp_path / "shop", shop_graph())
    shop.land(answer(many(40)))
    shop.run()
    return shop


def _chunks(shop: Shop, days: Sequence[date], max_days: int, max_bytes: int) -> list[list[date]]:
    definition = shop.graph.tables["daily_total"]
    chunks = chunked(
        shop.state(), shop.graph, definition, days, max_days=max_days, max_bytes=max_bytes
    )
    return list(chunks)


def test_chunks_hold_every_date_once_in_order_and_keep_to_both_limits(sold_out: Shop) -> None:
    days = [date(2024, 1, 1) + timedelta(n) for n in range(40)]
    assert _chunks(sold_out, days, 640, 1 << 30) == [days]
    assert [len(c) for c in _chunks(sold_out, days[::-1], 16, 1 << 30)] == [16, 16, 8]
    small = _chunks(sold_out, days, 640, 500)
    assert [day for chunk in small for day in chunk] == days
    assert 1 < len(small) < 40
    alone = _chunks(sold_out, days, 640, 1)
    assert alone == [[day] for day in days], "a single date is never too much"


@given(st.lists(st.dates(), min_size=2, max_size=9))
def test_halves_are_the_whole(days: list[date]) -> None:
    first, second = halves(days)
    assert first + second == days
    assert first
    assert second


def _fitting(most: int, chunk_sizes: list[int]) -> Any:
    """Return a commit that fits at most a number of dates."""
    whole = commit.commit_days

    def commit_days(bench: Any, state: Any, definition: Any, days: Any) -> Any:
        chunk_sizes.append(len(days))
        if len(days) > most:
            raise OutOfMemory("the engine's memory_limit is too small")
        return whole(bench, state, definition, days)

    return commit_days


def test_a_chunk_that_does_not_fit_is_done_in_parts(
    tmp_path: Path, sold_out: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    chunk_sizes: list[int] = []
    monkeypatch.setattr(commit, "commit_days", _fitting(7, chunk_sizes))
    shop = Shop(tmp_path / "small", shop_graph())
    shop.land(answer(many(40)))
    assert shop.run().problems == []
    assert shop.hashes() == sold_out.hashes()
    assert max(chunk_sizes) > 7 >= min(chunk_sizes)


def test_a_date_that_does_not_fit_alone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "commit_days", _fitting(0, []))
    shop = Shop(tmp_path / "small", shop_graph())
    shop.land(answer(many(2)))
    (problem,) = shop.run().problems
    assert problem.startswith("daily_total of 2024-01-01 does not fit: the engine's memory_limit")


@pytest.fixture
def small_engine() -> Iterator[DuckDB]:
    """An engine with ten megabytes, and no disk to go to."""
    engine = DuckDB(threads=1, memory_limit="10MB")
    engine.query("SET temp_directory = ''")
    yield engine
    engine.close()


def test_an_engine_without_memory_says_so(small_engine: DuckDB) -> None:
    with pytest.raises(OutOfMemory, match=r"memory_limit is too small .*: raise it, or the mem"):
        small_engine.query("SELECT list(i || repeat('x', 99)) FROM range(3000000) t(i)")
    with pytest.raises(duckdb.BinderException):
        small_engine.query("SELECT nothing")
