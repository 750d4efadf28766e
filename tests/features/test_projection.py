"""From minutes to counts: by hand, and always within a team's possible minutes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipoff.features.player_rates import LEAGUE
from tipoff.features.projection import PROJECTION, projection


def _pool(teams: int, size: int, **changes: Any) -> pa.Table:
    rows = teams * size
    columns: dict[str, Any] = {
        "game_id": [f"g{team // 2}" for team in range(teams) for _ in range(size)],
        "team_id": [team for team in range(teams) for _ in range(size)],
        "role_minutes_slow": [20.0] * rows,
        "implied_team_total": [110.0] * rows,
        **{f"rate_{name}": [18.0] * rows for name in LEAGUE},
        **{f"recent_rate_{name}": [18.0] * rows for name in ("points", "rebounds", "assists")},
        "expected_points": [18.0] * rows,
        "expected_threes": [3.6] * rows,
    }
    return pa.table({**columns, **changes})


def test_minutes_are_brought_most_of_the_way_to_240() -> None:
    """Eight of 31.5 make 252: each has 31.5 (240 / 252) ** 0.7 = 30.44, as the module says."""
    projected = projection(_pool(2, 8), np.zeros(16, bool), np.full(16, 31.5), np.ones(16))
    assert [*projected] == [*PROJECTION]
    assert projected["projected_minutes"] == pytest.approx([31.5 * (240 / 252) ** 0.7] * 16)
    assert pytest.approx(0.966, abs=0.0005) == (240 / 252) ** 0.7
    assert projected["projected_points"] == pytest.approx(projected["projected_minutes"] / 2)
    assert projected["points_share"] == pytest.approx([1 / 8] * 16)
    assert projected["team_total_ratio"] == pytest.approx([110 / 126] * 16)
    assert projected["opponent_projected_points"] == pytest.approx([126.0] * 16)


def test_who_may_not_play_is_projected_as_if_and_counted_by_half() -> None:
    """12 expected minutes of one who plays every other night are 24 when there is a game."""
    projected = projection(_pool(2, 10), np.zeros(20, bool), np.full(20, 12.0), np.full(20, 0.5))
    assert projected["minutes_if_plays"] == pytest.approx([24.0] * 20)
    assert projected["team_expected_minutes"] == pytest.approx([120.0] * 20)


def test_nothing_is_expected_of_who_is_out_and_a_missing_line_moves_nothing() -> None:
    out = np.array([True, *[False] * 15])
    none = pa.nulls(16, pa.float64())
    pool = _pool(2, 8, implied_team_total=none)
    projected = projection(pool, out, np.full(16, 30.0), np.ones(16))
    assert (
        projected["expected_minutes"][0]
        == projected["p_plays"][0]
        == projected["points_share"][0]
        == 0
    )
    assert projected["points_share"][1] == pytest.approx(1 / 7)
    assert np.isnan(projected["team_total_ratio"]).all()
    assert np.array_equal(projected["projected_points_at_total"], projected["projected_points"])


@given(st.lists(st.floats(0.5, 40), min_size=16, max_size=16), st.integers(1, 3))
def test_shares_add_up_and_a_team_does_not_depend_on_other_games(
    minutes: list[float], games: int
) -> None:
    expected = np.array(minutes * games)
    pool = _pool(2 * games, 8)
    out = np.zeros(len(expected), bool)
    projected = projection(pool, out, expected, np.full(len(expected), 0.9))
    assert projected["minutes_share"].reshape(-1, 8).sum(axis=1) == pytest.approx([1] * 2 * games)
    alone = projection(pool.slice(0, 16), out[:16], expected[:16], np.full(16, 0.9))
    for name, values in alone.items():
        assert values.tolist() == projected[name][:16].tolist(), name
