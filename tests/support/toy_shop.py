"""A toy pipeline for the kernel's tests: the sales of a shop."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipoff.app.home import Home
from tipoff.engines.duckdb import DuckDB
from tipoff.health.status import payload_rows
from tipoff.kernel.catalog import quality
from tipoff.kernel.declare.expression import Expressions, compiled
from tipoff.kernel.declare.graph import DateRange, Graph
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.schema import Schema, boolean, day, integer, number, rule, text
from tipoff.kernel.declare.stream import Columns, stream
from tipoff.kernel.declare.table import table
from tipoff.kernel.errors import PayloadError, RunInProgress
from tipoff.kernel.fingerprints import ContentDigests
from tipoff.kernel.plan.plan import plan
from tipoff.kernel.run import state as state_module
from tipoff.kernel.run.compiled_sql import key_of, shipped_text
from tipoff.kernel.run.run import Run
from tipoff.kernel.run.session import Session
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ibis.expr.types import BooleanValue

    from tipoff.kernel.declare.annotations import Frame, Landed, Table
    from tipoff.kernel.plan.state import State
    from tipoff.kernel.run.report import RunReport
    from tipoff.kernel.run.workspace import Workspace

FIRST = date(2024, 1, 1)
MEMORY_DAYS = 3


@stream(
    resource="sales",
    columns={"item": "string", "day": "date", "sold": "int64", "stock": "int64"},
    key=("item", "day"),
)
def sales(payload: Payload) -> Columns:
    """Parse rows from JSON objects."""
    try:
        rows = json.loads(payload.body)["rows"]
    except (json.JSONDecodeError, KeyError) as error:
        raise PayloadError(f"no rows: {error}") from None
    names = list(rows[0]) if rows else list(sales.columns)
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in names}
    if "day" in columns:
        columns["day"] = [date.fromisoformat(value) for value in columns["day"]]
    return columns


class Sale(Schema):
    """One item on one day."""

    payload = integer(provenance=True)
    item = text(key=True, choices=("apple", "bread", "cheese", "dates"))
    sold_on = day(key=True, partition=True)
    sold = integer(minimum=0, maximum=1_000)
    stock = integer(nullable=True)
    settled = boolean()

    @rule("sold")
    def within_stock(row: Table) -> BooleanValue:
        """A sale is within the stock."""
        return row.sold <= row.stock


@table(schema=Sale, calendar="settled")
def sale(sales: Landed) -> Table:
    """Return the sales as parsed."""
    return sales.select(
        "payload", "item", "sold", "stock", sold_on="day", settled=sales.sold.notnull()
    )


class DailyTotal(Schema):
    """All items of one day."""

    sold_on = day(key=True, partition=True)
    total = integer(minimum=0)


@table(schema=DailyTotal)
def daily_total(sale: Table) -> Table:
    """Return the total sales of each day."""
    return sale.group_by("sold_on").aggregate(total=sale.sold.sum())


class RecentMean(Schema):
    """One item before one day."""

    item = text(key=True)
    sold_on = day(key=True, partition=True)
    mean = number(nullable=True)


@table(schema=RecentMean, reads={"sale": past(MEMORY_DAYS)}, may_be_empty="at first")
def recent_mean(sale: Table, daily_total: Table) -> Table:
    """Return each item's mean sales per day over the days before."""
    coming = daily_total.select("sold_on")
    age = coming.sold_on.delta(sale.sold_on, unit="day")
    earlier = sale.select("item", "sold", earlier_on="sold_on")
    age = coming.sold_on.delta(earlier.earlier_on, unit="day")
    seen = coming.join(earlier, [age >= 1, age <= MEMORY_DAYS])
    return seen.group_by("item", "sold_on").aggregate(
        mean=seen.sold.sum().cast("float64") / seen.count()
    )


class Forecast(Schema):
    """One item before one day."""

    item = text(key=True)
    sold_on = day(key=True, partition=True)
    forecast = number()


@table(schema=Forecast, may_be_empty="at first")
def forecast(recent_mean: Frame) -> Frame:
    """Return the recent mean, computed on Arrow."""
    return recent_mean.rename_columns(["item", "sold_on", "forecast"])


def shop_graph() -> Graph:
    """Return the toy pipeline, with the shipped SQL in directory ``SHOP_SQL`` if that is set."""
    graph = Graph.of([sales, sale, daily_total, recent_mean, forecast])
    shipped = os.environ.get("SHOP_SQL")
    return replace(graph, compiled_sql=Path(shipped)) if shipped else graph


@cache
def ship_sql() -> Path:
    """Compile the toy pipeline's SQL into a directory that exists as long as this process."""
    directory, graph, content = Path(tempfile.mkdtemp()), shop_graph(), ContentDigests()
    atexit.register(shutil.rmtree, directory, ignore_errors=True)
    expressions = Expressions(graph)
    (directory / DuckDB.dialect).mkdir()
    for name, definition in graph.tables.items():
        parts = {
            each.part: (key_of(each, content), compiled(each.build(), DuckDB.dialect))
            for each in expressions.of(definition)
        }
        (directory / DuckDB.dialect / f"{name}.sql").write_text(shipped_text(parts))
    return directory


def sold(item: str, after_days: int, count: Any, stock: Any = 1_000) -> dict[str, Any]:
    """Return one row of a payload."""
    on = FIRST + timedelta(after_days)
    return {"item": item, "day": on.isoformat(), "sold": count, "stock": stock}


