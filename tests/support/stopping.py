"""Simulated ends of a process at a chosen operation."""

from __future__ import annotations

import inspect
import io
import os
import sqlite3
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tipoff.engines.duckdb import DuckDB

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["engine", "catalog", "files"]
OPERATIONS: dict[Kind, tuple[tuple[Any, str], ...]] = {
    "engine": ((DuckDB, "query"), (DuckDB, "arrow"), (DuckDB, "load")),
    "catalog": (),
    "files": (
        (os, "fsync"),
        (os, "open"),
        (Path, "mkdir"),
        (Path, "open"),
        (Path, "replace"),
        (Path, "unlink"),
    ),
}


class Stopped(BaseException):
    """Simulates the end of the process; nothing catches it."""


class Countdown:
    """A counter of points before and after each operation, which stops at one of them."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.counted = 0
        self._stop_at = stop_at
        self._points: dict[str, list[int]] = {}

    def tick(self) -> None:
        """Count a point.

        Raises:
            Stopped: it is the point to stop at.
        """
        self.counted += 1
        if self.counted % 2:  # the point after an operation equals the one before the next
            self._points.setdefault(_caller(), []).append(self.counted)
        if self.counted == self._stop_at:
            raise Stopped

    @property
    def one_of_each(self) -> list[int]:
        """Return one point before an operation of each calling function, and the last point."""
        early_or_late = [points[-(n % 2)] for n, points in enumerate(self._points.values())]
        return sorted({*early_or_late, self.counted})


WRAPPERS = (("catalog", "connection.py"), ("catalog", "sqlite.py"))
"""Modules of the kernel that all statements pass through."""


def _caller() -> str:
    """Return the function of the package that calls an operation, ignoring the wrappers."""
    frame = inspect.currentframe()
    while frame is not None:
        path, name = Path(frame.f_code.co_filename), frame.f_code.co_qualname
        if "tipoff" in path.parts and path.parts[-2:] not in WRAPPERS:
            return f"{path.stem} {name}"
        frame = frame.f_back
    return "elsewhere"


@contextmanager
def stopping(kind: Kind, stop_at: int | None = None) -> Iterator[Countdown]:
    """Count operations of one kind inside the context, and stop at one if given."""
    countdown = Countdown(stop_at)
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in OPERATIONS[kind]:
            patch.setattr(owner, name, _counted(getattr(owner, name), countdown))
        if kind == "catalog":
            patch.setattr(sqlite3, "connect", _connecting(countdown))
        yield countdown


def _counted(operation: Callable[..., Any], countdown: Countdown) -> Callable[..., Any]:
    @wraps(operation)
    def counted(*args: Any, **kwargs: Any) -> Any:
        countdown.tick()
        result = operation(*args, **kwargs)
        try:
            countdown.tick()
        except Stopped:
            if isinstance(result, io.IOBase):
                result.close()  # nobody else closes it
            raise
        return result

    return counted


def _connecting(countdown: Countdown) -> Callable[..., sqlite3.Connection]:
    """Return a connect function whose connections count all statements except ROLLBACK."""

    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            if sql == "ROLLBACK":
                return super().execute(sql)
            counted: sqlite3.Cursor = _counted(super().execute, countdown)(sql, *args)
            return counted

        def executemany(self, sql: str, rows: Any) -> sqlite3.Cursor:
            counted: sqlite3.Cursor = _counted(super().executemany, countdown)(sql, rows)
            return counted

    connect = sqlite3.connect
    return lambda *args, **kwargs: connect(*args, **kwargs, factory=Connection)
