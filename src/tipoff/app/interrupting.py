"""The engines that are open in this process, so that another thread can end what they are at.

It is not the engine's own module that keeps them: its code is part of what a table's fingerprint
covers, and what is open while a process runs is not.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from tipoff.engines.duckdb import DuckDB

_open: WeakSet[DuckDB] = WeakSet()


def interruptible(engine: DuckDB) -> DuckDB:
    """Let ``interrupt_queries`` reach an engine, and return it."""
    _open.add(engine)
    return engine


def interrupt_queries() -> None:
    """End the queries that are under way, each with an error; any thread may ask for it."""
    for engine in list(_open):
        import duckdb

        with suppress(duckdb.ConnectionException):  # it is closed
            engine.connection.interrupt()
