"""Raw rows: for each key the row of the newest payload, in whatever order payloads arrive."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from support.homes import damage, fetched, head, rebuilt, undo, withdraw
from support.stopping import Stopped, stopping
from support.toy_shop import Shop, answer, daily_total, raw_answer, sales, sold
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, text
from tipoff.kernel.declare.table import table
from tipoff.kernel.run import store as store_module
from tipoff.kernel.run import work as work_module

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Landed, Table
    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.table import TableDefinition

Step = Callable[[Shop], object]


def _lot(maximum: int = 100, tolerated: int = 0, prefers: tuple[str, ...] = ()) -> TableDefinition:
    """Return a raw table whose rows are named by their item alone, so that a row can move."""

    class Lot(Schema):
        """One item, on the one day on which it is sold."""

        tolerated_share = 0.0
        tolerated_rows = tolerated
        payload = integer(provenance=True)
        item = text(key=True)
        sold_on = day(partition=True)
        sold = integer(minimum=0, maximum=maximum)
        stock = integer(nullable=True)
        settled = boolean()

    @table(schema=Lot, calendar="settled", prefers=prefers)
    def sale(sales: Landed) -> Table:
        """Lots as read."""
        return sales.select(
            "payload", "item", "sold", "stock", sold_on="day", settled=sales.sold.notnull()
        )

    return sale


def _graph(lot: TableDefinition) -> Graph:
    return Graph.of([sales, lot, daily_total])


STRICT, MENDED, TOLERANT = _graph(_lot()), _graph(_lot(maximum=1_000)), _graph(_lot(tolerated=2))
STOCKED = _graph(_lot(prefers=("stock",)))


def land(*rows: dict[str, Any], request: str = "all", hours: float = 0) -> Step:
    """Land a payload and run."""

    def step(shop: Shop) -> None:
        shop.land(fetched(answer(rows, request), hours))
        shop.run()

    return step


def under(graph: Graph) -> Step:
    """Run under other code from now on."""

    def step(shop: Shop) -> None:
        shop.graph = graph
        shop.run()

    return step


def refused(hours: float, request: str = "all") -> Step:
    """Land a payload that cannot be read, and run."""

    def step(shop: Shop) -> None:
        shop.land(fetched(raw_answer(b"cut sho", request), hours))
        assert shop.run().exit_code == 3

    return step


def withdrawn(payload: int, *, restore: bool = False) -> Step:
    """Withdraw a payload and run."""

    def step(shop: Shop) -> None:
        withdraw(shop, payload, restore=restore)
        shop.run()

    return step


def rolled_back(run: int) -> Step:
    """Roll back, look, and run."""

    def step(shop: Shop) -> None:
        undo(shop, run)
        assert shop.unaccounted() == 0
        shop.run()

    return step


APPLE = sold("apple", 0, 1, 10)
MOVED = sold("apple", 3, 1, 10)
BREAD = sold("bread", 0, 2, 10)
BAD = sold("apple", 2, 500, 900)
WORSE = sold("bread", 2, -5, 900)
Row = tuple[str, int, int]
SITUATIONS: dict[str, tuple[list[Step], list[Row]]] = {
    "moved by the same request": (
        [land(APPLE, BREAD), land(MOVED, BREAD, hours=1)],
        [("apple", 3, 1), ("bread", 0, 2)],
    ),
    "moved by another request": (
        [land(APPLE, BREAD), land(MOVED, request="b", hours=1)],
        [("apple", 3, 1), ("bread", 0, 2)],
    ),
    "moved there and back": (
        [land(APPLE), land(MOVED, hours=1), land(APPLE, hours=2)],
        [("apple", 0, 1)],
    ),
    "moved there and back twice, by two requests": (
        [
            land(APPLE),
            land(MOVED, request="b", hours=1),
            land(APPLE, BREAD, hours=2),
            land(MOVED, BREAD, request="b", hours=3),
            land(APPLE, hours=4),
        ],
        [("apple", 0, 1), ("bread", 0, 2)],
    ),
    "dropped by the answer that had it": (
        [land(APPLE, BREAD), land(APPLE, request="b", hours=1), land(APPLE, hours=2)],
        [("apple", 0, 1)],
    ),
    "dropped by the answer that had it, so that another's stands": (
        [land(sold("apple", 5, 1), request="b"), land(MOVED, BREAD, hours=1), land(BREAD, hours=2)],
        [("apple", 5, 1), ("bread", 0, 2)],
    ),
    "refused: the one before stands": (
        [land(APPLE, BREAD), refused(1)],
        [("apple", 0, 1), ("bread", 0, 2)],
    ),
    "refused for its rows, and the rule mended": (
        [land(APPLE), land(BAD, hours=1), under(MENDED)],
        [("apple", 2, 500)],
    ),
    "refused for its rows, and the tolerance raised": (
        [land(APPLE), land(MOVED, BAD, WORSE, request="b", hours=1), under(TOLERANT)],
        [("apple", 3, 1)],
    ),
    "accepted, and the rule made stricter again": (
        [under(MENDED), land(APPLE), land(BAD, hours=1), under(STRICT)],
        [("apple", 0, 1)],
    ),
    "withdrawn: the one before stands": (
        [land(APPLE), land(MOVED, BREAD, hours=1), withdrawn(2)],
        [("apple", 0, 1)],
    ),
    "withdrawn, and restored": (
        [land(APPLE), land(MOVED, hours=1), withdrawn(2), withdrawn(2, restore=True)],
        [("apple", 3, 1)],
    ),
    "withdrawn behind one that is refused": (
        [land(APPLE), land(MOVED, hours=1), refused(2), withdrawn(2)],
        [("apple", 0, 1)],
    ),
    "all withdrawn": ([land(APPLE), land(MOVED, hours=1), withdrawn(1), withdrawn(2)], []),
    "rolled back, and brought back": (
        [land(APPLE), land(MOVED, BREAD, hours=1), rolled_back(2)],
        [("apple", 3, 1), ("bread", 0, 2)],
    ),
    "rolled back and withdrawn": (
        [land(APPLE), land(MOVED, BREAD, hours=1), lambda shop: undo(shop, 2), withdrawn(2)],
        [("apple", 0, 1)],
    ),
    "an older answer landed later": (
        [land(MOVED, hours=5), land(APPLE, BREAD, hours=1)],
        [("apple", 3, 1)],
    ),
    "an older answer to another request landed later": (
        [land(MOVED, hours=5), land(APPLE, BREAD, request="b", hours=1)],
        [("apple", 3, 1), ("bread", 0, 2)],
    ),
    "preferred for its stock, though it is older": (
        [under(STOCKED), land(sold("apple", 0, 7, 50)), land(MOVED, request="b", hours=1)],
        [("apple", 0, 7)],
    ),
    "preferred for its stock since the code changed": (
        [land(sold("apple", 0, 7, 50)), land(MOVED, request="b", hours=1), under(STOCKED)],
        [("apple", 0, 7)],
    ),
    "preferred for its stock no longer": (
        [
            under(STOCKED),
            land(sold("apple", 0, 7, 50)),
            land(MOVED, request="b", hours=1),
            under(STRICT),
        ],
        [("apple", 3, 1)],
    ),
    "of two with one stock the newer": (
        [under(STOCKED), land(APPLE), land(MOVED, request="b", hours=1)],
        [("apple", 3, 1)],
    ),
    "one without stock gives way to one with": (
        [under(STOCKED), land(APPLE), land(sold("apple", 4, 9, None), request="b", hours=1)],
        [("apple", 0, 1)],
    ),
}


@pytest.mark.parametrize("situation", list(SITUATIONS))
def test_a_raw_table_equals_one_built_from_scratch(tmp_path: Path, situation: str) -> None:
    steps, expected = SITUATIONS[situation]
    shop = Shop(tmp_path / "shop", STRICT)
    shop.land()
    for step in steps:
        step(shop)
        assert shop.unaccounted() == 0
    rows = shop.query("SELECT item, sold_on - DATE '2024-01-01', sold FROM sale ORDER BY item")
    assert rows == expected
    fresh = rebuilt(shop, tmp_path / "rebuilt")
    assert shop.hashes() == fresh.hashes()
    assert shop.quarantine() == fresh.quarantine()
    assert damage(shop.home) == []


ITEMS = ("apple", "bread", "cheese")
rows = st.lists(
    st.builds(
        sold,
        st.sampled_from(ITEMS),
        st.integers(0, 5),
        st.sampled_from([0, 1, 2, 3, 4, 500, -1]),
        st.sampled_from([5, 6, None]),
    ),
    max_size=4,
    unique_by=lambda row: row["item"],
)
requests = st.sampled_from(["a", "b", "c"])


class RawRows(RuleBasedStateMachine):
    """Random operations on a home: after a run it equals one built from scratch."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="raw-rows-"))
        self.shop = Shop(self.place / "shop", STOCKED)
        self.landed = 0
        self.rebuilds = 0

    @initialize()
    def open(self) -> None:
        """Begin with a payload that is never withdrawn."""
        self.land([sold("cheese", 0, 1, 5)], "a", 0)
        self.run_whole()

    @rule(rows=rows, request=requests, hours=st.integers(0, 9))
    def land(self, rows: list[dict[str, Any]], request: str, hours: int) -> None:
        """Land an answer, newer or older than those there are."""
        payload: Payload = fetched(answer(rows, request), hours)
        with self.shop.home.writing() as workspace:
            self.landed += workspace.landing.land([payload]).landed

    @rule(number=st.integers(1, 20), restore=st.booleans())
    def withdraw(self, number: int, restore: bool) -> None:
        """Let a payload count no longer, or again."""
        withdraw(self.shop, min(number, self.landed), restore=restore)

    @rule(stop_at=st.integers(5, 90))
    def run_and_stop(self, stop_at: int) -> None:
        """Run, and stop in the middle."""
        try:
            with stopping("engine", stop_at):
                self.shop.run()
        except Stopped:
            pass

    @precondition(lambda self: head(self.shop) > 1)
    @rule(back=st.integers(0, 3))
    def roll_back(self, back: int) -> None:
        """Undo one of the last runs."""
        undo(self.shop, max(2, head(self.shop) - back))

    @rule()
    def run_whole(self) -> None:
        """Run, and compare with a home built from scratch from the same landing."""
        self.shop.run()
        self.rebuilds += 1
        fresh = rebuilt(self.shop, self.place / f"rebuilt{self.rebuilds}")
        assert self.shop.hashes() == fresh.hashes()
        assert self.shop.quarantine() == fresh.quarantine()
        assert self.shop.run().did_nothing
        shutil.rmtree(fresh.directory)

    @invariant()
    def every_named_file_is_there(self) -> None:
        """Nothing that the catalog names is missing or changed."""
        if self.landed:
            assert damage(self.shop.home) == []

    def teardown(self) -> None:
        """End with a run, and remove the home."""
        if self.landed:
            self.run_whole()
        shutil.rmtree(self.place)


def _machine(name: str, examples: int, steps: int) -> type:
    class Bounded(RawRows.TestCase):  # type: ignore[misc, valid-type]
        settings = settings(
            max_examples=examples,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
        )

    Bounded.__name__ = Bounded.__qualname__ = name
    return Bounded


@pytest.fixture(autouse=True)
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold soon, and in chunks of few dates."""
    monkeypatch.setattr(work_module, "CHUNK_DATES", 2)
    monkeypatch.setattr(store_module, "MAX_FILES", 4)
    monkeypatch.setattr(store_module, "FOLDED_FILES", 3)


TestRawRows = _machine("TestRawRows", examples=2, steps=8)
TestManyRawRows = pytest.mark.chaos(_machine("TestManyRawRows", examples=100, steps=25))
