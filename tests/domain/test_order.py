"""Player tables run after team tables, in whatever order tables are declared or payloads arrive."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from conftest import THROUGH, World, build
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.graph import Graph
from tipoff.kernel.errors import Blocked, DeclarationError
from tipoff.simulation.league import DemoLeague

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.declare.stream import Stream
    from tipoff.kernel.declare.table import TableDefinition

ANALYTICS = pipeline().without(
    "player_pool", "team_daily_cache", "team_defense_zone_analysis", "upcoming_team_game_context"
)


@pytest.fixture(scope="module")
def tiny() -> list[Payload]:
    """Every payload of a season of four teams."""
    return list(DemoLeague(THROUGH, seasons=1, teams=4).payloads())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, tiny: list[Payload]) -> World:
    """The season, landed all at once."""
    home = Home(tmp_path_factory.mktemp("tiny"), threads=2)
    assert build(home, tiny, ANALYTICS).problems == []
    return World(home)


@pytest.mark.parametrize("seed", range(40))
def test_declared_in_any_order_each_table_follows_what_it_reads(seed: int) -> None:
    members: list[TableDefinition | Stream] = [
        *pipeline().tables.values(),
        *pipeline().streams.values(),
    ]
    random.Random(seed).shuffle(members)
    order = list(Graph.of(members).tables)
    for place, name in enumerate(order):
        assert set(pipeline().tables[name].tables) <= set(order[:place])
    assert order.index("team_offense_game_summary") < order.index("player_game_summary")


def test_a_player_table_without_its_team_table_is_no_graph() -> None:
    tables = {**pipeline().tables}
    del tables["team_offense_game_summary"]
    with pytest.raises(DeclarationError, match="reads team_offense_game_summary"):
        Graph.of([*tables.values(), *pipeline().streams.values()])


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.chaos) for seed in range(1, 8))]
)
def test_landed_in_any_order_usage_is_never_wrong_and_ends_the_same(
    tiny: list[Payload], whole: World, tmp_path: Path, seed: int
) -> None:
    world = World(Home(tmp_path, threads=2))
    kinds = sorted({_kind(p) for p in tiny})
    random.Random(seed).shuffle(kinds)
    for kind in kinds:
        build(world.home, [p for p in tiny if _kind(p) == kind], ANALYTICS)
        assert _wrong(world) == []
    ((examined,),) = world.query("SELECT count(usage_rate) FROM player_game_summary")
    assert examined > 1_000
    assert build(world.home, [], ANALYTICS).did_nothing
    assert world.hashes() == whole.hashes()


def test_without_team_lines_there_are_no_player_rows_and_the_run_says_so(
    tiny: list[Payload], tmp_path: Path
) -> None:
    world = World(Home(tmp_path, threads=2))
    report = build(world.home, [p for p in tiny if _kind(p) != "leaguegamelogT"], ANALYTICS)
    assert report.exit_code == Blocked.exit_code
    assert any(p.startswith("team_offense_game_summary: no rows") for p in report.problems)
    assert world.query("SELECT count(*) FROM player_box_score")[0][0] > 0
    assert world.query("SELECT count(*) FROM player_game_summary") == [(0,)]


def _kind(payload: Payload) -> str:
    return payload.resource + payload.parameters.get("PlayerOrTeam", "")


def _wrong(world: World) -> list[object]:
    """Player-games with an impossible usage rate, team-games with a missing statistic."""
    outside = "usage_rate NOT BETWEEN 0 AND 100 OR (usage_rate IS NULL AND seconds >= 180)"
    return [
        *world.rows("player_game_summary", outside),
        *(
            row
            for row in world.rows("team_offense_game_summary")
            if any(
                value is None
                for name, value in row.items()
                if "_attempts" not in name and "_makes" not in name
            )
        ),
    ]
