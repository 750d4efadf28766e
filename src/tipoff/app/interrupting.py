"""The open engines of this process, so that another thread can interrupt their queries.

They are registered here rather than in the engine's own module because that module's code is part
of every table's fingerprint.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from tipoff.engines.duckdb import DuckDB

_open: WeakSet[DuckDB] = WeakSet()


def interruptible(engine: DuckDB) -> DuckDB:
    """Register an engine for ``interrupt_queries``, and return it."""
    _open.add(engine)
    return engine


def interrupt_queries() -> None:
    """Interrupt all running queries, each of which fails with an error; any thread may call it."""
    for engine in list(_open):
        import duckdb

        with suppress(duckdb.ConnectionException):  # closed meanwhile
            engine.connection.interrupt()
