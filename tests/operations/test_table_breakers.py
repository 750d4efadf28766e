"""A table that keeps failing in the same way is skipped for a while, then tried again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from support.toy_shop import Shop, answer, many, shop_graph, sold
from tipoff.kernel.errors import Blocked, OutOfMemory, TipoffError
from tipoff.kernel.run import commit
from tipoff.operations.breakers import FIRST_REST, MAX_FAILURES, TABLE, BreakerStore, breakers
from tipoff.operations.table_breakers import TableBreakers, is_permanent

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.run.report import RunReport, TableReport
    from tipoff.operations.breakers import Breaker

NOW = datetime(2026, 11, 27, 15, tzinfo=UTC)
FAULTY = "forecast"


class Faulty:
    """The table that fails, how often it was computed, and whether it still fails."""

    computed = 0
    fails = True


@pytest.fixture
def fault() -> Faulty:
    return Faulty()


@pytest.fixture
def shop(tmp_path: Path, fault: Faulty, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop whose last table fails as by a fault of its code."""
    whole = commit.commit_days

    def commit_days(bench: Any, state: Any, definition: Any, days: Any) -> Any:
        if definition.name == FAULTY:
            fault.computed += 1
            if fault.fails:
                raise ZeroDivisionError("there is a fault in the code")
        return whole(bench, state, definition, days)

    monkeypatch.setattr(commit, "commit_days", commit_days)
    new_shop = Shop(tmp_path / "shop", shop_graph())
    new_shop.land(answer(many(6)))
    return new_shop


def _pass(shop: Shop, now: datetime = NOW) -> RunReport:
    """Run as a pass of the unattended day does."""
    with shop.home.opened() as workspace:
        tables = TableBreakers(BreakerStore(workspace.catalog), now)
        report = shop.run(why_left_alone=tables.why_left_alone)
        tables.record(report.tables)
        return report


def _of(report: RunReport) -> TableReport:
    return next(each for each in report.tables if each.table == FAULTY)


def _opened(shop: Shop) -> None:
    for _ in range(MAX_FAILURES):
        assert not _of(_pass(shop)).was_left_alone


def test_a_table_that_fails_the_same_way_is_left_alone_with_its_reason(
    shop: Shop, fault: Faulty
) -> None:
    _opened(shop)
    left = _pass(shop)
    assert (fault.computed, _of(left).was_left_alone) == (MAX_FAILURES, True)
    assert left.exit_code == Blocked.exit_code
    (problem,) = left.problems
    assert problem.startswith(f"{FAULTY}: left alone after {MAX_FAILURES} failures in a row:")
    assert "there is a fault in the code" in problem
    assert "tried again from 15:30 UTC on" in problem
    assert [each.failures for each in breakers_of(shop)] == [MAX_FAILURES], "it is no failure more"


def breakers_of(shop: Shop) -> list[Breaker]:
    with shop.home.opened() as workspace:
        return breakers(workspace.catalog)


def test_new_inputs_are_tried_at_once(shop: Shop, fault: Faulty) -> None:
    _opened(shop)
    shop.land(answer([sold("dates", 3, 3)], "more"))
    assert not _of(_pass(shop)).was_left_alone
    assert fault.computed == MAX_FAILURES + 1
    (breaker,) = breakers_of(shop)
    assert breaker.failures == 1, "failures on other inputs are counted anew"


def test_a_probe_after_a_rest_closes_it_once_it_succeeds(shop: Shop, fault: Faulty) -> None:
    _opened(shop)
    fault.fails = False
    assert _of(_pass(shop)).was_left_alone
    assert _pass(shop, NOW + FIRST_REST).problems == []
    assert breakers_of(shop) == []


def test_a_run_by_hand_tries_every_table_and_what_it_cured_is_closed(
    shop: Shop, fault: Faulty
) -> None:
    _opened(shop)
    fault.fails = False
    assert shop.run().problems == []
    assert _pass(shop).problems == []
    assert breakers_of(shop) == []


def test_a_state_that_cannot_be_read_is_open(shop: Shop, fault: Faulty) -> None:
    _pass(shop)
    with shop.home.opened() as workspace:
        workspace.catalog.query(
            "UPDATE breaker SET failures = 'many' WHERE name = ?", [f"{TABLE} {FAULTY}"]
        )
    left = _of(_pass(shop, NOW + timedelta(days=9)))
    assert "cannot be read" in str(left.failure)
    assert fault.computed == 1


def _raised(cause: Exception) -> TipoffError:
    failure = TipoffError("a table failed")
    failure.__cause__ = cause
    return failure


@pytest.mark.parametrize(
    ("failure", "counts"),
    [
        (Blocked("a check fails"), True),
        (_raised(ZeroDivisionError()), True),
        (_raised(OSError("the disk")), False),
        (OutOfMemory("does not fit"), False),
        (TipoffError("no space left"), False),
    ],
)
def test_what_time_or_room_can_cure_is_not_counted(failure: TipoffError, counts: bool) -> None:
    assert is_permanent(failure) is counts
