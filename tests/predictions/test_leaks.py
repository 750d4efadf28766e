"""A feature that contains the result stops training and evaluation, and is named."""

from __future__ import annotations

import numpy as np
import pytest

from tipoff.kernel.errors import Blocked
from tipoff.predictions.training.leaks import MIN_ROWS, leaks, refuse_leaks

ROWS = 4_000


@pytest.fixture(scope="module")
def world() -> dict[str, np.ndarray]:
    """A player's mean, honest features, and the result."""
    chance = np.random.default_rng(5)
    mean = chance.gamma(3, 4, ROWS)
    starts = chance.integers(0, 2, ROWS)
    minutes = np.clip(20 + 8 * starts + chance.normal(0, 6, ROWS), 2, 46)
    actual = chance.poisson(np.maximum(mean * minutes / 24, 0.1)).astype(np.float64)
    return {
        "points_avg_last_10": mean,
        "starting": starts.astype(np.float64),
        "noise": chance.normal(0, 1, ROWS),
        "minutes_he_will_play": minutes,
        "actual": actual,
    }


def test_honest_features_pass_even_strong_ones(world: dict[str, np.ndarray]) -> None:
    """The starters explain much of what a mean leaves open, and are announced before tip-off."""
    mean, actual = world["points_avg_last_10"], world["actual"]
    surprise = actual - np.polyval(np.polyfit(mean, actual, 1), mean)
    assert 0.3 < np.corrcoef(world["starting"], surprise)[0, 1] < 0.4
    honest = {n: world[n] for n in ("points_avg_last_10", "starting", "noise")}
    refuse_leaks(honest, actual, "points")


@pytest.mark.parametrize("planted", ["actual", "minutes_he_will_play"])
def test_a_planted_future_is_named(world: dict[str, np.ndarray], planted: str) -> None:
    features = {n: world[n] for n in ("points_avg_last_10", "noise")}
    features["harmless_looking"] = world[planted]
    with pytest.raises(Blocked, match="points: harmless_looking"):
        refuse_leaks(features, world["actual"], "points")


def test_it_is_found_behind_gaps_and_upside_down(world: dict[str, np.ndarray]) -> None:
    planted = -world["actual"].copy()
    planted[::3] = np.nan
    features = {"points_avg_last_10": world["points_avg_last_10"], "planted": planted}
    ((name, value),) = leaks(features, world["actual"], features["points_avg_last_10"])
    assert name == "planted"
    assert value < -0.4


def test_a_handful_of_rows_proves_nothing(world: dict[str, np.ndarray]) -> None:
    few = {n: v[: MIN_ROWS - 1] for n, v in world.items()}
    assert leaks(few, few["actual"], few["points_avg_last_10"]) == []
