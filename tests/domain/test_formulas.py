"""Every formula against a second, slow implementation."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from support.oracle import Oracle
from tipoff.features.registry import FEATURES

if TYPE_CHECKING:
    from conftest import World

SAMPLE = 40
STORE_SAMPLE = 8
"""A row of the store asks the oracle for all of a year's games, under all their conditions."""


@pytest.fixture(scope="module")
def small_judged(small_world: World) -> tuple[World, Oracle]:
    """The small league and the oracle of it."""
    return small_world, Oracle(small_world)


@pytest.fixture(scope="module")
def recorded_judged(recorded_world: World) -> tuple[World, Oracle]:
    """One real season and the oracle of it."""
    return recorded_world, Oracle(recorded_world)


@pytest.fixture(
    scope="module",
    params=["small_judged", pytest.param("recorded_judged", marks=pytest.mark.recorded)],
)
def judged(request: pytest.FixtureRequest) -> tuple[World, Oracle]:
    """A world and the oracle of it."""
    world_and_oracle: tuple[World, Oracle] = request.getfixturevalue(request.param)
    return world_and_oracle


def _sampled(world: World, table: str, keys: str, sample: int = SAMPLE) -> list[dict[str, Any]]:
    """Return some rows, always the same ones, from all over the table."""
    keys_of_rows = world.query(f"SELECT {keys} FROM {table} ORDER BY ALL")
    listed = ", ".join(map(str, random.Random(11).sample(keys_of_rows, sample)))
    rows = world.rows(table, f"({keys}) IN ({listed})")
    assert len(rows) == sample
    return rows


def _assert_same(row: dict[str, Any], expected: dict[str, Any]) -> None:
    for name, value in expected.items():
        near = pytest.approx(value, rel=1e-9, abs=1e-9) if isinstance(value, float) else value
        same = row[name] == near
        assert same, f"{name} is {row[name]}, not {value}: {row['game_id']} {row['game_date']}"


