"""A correction in an old game: which dates are computed and written again, and which not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import pytest

from conftest import THROUGH, World, build, features_only
from tipoff.app.home import Home
from tipoff.app.pipeline import pipeline
from tipoff.kernel.declare.graph import DateRange
from tipoff.kernel.plan.plan import plan
from tipoff.kernel.run.state import load_state

if TYPE_CHECKING:
    from pathlib import Path

    from tipoff.kernel.declare.payload import Payload
    from tipoff.kernel.plan.plan import Step

TABLES = features_only().tables
RAW = pipeline().without(*(n for n, d in pipeline().tables.items() if d.stream is None))
CORRECTED = THROUGH - timedelta(30)
REACHED = (
    "pool_member",
    "resolved_name",
    "player_pool",
    "player_prop_offer",
    "player_availability",
    "player_daily_cache",
    "player_matchup",
    "player_minutes_form",
    "player_rates",
    "player_role",
    "player_similar_games",
    "player_shot_zone_analysis",
    "player_composite_factors",
    "player_trends",
    "ml_feature_store",
    "team_defense_zone_analysis",
    "upcoming_player_game_context",
    "reference_line",
    "pickem_offer",
)
"""The tables that look back on players' games, directly or through another table."""
UNREACHED = {
    "reference_line",
    "pickem_offer",
    "player_pool",
    "pool_member",
    "resolved_name",
    "player_prop_offer",
    "upcoming_team_game_context",
    "prop_result",
    "team_daily_cache",
    "team_defense_zone_analysis",
}
"""The tables that a corrected steal does not affect."""


def _corrected(payload: Payload) -> Payload:
    """The players' game log with one steal more, in the first line on or after the date."""
    if payload.parameters.get("PlayerOrTeam") != "P":
        return payload
    document = orjson.loads(payload.body)
    result = document["resultSets"][0]
    day, steals = (result["headers"].index(name) for name in ("GAME_DATE", "STL"))
    line = min(
        (r for r in result["rowSet"] if date.fromisoformat(str(r[day])[:10]) >= CORRECTED),
        key=lambda r: str(r[day]),
    )
    line[steals] += 1
    return replace(payload, body=orjson.dumps(document))


@pytest.fixture(scope="module")
def corrected(
    small_league: list[Payload], small_world: World, tmp_path_factory: pytest.TempPathFactory
) -> World:
    """The small world with the correction landed and parsed, and nothing else done."""
    home = tmp_path_factory.mktemp("corrected") / "home"
    shutil.copytree(small_world.home.directory, home, symlinks=True)
    world = World(Home(home, threads=2))
    build(world.home, [_corrected(p) for p in small_league], RAW)
    return world


def _plan(world: World) -> dict[str, Step]:
    with world.home.reading() as session:
        state = load_state(features_only(), session.workspace)
        steps = plan(state, DateRange(THROUGH.replace(year=2020), THROUGH))
    return {step.table: step for step in steps}


def _printed(steps: dict[str, Step], why: str) -> dict[str, tuple[date, date]]:
    """First and last date of what the plan gives a reason for."""
    return {
        name: (step.days[0], step.days[-1])
        for name, step in steps.items()
        if all(str(reason).endswith(why) for reason in step.reasons.values())
    }


def _line(corrected: World, small_world: World) -> dict[str, Any]:
    """The corrected line."""
    before = {(r["game_id"], r["player_id"]): r for r in small_world.rows("player_box_score")}
    changed = [
        r
        for r in corrected.rows("player_box_score")
        if r["steals"] != before[r["game_id"], r["player_id"]]["steals"]
    ]
    assert len(changed) == 1
    return changed[0]


def _contents(world: World, table: str) -> dict[Any, Any]:
    """The content of each row, by its date and key."""
    schema = TABLES[table].schema
    named = ", ".join([schema.partition(), *schema.key()])
    rows = world.query(f"SELECT {named}, ROW({', '.join(schema.content())}) FROM {table}")
    return {tuple(key): row for *key, row in rows}


def _dates(world: World, table: str) -> dict[date, int]:
    """The content hash of each date."""
    with world.home.reading() as session:
        return {day: e.content for day, e in session.contents(table).entries.items() if e.rows}


def test_the_plan_reaches_from_the_date_on_as_far_as_tables_look_back_and_no_further(
    corrected: World, small_world: World
) -> None:
    day = _line(corrected, small_world)["game_date"]
    steps = _plan(corrected)
    later = [
        d
        for (d,) in small_world.query(
            "SELECT DISTINCT game_date FROM player_pool"
            f" WHERE game_date > DATE '{day}' AND game_date <= DATE '{THROUGH}' ORDER BY 1"
        )
    ]
    assert _printed(steps, " changed") == {
        "player_play_summary": (day, day),
        "player_game_summary": (day, day),
        "player_absence": (day, day),
        "game_agreement": (day, day),
    }
    assert _printed(steps, " may change") == {
        "prop_result": (day, later[-2]),
        **dict.fromkeys(REACHED, (later[0], later[-1])),
    }


def test_dates_that_differ_are_written_and_no_others(
    corrected: World, small_world: World, small_league: list[Payload], tmp_path: Path
) -> None:
    line = _line(corrected, small_world)
    build(corrected.home, [], features_only())
    afresh = World(Home(tmp_path / "afresh", threads=2))
    build(afresh.home, [_corrected(p) for p in small_league], features_only())
    assert corrected.hashes() == afresh.hashes()

    differing = {}
    for table in TABLES:
        before, after = _contents(small_world, table), _contents(corrected, table)
        assert before.keys() == after.keys()
        differing[table] = {key for key in after if after[key] != before[key]}
        was, now = _dates(small_world, table), _dates(corrected, table)
        assert {day for day in now if now[day] != was[day]} == {k[0] for k in differing[table]}
    assert differing["player_game_summary"] == {
        (line["game_date"], line["game_id"], line["player_id"])
    }
    assert not any(differing[table] for table in UNREACHED)
    followed = corrected.query(
        "SELECT game_date, game_id, player_id FROM ml_feature_store"
        f" WHERE player_id = {line['player_id']} AND game_date > DATE '{line['game_date']}'"
    )
    assert differing["ml_feature_store"] == set(followed)
