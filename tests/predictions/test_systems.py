"""Systems that are formulas, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tipoff.features.registry import FEATURES
from tipoff.predictions.models.systems import (
    BASE_RATE,
    MOVING_AVERAGE,
    PREDICTED,
    SIMILARITY,
    SYSTEMS,
    ZONE_MATCHUP,
    ZoneMatchup,
    formulas,
    moving_average,
)

POINTS = PREDICTED[0]
NAN = float("nan")


def test_a_moving_average_weighs_what_it_knows() -> None:
    known = {
        "points_avg_last_5": [20.0, 20.0, NAN],
        "points_avg_last_10": [10.0, 10.0, NAN],
        "points_avg_season": [15.0, NAN, NAN],
    }
    means = moving_average(POINTS).mean({n: np.array(v) for n, v in known.items()})
    assert means[:2] == pytest.approx([0.5 * 20 + 0.3 * 10 + 0.2 * 15, (10 + 3) / 0.8])
    assert np.isnan(means[2])


def test_a_matchup_adds_what_the_opponent_gives_away_in_each_zone() -> None:
    system = ZoneMatchup(moving_average(POINTS), {"paint": 2, "corner_three": 3})
    known = {
        **{f"points_avg_{w}": np.array([20.0, 20.0]) for w in ("last_5", "last_10", "season")},
        "paint_attempts_avg_last_10": np.array([8.0, 8.0]),
        "corner_three_attempts_avg_last_10": np.array([2.0, 2.0]),
        "opponent_paint_weakness": np.array([5.0, NAN]),
        "opponent_corner_three_weakness": np.array([-10.0, 1.0]),
    }
    means = system.mean(known)
    assert means[0] == pytest.approx(20 + 8 * 0.05 * 2 - 2 * 0.10 * 3)
    assert np.isnan(means[1]), "an opponent of whom nothing is known says nothing"
    assert set(system.features) == set(known)


@pytest.mark.parametrize("market", PREDICTED, ids=lambda m: m.name)
def test_every_formula_reads_features_there_are_and_all_markets_have_a_base_rate(
    market: object,
) -> None:
    means = formulas(market)  # type: ignore[arg-type]
    assert BASE_RATE in means
    assert means.keys() <= set(SYSTEMS)
    for system in means.values():
        assert set(system.features) <= FEATURES.keys()


def test_the_markets_that_are_bet_on_most_have_every_formula() -> None:
    assert {MOVING_AVERAGE, SIMILARITY, ZONE_MATCHUP} < formulas(POINTS).keys()
    assert {m.name for m in PREDICTED} >= {
        "points",
        "rebounds",
        "assists",
        "threes",
        "steals",
        "blocks",
        "points_rebounds_assists",
        "points_rebounds",
        "points_assists",
        "rebounds_assists",
        "minutes",
    }
