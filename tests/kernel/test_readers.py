"""Readers see the last completed run, and never wait for a writer or delay one."""

from __future__ import annotations

import signal
import sqlite3
import time
from typing import TYPE_CHECKING, Any

import pytest

from support import children
from support.homes import NO_RETENTION, fetched
from support.stopping import Stopped, stopping
from support.toy_shop import FIRST, Shop, answer, many, sold
from tipoff.health.status import payload_rows
from tipoff.kernel.catalog import sqlite
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.errors import RunInProgress, TipoffError
from tipoff.kernel.plan.plan import plan
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = "FROM {} ORDER BY ALL"


@pytest.fixture
def busy(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A shop with a finished run, an unfinished one that has changed the calendar, and a writer
    suspended in a transaction."""
    shop.land(answer(many(4)))
    shop.run()
    shop.land(answer(many(6)))
    with pytest.raises(Stopped), stopping("engine", 70):
        shop.run()
    assert shop.catalog("SELECT count(*) FROM entry WHERE run = 2") != [(0,)]
    monkeypatch.setattr(sqlite, "WAIT_SECONDS", 0.0)
    writer = sqlite3.connect(shop.home.catalog, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    yield shop
    writer.close()


def _all(session: Any, shop: Shop) -> dict[str, list[tuple[Any, ...]]]:
    return {name: session.query(ROWS.format(name)) for name in shop.graph.tables}


def test_a_session_sees_the_same_rows_before_during_and_after_a_run(shop: Shop) -> None:
    shop.land(answer(many(4)))
    shop.run()
    with shop.home.reading(shop.graph) as early, shop.home.reading(shop.graph) as late:
        before = _all(early, shop)
        shop.land(answer([*many(3), sold("dates", 5, 1)]))
        with pytest.raises(Stopped), stopping("engine", 70):
            shop.run()
        assert _all(early, shop) == before
        shop.run()
        assert _all(early, shop) == before
        assert _all(late, shop) == before, "opened before the run, first read after it"
        assert late.contents("sale").digest == early.contents("sale").digest
    with shop.home.reading(shop.graph) as session:
        assert _all(session, shop) != before


@pytest.mark.parametrize("first_read_late", [True, False])
def test_a_session_whose_run_is_no_longer_kept_says_so(shop: Shop, first_read_late: bool) -> None:
    shop.land(answer(many(4)))
    shop.run()
    with shop.home.reading(shop.graph) as session:
        if not first_read_late:
            assert len(session.query("FROM sale")) == 12
        shop.land(answer([sold("dates", 1, 1)]))
        shop.run(retention=NO_RETENTION)
        with pytest.raises(TipoffError, match=r"run 1 is no longer kept.*open the home again"):
            session.query("FROM sale")


def test_a_session_from_before_the_first_run_goes_on_seeing_nothing(shop: Shop) -> None:
    shop.land(answer(many(4)))
    with shop.home.reading(shop.graph) as session:
        shop.run(retention=NO_RETENTION)
        assert session.query("FROM sale") == []


def test_a_plan_and_the_accounts_read_while_a_writer_stands_in_a_transaction(busy: Shop) -> None:
    with busy.home.reading(busy.graph) as session:
        state = load_state(busy.graph, session.workspace, session.ledger)
        assert len(state.calendar) == 4, "as of the finished run"
        assert payload_rows(state, "daily_total") == (None, None)
        assert plan(state, DateRange(FIRST, max(state.calendar)))
        assert len(session.query("FROM sale")) == 12


def test_readers_do_not_wait_for_a_run_nor_it_for_them(shop: Shop) -> None:
    child = children.start(shop.directory, "ingest=40", "keep", "ingest=60", "keep")
    children.wait_for(child, "done ingest=60")
    looked = 0
    while child.poll() is None:
        started = time.monotonic()
        assert shop.days("sale") in (list(range(40)), list(range(60)))
        assert shop.unaccounted() is not None
        looked += time.monotonic() - started < sqlite.WAIT_SECONDS / 2
    child.communicate()
    assert child.returncode == 0
    assert looked > 0
    assert shop.days("forecast") == list(range(1, 60))


@pytest.mark.parametrize("stopped", [False, True], ids=["running", "stopped"])
def test_a_second_writer_is_refused_and_a_reader_is_not(shop: Shop, stopped: bool) -> None:
    shop.land(answer(many(3)))
    shop.run()
    child = children.start(shop.directory, "hold")
    children.wait_for(child, "holding")
    try:
        if stopped:
            child.send_signal(signal.SIGSTOP)
        with pytest.raises(RunInProgress, match=rf"a run is in progress \(process {child.pid}\)"):
            shop.run()
        assert shop.days("sale") == [0, 1, 2]
    finally:
        child.send_signal(signal.SIGCONT)
        child.communicate()
    assert shop.run().did_nothing


def test_the_lock_dies_with_its_holder(shop: Shop) -> None:
    shop.land(answer(many(3)))
    child = children.start(shop.directory, "hold")
    children.wait_for(child, "holding")
    child.kill()
    child.communicate()
    assert shop.run().problems == []


def test_a_later_answer_is_no_news_to_an_open_session(shop: Shop) -> None:
    shop.land(answer(many(3)))
    shop.run()
    with shop.home.reading(shop.graph) as session:
        shop.land(fetched(answer(many(2)), 1))
        assert len(session.query("FROM sale")) == 9
