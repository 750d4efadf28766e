"""Which tests reach which lines of some modules, and how long each takes: a pytest plugin."""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

IMPORT = "import"
"""Who reaches what runs when a module is imported, before any test does."""


@dataclass
class Reach:
    """Traces every test, and keeps those that pass."""

    files: Collection[str]
    """The modules' paths."""
    lines: dict[tuple[str, int], set[str]] = field(default_factory=lambda: defaultdict(set))
    """The tests that reach a line."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each test that passed took."""

    def tests(self, file: str, line: int) -> list[str]:
        """Return the tests that reach a line, the fastest first.

        What runs at import is reached by whatever reaches anything of the module. Of an expression
        of several lines Python may tell the first alone.
        """
        known = (self.lines[file, n] for n in range(line, 0, -1) if (file, n) in self.lines)
        reached = next(known, set())
        if IMPORT in reached:
            reached = set().union(*(t for (f, _), t in self.lines.items() if f == file))
        return sorted(reached & self.seconds.keys(), key=lambda test: (self.seconds[test], test))

    def to_json(self) -> str:
        """Return what was seen as JSON."""
        lines = [[file, line, sorted(tests)] for (file, line), tests in self.lines.items()]
        return json.dumps({"lines": lines, "seconds": self.seconds})

    @classmethod
    def from_json(cls, files: Collection[str], text: str) -> Reach:
        """Return what another process saw."""
        seen = json.loads(text)
        found = cls(files, seconds=seen["seconds"])
        found.lines.update({(file, line): set(tests) for file, line, tests in seen["lines"]})
        return found

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self) -> Iterator[None]:
        """Trace what is imported."""
        yield from self._traced(IMPORT)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        """Trace a test's fixtures."""
        yield from self._traced(item.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        """Trace a test."""
        started = time.perf_counter()
        self.seconds[item.nodeid] = 0.0
        yield from self._traced(item.nodeid)
        if item.nodeid in self.seconds:
            self.seconds[item.nodeid] = time.perf_counter() - started

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Leave out a test that does not pass: it can notice nothing."""
        if not report.passed:
            self.seconds.pop(report.nodeid, None)

    def _traced(self, test: str) -> Iterator[None]:
        def local(frame: Any, event: str, _argument: Any) -> Any:
            if event == "line":
                self.lines[frame.f_code.co_filename, frame.f_lineno].add(test)
            return local

        def trace(frame: Any, _event: str, _argument: Any) -> Any:
            if frame.f_code.co_filename not in self.files:
                return None
            self.lines[frame.f_code.co_filename, frame.f_lineno].add(test)
            return local

        threading.settrace(trace)
        sys.settrace(trace)
        try:
            yield
        finally:
            sys.settrace(None)
            threading.settrace(None)
