"""Models with a contract: the same rows give the same text, and names are what counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from tipoff.predictions.models.contract import Contract, ContractError
from tipoff.predictions.models.gradient_boosting import (
    BoostedMean,
    Boosting,
    MinutesTimesRate,
    boost,
)
from tipoff.predictions.models.systems import MissingFeature, columns_of

ROWS = 1_500
HOW = Boosting(150, {"min_data_in_leaf": 20, "feature_fraction": 1.0})
CONTRACT = Contract(
    system="lightgbm",
    market="player_points",
    moment="before-tip",
    features=("form", "minutes"),
    trained_from="2024-01-01",
    trained_to="2024-03-31",
    rows=9,
    code="c0de",
    seed=1,
    library="none",
    parameters={"rounds": 3},
    head={"a": 0.5},
    metrics={"held_out_mae": 4.4},
    correlation=(((1.0, 0.2), (0.2, 1.0)), ((0.0, 0.1), (0.1, 0.0))),
)


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
    return BoostedMean(boost(features, counts, HOW), tuple(features))


def test_the_same_rows_give_the_same_text(
    features: dict[str, np.ndarray], counts: np.ndarray, model: BoostedMean
) -> None:
    assert boost(features, counts, HOW) == model.artifact


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


def test_an_offset_is_what_the_trees_multiply(
    features: dict[str, np.ndarray], counts: np.ndarray
) -> None:
    line = 0.6 * features["form"] + 0.2 * features["minutes"]
    known = {**features, "line": line}
    aware = BoostedMean(boost(known, counts, HOW, line), tuple(known), offset="line")
    factor = aware.mean(known) / line
    assert factor.mean() == pytest.approx(1, abs=0.02)
    assert factor.std() < 0.1, "the line says it all: there is little to add"
    assert np.isnan(aware.mean({**known, "line": np.full(ROWS, np.nan)})).all()


def test_minutes_times_rate_is_their_product(features: dict[str, np.ndarray]) -> None:
    minutes, chance = features["minutes"], np.random.default_rng(3)
    played = np.maximum(minutes + chance.normal(0, 2, ROWS), 0.5)
    done = chance.poisson(0.5 * played).astype(np.float64)
    of_minutes = BoostedMean(boost(features, played, HOW), tuple(features))
    rate = BoostedMean(boost(features, done, HOW, played), tuple(features))
    both = MinutesTimesRate(of_minutes, rate)
    assert np.allclose(rate.mean(features), 0.5, atol=0.12)
    assert np.array_equal(both.mean(features), of_minutes.mean(features) * rate.mean(features))
    assert both.features == tuple(features)


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
    with pytest.raises(ContractError, match="not its own"):
        Contract.from_json(forged)
