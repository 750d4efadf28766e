"""Decayed sums: by hand, the same by date as in one chunk, and without later games."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tipoff.features import decay
from tipoff.features.decay import Decay, Games, decayed_sums

if TYPE_CHECKING:
    from collections.abc import Iterator

DECAYS = (Decay(2, 0.5), Decay(20, 0.7))
days = st.lists(st.integers(18_000, 18_800), min_size=1, max_size=40, unique=True)


def _games(owner: list[int], day: list[int], season: list[int]) -> Games:
    return Games(*(np.array(v, np.int64) for v in (owner, day, season)))


def test_the_modules_worked_example_is_right() -> None:
    """Three games of this season weigh 1, 0.71 and 0.5; one of the season before, 0.35 / 2."""
    history = _games([7] * 4, [100, 290, 292, 294], [2023, 2024, 2024, 2024])
    ones = np.ones((4, 1))
    coming = _games([7], [300], [2024])
    (total,) = decayed_sums(coming, history, ones, DECAYS[:1]).ravel()
    assert total == pytest.approx(1 + 2**-0.5 + 0.5 + 2**-1.5 * 0.5)


def test_only_the_owners_games_of_the_year_before_the_date_count() -> None:
    history = _games([7, 7, 7, 8], [34, 35, 400, 399], [2024] * 4)
    values = np.array([[1.0], [10.0], [100.0], [1000.0]])
    coming = _games([7, 8, 9], [400, 400, 400], [2024] * 3)
    sums = decayed_sums(coming, history, values, [Decay(1e9, 1)])[:, 0, 0]
    assert sums == pytest.approx([10.0, 1000.0, 0.0])


@pytest.fixture(params=[3, decay.ROWS_AT_ONCE])
def rows_at_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """Sum few coming games together, and as many as ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decay, "ROWS_AT_ONCE", request.param)
        yield


@pytest.mark.usefixtures("rows_at_once")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days, days)
def test_date_by_date_equals_one_chunk_to_the_last_bit(
    played: list[int], coming: list[int]
) -> None:
    values = np.random.default_rng(len(played)).normal(10, 3, (len(played), 2))
    history = _games([1] * len(played), played, [d // 365 for d in played])
    wanted = _games([1] * len(coming), coming, [d // 365 for d in coming])
    together = decayed_sums(wanted, history, values, DECAYS)
    for place in range(len(coming)):
        own = wanted[np.array([place])]
        shown = history.day < own.day[0]
        alone = decayed_sums(own, history[shown], values[shown], DECAYS)
        assert alone.tolist() == together[[place]].tolist()


@given(days, st.permutations(range(40)))
def test_the_order_of_the_rows_is_of_no_account(played: list[int], order: list[int]) -> None:
    values = np.random.default_rng(1).normal(10, 3, (len(played), 1))
    history = _games([1] * len(played), played, [2024] * len(played))
    coming = _games([1], [18_801], [2024])
    shuffled = np.array([place for place in order if place < len(played)])
    assert np.array_equal(
        decayed_sums(coming, history, values, DECAYS),
        decayed_sums(coming, history[shuffled], values[shuffled], DECAYS),
    )
