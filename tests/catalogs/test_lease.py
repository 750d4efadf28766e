"""One process at a time writes; one that was suspended during a takeover commits nothing.

Two machines are two processes that share a directory and a database.
"""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import psycopg
import pytest

from support import children
from support.homes import damage, head, unnamed
from support.toy_shop import Shop, answer, many, run_patiently
from tipoff.app.ingest import ingest
from tipoff.app.publication import publish
from tipoff.app.session import HomeSession
from tipoff.catalogs import LeaseLost, PostgreSQLCatalog, holding
from tipoff.kernel.errors import RunInProgress
from tipoff.kernel.table_files import TableFiles
from tipoff.sources.manual.settled_names import NameSettlement

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from support.postgresql import Server

SECONDS = 1.0
"""The duration of a lease in these tests: a process that stops for longer loses it."""


def _start(shop: Shop, *actions: str, stop: str = "never 0") -> subprocess.Popen[str]:
    return children.start(
        shop.directory,
        *actions,
        SHOP_CATALOG=shop.catalog_url,
        SHOP_LEASE=str(SECONDS),
        SHOP_STOP=stop,
    )


def _stopped(child: subprocess.Popen[str]) -> bool:
    """Wait until a child has stopped itself, or has ended; return whether it stopped."""
    _, status = os.waitpid(child.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        child.returncode = os.waitstatus_to_exitcode(status)
        return False
    return True


def _unnamed_tables(shop: Shop) -> list[str]:
    """Return the files of tables that nothing names; a body may be left, and is used again."""
    return [path for path in unnamed(shop.home) if path.startswith(str(shop.home.tables))]


@pytest.fixture
def brief(shop: Shop) -> Shop:
    """A shop with three days, whose lease ends soon."""
    shop = replace(shop, lease_seconds=SECONDS)
    shop.land(answer(many(3)))
    shop.run()
    return shop


STOPS = ("before 1", "within 1", "before 5", "within 5", "after 5")
"""Where a child that lands and runs stops: as it lands, in its first transaction, or as it runs."""


@pytest.mark.parametrize("stop", STOPS)
def test_a_process_that_wakes_up_after_losing_its_lease_commits_nothing(
    brief: Shop, stop: str
) -> None:
    child = _start(brief, "ingest=4", "run", stop=stop)
    assert _stopped(child)
    run_patiently(brief, 6, seconds=300)
    before = brief.hashes(), head(brief)
    os.kill(child.pid, signal.SIGCONT)
    child.communicate(timeout=600)
    assert child.returncode != 0
    assert (brief.hashes(), head(brief)) == before
    assert damage(brief.home) == []
    run_patiently(brief, 7, seconds=300)
    assert _unnamed_tables(brief) == []


def test_no_stop_of_a_writer_lets_a_reader_see_a_mix(brief: Shop) -> None:
    seen = brief.hashes()
    child = _start(brief, "ingest=6", "run", stop="within 9")
    assert _stopped(child)
    assert brief.hashes() == seen, "the run has not ended"
    run_patiently(brief, 6, seconds=300)
    os.kill(child.pid, signal.SIGCONT)
    child.communicate(timeout=600)
    assert child.returncode != 0
    assert brief.days("sale") == [0, 1, 2, 3, 4, 5]
    run_patiently(brief, 6, seconds=300)
    assert _unnamed_tables(brief) == []


def test_the_lease_of_a_killed_process_is_free_at_once(shop: Shop) -> None:
    shop = replace(shop, lease_seconds=600.0)
    child = children.start(shop.directory, "hold", SHOP_CATALOG=shop.catalog_url, SHOP_LEASE="600")
    children.wait_for(child, "holding")
    with pytest.raises(RunInProgress, match=rf"process {child.pid} on .* ends in \d+ s"):
        shop.land(answer(many(1)))
    child.kill()
    child.communicate()
    with shop.home.locked() as lock:
        assert lock.deaths == 1, "as after a killed holder of a lock file"
    run_patiently(shop, 2, seconds=300)
    assert shop.days("sale") == [0, 1]


def test_a_live_process_keeps_its_lease_for_as_long_as_it_works(brief: Shop) -> None:
    with brief.home.writing() as workspace:
        until = time.monotonic() + 2.5 * SECONDS
        while time.monotonic() < until:
            with pytest.raises(RunInProgress):
                brief.land(answer(many(1)))
            time.sleep(0.2)
        workspace.catalog.keep_note("still", "mine")


def test_of_many_processes_that_start_at_once_one_writes(brief: Shop) -> None:
    started = [_start(brief, "ingest=6", "run") for _ in range(4)]
    ended = [child.communicate(timeout=600) and child.returncode for child in started]
    assert ended.count(0) >= 1
    assert damage(brief.home) == []
    run_patiently(brief, 6, seconds=300)
    assert _unnamed_tables(brief) == []


def test_each_holder_has_a_later_token(postgresql: Server) -> None:
    url = postgresql.database()
    PostgreSQLCatalog(url).close()
    with holding(url, SECONDS) as first:
        assert first.deaths == 0
    with holding(url, SECONDS) as second:
        assert (second.token, second.deaths) == (first.token + 1, 0)
        with holding(url, SECONDS, "day.lock") as other:
            assert other.token == 1, "a lease of another name is another lease"
        early = PostgreSQLCatalog(url, token=first.token)
        with pytest.raises(LeaseLost, match="took over"), early.transaction():
            early.query("DELETE FROM note")
        with pytest.raises(LeaseLost):
            early.query("DELETE FROM note WHERE name = 'a'")
        with pytest.raises(LeaseLost):
            early.insert("note", [("a", "b")])
        early.close()


@pytest.fixture
def directories(tmp_path: Path) -> tuple[TableFiles, TableFiles]:
    """The files of tables, as two holders one after the other see them."""
    return TableFiles(tmp_path, 7), TableFiles(tmp_path, 8)


def test_a_process_that_lost_its_lease_removes_no_file_of_the_next_holder(
    directories: tuple[TableFiles, TableFiles],
) -> None:
    earlier, later = directories
    written = [files.path("sale", files.new("sale", 3)) for files in directories]
    for path in written:
        path.write_bytes(b"rows")
    assert earlier.remove(written) == 4
    assert [path.exists() for path in written] == [False, True]
    assert later.remove(written[1:]) == 4


def test_a_process_that_lost_its_lease_publishes_nothing(shop: Shop) -> None:
    ingest(shop.home, NameSettlement("Al Doe", 1, datetime(2025, 1, 1, tzinfo=UTC)))
    with shop.home.writing() as workspace:
        session = HomeSession(shop.home.graph, workspace)
        assert publish(shop.home, session, {}) > 0
        shown = os.readlink(shop.home.published / "current")
        with closing(psycopg.connect(shop.catalog_url, autocommit=True)) as other:
            other.execute("UPDATE lease SET token = token + 1")
        with pytest.raises(LeaseLost):
            publish(shop.home, session, {"shot": "it failed"})
    assert os.readlink(shop.home.published / "current") == shown
    assert [path.name for path in shop.home.published.glob("[0-9]*")] == [shown]