def test_player_games(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    lines = {(line["game_id"], line["player_id"]): line for line in oracle.lines}
    for row in _sampled(world, "player_game_summary", "game_id, player_id"):
        line = lines[row["game_id"], row["player_id"]]
        shots = [s for s in oracle.shots[row["game_id"], row["player_id"]] if s["zone"] == "paint"]
        _assert_same(
            row,
            {
                "usage_rate": oracle.usage_rate(line),
                "usage_rate_reason": "SMALL_SAMPLE" if oracle.seconds(line) < 180 else None,
                "seconds": oracle.seconds(line),
                "points": line["points"],
                "opponent_id": oracle.opponent(row["game_id"], row["team_id"]),
                "paint_attempts": len(shots),
                "paint_makes": sum(s["made"] for s in shots),
            },
        )


def test_team_games(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    for row in _sampled(world, "team_offense_game_summary", "game_id, team_id"):
        _assert_same(row, oracle.offense(row["game_id"], row["team_id"]))
    for row in _sampled(world, "team_defense_game_summary", "game_id, team_id"):
        other = oracle.offense(row["game_id"], row["opponent_id"])
        expected = {"defensive_rating": other["offensive_rating"], "opponent_pace": other["pace"]}
        _assert_same(row, expected)


def test_absences_and_appearances_never_overlap(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    absent = {(r["game_id"], r["player_id"]) for r in world.rows("player_absence")}
    assert absent
    assert not absent & {(line["game_id"], line["player_id"]) for line in oracle.lines}


def test_the_pool_is_who_was_named_lately(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    pools: dict[tuple[str, int], list[tuple[int, bool | None, bool | None]]] = {}
    for game_id, team_id, *known in world.query(
        "SELECT game_id, team_id, player_id, out, morning_out FROM player_pool"
    ):
        pools.setdefault((game_id, team_id), []).append((known[0], known[1], known[2]))
    for row in _sampled(world, "team_daily_cache", "game_id, team_id"):
        game = oracle.schedule[row["game_id"]]
        members = pools[row["game_id"], row["team_id"]]
        assert {player for player, _, _ in members} == oracle.pool(game, row["team_id"])
        for place, morning in ((1, False), (2, True)):
            out = {member[0] for member in members if member[place]}
            known_of_all = not any(member[place] is None for member in members)
            expected = oracle.known_out(row["team_id"], game, morning=morning)
            assert (out if known_of_all else None) == expected


def _expected(oracle: Oracle, row: dict[str, Any]) -> dict[str, Any]:
    return oracle.store_row(row["player_id"], row["team_id"], oracle.schedule[row["game_id"]])


def test_player_features(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    for row in _sampled(world, "ml_feature_store", "game_id, player_id", STORE_SAMPLE):
        expected = _expected(oracle, row)
        _assert_same(row, {name: expected[name] for name in FEATURES})


SITUATIONS = {
    "early season": "game_date <= (SELECT min(game_date) + 12 FROM schedule)"
    " AND points_avg_last_3 IS NOT NULL",
    "trade": "games_since_trade BETWEEN 0 AND 3",
    "back-to-back": "is_back_to_back AND games_last_7_days >= 3",
    "overtime": "EXISTS (FROM team_offense_game_summary o JOIN player_game_summary p"
    " USING (game_id, team_id) WHERE o.overtime_periods > 0 AND p.player_id = f.player_id"
    " AND o.game_date BETWEEN f.game_date - 3 AND f.game_date - 1)",
    "return": "days_since_played BETWEEN 14 AND 60 AND NOT out",
}


@pytest.mark.recorded
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_feature_by_hand_where_it_is_hardest(
    recorded_judged: tuple[World, Oracle], situation: str
) -> None:
    world, oracle = recorded_judged
    player_games = world.query(
        f"SELECT game_id, player_id FROM ml_feature_store f WHERE {SITUATIONS[situation]}"
        " ORDER BY hash(game_id, player_id) LIMIT 2"
    )
    assert len(player_games) == 2
    for game_id, player_id in player_games:
        (row,) = world.rows(
            "ml_feature_store", f"game_id = '{game_id}' AND player_id = {player_id}"
        )
        expected = _expected(oracle, row)
        _assert_same(row, {name: expected[name] for name in FEATURES})


def test_team_features(judged: tuple[World, Oracle]) -> None:
    world, oracle = judged
    for row in _sampled(world, "team_daily_cache", "game_id, team_id"):
        _assert_same(row, oracle.team_form(row["team_id"], oracle.schedule[row["game_id"]]))
    for row in _sampled(world, "team_defense_zone_analysis", "game_id, team_id"):
        weakness = oracle.defense_by_zone(row["team_id"], oracle.schedule[row["game_id"]])
        _assert_same(row, {f"{zone}_weakness": value for zone, value in weakness.items()})


def test_a_line_is_graded_by_one_rule(small_world: World) -> None:
    assert small_world.query("""
        SELECT count(*) FILTER (result <> CASE WHEN line IS NULL THEN 'NO_LINE'
            WHEN actual IS NULL THEN 'VOID' WHEN actual > line THEN 'OVER'
            WHEN actual < line THEN 'UNDER' ELSE 'PUSH' END) FROM prop_result
    """) == [(0,)]
    counted = dict(small_world.query("SELECT result, count(*) FROM prop_result GROUP BY 1"))
    assert set(counted) == {"OVER", "UNDER", "PUSH", "VOID", "NO_LINE"}


def test_the_spread_has_the_sign_of_its_side(small_world: World) -> None:
    player_games = small_world.query("""
        SELECT count(*), count(*) FILTER (
            c.spread = CASE WHEN s.home_team_id = c.team_id THEN 1 ELSE -1 END * g.home_spread
            AND abs(c.implied_team_total - (g.total - c.spread) / 2) < 1e-9)
        FROM upcoming_team_game_context c JOIN schedule s USING (game_id)
        JOIN game_price g ON g.game_date = s.game_date AND g.home_team_name = s.home_team_name
    """)
    assert player_games[0][0] > 100
    assert player_games[0][0] == player_games[0][1]


def test_shares_by_zone_sum_to_one(judged: tuple[World, Oracle]) -> None:
    world, _ = judged
    zones = ("paint", "mid_range", "corner_three", "above_break_three")
    total = " + ".join(f"{zone}_share_last_10" for zone in zones)
    examined, off = world.query(
        f"SELECT count({total}), count(*) FILTER (abs({total} - 1) > 1e-9)"
        " FROM player_shot_zone_analysis"
    )[0]
    assert examined > 1_000
    assert off == 0


def test_usage_lies_within_0_and_100_and_no_team_statistic_is_missing(
    judged: tuple[World, Oracle],
) -> None:
    world, _ = judged
    assert world.query("""
        SELECT count(*) FILTER (usage_rate NOT BETWEEN 0 AND 100),
            count(*) FILTER (usage_rate IS NULL AND usage_rate_reason IS NULL),
            count(*) FILTER (usage_rate IS NOT NULL AND seconds < 180)
        FROM player_game_summary
    """) == [(0, 0, 0)]
    for table in ("team_offense_game_summary", "team_defense_game_summary"):
        for row in world.rows(table):
            assert None not in row.values()
