"""Which markets are predicted is a setting, and a second backend too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tipoff.app import runs
from tipoff.app.pipeline import pipeline
from tipoff.kernel.errors import UsageError
from tipoff.predictions.models.systems import CATBOOST

if TYPE_CHECKING:
    from conftest import World


def test_only_the_markets_named_are_trained_and_a_sums_parts_with_it(demo_copy: World) -> None:
    home = replace(demo_copy.home, markets=("rebounds_assists",), catboost=True)
    report = runs.build(home, ("trained_model",), None)
    assert report.problems == []
    models = [m for m in demo_copy.rows("trained_model") if m["contract"]]
    assert {m["market"] for m in models} == {
        "player_rebounds",
        "player_assists",
        "player_rebounds_assists",
    }
    second = [m for m in models if m["system"] == CATBOOST]
    assert {m["market"] for m in second} == {"player_rebounds", "player_assists"}
    assert all('"library": "catboost' in m["contract"] for m in second)


def test_a_setting_that_changes_what_is_trained_is_a_change_of_the_table(demo_world: World) -> None:
    from tipoff.kernel.fingerprints import fingerprints

    whole, some = fingerprints(pipeline()), fingerprints(pipeline(("points",)))
    changed = {name for name in whole if whole[name] != some[name]}
    assert "trained_model" in changed
    assert "ml_feature_store" not in changed


def test_an_unknown_market_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="no dunks: there are points, rebounds"):
        pipeline(("dunks",))
