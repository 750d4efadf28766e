"""A source that keeps failing is skipped, and probed from time to time."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.kernel.catalog import SQLiteCatalog
from tipoff.operations.breakers import (
    MAX_FAILURES,
    MAX_REST,
    SOURCE,
    Breaker,
    BreakerState,
    BreakerStore,
    breakers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tipoff.kernel.catalog import Catalog

NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    with closing(SQLiteCatalog(tmp_path / "catalog.sqlite")) as opened:
        yield opened


def _failed(catalog: Catalog, times: int, now: datetime = NOW) -> Breaker:
    store = BreakerStore(catalog)
    for _ in range(times):
        store.record(SOURCE, "odds", "answered 500", now)
    return store.breaker(SOURCE, "odds")


def test_a_breaker_opens_at_the_fourth_failure_in_a_row(catalog: Catalog) -> None:
    assert _failed(catalog, MAX_FAILURES - 1).state(NOW) is BreakerState.CLOSED
    opened = _failed(catalog, 1)
    assert opened.state(NOW) is BreakerState.OPEN
    assert opened.why_open() == (
        "left alone after 4 failures in a row: answered 500; tried again from 15:30 UTC on"
    )


def test_a_probe_that_succeeds_closes_it(catalog: Catalog) -> None:
    opened = _failed(catalog, MAX_FAILURES)
    assert opened.state(NOW + HALF_HOUR) is BreakerState.HALF_OPEN
    BreakerStore(catalog).record(SOURCE, "odds", "", NOW + HALF_HOUR)
    assert breakers(catalog) == []
    assert BreakerStore(catalog).breaker(SOURCE, "odds").state(NOW) is BreakerState.CLOSED


def test_a_probe_that_fails_opens_it_for_twice_as_long(catalog: Catalog) -> None:
    opened = _failed(catalog, MAX_FAILURES + 1)
    assert opened.probe_at == NOW + 2 * HALF_HOUR
    assert _failed(catalog, 30).probe_at == NOW + MAX_REST


def test_a_success_forgets_the_failures_before_it(catalog: Catalog) -> None:
    _failed(catalog, MAX_FAILURES - 1)
    BreakerStore(catalog).record(SOURCE, "odds", "", NOW)
    assert _failed(catalog, 1).failures == 1


@pytest.mark.parametrize(
    ("column", "value"), [("failures", "many"), ("failures", -1), ("failed_at", "soon")]
)
def test_a_state_that_cannot_be_read_is_open(catalog: Catalog, column: str, value: object) -> None:
    _failed(catalog, 1)
    catalog.query(f"UPDATE breaker SET {column} = ?", [value])
    (breaker,) = breakers(catalog)
    assert breaker.state(NOW + timedelta(days=400)) is BreakerState.OPEN
    assert breaker.why_open().startswith("the state of its breaker cannot be read")


def test_without_its_table_every_breaker_is_open(catalog: Catalog) -> None:
    catalog.query("DROP TABLE breaker")
    assert BreakerStore(catalog).breaker(SOURCE, "odds").state(NOW) is BreakerState.OPEN


@given(st.integers(0, 40), st.integers(0, 2_000))
def test_it_is_never_open_for_longer_than_its_longest_rest(failures: int, minutes: int) -> None:
    breaker = Breaker("source odds", failures, NOW if failures else None)
    state = breaker.state(NOW + timedelta(minutes=minutes))
    if failures < MAX_FAILURES:
        assert state is BreakerState.CLOSED
    elif timedelta(minutes=minutes) >= MAX_REST:
        assert state is BreakerState.HALF_OPEN
    elif minutes < 30:
        assert state is BreakerState.OPEN