def many(days: int) -> list[dict[str, Any]]:
    """Return rows of several items over several days."""
    return [
        sold(item, day, (7 * day + 3 * place) % 11)
        for day in range(days)
        for place, item in enumerate(("apple", "bread", "cheese"))
    ]


def answer(rows: Iterable[Mapping[str, Any]], request: str = "all") -> Payload:
    """Return a payload that answers a request with rows."""
    return raw_answer(json.dumps({"rows": list(rows)}).encode(), request)


def raw_answer(body: bytes, request: str = "all") -> Payload:
    """Return a payload with any body."""
    return Payload(
        "shop", "sales", {"What": request}, body, datetime(2024, 2, 1, tzinfo=UTC), request
    )


@dataclass
class Shop:
    """A home of the toy pipeline; each method opens it again, as a new process would."""

    directory: Path
    graph: Graph
    catalog_url: str = ""
    lease_seconds: float = 5.0
    engine: str = "duckdb"
    storage_url: str = ""

    @property
    def home(self) -> Home:
        """Return the shop's home."""
        return Home(
            self.directory,
            threads=2,
            catalog_url=self.catalog_url,
            lease_seconds=self.lease_seconds,
            engine=self.engine,
            storage_url=self.storage_url,
        )

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open a session on the home, whether or not anything was ingested."""
        with self.home.opened() as workspace:
            yield Session(self.graph, workspace)

    def land(self, *payloads: Payload) -> None:
        """Land payloads."""
        with self.home.writing() as workspace:
            workspace.landing.land(payloads)

    def run(self, first: int | None = None, last: int | None = None, **options: Any) -> RunReport:
        """Run all dates, or a range of days."""
        dates = None
        if first is not None and last is not None:
            dates = DateRange(FIRST + timedelta(first), FIRST + timedelta(last))
        with self.home.writing() as workspace:
            running = Run(self.graph, workspace, **options)
            report = running.execute(dates)
            self._refuse_left_over(workspace, running, dates, report)
            return report

    def _refuse_left_over(
        self, workspace: Workspace, running: Run, dates: DateRange | None, report: RunReport
    ) -> None:
        """Plan again after a run that left nothing to do, and assert that the plan is empty."""
        calendar = running.state.calendar
        if not report.left_nothing_to_do or not calendar:
            return
        whole = dates or DateRange(min(calendar), max(calendar))
        with _fingerprints_are(running.state.fingerprints):  # those of the code in the run
            state = load_state(self.graph, workspace)
        left = {s.table: s.summary() for s in plan(state, whole)}
        assert left == {}, f"a run that leaves nothing to do left {left}"

    def state(self) -> State:
        """Return the state that a plan is made from."""
        with self.session() as session:
            return load_state(self.graph, session.workspace, session.ledger)

    def hashes(self) -> dict[str, str]:
        """Return the content hash of each table."""
        with self.session() as session:
            return {name: session.contents(name).digest for name in self.graph.tables}

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Query the tables."""
        with self.session() as session:
            return session.query(sql)

    def catalog(self, sql: str) -> list[tuple[Any, ...]]:
        """Query the catalog."""
        with self.session() as session:
            return session.workspace.catalog.query(sql)

    def quarantine(self) -> list[tuple[Any, ...]]:
        """Return the rows in quarantine: (table, rule, column, value)."""
        with self.session() as session:
            rows = quality.quarantined(session.ledger, self.state().considered())
        return sorted(
            (row["table_name"], row["rule"], row["column_name"], row["value"]) for row in rows
        )

    def unaccounted(self, table: str = "sale") -> int | None:
        """Return the number of payload rows neither in the table nor in quarantine."""
        return payload_rows(self.state(), table)[1]

    def days(self, table: str) -> Sequence[int]:
        """Return the days with rows of a table, counted from ``FIRST``."""
        return [(day - FIRST).days for day in self.state().contents[table].days]


@contextmanager
def _fingerprints_are(known: Mapping[str, str]) -> Iterator[None]:
    """Use known fingerprints when a state is loaded, as computing them takes long."""
    module: Any = state_module
    original = module.fingerprints
    module.fingerprints = lambda *_: dict(known)
    try:
        yield
    finally:
        module.fingerprints = original


def run_patiently(shop: Shop, days: int, *, seconds: float) -> None:
    """Land and run as soon as the lease allows it, within a number of seconds."""
    until = time.monotonic() + seconds
    while True:
        try:
            shop.land(answer(many(days)))
            assert shop.run().problems == []
            return
        except RunInProgress:
            assert time.monotonic() < until, "the lease never ended"
            time.sleep(0.1)


def shop_with_a_fact(directory: Path, slate: bytes) -> Shop:
    """Return a shop with a live slate and a withdrawn payload, after a run."""
    shop = Shop(directory, shop_graph())
    fact = replace(raw_answer(slate, "one"), source="tipoff", resource="live_slate")
    shop.land(answer(many(4), "early"), answer([sold("dates", 6, 3)], "late"), fact)
    shop.land(answer([sold("apple", 9, 9)], "wrong"))
    with shop.home.writing() as workspace:
        workspace.landing.withdraw(4)
    shop.run()
    return shop


def done(report: RunReport) -> dict[str, int]:
    """Return the number of dates and payloads that each table processed."""
    return {t.table: t.days + t.payloads for t in report.tables if t.days or t.payloads}
