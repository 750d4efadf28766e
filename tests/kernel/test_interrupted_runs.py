"""A run stopped at any operation keeps what it committed, and the next one completes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from support.homes import NO_RETENTION, catalog_of, copied, damage, head, unnamed
from support.stopping import Stopped, stopping
from support.toy_shop import Shop, answer, many, shop_graph, sold
from tipoff.kernel.run import store as store_module
from tipoff.kernel.run import work as work_module

if TYPE_CHECKING:
    from pathlib import Path

    from support.stopping import Countdown, Kind

DAYS = 6
MIN_STOPS = {"engine": 15, "catalog": 25, "files": 6}
"""The minimum number of our functions that do operations of each kind in a run."""


@pytest.fixture
def corrected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop that has run, and whose next run corrects, folds files and removes old ones."""
    monkeypatch.setattr(work_module, "CHUNK_DATES", 2)
    monkeypatch.setattr(store_module, "MAX_FILES", 3)
    monkeypatch.setattr(store_module, "FOLDED_FILES", 2)
    shop = Shop(tmp_path / "corrected", shop_graph())
    shop.land(answer(many(DAYS)))
    shop.run()
    shop.land(answer([*many(DAYS - 1), sold("dates", DAYS, 3), sold("bread", DAYS, -1)]))
    return shop


@dataclass(frozen=True)
class Seen:
    """A shop as a reader sees it."""

    hashes: dict[str, str]
    head: int
    quarantine: list[Any]

    @classmethod
    def of(cls, shop: Shop) -> Seen:
        """Look at a shop."""
        return cls(shop.hashes(), head(shop), shop.quarantine())


def _stop_and_go_on(
    shop: Shop, place: Path, kind: Kind, stop_at: int, before: Seen, whole: Seen
) -> None:
    """Stop the shop's run at an operation, check the home, and run again."""
    stopped = copied(shop, place)
    with pytest.raises(Stopped), stopping(kind, stop_at):
        stopped.run(retention=NO_RETENTION)
    moved = head(stopped) != before.head
    assert stopped.hashes() == (whole.hashes if moved else before.hashes)
    assert damage(stopped.home) == []
    stopped.run(retention=NO_RETENTION)
    assert Seen.of(stopped) == whole
    assert stopped.unaccounted() == 0
    assert (damage(stopped.home), unnamed(stopped.home)) == ([], [])
    assert stopped.run(retention=NO_RETENTION).did_nothing


def _moments(shop: Shop, place: Path, kind: Kind) -> tuple[Shop, Countdown]:
    """Run a copy undisturbed; return it, and the moments that its run has."""
    whole = copied(shop, place)
    with stopping(kind) as countdown:
        whole.run(retention=NO_RETENTION)
    return whole, countdown


@pytest.mark.parametrize("kind", ["engine", "catalog", "files"])
def test_a_run_stopped_at_an_operation_of_any_function_is_completed_by_the_next(
    corrected: Shop, tmp_path: Path, kind: Kind
) -> None:
    whole, moments = _moments(corrected, tmp_path / "whole", kind)
    assert len(moments.one_of_each) >= MIN_STOPS[kind]
    before, ended = Seen.of(corrected), Seen.of(whole)
    for stop_at in moments.one_of_each:
        _stop_and_go_on(corrected, tmp_path / f"stop{stop_at}", kind, stop_at, before, ended)


@pytest.mark.chaos
@pytest.mark.parametrize("kind", ["engine", "catalog", "files"])
def test_a_run_stopped_at_every_operation_is_completed_by_the_next(
    corrected: Shop, tmp_path: Path, kind: Kind
) -> None:
    whole, moments = _moments(corrected, tmp_path / "whole", kind)
    before, ended = Seen.of(corrected), Seen.of(whole)
    for stop_at in range(1, moments.counted + 1):
        _stop_and_go_on(corrected, tmp_path / f"stop{stop_at}", kind, stop_at, before, ended)


@pytest.mark.parametrize("kind", ["catalog", "files"])
def test_an_ingest_stopped_at_an_operation_of_any_function_is_completed_by_the_next(
    shop: Shop, tmp_path: Path, kind: Kind
) -> None:
    shop.land(answer(many(2)))
    payloads = [answer(many(3 + n), f"request {n}") for n in range(3)]
    with stopping(kind) as countdown:
        copied(shop, tmp_path / "whole").land(*payloads)
    expected = _landed(Shop(tmp_path / "whole", shop.graph))
    assert len(countdown.one_of_each) > 2
    for stop_at in countdown.one_of_each:
        stopped = copied(shop, tmp_path / f"stop{stop_at}")
        with pytest.raises(Stopped), stopping(kind, stop_at):
            stopped.land(*payloads)
        stopped.land(*payloads)
        assert _landed(stopped) == expected
        assert (damage(stopped.home), unnamed(stopped.home)) == ([], [])


def _landed(shop: Shop) -> list[tuple[Any, ...]]:
    """Return the number and hash of each payload."""
    with catalog_of(shop.home) as catalog:
        return catalog.query("SELECT payload, body_hash FROM payload ORDER BY payload")


def test_what_a_killed_ingest_left_of_a_body_is_removed_by_the_next(shop: Shop) -> None:
    shop.land(answer(many(2)))
    (body,) = shop.home.landing.glob("??/*.gz")
    partial = body.with_name(f".{body.name}.0a1b2c3d.partial")
    partial.write_bytes(b"cut sho")
    assert unnamed(shop.home) == [str(partial)]
    shop.land(answer(many(3)))
    assert (damage(shop.home), unnamed(shop.home)) == ([], [])
