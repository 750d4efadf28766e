"""Models with a contract: the same rows give the same text, and names are what counts."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from tipoff.predictions.gradient_boosting import BoostedMean, Contract, held_out, train
from tipoff.predictions.systems import BASELINES, MissingFeature, columns_of

ROWS = 1_500


@pytest.fixture(scope="module")
def features() -> dict[str, np.ndarray]:
    """Three features, one of them with gaps."""
    chance = np.random.default_rng(0)
    made = {name: chance.uniform(0, 30, ROWS) for name in ("form", "minutes", "noise")}
    made["noise"][::7] = np.nan
    return made


@pytest.fixture(scope="module")
def counts(features: dict[str, np.ndarray]) -> np.ndarray:
    """Counts that follow from two of the features."""
    mean = 0.6 * features["form"] + 0.2 * features["minutes"]
    return np.random.default_rng(1).poisson(mean).astype(np.float64)


@pytest.fixture(scope="module")
def model(features: dict[str, np.ndarray], counts: np.ndarray) -> BoostedMean:
    """A model of them."""
    return train(features, counts)


def test_the_same_rows_give_the_same_text(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    assert train(features, counts).artifact == model.artifact


def test_it_learns_what_there_is_to_learn(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    error = np.abs(model.mean(features) - counts).mean()
    assert error < 0.6 * np.abs(counts - counts.mean()).mean()


def test_its_text_is_all_it_needs(features: dict[str, np.ndarray], model: BoostedMean) -> None:
    again = BoostedMean(model.artifact, model.features)
    assert np.array_equal(again.mean(features), model.mean(features))


def test_features_are_taken_by_name_in_whatever_order_and_company(
    features: dict[str, np.ndarray], model: BoostedMean
) -> None:
    shuffled = {name: features[name] for name in ("noise", "form", "minutes")}
    shuffled["unknown"] = np.zeros(ROWS)
    assert np.array_equal(model.mean(shuffled), model.mean(features))


def test_a_missing_feature_is_a_refusal_that_names_it() -> None:
    rows = pa.table({"form": [1.0], "minutes": [2]})
    assert columns_of(rows, ["minutes"])["minutes"].tolist() == [2.0]
    with pytest.raises(MissingFeature, match="rest, noise"):
        columns_of(rows, ["form", "rest", "noise"])


def test_missing_values_are_nan_and_nothing_else() -> None:
    rows = pa.table({"form": pa.array([1.0, None])})
    assert np.isnan(columns_of(rows, ["form"])["form"]).tolist() == [False, True]


def test_a_contract_survives_its_own_json() -> None:
    contract = Contract(
        features=("form", "minutes"), trained_from="2024-01-01", trained_to="2024-03-31", rows=9,
        parameters={"rounds": 3}, library="none", head={"a": 0.5}, metrics={"held_out_mae": 4.4},
    )  # fmt: skip
    assert Contract.from_json(contract.to_json()) == contract
    other = Contract.from_json(contract.to_json().replace('"minutes"', '"usage"'))
    assert other.schema_hash != contract.schema_hash


def test_a_baseline_weighs_what_it_knows() -> None:
    known = {"points_avg_last_5": [20.0, 20.0, np.nan], "points_avg_last_10": [10.0, 10.0, np.nan],
             "points_avg_season": [15.0, np.nan, np.nan]}  # fmt: skip
    found = BASELINES["moving_average"].mean({n: np.array(v) for n, v in known.items()})
    assert found[:2] == pytest.approx([0.5 * 20 + 0.3 * 10 + 0.2 * 15, (10 + 3) / 0.8])
    assert np.isnan(found[2])


def test_the_games_held_out_are_always_the_same_and_about_one_in_eight() -> None:
    games = [f"00223{n:05d}" for n in range(2_000)]
    apart = held_out(games)
    assert np.array_equal(apart, held_out(games))
    assert 0.1 < apart.mean() < 0.15
