"""The decayed errors of a player's projections, by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest

from tipoff.predictions.player_residuals import PROJECTED, RESIDUALS, player_residuals

DAY = date(2025, 1, 20)


def _tables(errors: list[float]) -> tuple[pa.Table, pa.Table, pa.Table]:
    """A player who is always projected 30 minutes and 20 points, and what was done instead."""
    pool = pa.table({"game_id": ["g"], "game_date": [DAY], "player_id": [7], "season": ["2024-25"]})
    projected, played = [], []
    for ago, error in enumerate(reversed(errors), 1):
        game = {"game_id": f"g{ago}", "player_id": 7}
        for information, worse in (("inactives-known", 0.0), ("morning", 9.0)):
            values = dict.fromkeys(PROJECTED, 30.0) | {"projected_points": 20.0 + worse}
            projected.append({**game, "information": information, **values})
        counts = {"points": 20 + error, "rebounds": 30, "assists": 30, "threes_made": 30}
        when = {"game_date": DAY - timedelta(ago), "season": "2024-25", "seconds": 1800}
        played.append({**game, **when, **counts})
    if not errors:
        return pool, *(t[:0] for t in _tables([0.0])[1:])
    return pool, pa.Table.from_pylist(projected), pa.Table.from_pylist(played)


def test_a_mean_error_is_shrunk_to_none_and_of_the_projection_that_knew_most() -> None:
    (residuals,) = player_residuals.function(*_tables([2.0] * 60)).to_pylist()
    games = sum(2 ** (-ago / 12) for ago in range(60))
    assert residuals["points_residual_12"] == pytest.approx(2 * games / (games + 6))
    assert residuals["points_given_minutes_residual_12"] == pytest.approx(
        residuals["points_residual_12"]
    )
    assert residuals["minutes_residual_4"] == residuals["rebounds_residual_12"] == 0
    assert residuals["minutes_variance_residual_35"] < 38 * 12 / 12


def test_without_a_game_there_is_no_error_and_the_usual_variance() -> None:
    (residuals,) = player_residuals.function(*_tables([])).to_pylist()
    assert {*RESIDUALS} <= {*residuals}
    assert (
        residuals["minutes_variance_residual_12"] == residuals["minutes_variance_residual_35"] == 38
    )
    assert residuals["points_residual_12"] == 0
