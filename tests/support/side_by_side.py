"""A table of the toy shop with a piece of work for each item, which records the process."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa

from support.toy_shop import Forecast, daily_total, recent_mean, sale, sales
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.table import table
from tipoff.kernel.workers import SERIAL_WORKERS

if TYPE_CHECKING:
    from tipoff.kernel.declare.annotations import Frame, Workers


@dataclass(frozen=True)
class ItemJob:
    """One row to forecast."""

    name: str
    mean: float


def process_of(job: ItemJob) -> int:
    """Return the id of the process that does the job."""
    assert job.mean >= 0
    return os.getpid()


@table(schema=Forecast, may_be_empty="at first")
def forecast(recent_mean: Frame, workers: Workers = SERIAL_WORKERS) -> Frame:
    """Return for each item the id of the process that did its work."""
    rows = recent_mean.to_pylist()
    processes = workers.run([ItemJob(row["item"], row["mean"]) for row in rows], process_of)
    named = recent_mean.rename_columns(["item", "sold_on", "forecast"])
    return named.set_column(2, "forecast", pa.array(processes, pa.float64()))


def side_by_side_graph() -> Graph:
    """Return the toy pipeline with that forecast."""
    return Graph.of([sales, sale, daily_total, recent_mean, forecast])
