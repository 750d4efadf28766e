"""Random sequences of operations on a home: it stays sound, and equals a rebuilt one.

Payloads come, are corrected, move a row to another date, lose a column's name, are withdrawn; runs
end, are killed, are rolled back; the code changes and changes back; the clock goes forward, over
the changes to and from daylight saving time, and back; the machine believes to be in other time
zones. ``hypothesis`` draws the sequences and makes a failing one short; it prints what replays it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from support.homes import NO_RETENTION, catalog_of, damage, fetched, head, rebuilt, undo, unnamed
from support.homes import withdraw as withdraw_payload
from support.stopping import Stopped, stopping
from support.tables import order, orders
from support.toy_shop import FIRST, Shop, answer, daily_total, recent_mean, sales, sold
from tipoff.domain.league_time import eastern_date
from tipoff.kernel.catalog import Ledger
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.run import store as store_module
from tipoff.kernel.run import work as work_module

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.declare.schema import Column
    from tipoff.kernel.declare.table import TableDefinition

DAYS = range(66, 73)
"""Days of the sales, counted from the first of January: daylight saving time begins among them."""
MORNING = datetime(2024, 3, 7, 7, tzinfo=UTC)
ZONES = ("UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Apia")
Seen = dict[tuple[str, date], tuple[int, int]]
"""For each table and date, the number of rows that readers see, and their content hash."""
ITEMS = ("apple", "bread", "cheese")
SEQUENCES, STEPS, SHARDS = 500, 30, 100
"""Each shard is a test of its own, with its own seed, so that several processes share them."""


def _lot(maximum: int, prefers: tuple[str, ...] = ()) -> TableDefinition:
    """Return a raw table whose rows are named by their item alone, so that a row can move."""

    class Lot(Schema):
        """One item, on the one day on which it is sold."""

        payload = integer(provenance=True)
        item = text(key=True)
        sold_on = day(partition=True)
        sold = integer(minimum=0, maximum=maximum)
        stock = integer(nullable=True)
        settled = boolean()

    @table(schema=Lot, calendar="settled", prefers=prefers)
    def sale(sales: Landed) -> Table:
        """Lots as read; a day without stock is still to come."""
        return sales.select(
            "payload", "item", "sold", "stock", sold_on="day", settled=sales.stock.notnull()
        )

    return sale


def _total(name: str, column: Column) -> TableDefinition:
    """Return a table of what each day sold, under any name and of any type."""

    class Sum(Schema, columns={"sold_on": day(key=True, partition=True), name: column}):
        """All items of one day."""

    @table(schema=Sum)
    def day_sum(sale: Table) -> Table:
        """Sum a day's sales."""
        summed = sale.group_by("sold_on").aggregate(made=sale.sold.sum())
        return summed.select("sold_on", **{name: summed.made.cast(column.dtype)})

    return day_sum


def _graph(lot: TableDefinition, day_sum: TableDefinition) -> Graph:
    return Graph.of([sales, lot, daily_total, recent_mean, day_sum, orders, order])


CODE = {
    "first": _graph(_lot(100), _total("total", integer())),
    "column renamed": _graph(_lot(100), _total("everything", integer())),
    "column retyped": _graph(_lot(100), _total("total", number())),
    "rule mended": _graph(_lot(1_000), _total("total", integer())),
    "prefers stock": _graph(_lot(100, ("stock",)), _total("total", integer())),
}
rows = st.lists(
    st.builds(
        sold,
        st.sampled_from(ITEMS),
        st.sampled_from(DAYS),
        st.sampled_from([0, 1, 2, 3, 4, 500, -1]),
        st.sampled_from([5, 6, None]),
    ),
    max_size=3,
    unique_by=lambda row: row["item"],
)
requests = st.sampled_from(["a", "b", "c"])


