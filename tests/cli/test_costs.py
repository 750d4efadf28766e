"""The estimated costs of a plan's queries in a data warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.cli_runner import Tipoff, printed
from support.warehouse import TOKEN, Warehouse, warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import World


@pytest.fixture
def service() -> Iterator[Warehouse]:
    """A simulated warehouse without tables."""
    with warehouse() as running:
        yield running


def test_a_plan_tells_what_every_query_would_cost(
    tipoff: Tipoff, demo_world: World, service: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIPOFF_BIGQUERY_URL", service.url)
    monkeypatch.setenv("TIPOFF_BIGQUERY_DATASET", "games.nba")
    arguments = ("plan", "--engine", "bigquery")
    refused = tipoff(*arguments, world=demo_world)
    assert refused.exit_code == 2
    assert "bigquery_token: not set" in refused.output.replace("\n", " ")
    monkeypatch.setenv("TIPOFF_BIGQUERY_TOKEN", TOKEN)
    costs = printed(tipoff(*arguments, "--load", "--json", world=demo_world))
    assert {"player_game_summary", "ml_feature_store"} <= {each["table"] for each in costs}
    assert all(each["bytes"] > 0 for each in costs)
    names = {query["query"]["query"].count("input_") > 0 for query in service.queries}
    assert names == {True}
    loaded = service.tables["input_schedule"]
    assert loaded.num_rows == demo_world.query("SELECT count(*) FROM schedule")[0][0]
    assert "Total" in tipoff(*arguments, world=demo_world).stdout
    assert tipoff("plan", "--engine", "oracle", world=demo_world).exit_code == 2
