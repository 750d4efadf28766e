"""Models with a contract: equal rows give equal text, and features are found by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tipoff.predictions.models.contract import Contract, ContractError
from tipoff.predictions.models.gradient_boosting import BoostedMean, Boosting, matrix
from tipoff.predictions.models.systems import MissingFeature, columns_of
from tipoff.predictions.training.booster_jobs import BoosterJob, train_booster

ROWS = 1_500
HYPERPARAMETERS = Boosting(150, {"min_data_in_leaf": 20, "feature_fraction": 1.0})
CONTRACT = Contract(
    system="lightgbm",
    market="player_points",
    serves="inactives-known",
    features=("form", "minutes"),
    trained_from="2024-01-01",
    trained_to="2024-03-31",
    rows=9,
    code="c0de",
    seed=1,
    library="none",
    parameters={"rounds": 3},
    head={"a": 0.5},
    metrics={"mae": 4.4},
)


def boost(features: dict[str, np.ndarray], counts: np.ndarray) -> str:
    """Train a booster in this process."""
    names, rows = tuple(features), matrix(features, tuple(features))
    job = BoosterJob(
        "a test", rows, names, counts, HYPERPARAMETERS.parameters, HYPERPARAMETERS.rounds
    )
    return train_booster(job)


@pytest.fixture(scope="module")
def features() -> dict[str, np.ndarray]:
    """Three features, one of them with gaps."""
    chance = np.random.default_rng(0)
    made = {name: chance.uniform(1, 30, ROWS) for name in ("form", "minutes", "noise")}
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
    return BoostedMean(boost(features, counts), tuple(features))


def test_the_same_rows_give_the_same_text(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    assert boost(features, counts) == model.artifact


def test_it_learns_what_there_is_to_learn(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    error = np.abs(model.mean(features) - counts).mean()
    assert error < 0.6 * np.abs(counts - counts.mean()).mean()


def test_boosters_that_differ_by_chance_are_averaged_before_the_link(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    names, rows = tuple(features), matrix(features, tuple(features))
    job = BoosterJob(
        "two", rows, names, counts, HYPERPARAMETERS.parameters, HYPERPARAMETERS.rounds, seeds=2
    )
    second = replace(job, parameters={**HYPERPARAMETERS.parameters, "seed": 2}, seeds=1)
    both = BoostedMean(train_booster(job), names).linear(features)
    alone = [model.linear(features), BoostedMean(train_booster(second), names).linear(features)]
    assert not np.array_equal(alone[0], alone[1])
    assert both == pytest.approx((alone[0] + alone[1]) / 2, rel=1e-12)


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
    assert Contract.from_json(CONTRACT.to_json()) == CONTRACT


@pytest.mark.parametrize(
    "changed", [{"features": ("form", "usage")}, {"features": ("minutes", "form")}]
)
def test_a_contract_whose_features_were_tampered_with_is_refused(changed: dict[str, Any]) -> None:
    other = replace(CONTRACT, **changed)
    assert other.schema_hash != CONTRACT.schema_hash
    forged = other.to_json().replace(other.schema_hash, CONTRACT.schema_hash)
    with pytest.raises(ContractError, match="do not match the schema hash"):
        Contract.from_json(forged)
