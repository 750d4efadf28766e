"""Done means committed: whatever interrupts a run, the last good state is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tipoff.engines.duckdb import DuckDB
from tipoff.kernel import storage
from tipoff.kernel.errors import RunInProgress
from tipoff.kernel.ledger import Ledger
from tipoff.kernel.lock import exclusive
from tipoff.kernel.run import Run
from tipoff.landing import PayloadStore
from toy_shop import Shop, answer, many, shop_graph, sold

if TYPE_CHECKING:
    from collections.abc import Sequence

TESTS = Path(__file__).parents[1]


class Unplugged(BaseException):
    """The machine stops here; nothing catches it."""


class Unreliable(DuckDB):
    """An engine that stops at its n-th statement."""

    def __init__(self, path: Path, last: int) -> None:
        super().__init__(path, threads=1)
        self.left = last

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement, if any are left."""
        self.left -= 1
        if self.left < 0:
            raise Unplugged
        return super().query(sql, parameters)


def test_a_run_stopped_at_any_statement_is_completed_by_the_next(tmp_path: Path) -> None:
    rows, corrected = many(6), [*many(5), sold("apple", 5, 3), sold("bread", 5, 4)]
    whole = Shop(tmp_path / "whole", shop_graph())
    for payload in (answer(rows), answer(corrected)):
        whole.land(payload)
        whole.run()
    expected = whole.hashes()
    stopped = 0
    for last in range(20, 10_000, 9):
        shop = Shop(tmp_path / f"stop{last}", shop_graph())
        shop.land(answer(rows))
        shop.run()
        shop.land(answer(corrected))
        engine = Unreliable(shop.directory / "shop.duckdb", last)
        try:
            Run(shop.graph, engine, PayloadStore(shop.directory / "landing", engine)).execute()
        except Unplugged:
            stopped += 1
        else:
            break
        finally:
            engine.close()
        shop.run()
        assert shop.hashes() == expected
        assert shop.run().did_nothing
    assert stopped > 5


CHILD = """
    import sys
    from pathlib import Path
    from toy_shop import Shop, shop_graph
    from tipoff.kernel import run
    run.CHUNK_DATES = 2
    Shop(Path(sys.argv[1]), shop_graph()).run()
"""


def test_a_killed_backfill_is_completed_by_the_next_run(tmp_path: Path) -> None:
    whole = Shop(tmp_path / "whole", shop_graph())
    whole.land(answer(many(90)))
    whole.run()
    moments, killed = random.Random(7), 0
    for attempt in range(5):
        shop = Shop(tmp_path / f"killed{attempt}", shop_graph())
        shop.land(answer(many(90)))
        child = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(CHILD), str(shop.directory)],
            env={**os.environ, "PYTHONPATH": str(TESTS)},
        )
        time.sleep(moments.uniform(0.6, 3.0))
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        shop.run()
        assert shop.hashes() == whole.hashes()
    assert killed, "no child was still running when it was killed"


def test_a_lock_is_held_by_one_and_dies_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "run.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c",
         f"from pathlib import Path; from tipoff.kernel.lock import exclusive\n"
         f"with exclusive(Path({str(path)!r})): print('held', flush=True); input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(RunInProgress, match=str(holder.pid)), exclusive(path):
        pass
    holder.kill()
    holder.communicate()
    with exclusive(path):
        pass


def test_rollback_restores_the_state_before_a_run_and_destroys_nothing(shop: Shop) -> None:
    shop.land(answer(many(10)))
    shop.run()
    before = shop.hashes()
    shop.land(answer([*many(9), sold("dates", 9, 5), sold("bread", 9, -5)]))
    shop.run()
    after, quarantined = shop.hashes(), shop.quarantine()
    engine = DuckDB(shop.directory / "shop.duckdb")
    ledger = Ledger.begin(engine)
    assert ledger.run == 3
    with engine.transaction():
        storage.undo(engine, shop.graph.tables, 2, ledger.run)
        ledger.open_run("rollback", "")
    engine.close()
    assert shop.hashes() == before
    assert shop.quarantine() == []
    assert shop.query("SELECT count(*) FROM history.sale WHERE item = 'dates'") == [(1,)]
    shop.run()
    assert shop.hashes() == after
    assert shop.quarantine() == quarantined


def test_an_append_only_table_keeps_every_version(shop: Shop) -> None:
    shop.land(answer(many(4)))
    shop.run()
    first = shop.query("SELECT forecast FROM forecast WHERE item = 'apple' ORDER BY sold_on")
    rows = [
        sold("apple", 0, 900) if r["item"] == "apple" and r["day"].endswith("01") else r
        for r in many(4)
    ]
    shop.land(answer([r for r in rows if not (r["item"] == "bread" and r["day"].endswith("01"))]))
    shop.run()
    kept = shop.query("SELECT forecast FROM history.forecast WHERE item = 'apple' ORDER BY sold_on")
    assert kept == first
    bread = "SELECT count(*) FROM {} WHERE item = 'bread' AND sold_on = DATE '2024-01-02'"
    assert shop.query(bread.format("recent_mean")) == [(0,)]
    assert shop.query(bread.format("forecast")) == [(1,)], "what was once said stays said"
