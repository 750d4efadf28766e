"""The breakout classifier: whom it covers, its holdout metrics, and when it is shown."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipoff.predictions.evaluation.intervals import resampled
from tipoff.predictions.models.breakout import (
    MARKET,
    auc,
    beats_its_base_rate,
    broke_out,
    eligible,
    holdout_metrics,
    loss_less_base_rate,
)

if TYPE_CHECKING:
    from conftest import World


def test_it_is_for_those_who_score_8_to_16_and_have_played_enough() -> None:
    rows = pa.table(
        {
            "points_avg_season": [7.9, 8.0, 16.0, 16.1, 12.0, None],
            "games_season": [30, 30, 30, 30, 9, 0],
        }
    )
    assert eligible(rows).tolist() == [False, True, True, False, False, False]


def test_a_breakout_is_half_as_much_again() -> None:
    assert broke_out(np.array([15.0, 14.0, 18.0]), np.array([10.0, 10.0, 12.0])).tolist() == [
        1,
        0,
        1,
    ]


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans()), min_size=4, max_size=40))
def test_the_area_is_the_share_of_pairs_told_apart(rows: list[tuple[int, bool]]) -> None:
    predicted = np.array([s / 10 for s, _ in rows])
    outcome = np.array([float(h) for _, h in rows])
    yes, no = predicted[outcome == 1], predicted[outcome == 0]
    score = auc(predicted, outcome, np.arange(len(predicted))).value
    if not len(yes) or not len(no):
        assert np.isnan(score)
        return
    pairs = [(a > b) + (a == b) / 2 for a in yes for b in no]
    assert score == pytest.approx(sum(pairs) / len(pairs))


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 5)), min_size=8, max_size=40
    )
)
@settings(max_examples=20)
def test_its_interval_draws_slates_whole(rows: list[tuple[int, bool, int]]) -> None:
    """The draws by definition: each row counts as often as its slate is drawn."""
    predicted, outcome = (np.array([float(row[place]) for row in rows]) for place in (0, 1))
    slate = np.unique([row[2] for row in rows], return_inverse=True)[1]
    areas = []
    for drawn in resampled(slate.max() + 1):
        weight = drawn[slate]
        yes, no = weight * outcome, weight * (1 - outcome)
        won = (predicted[:, None] > predicted) + (predicted[:, None] == predicted) / 2
        if yes.sum() and no.sum():
            areas.append(yes @ won @ no / (yes.sum() * no.sum()))
    score = auc(predicted, outcome, slate)
    if areas:
        low, high = np.quantile(areas, (0.025, 0.975))
        assert (score.low, score.high) == pytest.approx((low, high))
    else:
        assert np.isnan(score.low)


def test_a_classifier_that_knows_something_is_shown_and_one_that_does_not_is_not() -> None:
    chance = np.random.default_rng(2)
    truth = np.clip(chance.normal(0.2, 0.08, 6_000), 0.02, 0.9)
    outcome = (chance.random(6_000) < truth).astype(np.float64)
    slate = np.repeat(np.arange(300), 20)
    assert beats_its_base_rate(holdout_metrics(truth, outcome, 0.2, slate))
    noise = np.clip(chance.normal(0.2, 0.08, 6_000), 0.02, 0.9)
    assert not beats_its_base_rate(holdout_metrics(noise, outcome, 0.2, slate))
    even = loss_less_base_rate(np.full(6_000, 0.2), outcome, 0.2, slate)
    assert (even.value, even.low, even.high) == (0, 0, 0)


def test_it_is_served_like_everything_else(demo_world: World) -> None:
    models = [m for m in demo_world.rows("trained_model") if m["market"] == MARKET]
    for model in models:
        contract = json.loads(model["contract"])
        assert contract["trained_to"] < str(model["trained_for"])
        assert not [n for n in contract["features"] if "line" in n]
        assert {"auc_low", "gain_high", "base_rate"} <= contract["metrics"].keys()
    rows = demo_world.rows("breakout_prediction")
    assert bool(rows) == bool(models)
    for earlier, later in pairwise(sorted(rows, key=lambda r: r["trained_for"])):
        if earlier["trained_for"] == later["trained_for"]:
            assert earlier["is_shown"] == later["is_shown"]
    assert all(8 <= r["season_mean"] <= 16 for r in rows)
