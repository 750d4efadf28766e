"""Engines that start at once: each has a database of its own in an instance that stays."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PLENTY = 10**9
"""Bytes: an engine that may use less is started as it is set, as a test of memory wants it to."""
UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9}
KEPT = ("threads", "preserve_insertion_order")
"""The settings that an instance is started with."""
REMEMBERS = "SET parquet_metadata_cache = true"


class OwnDatabase:
    """A connection to an instance, with a database that goes when it is closed."""

    def __init__(self, instance: duckdb.DuckDBPyConnection, name: str) -> None:
        self._connection, self._name = instance.cursor(), name
        self._connection.execute(f"ATTACH ':memory:' AS {name}; USE {name}")

    def execute(self, sql: str, *parameters: Any) -> Any:
        """Run a statement, but do not remember what files hold.

        The instance would remember it for all engines to come, and some find a file damaged that
        an earlier one has read.
        """
        if sql == REMEMBERS:
            return self._connection
        return self._connection.execute(sql, *parameters)

    def __getattr__(self, name: str) -> Any:
        """Do all else as the connection does."""
        return getattr(self._connection, name)

    def close(self) -> None:
        """Drop the database, and close the connection."""
        self._connection.execute(f"USE memory; DETACH {self._name}")
        self._connection.close()


class SharedInstances:
    """Instances of DuckDB, one for each set of settings.

    To start one takes 20 ms, most of what many a test does. What an engine makes, and what it is
    set to but for memory and threads, is its own connection's or its own database's.
    """

    def __init__(self) -> None:
        self._start = duckdb.connect
        self._numbers = count()
        self._instances: dict[tuple[Any, ...], duckdb.DuckDBPyConnection] = {}

    def connect(self, database: str = ":memory:", **options: Any) -> Any:
        """Return a connection to an empty database, as DuckDB does."""
        config = options.get("config") or {}
        if database != ":memory:" or _bytes(config.get("memory_limit", "")) < PLENTY:
            return self._start(database, **options)
        key = tuple(config.get(name) for name in KEPT)
        if key not in self._instances:
            self._instances[key] = self._start(config={n: config[n] for n in KEPT if n in config})
        return OwnDatabase(self._instances[key], f"engine{next(self._numbers)}")


def _bytes(limit: str) -> float:
    unit = limit[-2:]
    return float(limit[:-2]) * UNITS[unit] if unit in UNITS else 0.0


@contextmanager
def shared_instances() -> Iterator[None]:
    """Let engines share instances while inside."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", SharedInstances().connect)
        yield
