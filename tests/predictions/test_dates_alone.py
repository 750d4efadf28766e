"""A date's rows follow from that date's inputs, whichever other dates are computed with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import THROUGH
from support.prediction_tables import COMPUTED, altered
from tipoff.predictions.model_dates import served_dates
from tipoff.predictions.models.blending import AtLine, Blend

if TYPE_CHECKING:
    from support.prediction_tables import Frames

WEEK = [THROUGH - timedelta(n) for n in range(5, -1, -1)]
"""Some dates with results, and the last one, without."""
dates = st.dates(date(2024, 10, 1), date(2025, 3, 31))


@pytest.fixture(scope="module")
def together(frames: Frames) -> Frames:
    """All dates in one chunk."""
    return frames.computed([_with_games(frames)])


def _with_games(frames: Frames) -> list[date]:
    return sorted({*frames["schedule"]["game_date"].to_pylist()} & {*WEEK})


def _same(one: Frames, other: Frames) -> None:
    for name in COMPUTED:
        assert one[name].equals(other[name]), name


def test_date_by_date_equals_one_chunk_dates_without_results_included(
    frames: Frames, together: Frames
) -> None:
    days = _with_games(frames)
    games = frames.where("schedule", "game_date", days)
    assert {True, False} == {*games["is_final"].to_pylist()}
    assert together["player_prediction"].num_rows > 1_000
    assert together["offer_value"].num_rows > 100
    _same(frames.computed([[day] for day in days]), together)


def test_any_two_chunks_equal_one(frames: Frames, together: Frames) -> None:
    days = _with_games(frames)
    _same(frames.computed([days[:2], days[2:]]), together)


def test_a_live_slate_computed_alone_weighs_the_members_that_predict(
    frames: Frames, before: Frames, day: date
) -> None:
    """A month's only pending date, on which some members of the ensemble predict no player."""
    rows = before["combined_prediction"].to_pylist()
    ensembles = [r for r in rows if r["system"] == "ensemble"]
    assert {r["prediction_time"] for r in ensembles} == {"morning", "before-tip"}
    means = {
        (r["game_id"], r["player_id"], r["market"], r["prediction_time"], r["system"]): r["mean"]
        for r in before["system_prediction"].to_pylist()
    }
    weights = {"lightgbm": 0.4, "similarity": 0.1, "moving_average": 0.2}
    for row in ensembles:
        slot = (row["game_id"], row["player_id"], row["market"], row["prediction_time"])
        present = {s: w for s, w in weights.items() if (*slot, s) in means}
        expected = sum(w * means[*slot, s] for s, w in present.items()) / sum(present.values())
        assert row["mean"] == pytest.approx(expected, rel=1e-9)


def test_the_blend_of_one_row_is_that_of_many() -> None:
    chance = np.random.default_rng(3)
    blend = Blend({"lightgbm": 1.0}, (1.1, 0.37, -0.027), 0, 0, {"betmgm": 0.013})
    p = chance.uniform(0.2, 0.8, (2, 400))
    many = AtLine(p[0], np.ones(400, bool), p[1], ["betmgm", "fanduel"] * 200)
    alone = [blend.p_over(many[np.arange(400) == n])[0] for n in range(400)]
    assert blend.p_over(many).tolist() == alone


def test_the_newest_model_serves_from_the_date_it_was_trained_for_and_for_100_days() -> None:
    trained = [date(2025, 1, 3), date(2025, 2, 1)]
    days = [
        date(2025, 1, 2),
        date(2025, 1, 3),
        date(2025, 1, 31),
        date(2025, 2, 1),
        date(2025, 3, 1),
        date(2025, 5, 11),
        date(2025, 5, 12),
    ]
    assert served_dates(days, trained) == {trained[0]: days[1:3], trained[1]: days[3:6]}


@given(st.sets(dates, min_size=1, max_size=12), st.sets(dates, max_size=6), st.data())
def test_which_model_serves_a_date_does_not_depend_on_other_dates_or_later_models(
    days: set[date], trained: set[date], data: st.DataObject
) -> None:
    day = data.draw(st.sampled_from(sorted(days)))
    earlier = {each for each in trained if each <= day}
    alone = list(served_dates([day], earlier))
    among = [model for model, served in served_dates(days, trained).items() if day in served]
    assert alone == among


def test_a_game_moved_across_the_end_of_a_month_is_not_served_by_the_later_months_model(
    frames: Frames,
) -> None:
    """January's models are in the same chunk, trained for a date after the moved game's."""
    january, december = min(_with_games(frames)), date(2024, 12, 31)
    moved = {}
    for name in ("ml_feature_store", "player_pool", "player_residuals"):
        rows = altered(frames.where(name, "game_date", [january]), "game_date", december)
        moved[name] = pa.concat_tables([frames[name], altered(rows, "game_id", "9922499999")])
    both = frames.replacing(**moved).computed([[december, january]])
    for name in ("system_prediction", "combined_prediction"):
        rows = both.where(name, "game_id", ["9922499999"])
        assert {*rows["trained_for"].to_pylist()} == {date(2024, 12, 1)}


def test_a_model_trained_for_a_later_date_of_the_month_serves_no_earlier_one(
    frames: Frames,
) -> None:
    first, second = _with_games(frames)[:2]
    later = {
        name: altered(
            frames.where(name, "trained_for", [max(frames[name]["trained_for"].to_pylist())]),
            "trained_for",
            second,
        )
        for name in ("trained_model", "blend_model")
    }
    computed = frames.replacing(**later).computed([[first, second]])
    assert {*computed["system_prediction"]["game_date"].to_pylist()} == {second}
