"""Which tests reach which lines of some modules, and how long each takes."""

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
"""Who reaches what runs when a module is imported, before any test does."""


@dataclass(frozen=True)
class Reach:
    """What the tests reach that pass: one that does not can notice nothing."""

    lines: dict[str, dict[int, list[str]]]
    """For each module's path, the tests that reach a line."""
    seconds: dict[str, float]
    """How long each test takes, without its fixtures."""

    def tests(self, file: str, line: int) -> list[str]:
        """Return the tests that reach a line, the fastest first.

        What runs at import is reached by whatever reaches anything of the module, after those that
        reach the line itself; by all tests, if nothing else of the module runs. Of an expression of
        several lines Python may tell the first alone.
        """
        lines = self.lines.get(file, {})
        told = max((number for number in lines if number <= line), default=0)
        reached = set(lines.get(told, ()))
        others = set().union(*lines.values()) if IMPORT in reached else set()
        if others == {IMPORT}:
            others = {*self.seconds}
        return [*self._ordered(reached), *self._ordered(others - reached)]

    def _ordered(self, tests: set[str]) -> list[str]:
        return sorted(tests & self.seconds.keys(), key=lambda test: (self.seconds[test], test))

    def to_json(self) -> str:
        """Return it as JSON."""
        return json.dumps([self.lines, self.seconds])

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what another process saw."""
        lines, seconds = json.loads(text)
        return cls({f: {int(n): t for n, t in of.items()} for f, of in lines.items()}, seconds)


class Tracer:
    """Follows every test of a session, and what is imported before: a pytest plugin."""

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
        """Return what was seen, and see no more."""
        self._coverage.stop()
        lines = {}
        for file in self._files:
            found = self._coverage.get_data().contexts_by_lineno(file)
            lines[file] = {line: self._tests(contexts) for line, contexts in found.items()}
        return Reach(lines, {t: s for t, s in self._seconds.items() if t not in self._failed})

    def _tests(self, contexts: Iterable[str]) -> list[str]:
        """Return the tests, and in the place of fixtures those that use them."""
        return sorted({test for each in contexts for test in self._users.get(each, {each})})

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note who uses which fixture."""
        for item in session.items:
            for name in item.fixturenames if isinstance(item, pytest.Function) else ():
                self._users[_shared(name)].add(item.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Follow a test."""
        with self._within(item.nodeid):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """Follow what is made once for several tests as what each of them reaches."""
        own = fixturedef.scope == "function"
        with self._within(self._context if own else _shared(fixturedef.argname)):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a test took, or that it does not pass."""
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
