"""The demo world's tables as frames, and a slate of it that is still to come."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from support.prediction_tables import Frames
from tipoff.domain.markets import MARKETS
from tipoff.predictions.combined_prediction import has_ensemble
from tipoff.predictions.models.blending import Blend

if TYPE_CHECKING:
    from datetime import date

    from conftest import World

MEMBERS = {
    "lightgbm": 0.4,
    "catboost": 0.3,
    "similarity": 0.1,
    "moving_average": 0.2,
}


@pytest.fixture(scope="session")
def frames(demo_world: World) -> Frames:
    """Every table that predictions read, with ensemble weights as after a year of games.

    The demo league has played too little for them: they are given, and name members that predict
    nothing in it.
    """
    tables = Frames.of(demo_world)
    weights = [
        {**row, "weights": _weights(row["market"])} for row in tables["blend_model"].to_pylist()
    ]
    return tables.replacing(blend_model=pa.Table.from_pylist(weights, tables["blend_model"].schema))


def _weights(market: str) -> str:
    members = MEMBERS if has_ensemble(MARKETS[market]) else {"lightgbm": 1.0}
    return Blend(members, (1.0, 0.3, -0.02), 5_000, 5_000, {"draftkings": 0.01}).to_json()


@pytest.fixture(scope="session")
def day(frames: Frames) -> date:
    """The last date with the results of more than one game."""
    games = frames["schedule"]
    played = Counter(games.filter(games["is_final"])["game_date"].to_pylist())
    newest: date = max(day for day, count in played.items() if count > 1)
    return newest


@pytest.fixture(scope="session")
def before(frames: Frames, day: date) -> Frames:
    """The tables on that date before its games, and what they say of it."""
    return frames.coming(day).computed([[day]])
