"""More tables for the toy shop: one with a row per month, and a stream that the pipeline writes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow as pa

from support.toy_shop import Shop, daily_total, forecast, recent_mean, sale, sales
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.inputs import past
from tipoff.kernel.declare.payload import Payload
from tipoff.kernel.declare.schema import Schema, day, integer, number, text
from tipoff.kernel.declare.stream import Columns, stream, writer
from tipoff.kernel.declare.table import table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Dates, Frame, Landed, Table

LOOK_BACK = 60
MONTH_COLUMNS = [("sold_on", pa.date32()), ("sold_before", pa.int64()), ("mean", pa.float64())]


class MonthStart(Schema):
    """One month."""

    sold_on = day(key=True, partition=True)
    sold_before = integer(nullable=True)
    mean = number(nullable=True)


@table(schema=MonthStart, reads={"sale": past(LOOK_BACK)}, every="month")
def month_start(sale: Frame, days: Dates) -> Frame:
    """Return the sales over the days before each month's first date."""
    sold = list(zip(sale["sold_on"].to_pylist(), sale["sold"].to_pylist(), strict=True))
    rows = [_month(on, [n for earlier, n in sold if earlier < on]) for on in days]
    return pa.Table.from_pylist(rows, pa.schema(MONTH_COLUMNS))


def _month(on: date, sold: list[int]) -> dict[str, Any]:
    mean = sum(sold) / len(sold) if sold else None
    return {"sold_on": on, "sold_before": sum(sold) if sold else None, "mean": mean}


def monthly_shop(directory: Path) -> Shop:
    """Return a shop with the toy pipeline and a monthly table."""
    members = (sales, sale, daily_total, recent_mean, forecast, month_start)
    return Shop(directory, Graph.of(members))


ORDERS_FROM_HOUR = 6
"""The hour from which the order of a day is due."""


def next_order(inputs: Mapping[str, pa.Table], now: datetime) -> datetime | None:
    """Return the hour at which the next order falls due."""
    days = inputs["daily_total"]["sold_on"].to_pylist()
    hours = [datetime(d.year, d.month, d.day, ORDERS_FROM_HOUR, tzinfo=UTC) for d in days]
    return min((hour for hour in hours if hour > now), default=None)


@writer(written="order", reads={"recent_mean": past(1)}, next_due=next_order)
def place_order(
    daily_total: Frame,
    recent_mean: Frame,
    written: pa.Table,
    previous: Payload | None,
    now: datetime,
) -> Payload | None:
    """Place one order for each coming date, from the morning on."""
    done = set(written["ordered_on"].to_pylist())
    due = [d for d in daily_total["sold_on"].to_pylist() if d == now.date() and d not in done]
    if not due or now.hour < ORDERS_FROM_HOUR:
        return None
    rows = [{"on": str(on), "rows_seen": recent_mean.num_rows} for on in due]
    body = orjson.dumps(rows)
    return Payload("tipoff", "orders", {"Date": str(now.date())}, body, now, "order")


@stream(
    resource="orders",
    columns={"on": "date", "rows_seen": "int64"},
    key=("on",),
    writer=place_order,
)
def orders(payload: Payload) -> Columns:
    """Parse orders from JSON objects."""
    rows = orjson.loads(payload.body)
    return {
        "on": [date.fromisoformat(row["on"]) for row in rows],
        "rows_seen": [row["rows_seen"] for row in rows],
    }


class Order(Schema):
    """The order of one day."""

    payload = integer(provenance=True)
    item = text(key=True)
    ordered_on = day(key=True, partition=True)
    rows_seen = integer()


@table(schema=Order, may_be_empty=True)
def order(orders: Landed) -> Table:
    """Return the orders as placed."""
    import ibis

    return orders.select(
        "payload", "rows_seen", item=ibis.literal("all"), ordered_on=orders.on.cast("date")
    )
