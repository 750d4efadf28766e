"""The second backend: the same interface, and equal text for equal rows."""

from __future__ import annotations

import builtins
import json
from typing import Any

import numpy as np
import pytest

from tipoff.kernel.errors import UsageError
from tipoff.predictions.models.catboost_mean import CatBoostJob, CatBoostMean, train_catboost

ROWS = 800


@pytest.fixture(scope="module")
def rows() -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Two features, one with gaps, and counts that follow from the other."""
    chance = np.random.default_rng(0)
    features = {name: chance.uniform(1, 30, ROWS) for name in ("form", "noise")}
    features["noise"][::5] = np.nan
    return features, chance.poisson(0.8 * features["form"]).astype(np.float64)


@pytest.fixture(scope="module")
def artifact(rows: tuple[dict[str, np.ndarray], np.ndarray]) -> str:
    """A trained model."""
    return train_catboost(CatBoostJob("points", *rows))


def test_the_same_rows_give_the_same_trees(
    rows: tuple[dict[str, np.ndarray], np.ndarray], artifact: str
) -> None:
    again = json.loads(train_catboost(CatBoostJob("points", *rows)))
    assert again["oblivious_trees"] == json.loads(artifact)["oblivious_trees"]


def test_its_text_is_all_it_needs_and_it_has_learned(
    rows: tuple[dict[str, np.ndarray], np.ndarray], artifact: str
) -> None:
    features, counts = rows
    mean = CatBoostMean(artifact, tuple(features)).mean(features)
    assert np.abs(mean - counts).mean() < 0.6 * np.abs(counts - counts.mean()).mean()
    shuffled = {n: features[n] for n in ("noise", "form")}
    assert np.array_equal(CatBoostMean(artifact, ("form", "noise")).mean(shuffled), mean)


def test_where_it_is_not_installed_the_message_says_what_to_do(
    rows: tuple[dict[str, np.ndarray], np.ndarray], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "catboost":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'tipoff\[catboost\]'"):
        train_catboost(CatBoostJob("points", *rows))
