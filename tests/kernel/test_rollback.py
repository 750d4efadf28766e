"""Rollback is a new run whose state is an earlier one's, and can be rolled back itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from support.homes import NO_RETENTION, damage, head, undo, unnamed, withdraw
from support.stopping import Stopped, stopping
from support.toy_shop import DailyTotal, Shop, answer, many, sale, sales, sold
from tipoff.kernel.catalog import quality
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.declare.table import table
from tipoff.kernel.errors import UsageError
from tipoff.kernel.run.retention import Retention

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.annotations import Table


@dataclass(frozen=True)
class Seen:
    """A shop as a reader sees it."""

    hashes: dict[str, str]
    quarantine: list[tuple[Any, ...]]
    checks: list[tuple[str, str, int, int, bool]]
    unaccounted: int | None


def seen(shop: Shop) -> Seen:
    """Look at the shop."""
    with shop.home.reading(shop.graph) as session:
        checks = quality.check_results(session.ledger)
    return Seen(shop.hashes(), shop.quarantine(), checks, shop.unaccounted())


def adds_up(sale: Table, checked_total: Table) -> Table:
    """A day's total is the sum of what its items sold."""
    summed = sale.group_by("sold_on").aggregate(summed=sale.sold.sum())
    both = checked_total.join(summed, "sold_on")
    return both.select("sold_on", holds=both.total == both.summed)


@table(schema=DailyTotal, checks=[adds_up])
def checked_total(sale: Table) -> Table:
    """Sum a day's sales."""
    return sale.group_by("sold_on").aggregate(total=sale.sold.sum())


@pytest.fixture
def states(tmp_path: Path) -> tuple[Shop, list[Seen]]:
    """A shop with three runs that each changed something, and what readers saw after each."""
    shop = Shop(tmp_path / "shop", Graph.of([sales, sale, checked_total]))
    states_seen = []
    for rows in (
        many(4),
        [*many(3), sold("dates", 4, 5), sold("bread", 4, -5)],
        [*many(5), sold("poison", 3, 1)],
    ):
        shop.land(answer(rows))
        shop.run()
        states_seen.append(seen(shop))
    return shop, states_seen


def test_a_rollback_puts_content_quarantine_and_checks_back(
    states: tuple[Shop, list[Seen]],
) -> None:
    shop, states_seen = states
    assert states_seen[0] != states_seen[1] != states_seen[2]
    assert undo(shop, 3) == 4
    assert seen(shop) == states_seen[1]
    assert damage(shop.home) == []


def test_a_rollback_of_a_rollback_is_the_state_before_it(states: tuple[Shop, list[Seen]]) -> None:
    shop, states_seen = states
    undo(shop, 2)
    assert seen(shop) == states_seen[0]
    assert undo(shop, 4) == 5
    assert seen(shop) == states_seen[2]


def test_a_rollback_over_a_rollback_takes_both_back(states: tuple[Shop, list[Seen]]) -> None:
    shop, states_seen = states
    undo(shop, 3)
    undo(shop, 2)
    assert seen(shop) == states_seen[0]
    undo(shop, 1)
    assert seen(shop).hashes == dict.fromkeys(shop.graph.tables, "0")


def test_the_next_run_brings_back_what_is_still_landed(states: tuple[Shop, list[Seen]]) -> None:
    shop, states_seen = states
    undo(shop, 2)
    shop.run()
    after = seen(shop)
    assert (after.hashes, after.quarantine) == (states_seen[2].hashes, states_seen[2].quarantine)
    undo(shop, 2)
    withdraw(shop, 3)
    shop.run()
    assert seen(shop).hashes == states_seen[1].hashes


def test_a_rollback_drops_an_unfinished_run(states: tuple[Shop, list[Seen]]) -> None:
    shop, states_seen = states
    shop.land(answer([*many(6), sold("poison", 3, 1)]))
    with pytest.raises(Stopped), stopping("files", 38):
        shop.run()
    assert shop.catalog("SELECT run FROM run WHERE ended_at IS NULL") == [(4,)]
    with pytest.raises(UsageError, match="there is no run 4 to undo: `tipoff runs` lists them"):
        undo(shop, 4)
    undo(shop, 3)
    assert seen(shop) == states_seen[1]
    assert shop.catalog("SELECT run FROM run WHERE ended_at IS NULL") == []
    shop.run()
    assert shop.days("checked_total") == list(range(6))
    assert (damage(shop.home), unnamed(shop.home)) == ([], [])


def test_a_run_whose_earlier_state_is_no_longer_kept_cannot_be_undone(
    states: tuple[Shop, list[Seen]],
) -> None:
    shop, states_seen = states
    shop.run(retention=NO_RETENTION)
    for run in (1, 2, 3):
        with pytest.raises(UsageError, match=f"the state before run {run} is no longer kept"):
            undo(shop, run)
    assert (head(shop), seen(shop)) == (3, states_seen[2])
    shop.land(answer(many(2)))
    shop.run()
    assert undo(shop, 4) == 5
    assert seen(shop) == states_seen[2]


def test_what_a_kept_run_names_is_kept(states: tuple[Shop, list[Seen]]) -> None:
    shop, states_seen = states
    for _ in range(2):
        shop.run(retention=Retention(keep_runs=2, keep_days=0))
    assert damage(shop.home) == []
    undo(shop, 3)
    assert seen(shop) == states_seen[1]
