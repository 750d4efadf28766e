"""The read-only view for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tipoff
from tipoff.app.pipeline import pipeline
from tipoff.kernel.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import World


def test_a_table_is_an_expression_that_becomes_a_data_frame(demo_world: World) -> None:
    with tipoff.open(demo_world.home.directory) as home:
        games = home.table("player_game_summary")
        assert set(games.columns) == set(pipeline().tables["player_game_summary"].schema.columns)
        best = games.filter(games.points >= 30).order_by(games.points.desc()).to_pandas()
    ((expected,),) = demo_world.query("SELECT count(*) FROM player_game_summary WHERE points >= 30")
    assert len(best) == expected > 0
    assert best["points"].iloc[0] == best["points"].max()


def test_every_built_table_is_listed(demo_world: World) -> None:
    with tipoff.open(demo_world.home.directory) as home:
        built = [n for n in pipeline().tables if demo_world.query(f"SELECT 1 FROM {n} LIMIT 1")]
        assert home.tables == built


def test_an_unknown_table_is_refused_with_those_there_are(demo_world: World) -> None:
    with (
        tipoff.open(demo_world.home.directory) as home,
        pytest.raises(UsageError, match=r"no table weather; there are: .*schedule"),
    ):
        home.table("weather")


def test_an_empty_home_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="tipoff ingest"):
        tipoff.open(tmp_path)


def test_a_reader_beside_a_run_neither_waits_nor_changes(demo_copy: World) -> None:
    with demo_copy.home.writing(), tipoff.open(demo_copy.home.directory) as home:
        ((expected,),) = demo_copy.query("SELECT count(*) FROM player_game_summary")
        assert home.table("player_game_summary").count().execute() == expected
