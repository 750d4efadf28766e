"""Measurement of the lines that each test reaches in some modules, and of each test's time."""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pytest
from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

IMPORT = ""
"""The context of lines that run when a module is imported, outside of any test."""


@dataclass(frozen=True)
class Reach:
    """The lines that passing tests reach; failing tests cannot notice a fault."""

    lines: dict[str, dict[int, list[str]]]
    """The tests that reach each line, by path and line of the module."""
    seconds: dict[str, float]
    """The time of each test in seconds, without its fixtures."""

    def tests(self, file: str, line: int) -> list[str]:
        """Return the tests that reach a line, fastest first.

        For a line that runs at import, tests that reach anything in the module follow, or all tests
        if nothing else in the module runs. The line may be inside an expression of several lines,
        for which coverage may record only the first, so the last recorded line up to it counts.
        """
        lines = self.lines.get(file, {})
        recorded = max((number for number in lines if number <= line), default=0)
        reached = set(lines.get(recorded, ()))
        others = set().union(*lines.values()) if IMPORT in reached else set()
        if others == {IMPORT}:
            others = {*self.seconds}
        return [*self._ordered(reached), *self._ordered(others - reached)]

    def _ordered(self, tests: set[str]) -> list[str]:
        return sorted(tests & self.seconds.keys(), key=lambda test: (self.seconds[test], test))

    def to_json(self) -> str:
        """Return the reach as JSON."""
        return json.dumps([self.lines, self.seconds])

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the reach from its JSON."""
        lines, seconds = json.loads(text)
        return cls({f: {int(n): t for n, t in of.items()} for f, of in lines.items()}, seconds)


class Tracer:
    """A pytest plugin that traces imports and every test of a session."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files
        self._coverage = Coverage(data_file=None, config_file=False, include=files, messages=False)
        self._context = IMPORT
        self._users: dict[str, set[str]] = defaultdict(set)
        """The tests that use a fixture."""
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()
        self._coverage.start()

    def reach(self) -> Reach:
        """Stop tracing, and return the reach."""
        self._coverage.stop()
        lines = {}
        for file in self._files:
            recorded = self._coverage.get_data().contexts_by_lineno(file)
            lines[file] = {line: self._tests(contexts) for line, contexts in recorded.items()}
        return Reach(lines, {t: s for t, s in self._seconds.items() if t not in self._failed})

    def _tests(self, contexts: Iterable[str]) -> list[str]:
        """Return the tests of some contexts; a shared fixture counts as all tests that use it."""
        return sorted({test for each in contexts for test in self._users.get(each, {each})})

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Record the tests that use each fixture."""
        for item in session.items:
            for name in item.fixturenames if isinstance(item, pytest.Function) else ():
                self._users[_shared(name)].add(item.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Trace a test."""
        with self._within(item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Trace a fixture; what a shared fixture reaches counts for every test that uses it."""
        own = fixturedef.scope == "function"
        with self._within(self._context if own else _shared(fixturedef.argname)):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Record the time of a test, or that it failed."""
        if not report.passed:
            self._failed.add(report.nodeid)
        elif report.when == "call":
            self._seconds[report.nodeid] = report.duration

    @contextmanager
    def _within(self, context: str) -> Iterator[None]:
        before, self._context = self._context, context
        self._coverage.switch_context(context)
        try:
            yield
        finally:
            self._context = before
            self._coverage.switch_context(before)


def _shared(fixture: str) -> str:
    return f"fixture {fixture}"
