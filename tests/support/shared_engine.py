"""Fast start of engines: each has its own database in a shared DuckDB instance."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PLENTY = 10**9
"""Bytes: an engine with a lower limit gets its own instance, as tests of memory need."""
UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9}
INSTANCE_SETTINGS = ("threads", "preserve_insertion_order")
"""Settings that are fixed when an instance starts."""
CACHE_METADATA = "SET parquet_metadata_cache = true"


class OwnDatabase:
    """A connection to an instance, with its own database that is dropped when it is closed."""

    def __init__(self, instance: duckdb.DuckDBPyConnection, name: str) -> None:
        self._connection, self._name = instance.cursor(), name
        self._connection.execute(f"ATTACH ':memory:' AS {name}; USE {name}")

    def execute(self, sql: str, *parameters: Any) -> Any:
        """Run a statement, but do not turn on the cache of Parquet metadata.

        It would be shared by all later engines, and tests damage files that an earlier engine has
        read.
        """
        if sql == CACHE_METADATA:
            return self._connection
        return self._connection.execute(sql, *parameters)

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the connection."""
        return getattr(self._connection, name)

    def close(self) -> None:
        """Drop the database, and close the connection."""
        self._connection.execute(f"USE memory; DETACH {self._name}")
        self._connection.close()


class SharedInstances:
    """Instances of DuckDB, one for each combination of ``INSTANCE_SETTINGS``.

    Starting an instance takes 20 ms, which is most of the time of many tests. Objects of an engine,
    and its settings other than memory and threads, belong to its own connection or database.
    """

    def __init__(self) -> None:
        self._start = duckdb.connect
        self._numbers = count()
        self._instances: dict[tuple[Any, ...], duckdb.DuckDBPyConnection] = {}

    def connect(self, database: str = ":memory:", **options: Any) -> Any:
        """Return a connection to an empty database, like ``duckdb.connect``."""
        config = options.get("config") or {}
        if database != ":memory:" or _bytes(config.get("memory_limit", "")) < PLENTY:
            return self._start(database, **options)
        key = tuple(config.get(name) for name in INSTANCE_SETTINGS)
        if key not in self._instances:
            self._instances[key] = self._start(
                config={n: config[n] for n in INSTANCE_SETTINGS if n in config}
            )
        return OwnDatabase(self._instances[key], f"engine{next(self._numbers)}")


def _bytes(limit: str) -> float:
    unit = limit[-2:]
    return float(limit[:-2]) * UNITS[unit] if unit in UNITS else 0.0


@contextmanager
def shared_instances() -> Iterator[None]:
    """Let engines share instances inside the context."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(duckdb, "connect", SharedInstances().connect)
        yield