class HomeMachine(RuleBasedStateMachine):
    """A home, everything that may happen to it, and what holds after each of these."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="home-machine-"))
        self.shop = Shop(self.place / "shop", CODE["first"])
        self.now = self.newest = MORNING
        self.hours = self.landed = self.rebuilds = self.stops = 0
        self.facts: list[tuple[int, str]] = []
        self.seen: Seen = {}

    @initialize()
    def open(self) -> None:
        """Begin with a payload that is never withdrawn, and a run."""
        self.ingest([sold("cheese", DAYS[0], 1, 5), sold("bread", DAYS[-1], 2, None)], "a")
        self._run()
        self._remember()

    @rule(rows=rows, request=requests)
    def ingest(self, rows: list[dict[str, Any]], request: str) -> None:
        """Land an answer; to a request that was made before it is a correction."""
        self.hours += 1
        self._land(rows, request, self.hours)

    @rule(rows=rows, request=requests)
    def ingest_late(self, rows: list[dict[str, Any]], request: str) -> None:
        """Land an answer that is older than all there are."""
        self._land(rows, request, -1 - self.hours)

    @rule(request=requests, to=st.sampled_from(DAYS))
    def move(self, request: str, to: int) -> None:
        """Move a row to another date, by the same request or by another."""
        self.ingest([sold("apple", to, 3, 6)], request)

    @rule(request=requests)
    def rename_column(self, request: str) -> None:
        """Land an answer with a renamed column: it is refused, the older one stays in effect."""
        self.ingest([{"units": 1, "item": "bread", "day": "2024-03-08", "stock": 5}], request)

    @rule(number=st.integers(2, 20), restore=st.booleans())
    def withdraw(self, number: int, restore: bool) -> None:
        """Withdraw or restore a payload; a written fact cannot be withdrawn."""
        with catalog_of(self.shop.home) as catalog:
            outside = catalog.query("SELECT payload FROM payload WHERE source <> 'tipoff'")
        mine = [payload for (payload,) in outside if payload > 1]
        if mine:
            withdraw_payload(self.shop, mine[number % len(mine)], restore=restore)

    @rule(code=st.sampled_from(sorted(CODE)))
    def change_code(self, code: str) -> None:
        """Go on with other code."""
        self.shop.graph = CODE[code]

    @rule(hours=st.integers(-30, 40))
    def set_clock(self, hours: int) -> None:
        """Let time pass, or set the clock back."""
        self.now += timedelta(hours=hours)

    @rule(zone=st.sampled_from(ZONES))
    def travel(self, zone: str) -> None:
        """Let the machine believe that it is elsewhere."""
        os.environ["TZ"] = zone
        time.tzset()

    @rule(kind=st.sampled_from(["engine", "catalog", "files"]), stop_at=st.integers(2, 120))
    def run_and_stop(self, kind: Any, stop_at: int) -> None:
        """Run, and stop at some operation."""
        try:
            with stopping(kind, stop_at):
                self._run()
        except Stopped:
            self.stops += 1
        self._remember()

    @precondition(lambda self: head(self.shop) > 1)
    @rule(back=st.integers(0, 3))
    def roll_back(self, back: int) -> None:
        """Undo one of the last runs."""
        undo(self.shop, max(2, head(self.shop) - back))
        self._remember()

    @rule()
    def run_whole(self) -> None:
        """Run, and compare with a home built from scratch from the same landing."""
        self._run()
        self._remember()
        self.rebuilds += 1
        fresh = rebuilt(self.shop, self.place / f"rebuilt{self.rebuilds}")
        assert self.shop.hashes() == fresh.hashes()
        assert self.shop.quarantine() == fresh.quarantine()
        assert self.shop.unaccounted() == 0
        shutil.rmtree(fresh.directory)

    @invariant()
    def every_named_file_is_there(self) -> None:
        """Nothing that the catalog names is missing or changed."""
        if self.landed:
            assert damage(self.shop.home) == []

    @invariant()
    def readers_see_the_last_finished_run(self) -> None:
        """Nothing but a finished run or a rollback changes what a reader sees."""
        if self.landed:
            assert self._at_head() == self.seen

    @invariant()
    def facts_stand(self) -> None:
        """Check that no written fact changes, and that none is written with a wrong clock."""
        if self.landed:
            facts = self._facts()
            assert facts[: len(self.facts)] == self.facts
            self.facts = facts
            dates = [date.fromisoformat(on[:10]) for _, on in facts]
            assert len(dates) == len({*dates}), "a date has one fact"

    def teardown(self) -> None:
        """End with a complete run, after which no table has unreferenced files; remove the home.

        When a run is stopped while it writes a fact, the payload's body may stay in the landing
        without an index line: the next run, at another time, writes another fact.
        """
        if self.landed:
            self.run_whole()
            self.shop.run(now=self.now, retention=NO_RETENTION)
            left = [Path(path) for path in unnamed(self.shop.home)]
            assert all(path.is_relative_to(self.shop.home.landing) for path in left)
            assert len(left) <= self.stops, "a landing that is cut short leaves one unnamed body"
        shutil.rmtree(self.place)
        os.environ.pop("TZ", None)
        time.tzset()

    def _land(self, rows: list[dict[str, Any]], request: str, hours: int) -> None:
        self.landed += 1
        self.shop.land(fetched(answer(rows, request), hours))
        if self.landed == 1:
            self._remember()

    def _run(self) -> None:
        behind = "the clock is behind" if self.now < self.newest else ""
        self.newest = max(self.newest, self.now)
        self.shop.run(now=self.now, today=eastern_date(self.now), distrusted_clock=behind)

    def _remember(self) -> None:
        self.seen = self._at_head()

    def _at_head(self) -> Seen:
        with catalog_of(self.shop.home) as catalog:
            tables = Ledger.at_head(catalog).entries()
        return {
            (name, day): (entry.rows, entry.content)
            for name, days in tables.items()
            for day, entry in days.items()
        }

    def _facts(self) -> list[tuple[int, str]]:
        with catalog_of(self.shop.home) as catalog:
            return catalog.query(
                "SELECT payload, fetched_at || body_hash FROM payload WHERE source = 'tipoff'"
                " ORDER BY payload"
            )


def _bounded(examples: int, steps: int, *, same: bool = False) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=steps,
        derandomize=same,
        database=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold soon, and in chunks of few dates."""
    assert (FIRST + timedelta(DAYS[0])) == MORNING.date()
    monkeypatch.setattr(work_module, "CHUNK_DATES", 2)
    monkeypatch.setattr(store_module, "MAX_FILES", 4)
    monkeypatch.setattr(store_module, "FOLDED_FILES", 3)


class TestHome(HomeMachine.TestCase):  # type: ignore[misc, valid-type]
    settings = _bounded(4, 6, same=True)


@pytest.mark.chaos
@pytest.mark.parametrize("shard", range(SHARDS))
def test_five_hundred_sequences_of_thirty_steps(shard: int) -> None:
    """The shard's number is the seed of its sequences."""

    class Counted(HomeMachine):
        sequences = 0

        def teardown(self) -> None:
            Counted.sequences += 1
            super().teardown()

    machine = seed(shard)(Counted)
    run_state_machine_as_test(machine, settings=_bounded(SEQUENCES // SHARDS, STEPS))
    assert Counted.sequences >= SEQUENCES // SHARDS
    print(f"shard {shard}: {Counted.sequences} sequences of {STEPS} steps")
